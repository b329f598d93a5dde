import SurveyCSV
import SurveyDefinition

extension ReturnedRejects {
  /// Reads the rejects files of a run for the records that they stand for; `nil` without any.
  ///
  /// - Throws: ``RunError`` with `response.returned-*`, `csv.*`, `io.returned-pipe` or `io.*`.
  static func read(
    _ files: [PreparedFile], _ opener: InputOpener
  ) throws(RunError) -> ReturnedRejects? {
    let returned = files.indices.filter { files[$0].columns.markers != nil }
    guard !returned.isEmpty else { return nil }
    let exports = files.indices.filter { files[$0].columns.markers == nil }
    let table = ReturnedRejects(
      hasExports: !exports.isEmpty, files: files.map(\.input.name),
      withoutFrequency: Set(exports.filter { files[$0].columns.frequencyColumn == nil }))
    // Alone, one file has nothing that another may have too.
    guard !exports.isEmpty || returned.count > 1 else { return table }
    var reader = ReturnedReader(table, exports: exports.map { ($0, files[$0].input.name) })
    for index in returned { try reader.read(files[index], number: index, opener) }
    return try reader.finish()
  }
}

/// Reads rejects files one after the other and collects what is wrong with them.
private struct ReturnedReader {
  /// More problems than this are not told one by one.
  private static let listedProblems = 100

  private var table: ReturnedRejects
  private let exports: [(number: Int, name: String)]
  private var problems: [Message] = []
  /// The sources that a file has been told about already.
  private var told: Set<String> = []

  init(_ table: ReturnedRejects, exports: [(number: Int, name: String)]) {
    self.table = table
    self.exports = exports
  }

  /// The table, once all files have been read.
  mutating func finish() throws(RunError) -> ReturnedRejects {
    for (first, second) in table.settle() where table.hasExports {
      guard problems.count < Self.listedProblems else { break }
      let file = table.files[Int(second.file)]
      problems.append(
        Message(
          .responseReturnedTwice, ["first": String(first.row)],
          at: Message.Place(file: file, line: Int(second.row))))
    }
    guard problems.isEmpty else { throw RunError(.data, problems) }
    return table
  }

  mutating func read(
    _ file: PreparedFile, number: Int, _ opener: InputOpener
  ) throws(RunError) {
    let name = file.input.name
    guard let markers = file.columns.markers else { return }
    guard file.canBeReadTwice else {
      problems.append(
        Message(.ioReturnedPipe, ["path": name], at: Message.Place(file: name)))
      return
    }
    told = []
    var reader: RecordReader
    do throws(RunError) { reader = try file.takeReader(opener) } catch {
      if error.kind == .cancelled { throw error }
      problems += error.messages
      return
    }
    do throws(ByteSourceError) {
      var batch = RecordBatch()
      while try reader.next(into: &batch), problems.count < Self.listedProblems {
        if table.hasExports { noteFaults(batch, file: name) }
        batch.locateRecords()
        for record in 0..<batch.recordCount {
          let place = Message.Place(file: name, line: Int(batch.line(of: record)))
          take(markers.row(batch, record), file: number, at: place)
        }
        guard table.entries.count <= opener.options.returnedLimit else {
          problems = [
            Message(
              .responseReturnedTooMany, ["limit": String(opener.options.returnedLimit)],
              at: Message.Place(file: name))
          ]
          return
        }
      }
    } catch {
      throw RunError(error)
    }
  }

  /// A row that cannot be split says nothing of its record.
  private mutating func noteFaults(_ batch: borrowing RecordBatch, file: String) {
    for fault in batch.faults {
      problems.append(
        Message(fault, width: batch.width, at: Message.Place(file: file, line: Int(fault.line))))
    }
  }

  private mutating func take(_ row: ReturnedRow, file: Int, at place: Message.Place) {
    // Alone, rows are responses like others, whatever their markers say.
    guard let line = row.line, line > 0, let byte = row.byte, byte < ReturnedRejects.byteLimit
    else {
      if table.hasExports { problems.append(Message(.responseReturnedNoPlace, at: place)) }
      return
    }
    guard let number = number(of: row.source, at: place) else { return }
    if table.hasExports, !row.isFilled { return }
    table.append(
      ReturnedRejects.Entry(
        key: ReturnedRejects.key(number, byte), check: row.check,
        row: UInt32(clamping: place.line ?? 0), file: UInt16(clamping: file),
        isFilled: row.isFilled))
  }

  /// The number of the source that a row names; `nil` where there is none, which is told once.
  private mutating func number(of source: String, at place: Message.Place) -> Int? {
    if let number = table.numbers[source] { return number }
    guard table.hasExports else {
      let number = table.numbers.count
      guard number < ReturnedRejects.sourceLimit else { return nil }
      table.setNumber(of: source, to: number)
      return number
    }
    guard !told.contains(source) else { return nil }
    // The file may have been elsewhere when its rejects were written.
    var matching = exports.filter { $0.name == source }
    if matching.isEmpty {
      matching = exports.filter { Self.fileName($0.name) == Self.fileName(source) }
    }
    if matching.count == 1, matching[0].number < ReturnedRejects.sourceLimit {
      table.setNumber(of: source, to: matching[0].number)
      return matching[0].number
    }
    told.insert(source)
    let code: MessageCode =
      matching.isEmpty ? .responseReturnedOtherExport : .responseReturnedSeveralExports
    problems.append(
      Message(
        code,
        [
          "source": source,
          "exports": (matching.isEmpty ? exports : matching).prefix(20).map(\.name)
            .joined(separator: ", "),
        ], at: place))
    return nil
  }

  private static func fileName(_ path: String) -> Substring {
    path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? path[...]
  }
}
