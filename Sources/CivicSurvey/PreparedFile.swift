import SurveyCSV
import SurveyDefinition

/// A file whose header fits the survey; nothing of its responses has been read.
final class PreparedFile {
  let input: SurveyInput
  let columns: ResponsePlan
  /// Its size in bytes as it stands, where it is known before reading.
  let size: Int?
  /// Its compression, if there is one.
  let compression: Compression?
  /// Kept open where it cannot be opened again.
  private var reader: RecordReader?
  /// The header as it stands in the file.
  private let header: [String]

  private init(input: SurveyInput, columns: ResponsePlan, reader: consuming RecordReader) {
    self.input = input
    self.columns = columns
    self.header = reader.header
    self.size = reader.size
    self.compression = reader.compression
    if input.isRepeatable, size != nil {
      self.reader = nil
    } else {
      self.reader = consume reader
    }
  }

  /// Whether it can be opened again and gives the same bytes.
  var canBeReadTwice: Bool { input.isRepeatable && size != nil }

  /// The reader at the first response; opens the file again where it was closed.
  func takeReader(_ options: Tabulator.Options) throws(RunError) -> RecordReader {
    if let reader = reader.take() { return reader }
    let reader = try Self.open(input, options)
    guard reader.header == header else {
      throw RunError(
        .readFailed, "io.changed-while-read", ["path": input.name],
        at: Message.Place(file: input.name))
    }
    return reader
  }

  /// Opens every file, binds its header and drops files whose content was given before.
  ///
  /// - Throws: ``RunError`` with the problems of all files together.
  static func prepare(
    _ inputs: [SurveyInput], survey: Survey, options: Tabulator.Options
  ) throws(RunError) -> (files: [PreparedFile], messages: [Message]) {
    var files: [PreparedFile] = []
    var failures: [RunError] = []
    for input in inputs {
      do throws(RunError) {
        let reader = try open(input, options)
        let columns = try ResponsePlan(
          survey, header: reader.header, file: input.name, line: Int(reader.headerLine))
        files.append(PreparedFile(input: input, columns: columns, reader: reader))
      } catch {
        failures.append(error)
      }
    }
    if let first = failures.first {
      // A file that is not there is told before one that is not right.
      let kind = failures.contains { $0.kind == .noInput } ? .noInput : first.kind
      throw RunError(kind, failures.flatMap(\.messages))
    }
    return try RepeatedContent.removed(from: files, unpacking: options.unpacking)
  }

  private static func open(
    _ input: SurveyInput, _ options: Tabulator.Options
  ) throws(RunError) -> RecordReader {
    let reader = try open(input, options, separator: options.separator)
    // A rejects file is separated as it was written or saved, whatever its export is.
    guard options.separator != nil, input.isRepeatable, MarkerColumns.occur(in: reader.header)
    else { return reader }
    return try open(input, options, separator: nil)
  }

  private static func open(
    _ input: SurveyInput, _ options: Tabulator.Options, separator: UInt8?
  ) throws(RunError) -> RecordReader {
    do {
      var source = try input.open(options.unpacking)
      if options.computesSHA256 { source.computeSHA256() }
      return try RecordReader(
        source,
        dialect: CSVDialect(separator: separator, limits: options.limits),
        blockSize: options.blockSize, engine: options.engine)
    } catch let error as CSVHeaderError {
      throw RunError(error, file: input.name)
    } catch let error as ByteSourceError {
      throw RunError(error)
    } catch {
      throw RunError(.readFailed, "io.read-failed", ["path": input.name, "reason": "\(error)"])
    }
  }
}
