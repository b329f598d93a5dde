import SurveyCSV
import SurveyDefinition

/// Opens the files of one run, as its options say, so that whoever runs it can stop their reading.
struct InputOpener {
  let survey: Survey
  var options: TabulationOptions
  let cancellation: Cancellation?

  /// The content of a file, unpacked where it is compressed.
  func source(of input: SurveyInput) throws(RunError) -> ByteSource {
    do throws(ByteSourceError) {
      return try input.open(options.unpacking, cancellation: cancellation)
    } catch {
      throw RunError(error)
    }
  }

  /// A reader of a file whose encoding is known, at its first response.
  func reader(
    of input: SurveyInput, _ encoding: TextEncoding, separator: UInt8?
  ) throws(RunError) -> RecordReader {
    var source = try source(of: input)
    do throws(ByteSourceError) {
      try source.decode(from: encoding)
      source.watchEncoding()
    } catch {
      throw RunError(error)
    }
    return try reader(of: input, source, separator: separator)
  }

  /// A reader of a source from which nothing has been read, at its first response.
  func reader(
    of input: SurveyInput, _ source: consuming ByteSource, separator: UInt8?
  ) throws(RunError) -> RecordReader {
    if options.computesSHA256 { source.computeSHA256() }
    let rule = HeaderRule(survey)
    do {
      return try RecordReader(
        source,
        dialect: CSVDialect(
          separator: separator, limits: options.limits, header: survey.source.header.csvLines),
        blockSize: options.blockSize, engine: options.engine, isHeader: rule.isHeader)
    } catch {
      throw RunError(opening: error, file: input.name)
    }
  }
}
