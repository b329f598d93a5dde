import SurveyCSV
import SurveyDefinition

/// A file whose header fits the survey; nothing of its responses has been read.
final class PreparedFile {
  let input: SurveyInput
  let columns: ResponsePlan
  /// How its text is coded.
  let encoding: TextEncoding
  /// Its size in bytes as it stands, where it is known before reading.
  let size: Int?
  /// Its compression, if there is one.
  let compression: Compression?
  /// Kept open where it cannot be opened again, and where it is the only one: many files would take
  /// a descriptor and a block each.
  private var reader: RecordReader?
  /// The header as it stands in the file.
  private let header: [String]
  /// The separator that it was opened with; `nil` where that was recognised.
  private let separator: UInt8?

  private init(
    input: SurveyInput, columns: ResponsePlan, encoding: TextEncoding, separator: UInt8?,
    reader: consuming RecordReader, isOnly: Bool
  ) {
    self.input = input
    self.columns = columns
    self.encoding = encoding
    self.separator = separator
    self.header = reader.header
    self.size = reader.size
    self.compression = reader.compression
    // Rows of a rejects file need more room than its header did.
    let staysOpen = isOnly && columns.markers == nil
    if input.isRepeatable, size != nil, !staysOpen {
      self.reader = nil
    } else {
      self.reader = consume reader
    }
  }

  /// Whether it can be opened again and gives the same bytes.
  var canBeReadTwice: Bool { input.isRepeatable && size != nil }

  /// The reader at the first response; opens the file again where it was closed.
  func takeReader(_ opener: InputOpener) throws(RunError) -> RecordReader {
    if let reader = reader.take() { return reader }
    var opener = opener
    if columns.markers != nil { opener.options.limits = opener.options.limits.roomForRejects }
    let reader = try opener.reader(of: input, encoding, separator: separator)
    guard reader.header == header else {
      throw RunError(
        .readFailed, worded: ByteSourceError.Code.changedWhileRead, ["path": input.name],
        at: Message.Place(file: input.name))
    }
    return reader
  }

  /// Opens every file and binds its header.
  ///
  /// - Throws: ``RunError`` with the problems of all files together.
  static func prepare(
    _ inputs: [SurveyInput], _ opener: InputOpener
  ) throws(RunError) -> (files: [PreparedFile], messages: [Message]) {
    var files: [PreparedFile] = []
    var messages: [Message] = []
    var failures: [RunError] = []
    for input in inputs {
      do throws(RunError) {
        let (file, notes) = try prepare(input, opener, isOnly: inputs.count == 1)
        files.append(file)
        messages += notes
      } catch {
        if error.kind == .cancelled { throw error }
        failures.append(error)
      }
    }
    if let first = failures.first {
      // A file that is not there is told before one that is not right.
      let kind = failures.contains { $0.kind == .noInput } ? .noInput : first.kind
      throw RunError(kind, failures.flatMap(\.messages))
    }
    return (files, messages)
  }

  /// Opens one file, finds its encoding and binds its header.
  private static func prepare(
    _ input: SurveyInput, _ opener: InputOpener, isOnly: Bool
  ) throws(RunError) -> (PreparedFile, [Message]) {
    let survey = opener.survey
    let options = opener.options
    var source = try opener.source(of: input)
    let choice =
      input.isSheet
      ? try EncodingChoice(ofSheet: &source)
      : try EncodingChoice(of: &source, flag: options.encoding, survey: survey)
    let head: ArraySlice<UInt8>
    do throws(ByteSourceError) {
      try source.decode(from: choice.encoding)
      source.watchEncoding()
      head = try source.firstBytes(EncodingDetector.length)
    } catch {
      throw RunError(error)
    }
    var separator = input.isSheet ? UInt8(ascii: ",") : options.separator
    var reader = try opener.reader(of: input, source, separator: separator)
    if separator != nil, !input.isSheet, input.isRepeatable, MarkerColumns.occur(in: reader.header)
    {
      // A rejects file is separated as it was written or saved, whatever its export is.
      separator = nil
      reader = try opener.reader(of: input, choice.encoding, separator: nil)
    }
    let line = Int(reader.headerLine)
    let known = SurveyColumns(survey)
    let damaged = reader.header.filter { LostLetters.isDamaged($0) && !known.contains($0) }
    if !damaged.isEmpty {
      throw RunError(
        .data, .textLettersLostInHeader,
        [
          "damagedCount": String(damaged.count), "columnsCount": String(reader.header.count),
          "examples": damaged.prefix(3).map { "“\($0)”" }.joined(separator: ", "),
        ], at: Message.Place(file: input.name, line: line))
    }
    try FurtherHeaderRule(survey).check(reader.headerLines, reader.header, file: input.name)
    let columns: ResponsePlan
    do throws(RunError) {
      columns = try ResponsePlan(survey, header: reader.header, file: input.name, line: line)
    } catch {
      throw NamesBelow(survey).explained(error, &reader, file: input.name)
    }
    try LabelSample.check(
      head, choice.encoding, columns, survey,
      dialect: CSVDialect(
        separator: separator, limits: options.limits, header: survey.source.header.csvLines),
      file: input.name)
    let file = PreparedFile(
      input: input, columns: columns, encoding: choice.encoding, separator: separator,
      reader: reader, isOnly: isOnly)
    return (file, choice.messages)
  }
}

extension CSVLimits {
  /// A row of a rejects file may hold a record's bytes up to the limit, each written with up to four,
  /// and its fields beside the marker columns.
  fileprivate var roomForRejects: CSVLimits {
    CSVLimits(
      recordBytes: 4 * recordBytes + 65_536, fields: fields + MarkerColumns.names.count)
  }
}
