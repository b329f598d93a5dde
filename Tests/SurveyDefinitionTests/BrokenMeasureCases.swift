extension BrokenDefinition {
  /// Further questions: one of three choices, and one that comes as counts.
  private static let several = """
      r: { text: { en: R }, columns: [r], choices: { a: { en: A }, b: { en: B }, c: { en: C } } }
      l: { text: { en: L }, choices: { a: { en: A }, b: { en: B } }, levelColumns: { a: [x], b: [y] } }
    measures:

    """

  static let measureCases: [BrokenDefinition] = [
    .init(section: "measures:\n  m: { rate: q, ‹rate-and-rule›rule: topbox, satisfied: [a] }\n"),
    .init(section: "measures:\n  m: { rule: ‹unknown-word›median, question: q, satisfied: [a] }\n"),
    .init(section: "measures:\n  m: { rate: ‹unknown-question›r }\n"),
    .init(section: "measures:\n  ‹missing-key›m: { rule: topbox }\n"),
    .init(section: "measures:\n  ‹no-satisfied›m: { rate: q }\n"),
    .init(section: "measures:\n  m: { rate: q, ‹all-satisfied›satisfied: [a, b] }\n"),
    .init(section: "measures:\n  m: { rate: q, satisfied: [‹unknown-choice›A] }\n"),
    .init(section: "measures:\n  m: { rate: q, satisfied: [a, ‹repeated-value›a] }\n"),
    .init(section: "measures:\n  m: { rate: q, base: ‹unknown-word›all, satisfied: [a] }\n"),
    .init(
      header + """
        questions:
          t: { text: { en: Q }, columns: [t], type: text }
          u: { text: { en: Q }, columns: [u], separator: "+", choices: { a: { en: A } } }
        measures:
          m: { rate: ‹measure-question-type›t }
          n: { rate: ‹measure-question-type›u }

        """),
  ]

  /// Measures that are no plain rates, and bounds on their scales.
  static let ruleCases: [BrokenDefinition] = [
    .init(section: "measures:\n  ‹missing-key›m: { rule: bottombox, question: q }\n"),
    .init(section: "measures:\n  ‹missing-key›m: { rule: mean }\n"),
    .init(section: "measures:\n  ‹missing-key›m: { rule: index }\n"),
    .init(
      section: "measures:\n  m: { rule: mean, question: q, ‹unknown-key›satisfied: [a], "
        + "values: { a: 1, b: 2 } }\n"),
    .init(
      section: "measures:\n  m: { rule: net, question: q, promoters: [a, b], "
        + "‹promoter-and-detractor›detractors: [b] }\n"),
    .init(section: "measures:\n  ‹no-values›m: { rule: mean, question: q }\n"),
    .init(
      section: "measures:\n  m: { rule: mean100, question: q, ‹no-values›values: { a: 1 } }\n"),
    .init(
      section:
        "measures:\n  m: { rule: mean, question: q, values: { a: ‹bad-value›1234567, b: 2 } }\n"
    ),
    .init(
      section:
        "measures:\n  m: { rule: mean, question: q, values: { a: ‹bad-value›\"3,5\", b: 2 } }\n"
    ),
    .init(
      section:
        "measures:\n  m: { rule: mean, question: q, values: { ‹unknown-choice›A: 1, a: 1, b: 2 } }\n"
    ),
    .init(
      section:
        "measures:\n  m: { rule: mean, question: q, ‹values-alike›values: { a: 2, b: 2.0 } }\n"),
    .init(
      section:
        "measures:\n  m: { rule: index, ‹questions-of-index›questions: [q], satisfied: [a] }\n"),
    .init(
      section: several + "  m: { rule: index, questions: [‹no-satisfied›q, ‹no-satisfied›r] }\n"),
    .init(
      section: several
        + "  m: { rule: comprehensive, questions: [‹unknown-question›x, r], satisfied: [a] }\n"),
    .init(
      section: several + "  m: { rule: index, ‹scales-differ›questions: [q, r], satisfied: [a] }\n"),
    .init(
      section: several
        + "  m: { rule: index, questions: [q, ‹index-of-counts›l], satisfied: [a] }\n"),
    .init(
      section: several + "  m: { rate: r, satisfied: [a], joint: [‹joint-with-itself›r] }\n"),
    .init(
      section: several + "  m: { rate: r, satisfied: [a], joint: [‹index-of-counts›l] }\n"),
    .init(target: "{ id: t, measure: m, atLeast: ‹bound-not-share›80 points, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: n, atLeast: ‹bound-not-number›80%, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: n, atLeast: ‹bound-not-number›4 points, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: n, atLeast: ‹bound-not-number›1.2345678, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: n, atLeast: ‹bound-off-scale›6, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: n, atLeast: ‹target-at-end›5.0, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: n, atMost: ‹target-at-end›1, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: p, atLeast: ‹bound-not-points›80, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: p, atLeast: ‹bound-not-points›80%, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: p, atLeast: ‹bound-off-scale›101 points, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: p, atLeast: ‹bound-off-scale›-1 điểm, from: 2025-01-01 }"),
  ]
}
