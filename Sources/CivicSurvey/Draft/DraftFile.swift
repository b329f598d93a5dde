import SurveyCSV
import SurveyDefinition

/// A file of which a definition is to be drafted: how it is written, and its first records.
final class DraftFile {
  /// So many of a file's first records are looked at before the pass.
  private static let headRecords = 1_000

  let input: SurveyInput
  let encoding: TextEncoding
  let separator: UInt8
  /// How many lines the header has.
  let form: HeaderLines
  /// The columns' names as they stand in the file.
  let header: [String]
  /// How many records below the header go with it.
  let furtherCount: Int
  /// The texts of the first of them, where there are any.
  let furtherTexts: [String]
  /// The first records.
  let head: [[String]]
  /// What is to be said of how it was read.
  let messages: [Message]
  let size: Int?
  /// Kept open where it cannot be opened again.
  private var reader: RecordReader?

  /// Opens a file, finds how it is written, and reads its first records.
  ///
  /// - Throws: ``RunError`` with `header.*`, `text.*`, `io.*`, `draft.rejects`.
  init(_ input: SurveyInput, _ options: DraftOptions, _ cancellation: Cancellation?)
    throws(RunError)
  {
    self.input = input
    var source = try Self.source(input, options, cancellation)
    let head: [UInt8]
    let choice = try EncodingChoice(of: &source, flag: input.isSheet ? nil : options.encoding)
    do throws(ByteSourceError) {
      try source.decode(from: choice.encoding)
      source.watchEncoding()
      head = Array(try source.firstBytes(EncodingDetector.length))
    } catch {
      throw RunError(error)
    }
    let named = input.isSheet ? UInt8(ascii: ",") : options.separator
    var sample = try Self.sample(head, choice.encoding, named, .one, input.name)
    let form = DraftHeader.form(of: sample.header, records: sample.records)
    if form != .one {
      sample = try Self.sample(head, choice.encoding, named, form, input.name)
    }
    encoding = choice.encoding
    messages = choice.messages
    self.form = form
    furtherCount = form == .one ? DraftHeader.furtherCount(of: sample.records) : 0
    furtherTexts = furtherCount > 0 ? sample.records[0] : []
    self.head = Array(sample.records.dropFirst(furtherCount))
    let reader = try Self.reader(source, named, form, options.blockSize, input.name)
    header = reader.header
    separator = reader.separator
    size = reader.size
    if input.isRepeatable, size != nil { self.reader = nil } else { self.reader = consume reader }
    if MarkerColumns.occur(in: header) {
      throw RunError(.data, worded: DraftCode.rejects, [:], at: Message.Place(file: input.name))
    }
  }

  /// The reader at the first response; opens the file again where it was closed.
  func takeReader(
    _ options: DraftOptions, _ cancellation: Cancellation?
  ) throws(RunError) -> RecordReader {
    var reader = try open(options, cancellation)
    guard furtherCount > 0 else { return reader }
    do throws(ByteSourceError) {
      _ = try reader.skipHeaderLines(upTo: DraftHeader.mostFurther) { _ in self.furtherCount }
    } catch {
      throw RunError(error)
    }
    return reader
  }

  /// The reader that was kept open, or one of the file opened again.
  private func open(
    _ options: DraftOptions, _ cancellation: Cancellation?
  ) throws(RunError) -> RecordReader {
    if let reader = reader.take() { return reader }
    var source = try Self.source(input, options, cancellation)
    do throws(ByteSourceError) {
      try source.decode(from: encoding)
      source.watchEncoding()
    } catch {
      throw RunError(error)
    }
    let reader = try Self.reader(source, separator, form, options.blockSize, input.name)
    guard reader.header == header else {
      throw RunError(
        .readFailed, worded: ByteSourceError.Code.changedWhileRead, ["path": input.name],
        at: Message.Place(file: input.name))
    }
    return reader
  }

  private static func source(
    _ input: SurveyInput, _ options: DraftOptions, _ cancellation: Cancellation?
  ) throws(RunError) -> ByteSource {
    do throws(ByteSourceError) {
      return try input.open(options.unpacking, cancellation: cancellation)
    } catch {
      throw RunError(error)
    }
  }

  private static func reader(
    _ source: consuming ByteSource, _ separator: UInt8?, _ form: HeaderLines, _ blockSize: Int,
    _ file: String
  ) throws(RunError) -> RecordReader {
    do {
      return try RecordReader(
        source, dialect: CSVDialect(separator: separator, header: form), blockSize: blockSize,
        isHeader: DraftHeader.isHeader)
    } catch {
      throw RunError(opening: error, file: file)
    }
  }

  /// The header and first records of a file's first bytes.
  private static func sample(
    _ head: [UInt8], _ encoding: TextEncoding, _ separator: UInt8?, _ form: HeaderLines,
    _ file: String
  ) throws(RunError) -> (header: [String], records: [[String]]) {
    var source = ByteSource(bytes: head, name: file, unpacking: .none)
    do throws(ByteSourceError) {
      try source.decode(from: encoding)
    } catch {
      throw RunError(error)
    }
    var reader = try reader(source, separator, form, 64 << 10, file)
    var records: [[String]] = []
    var batch = RecordBatch()
    while records.count < headRecords, (try? reader.next(into: &batch)) == true {
      for record in 0..<min(batch.recordCount, headRecords - records.count) {
        records.append(
          (0..<batch.width).map {
            String(decoding: batch.value(record: record, column: $0), as: UTF8.self)
          })
      }
    }
    return (reader.header, records)
  }
}
