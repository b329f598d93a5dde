import CivicSurvey
import SurveyDefinition

extension Survey {
  /// The survey's identity and title.
  func json(shapeHash: String, in locale: ReportLocale) -> JSONValue {
    .object([
      ("id", .string(id)),
      ("version", .string(version)),
      ("revision", .int(revision)),
      ("shapeHash", .string(shapeHash)),
      ("coverage", .string(coverage.rawValue)),
      ("title", .string(title.text(in: locale.rawValue))),
    ])
  }
}

extension Accounting {
  /// The counts; `selected` is the number of responses that a report is limited to.
  func json(selected: Int) -> JSONValue {
    .object([
      ("read", .int(read)),
      ("accepted", .int(accepted)),
      ("rejected", .int(rejected)),
      ("rejectedResponses", .int(rejectedResponses)),
      (
        "unknownCounts",
        .object([("records", .int(unknownCounts)), ("largest", .int(largestCount))])
      ),
      (
        "duplicate",
        .object([
          ("identical", .int(identicalDuplicates)),
          ("conflicting", .int(conflictingDuplicates)),
        ])
      ),
      ("outOfScope", .int(outOfScope)),
      ("outOfScopeBy", outOfScopeBy.json),
      ("blank", .int(blank)),
      ("notResponse", .int(notResponse)),
      ("repaired", .int(repaired)),
      ("corrected", .int(corrected)),
      ("responses", .int(responses)),
      ("withoutID", .int(withoutID)),
      ("selected", .int(selected)),
      ("byCode", byCode.json),
    ])
  }
}

extension [String: Int] {
  /// The counts, by their names.
  fileprivate var json: JSONValue {
    .object(sorted { $0.key < $1.key }.map { ($0.key, .int($0.value)) })
  }
}

extension StrayDate {
  /// The half-month, its responses, and where the first of them stands.
  var json: JSONValue {
    .object([
      ("first", .string(first.description)),
      ("last", .string(last.description)),
      ("n", .int(n)),
      ("place", place?.json ?? .null),
    ])
  }
}

extension SourcePlace {
  /// The source and the line.
  var json: JSONValue {
    .object([("source", .string(source)), ("line", .int(Int(clamping: line)))])
  }
}

extension ReportSource {
  /// The source.
  var json: JSONValue {
    .object([
      ("name", .optional(name)),
      ("bytes", .int(bytes)),
      ("xxh128", .string(digest)),
      ("sha256", .optional(sha256)),
      ("first", .optional(first?.description)),
      ("last", .optional(last?.description)),
    ])
  }
}

extension RepeatedIDs {
  /// The counts, the two files and among which ids it was looked for.
  var json: JSONValue {
    .object([
      ("ids", .int(ids)), ("records", .int(records)), ("otherAnswers", .int(otherAnswers)),
      ("files", .array(files.map { .string($0) })), ("sought", .string(sought.rawValue)),
    ])
  }
}
