import SurveyDefinition

/// What a run tells of files.
extension PastedAdvice {
  private static let withIDs = "source: { responseID: { columns: [id] } }\n"
  private static let base = header + question
  private static let dimension = "dimensions: { d: { columns: [d], open: true } }\n"

  static let ofRuns: [PastedAdvice] = columns + ids + answers + encodings + dates + designs

  private static let clusters = "design: { strata: { columns: [s] }, clusters: { columns: [k] } }\n"

  private static let designs: [PastedAdvice] = [
    PastedAdvice(
      "response.cluster-in-two-strata", base + clusters, .words("nested: true"),
      in: "design: { ", as: "design: { ‹›, ",
      files: [("a.csv", "q,s,k\n5,a,1\n4,a,2\n5,b,1\n1,b,2\n")]),
    PastedAdvice(
      "response.lonely-response",
      base + "design: { clusters: { columns: [k] }, populationSize: { columns: [s] }, "
        + "second: { populationSize: { columns: [m] } } }\n",
      .words("lonelyPSU: remove"), in: "design: { ", as: "design: { ‹›, ",
      files: [("a.csv", "q,s,k,m\n5,9,1,4\n4,9,2,4\n5,9,2,4\n")]),
    PastedAdvice(
      "response.no-wave", base + dated + "design: { wave: quarter }\n",
      .words("lonelyPSU: average"), in: "wave: quarter", as: "wave: quarter, ‹›",
      files: [("a.csv", "q,date\n5,2025-01-01\n4,2025-01-02\n5,\n")]),
    PastedAdvice(
      "response.lonely-stratum", base + clusters, .words("lonelyPSU: average"),
      in: "design: { ", as: "design: { ‹›, ",
      files: [("a.csv", "q,s,k\n5,a,1\n4,a,2\n5,b,3\n1,b,3\n")]),
  ]

  private static let columns: [PastedAdvice] = [
    PastedAdvice(
      "csv.further-headers", Fixture.small, .argument("example"), in: "source:\n",
      as: "source:\n  ‹›\n",
      files: [
        (
          "a.csv",
          "id,date,field,unit,overall,note\n,,,Unit name,Response,Open-Ended Response\n"
            + "1,2025-01-02,land,A,5,x\n"
        )
      ]),
    PastedAdvice(
      "header.names-below",
      header + "source:\n  encoding: UTF-8\n"
        + question.replacing("[q]", with: "[Overall, \"How was it? / Overall\"]") + dimension,
      .argument("example"), in: "  encoding", as: "  ‹›\n  encoding",
      files: [("a.csv", "d,How was it?,\n,Overall,Staff\nA,5,4\nB,4,4\n")]),
    PastedAdvice(
      "header.missing-column-like", base + dimension.replacing("[d]", with: "[district]"),
      .argument("suggestion"), in: "[district]", as: "[district, \"‹›\"]",
      files: [("a.csv", "distrikt,q\nA,5\n")]),
  ]

  private static let ids: [PastedAdvice] = [
    PastedAdvice(
      "response.repeated-ids", base + withIDs, .words("duplicates: keepFirst"), in: "coverage:",
      as: "‹›\ncoverage:",
      files: [("a.csv", "id,q\n1,5\n2,4\n"), ("b.csv", "id,q\n1,5\n2,4\n3,4\n")]),
    // Numbers that begin anew in each file.
    PastedAdvice(
      "response.repeated-ids", base + withIDs, .argument("yaml"),
      in: "responseID: { columns: [id] }", as: "‹›",
      files: [("a.csv", "id,q\n1,5\n2,4\n"), ("b.csv", "id,q\n1,4\n2,5\n")]),
    // What is called an id is none.
    PastedAdvice(
      "response.repeated-ids", base + withIDs + "duplicates: keepFirst\n",
      .words("duplicates: keepAll"), in: "duplicates: keepFirst", as: "‹›",
      files: [("a.csv", "id,q\n1,1\n" + (1...40).map { "\($0),5\n" }.joined())]),
    PastedAdvice(
      "response.conflicting-ids",
      base + withIDs.replacing("[id]", with: "[a]") + "duplicates: keepFirst\n",
      .words("key: [[a], [b]]"), in: "columns: [a]", as: "‹›",
      files: [
        ("a.csv", "a,b,q\n1,1,5\n1,2,4\n2,1,1\n2,1,1\n3,1,5\n3,1,5\n4,1,5\n4,1,5\n")
      ]),
    PastedAdvice(
      "response.conflicting-ids", base + withIDs + "duplicates: keepFirst\n",
      .words("duplicates: keepAll"), in: "duplicates: keepFirst", as: "‹›",
      files: [("a.csv", "id,q\n1,5\n1,4\n1,1\n2,5\n2,4\n")]),
    PastedAdvice(
      "response.conflicting-ids", base + withIDs + "duplicates: keepFirst\n", .argument("yaml"),
      in: "responseID: { columns: [id] }", as: "‹›",
      files: [("a.csv", "id,q\n1,5\n2,4\n"), ("b.csv", "id,q\n1,4\n2,5\n")]),
  ]

  private static let answers: [PastedAdvice] = [
    PastedAdvice(
      "response.question-unread", base, .words("Great"), in: "{ en: Good }",
      as: "{ en: Good, accepts: [‹›] }",
      files: [("a.csv", "q\n" + String(repeating: "Great\n", count: 1_000))]),
    PastedAdvice(
      "response.unknown-category",
      base
        + dimension.replacing("open: true", with: "unknown: reject, categories: { a: { en: A } }"),
      .words("accepts"), in: "{ en: A }", as: "{ en: A, ‹›: [zz] }",
      files: [("a.csv", "d,q\nzz,5\n")]),
    PastedAdvice(
      "response.invalid-answer",
      base.replacing("columns: [q]", with: "columns: [q]\n    invalid: reject"), .words("accepts"),
      in: "{ en: Good }", as: "{ en: Good, ‹›: [zz] }", files: [("a.csv", "q\nzz\n")]),
    PastedAdvice(
      "response.unreadable-date", base + dated, .words("formats"), in: "[date]",
      as: "[date], ‹›: [yyyyMMdd]", files: [("a.csv", "date,q\n20250102,5\n")]),
    PastedAdvice(
      "response.code-contradicts-label", base, .argument("label"), in: "{ en: Bad }",
      as: "{ en: Bad, accepts: [\"‹›\"] }", files: [("a.csv", "q\n5\n5 - Bad\n")]),
  ]

  /// “UBND xã An Lão” in TCVN3.
  private static let inTCVN3: File = {
    let unit = Array("UBND x".utf8) + [0xB7] + Array(" An L".utf8) + [0xB7] + Array("o,5\n".utf8)
    return ("a.csv", Array("d,q\n".utf8) + (0..<20).flatMap { _ in unit })
  }()

  private static let encodings: [PastedAdvice] = [
    PastedAdvice(
      "text.encoding-detected", base + dimension, .argument("encoding"), in: "dimensions:",
      as: "source: { encoding: ‹› }\ndimensions:", bytes: inTCVN3),
    PastedAdvice(
      "text.encoding-mismatch", base + dimension + "source: { encoding: Windows-1258 }\n",
      .argument("found"), in: "Windows-1258", as: "‹›", bytes: inTCVN3),
  ]

  private static let dates: [PastedAdvice] = [
    PastedAdvice(
      "response.undecided-date-order",
      base + dated.replacing("[date]", with: "[date], formats: [dd/MM/yyyy]"), .argument("other"),
      in: "[dd/MM/yyyy]", as: "[‹›]",
      files: [("a.csv", "date,q\n01/02/2025,5\n02/03/2025,5\n")]),
    PastedAdvice(
      "response.other-date-order",
      base + dated.replacing("[date]", with: "[date], formats: [dd/MM/yyyy]"), .argument("other"),
      in: "[dd/MM/yyyy]", as: "[‹›]",
      files: [("a.csv", "date,q\n01/02/2025,5\n02/23/2025,5\n")]),
    PastedAdvice(
      "tally.period-too-fine", base + dated, .words("finestPeriod: day"), in: "coverage:",
      as: "‹›\ncoverage:", files: [("a.csv", "date,q\n2025-01-02,5\n")], by: ["day"]),
  ]
}
