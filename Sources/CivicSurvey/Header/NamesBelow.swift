import SurveyCSV
import SurveyDefinition

/// Looks for the names that a header lacks on the lines below it, where survey services write them.
struct NamesBelow {
  private let known: Set<String>

  init(_ survey: Survey) {
    // A definition that names the lines of a header is believed.
    known =
      survey.source.header.lines == 1
      ? Set(SurveyColumns(survey).names.map(LabelFolding.fold)) : []
  }

  /// The error of a header that does not fit, with what explains it first.
  func explained(
    _ error: RunError, _ reader: inout RecordReader, file: String
  ) -> RunError {
    let lacking: Set<String> = [
      MessageCode.headerMissingColumn.rawValue, MessageCode.headerMissingColumnLike.rawValue,
    ]
    guard !known.isEmpty, error.messages.contains(where: { lacking.contains($0.code) }) else {
      return error
    }
    var batch = RecordBatch()
    guard (try? reader.next(into: &batch)) == true else { return error }
    batch.locateRecords()
    let header = Set(reader.header.map(LabelFolding.fold))
    for record in 0..<min(batch.recordCount, FurtherHeaderRule.most) {
      let names = (0..<batch.width).map { column in
        String(decoding: batch.value(record: record, column: column), as: UTF8.self)
      }.map(LabelFolding.display).filter {
        known.contains(LabelFolding.fold($0)) && !header.contains(LabelFolding.fold($0))
      }
      guard !names.isEmpty else { continue }
      let line = Int(batch.line(of: record))
      let explanation = Message(
        .headerNamesBelow,
        [
          "names": names.prefix(5).map { "“\($0)”" }.joined(separator: ", "),
          "line": String(line), "example": "header: { lines: \(record + 2), names: joined }",
        ], at: Message.Place(file: file, line: line))
      return RunError(error.kind, [explanation] + error.messages)
    }
    return error
  }
}
