import SurveyCSV

/// All that a reader says about a file, in a form that is quickly compared.
public struct ReaderTranscript {
  /// The header, then each record and fault in the file's order, in bytes.
  private var content: [UInt8] = []
  private var recordCount = 0
  private var faultCount = 0
  private var blankCount = 0
  private var lineCount: UInt64 = 0
  private var bytesRead: UInt64 = 0
  private var digest = XXH128Digest(high: 0, low: 0)
  private var headerError: CSVHeaderError?
  /// Where the reader contradicts itself.
  public private(set) var contradiction: String?

  /// Reads a file to its end.
  ///
  /// - Parameter blocksAhead: how many blocks are taken before one is looked at, as so many threads
  ///   do; 0 for a reader that finds records itself.
  public init(
    of file: [UInt8], separator: UInt8?, limits: CSVLimits, readSize: Int = .max,
    blockSize: Int = 4_096, engine: RecordReader.Engine, blocksAhead: Int = 0
  ) {
    do {
      try read(
        ByteSource(bytes: file, name: "fuzz", maximalRead: readSize, unpacking: .none),
        dialect: CSVDialect(separator: separator, limits: limits), blockSize: blockSize,
        engine: engine, blocksAhead)
    } catch let error as CSVHeaderError {
      headerError = error
    } catch {
      contradiction = "reading fails: \(error)"
    }
    if headerError == nil, digest != XXH128Digest.of(file) { contradiction = "the digest is wrong" }
  }

  private mutating func read(
    _ source: consuming ByteSource, dialect: CSVDialect, blockSize: Int,
    engine: RecordReader.Engine, _ blocksAhead: Int
  ) throws {
    var reader = try RecordReader(source, dialect: dialect, blockSize: blockSize, engine: engine)
    for name in reader.header { append(Array(name.utf8)) }
    append(reader.headerLine)
    append(reader.headerByteOffset)
    content.append(reader.separator)
    var batch = RecordBatch()
    if blocksAhead > 0 {
      var blocks = BlocksAhead(blocksAhead)
      batch = try blocks.read(&reader) { batch in
        batch.locateRecords()
        take(batch)
      }
    } else {
      while try reader.next(into: &batch) {
        batch.locateRecords()
        take(batch)
      }
    }
    if batch.recordCount > 0 || !batch.faults.isEmpty {
      contradiction = "the last batch holds something"
    }
    blankCount += batch.blankCount
    lineCount = reader.lineCount
    bytesRead = reader.bytesRead
    digest = reader.digest
  }

  private mutating func take(_ batch: borrowing RecordBatch) {
    blankCount += batch.blankCount
    recordCount += batch.recordCount
    faultCount += batch.faults.count
    var fault = 0
    for record in 0...batch.recordCount {
      while fault < batch.faults.count, batch.faults[fault].recordsBefore == record {
        append(batch.faults[fault])
        fault += 1
      }
      guard record < batch.recordCount else { break }
      append(batch.line(of: record))
      append(batch.byteOffset(of: record))
      content.append(batch.isRepaired(record) ? 0x52 : 0x72)
      for column in 0..<batch.width {
        let value = batch.value(record: record, column: column)
        append(value)
        let isText = batch.isText(record: record, column: column)
        content.append(isText ? 0x74 : 0x62)
        if isText != (String(validating: value, as: UTF8.self) != nil) {
          contradiction = "isText of \(value) is \(isText)"
        }
      }
    }
    if fault < batch.faults.count { contradiction = "a fault out of order" }
  }

  private mutating func append(_ fault: CSVFault) {
    content.append(0x21)
    append(Array(fault.code.rawValue.utf8))
    append(fault.line)
    append(fault.byteOffset)
    append(UInt64(bitPattern: Int64(fault.fieldCount ?? -1)))
    append(fault.raw)
  }

  private mutating func append(_ value: [UInt8]) {
    append(UInt64(value.count))
    content.append(contentsOf: value)
  }

  private mutating func append(_ number: UInt64) {
    // SAFETY: the bytes of the local number are copied at once.
    unsafe withUnsafeBytes(of: number) { bytes in unsafe content.append(contentsOf: bytes) }
  }

  /// What another reader says otherwise; `nil` if they agree.
  public func difference(to other: ReaderTranscript) -> String? {
    if headerError != other.headerError {
      return "header error: \(headerError as Any) and \(other.headerError as Any)"
    }
    for (what, one, two) in [
      ("records", recordCount, other.recordCount), ("faults", faultCount, other.faultCount),
      ("blanks", blankCount, other.blankCount), ("lines", Int(lineCount), Int(other.lineCount)),
      ("bytes", Int(bytesRead), Int(other.bytesRead)),
    ] where one != two {
      return "\(what): \(one) and \(two)"
    }
    if content != other.content { return "content: \(content) and \(other.content)" }
    return digest == other.digest ? nil : "digests"
  }
}
