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

  private init(input: SurveyInput, columns: ResponsePlan, reader: consuming RecordReader) {
    self.input = input
    self.columns = columns
    self.size = reader.size
    self.compression = reader.compression
    if input.isRepeatable, size != nil {
      self.reader = nil
    } else {
      self.reader = consume reader
    }
  }

  /// The reader at the first response; opens the file again where it was closed.
  func takeReader(
    _ survey: Survey, _ options: Tabulator.Options
  ) throws(RunError) -> RecordReader {
    if let reader = reader.take() { return reader }
    let reader = try Self.open(input, survey, options)
    guard reader.header == columns.header else {
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
        let reader = try open(input, survey, options)
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
    _ input: SurveyInput, _ survey: Survey, _ options: Tabulator.Options
  ) throws(RunError) -> RecordReader {
    let rule = HeaderRule(survey)
    do {
      var source = try input.open(options.unpacking)
      if options.computesSHA256 { source.computeSHA256() }
      return try RecordReader(
        source,
        dialect: CSVDialect(separator: options.separator, limits: options.limits),
        blockSize: options.blockSize, engine: options.engine, isHeader: rule.isHeader)
    } catch let error as CSVHeaderError {
      throw RunError(error, file: input.name)
    } catch let error as ByteSourceError {
      throw RunError(error)
    } catch {
      throw RunError(.readFailed, "io.read-failed", ["path": input.name, "reason": "\(error)"])
    }
  }
}
