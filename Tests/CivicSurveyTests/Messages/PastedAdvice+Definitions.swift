import SurveyDefinition

/// What `check` tells of a definition.
extension PastedAdvice {
  static let header = "survey: pasted\nversion: \"1\"\ntitle: { en: Pasted }\ncoverage: sample\n"
  static let question = """
    questions:
      q:
        text: { en: Q }
        columns: [q]
        choices: { 5: { en: Good }, 4: { en: Fair }, 1: { en: Bad } }

    """
  static let dated = "timeZone: Z\nsource: { submittedAt: { columns: [date] } }\n"
  private static let base = header + question
  private static let measured =
    base + "measures: { m: { rule: topbox, question: q, satisfied: [5] } }\n"

  private static func target(_ rest: String) -> String {
    measured + "targets: [ { id: t, measure: m, from: 2025-01-01\(rest) } ]\n"
  }

  static let ofDefinitions: [PastedAdvice] = keys + values + targets + opinions + designs

  private static let texts = "  c: { text: { en: C }, columns: [c], type: text }\n"

  private static let opinions: [PastedAdvice] = [
    PastedAdvice(
      "survey.opinions-undated", base + texts + "timeZone: Z\nopinions: { words: c }\n",
      .words("source: { submittedAt: { columns: ["), in: "timeZone: Z\n",
      as: "timeZone: Z\n‹›t] } }\n"),
    PastedAdvice(
      "survey.opinion-question-misspelt",
      base + texts.replacing("c:", with: "content:") + dated + "opinions: { words: contnt }\n",
      .argument("suggestion"), in: "contnt", as: "‹›"),
    PastedAdvice(
      "survey.opinion-needs-text", base + texts + dated + "opinions: { words: zzz }\n",
      .argument("allowed"), in: "zzz", as: "‹›"),
    PastedAdvice(
      "survey.opinion-personal",
      base + texts.replacing(" }\n", with: ", personal: true }\n") + dated
        + "opinions: { words: c }\n", .words("personal: true"), in: ", personal: true", as: ""),
    PastedAdvice(
      "survey.opinion-bad-days",
      base + texts + dated
        + "opinions: { words: c, answered: { columns: [a] }, due: { days: -1 } }\n",
      .words("days: 15"), in: "days: -1", as: "‹›"),
    PastedAdvice(
      "survey.opinion-due-unanswered",
      base + texts + dated + "opinions: { words: c, due: { days: 15 } }\n",
      .words("answered: { columns: ["), in: "words: c", as: "words: c, ‹›a] }"),
  ]

  private static let designs: [PastedAdvice] = [
    PastedAdvice(
      "survey.design-of-census",
      base.replacing("coverage: sample", with: "coverage: census")
        + "design: { weight: { columns: [w] } }\n", .words("coverage: sample"),
      in: "coverage: census", as: "‹›"),
    PastedAdvice(
      "survey.margins-not-weighted",
      base.replacing("coverage: sample", with: "coverage: census")
        + "margins: { files: [m.csv] }\n", .words("coverage: sample"),
      in: "coverage: census", as: "‹›"),
    PastedAdvice(
      "survey.design-bad-cap", base + "design: { weight: { columns: [w], cap: 0 } }\n",
      .words("cap: 5"), in: "cap: 0", as: "‹›"),
    PastedAdvice(
      "survey.margins-bad-cap", base + "margins: { files: [m.csv], cap: 0 }\n",
      .words("cap: 5"), in: "cap: 0", as: "‹›"),
  ]

  private static let keys: [PastedAdvice] = [
    PastedAdvice(
      "survey.no-categories", base + "dimensions: { d: { columns: [d] } }\n",
      .words("open: true"), in: "columns: [d]", as: "columns: [d], ‹›"),
    PastedAdvice(
      "survey.key-not-for-open",
      base + "dimensions: { d: { columns: [d], open: true, categories: { a: { en: A } } } }\n",
      .words("open: true"), in: ", open: true", as: ""),
    PastedAdvice(
      "survey.too-many-nodes",
      base + "dimensions:\n  d:\n    columns: [d]\n    categories: { "
        + "a: { en: A, accepts: &l [" + (0..<2_000).map { "x\($0)" }.joined(separator: ",") + "] }"
        + (0..<150).map { ",a\($0): { en: \($0), accepts: *l }" }.joined() + " }\n",
      .words("open: true"), in: "    categories: ", as: "    ‹› # "),
    PastedAdvice(
      "survey.misspelt-key", base.replacing("columns", with: "colums"), .argument("suggestion"),
      in: "colums", as: "‹›"),
    PastedAdvice(
      "survey.file-part-not-alone",
      base + "source: { responseID: { key: [[\"{file}\", no]] } }\n", .argument("example"),
      in: "[[\"{file}\", no]]", as: "‹›"),
    PastedAdvice(
      "survey.key-of-file-alone", base + "source: { responseID: { key: [[\"{file}\"]] } }\n",
      .argument("example"), in: "[[\"{file}\"]]", as: "‹›"),
    PastedAdvice(
      "survey.keep-first-without-id", base + "duplicates: keepFirst\n", .words("keepAll"),
      in: "keepFirst", as: "‹›"),
    PastedAdvice(
      "survey.within-keeps-all",
      base
        + "timeZone: Z\nsource: { responseID: { columns: [i] }, submittedAt: { columns: [t] } }\n"
        + "duplicates: { keep: all, within: year }\n", .words("keep: first"), in: "keep: all",
      as: "‹›"),
    PastedAdvice(
      "survey.within-without-dates",
      base + "source: { responseID: { columns: [i] } }\n"
        + "duplicates: { keep: first, within: quarter }\n", .words("within: file"),
      in: "within: quarter", as: "‹›"),
    PastedAdvice(
      "survey.scope-unconditional", base + "complete: { columns: [x] }\n",
      .words("values: [TEST]"), in: "columns: [x]", as: "columns: [x], ‹›"),
    PastedAdvice(
      "survey.of-all-needs-one",
      header + "questions:\n  q: { text: { en: Q }, type: yesNo, columns: [q], ofAll: [all] }\n",
      .words("levelColumns: { yes: ["), in: "columns: [q]", as: "‹›done] }"),
    PastedAdvice(
      "survey.no-type", base.replacing("    choices:", with: "    # "), .words("text"),
      in: "    # ", as: "    type: ‹› # "),
    PastedAdvice(
      "survey.bad-counted-form",
      base.replacing(
        "    choices:", with: "    counted: { question: words, form: x }\n    choices:")
        + "  words: { text: { en: W }, columns: [w], type: text }\n",
      .argument("example"), in: "form: x", as: "form: \"‹›\""),
  ]

  private static let values: [PastedAdvice] = [
    PastedAdvice(
      "survey.missing-time-zone", base + "source: { submittedAt: { columns: [date] } }\n",
      .words("timeZone: \"+07:00\""), in: "coverage:", as: "‹›\ncoverage:"),
    PastedAdvice(
      "survey.bad-time-zone", base + dated.replacing("Zone: Z", with: "Zone: Hanoi"),
      .words("\"+07:00\""),
      in: "Hanoi", as: "‹›"),
    PastedAdvice(
      "survey.bad-time-zone", base + dated.replacing("Zone: Z", with: "Zone: Hanoi"),
      .words("Asia/Ho_Chi_Minh"), in: "Hanoi", as: "‹›"),
    PastedAdvice(
      "survey.expected-list", base + "missing: x\n", .words("["), in: "x\n", as: "‹›one, two]\n"),
    PastedAdvice(
      "survey.expected-map", base.replacing("text: { en: Q }", with: "text: Q"),
      .words("vi: Đất đai, en: Land"), in: "text: Q", as: "text: { ‹› }"),
    PastedAdvice(
      "survey.no-wording", base.replacing("5: { en: Good }", with: "5: { accepts: [five] }"),
      .words("vi: Đất đai, en: Land"), in: "accepts: [five]", as: "‹›"),
    PastedAdvice(
      "survey.unknown-word", base.replacing("sample", with: "all"), .words("self-selected"),
      in: "all", as: "‹›"),
    PastedAdvice(
      "survey.bad-timestamp-format",
      base + dated.replacing("[date]", with: "[date], formats: [dd/MM/jjjj]"),
      .words("dd/MM/yyyy HH:mm"), in: "dd/MM/jjjj", as: "‹›"),
    PastedAdvice(
      "survey.bad-timestamp-format",
      base + dated.replacing("[date]", with: "[date], formats: [dd/MM/jjjj]"),
      .words("iso8601"), in: "dd/MM/jjjj", as: "‹›"),
  ]

  /// A mean of named choices.
  private static let mean =
    header
    + "questions:\n  q: { text: { en: Q }, columns: [q], choices: { a: { en: A }, b: { en: B } } }\n"
    + "measures: { m: { rule: mean, question: q, values: { a: 1, b: 2 } } }\n"

  private static let targets: [PastedAdvice] = [
    PastedAdvice(
      "survey.no-satisfied", measured.replacing(", satisfied: [5]", with: ""),
      .words("satisfied: [4, 5]"), in: "question: q", as: "question: q, ‹›"),
    PastedAdvice(
      "survey.no-satisfied",
      header + "questions:\n  q: { text: { en: Q }, type: yesNo, columns: [q] }\n"
        + "measures: { m: { rule: topbox, question: q } }\n", .words("satisfied: [yes]"),
      in: "question: q", as: "question: q, ‹›"),
    PastedAdvice(
      "survey.rate-and-rule", measured.replacing("rule: topbox", with: "rate: q, rule: topbox"),
      .words("rule: topbox"), in: "rate: q, rule: topbox", as: "‹›"),
    PastedAdvice(
      "survey.no-values", mean.replacing(", values: { a: 1, b: 2 }", with: ""),
      .argument("example"), in: "question: q", as: "question: q, ‹›"),
    PastedAdvice(
      "survey.questions-of-index",
      measured.replacing("rule: topbox, question: q", with: "rule: index, questions: [q]"),
      .words("rule: topbox"), in: "rule: index, questions: [q]", as: "‹›, question: q"),
    PastedAdvice(
      "survey.target-at-end",
      mean + "targets: [{ id: t, measure: m, atLeast: 2, from: 2025-01-01 }]\n",
      .words("coverage: census"), in: "coverage: sample", as: "‹›"),
    PastedAdvice(
      "survey.bound-not-points",
      mean.replacing("rule: mean", with: "rule: mean100")
        + "targets: [{ id: t, measure: m, atLeast: 80%, from: 2025-01-01 }]\n",
      .words("80 points"), in: "80%", as: "‹›"),
    PastedAdvice(
      "survey.no-bound", target(""), .words("atLeast: 90%"), in: "2025-01-01",
      as: "2025-01-01, ‹›"),
    PastedAdvice(
      "survey.no-bound", target(""), .words("atMost: 10%"), in: "2025-01-01",
      as: "2025-01-01, ‹›"),
    PastedAdvice(
      "survey.unknown-category",
      target(", atLeast: 90%, where: { d: [zz] }")
        + "dimensions: { d: { columns: [d], categories: { a: { en: A } } } }\n",
      .argument("allowed"), in: "zz", as: "‹›"),
    PastedAdvice(
      "survey.bad-share", target(", atLeast: \"90,5 %\""), .words("85.5%"), in: "\"90,5 %\"",
      as: "‹›"),
    PastedAdvice(
      "survey.share-without-unit", target(", atLeast: 90"), .argument("asPercent"), in: ": 90 ",
      as: ": ‹› "),
    PastedAdvice(
      "survey.share-without-unit", target(", atLeast: 90"), .argument("asShare"), in: ": 90 ",
      as: ": ‹› "),
    PastedAdvice(
      "survey.target-certainty", target(", atLeast: 100%"), .words("coverage: census"),
      in: "coverage: sample", as: "‹›"),
    PastedAdvice(
      "survey.period-too-fine", dated + target(", atLeast: 90%, every: [day]"),
      .words("finestPeriod: day"), in: "coverage:", as: "‹›\ncoverage:"),
  ]
}
