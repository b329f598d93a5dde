import SurveyDefinition

extension RepeatedIDs {
  /// What is said of them, where there are any: a warning where they are more than 0.5 % of the
  /// records with an id.
  func messages(_ survey: Survey) -> [Message] {
    guard ids > 0, let first = files.first, let second = files.last else { return [] }
    // Where most ids come with other answers, they are hardly the same people's.
    let clash = otherAnswers >= ids - otherAnswers
    let source = survey.source
    let isKept = survey.duplicates == .keepAll
    let rule: MessagePart =
      isKept ? .idsAllCounted : otherAnswers > 0 ? .idsFirstOfOrder : .idsFirstCounted
    let remedy: MessagePart =
      if clash {
        first != second && !source.isIDOfFile
          ? .idsOfFile : isKept ? .idsOfWhatKept : .idsOfWhat
      } else {
        isKept ? .idsKeepFirst : .idsLeftOut
      }
    let arguments = [
      "idsCount": String(ids), "recordsCount": String(records), "otherCount": String(otherAnswers),
      "sharePercent": Self.percent(records, of: recordsWithID),
      "about": sought == .sampled ? "≈ " : "", "first": first, "second": second,
      "wherePart": (first == second ? MessagePart.idsWithinFile : .idsBetweenFiles).rawValue,
      "rulePart": rule.rawValue, "remedyPart": remedy.rawValue,
      "estimatedPart": (sought == .sampled ? MessagePart.idsEstimated : .none).rawValue,
      "yaml": Self.yaml(source.responseID),
      "columns": source.responseID.compactMap(\.first).map { "“\($0)”" }.joined(separator: " + "),
    ]
    return [
      Message(
        .responseRepeatedIDs, severity: isOften ? .warning : .note, arguments)
    ]
  }

  /// Whether they are more than 0.5 % of the records with an id.
  private var isOften: Bool { records > recordsWithID / 200 }

  /// A share in percent with one decimal, and with two below 1 %.
  private static func percent(_ part: Int, of whole: Int) -> String {
    let share = Double(part) / Double(max(1, whole))
    let scale = share < 0.01 ? 10_000.0 : 1_000.0
    let digits = share < 0.01 ? 2 : 1
    let number = max(1, Int((share * scale).rounded()))
    let unit = digits == 2 ? 100 : 10
    if number % unit == 0 { return String(number / unit) }
    let fraction = String(number % unit)
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return "\(number / unit).\(zeros)\(fraction)"
  }

  /// The definition's lines by which the file's name becomes a part of the id.
  private static func yaml(_ parts: [[String]]) -> String {
    let all = [[SourceColumns.filePart]] + parts
    let lists = all.map { names in "[" + names.map(quoted).joined(separator: ", ") + "]" }
    return "responseID: { key: [" + lists.joined(separator: ", ") + "] }"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + YAMLText.escaped(text).joined() + "\""
  }
}
