import SurveyCSV
import SurveyDefinition

/// Reads a small file that staff have filled in and a spreadsheet has saved, whatever its encoding and
/// separator.
struct SheetReader: ~Copyable {
  /// The cells of one line, without what guards them from being formulas.
  struct Row {
    let cells: [String]
    let place: Message.Place
  }

  /// More problems than this are not told one by one.
  static let listedProblems = 100

  /// What is to be said of the encoding.
  let messages: [Message]
  private let file: String
  private var reader: RecordReader
  private var batch = RecordBatch()

  /// Opens a file and reads its header.
  ///
  /// - Parameter isHeader: Whether these names are the header's, and not a title's.
  /// - Throws: ``RunError`` with `header.*`, `text.*`, `csv.*`, `io.*` or `run.cancelled`.
  init(
    _ input: SurveyInput, cancellation: Cancellation?, isHeader: (([String]) -> Bool)? = nil
  ) throws(RunError) {
    file = input.name
    var messages: [Message] = []
    reader = try Self.open(input, cancellation, isHeader, &messages)
    self.messages = messages
  }

  private static func open(
    _ input: SurveyInput, _ cancellation: Cancellation?, _ isHeader: (([String]) -> Bool)?,
    _ messages: inout [Message]
  ) throws(RunError) -> RecordReader {
    do {
      var source = try input.open(.standard, cancellation: cancellation)
      let choice = try EncodingChoice(ofSheet: &source)
      try source.decode(from: choice.encoding)
      messages += choice.messages
      return try RecordReader(source, isHeader: isHeader)
    } catch {
      throw RunError(opening: error, file: input.name)
    }
  }

  /// The columns' names as they stand in the file.
  var header: [String] { reader.header }

  /// Where the header stands.
  var headerPlace: Message.Place { Message.Place(file: file, line: Int(reader.headerLine)) }

  /// The next rows, and what is wrong with lines between them; `nil` at the end.
  ///
  /// - Throws: ``RunError`` with `io.*` or `run.cancelled`.
  mutating func next() throws(RunError) -> (rows: [Row], problems: [Message])? {
    do throws(ByteSourceError) {
      guard try reader.next(into: &batch) else { return nil }
    } catch {
      throw RunError(error)
    }
    func place(_ line: UInt64) -> Message.Place { Message.Place(file: file, line: Int(line)) }
    let problems = batch.faults.map {
      Message($0, width: batch.width, at: place($0.line))
    }
    batch.locateRecords()
    let rows = (0..<batch.recordCount).map { record in
      let cells = (0..<batch.width).map { column in
        let bytes = FormulaGuard.removed(from: batch.value(record: record, column: column))
        return LabelFolding.display(String(decoding: bytes, as: UTF8.self))
      }
      return Row(cells: cells, place: place(batch.line(of: record)))
    }
    return (rows, problems)
  }
}
