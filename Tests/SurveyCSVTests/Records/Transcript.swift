import Testing

@testable import SurveyCSV

/// What stands in a source, in its order; blanks are counted apart.
enum Event: Equatable, CustomStringConvertible {
  case record([String], line: UInt64, at: UInt64, repaired: Bool = false)
  case fault(CSVFaultCode, line: UInt64, at: UInt64, raw: String, fields: Int? = nil)

  var description: String {
    switch self {
    case .record(let fields, let line, let offset, let repaired):
      "record\(repaired ? " repaired" : "") \(fields.debugDescription) line \(line) at \(offset)"
    case .fault(let code, let line, let offset, let raw, let fields):
      "\(code.rawValue) line \(line) at \(offset) \(raw.debugDescription) \(fields as Int?)"
    }
  }
}

/// All that a reader says about a source; `\xHH` stands for bytes that are no text.
struct Transcript: Equatable {
  var header: [String] = []
  var headerLine: UInt64 = 0
  var headerOffset: UInt64 = 0
  var separator: UInt8 = 0
  var events: [Event] = []
  var blankCount = 0
  var badText: [String] = []
  var lineCount: UInt64 = 0
  var digest = XXH128Digest(high: 0, low: 0)
  var bytesRead: UInt64 = 0
  var bytesFed: UInt64 = 0
  /// Of blocks, how many came back and how many were right.
  var returnedCount = 0
  var confirmedCount = 0

  init(
    reading bytes: [UInt8], dialect: CSVDialect = CSVDialect(), readSize: Int = .max,
    blockSize: Int = 256 << 10, engine: RecordReader.Engine = .best, blocksAhead: Int = 0
  ) throws {
    let source = ByteSource(bytes: bytes, name: "test", maximalRead: readSize)
    var reader = try RecordReader(source, dialect: dialect, blockSize: blockSize, engine: engine)
    header = reader.header
    headerLine = reader.headerLine
    headerOffset = reader.headerByteOffset
    separator = reader.separator
    if blocksAhead > 0 {
      var blocks = BlocksAhead(blocksAhead)
      _ = try blocks.read(&reader) { take(&$0) }
      (returnedCount, confirmedCount) = (blocks.returnedCount, blocks.confirmedCount)
    } else {
      var batch = RecordBatch()
      while try reader.next(into: &batch) { take(&batch) }
    }
    lineCount = reader.lineCount
    digest = reader.digest
    bytesRead = reader.bytesRead
    bytesFed = reader.bytesFed
  }

  /// Leaves out how it was read.
  mutating func forgetBlocks() { (returnedCount, confirmedCount) = (0, 0) }

  private mutating func take(_ batch: inout RecordBatch) {
    batch.locateRecords()
    list(batch)
    compareColumns(of: batch)
  }

  private mutating func list(_ batch: RecordBatch) {
    blankCount += batch.blankCount
    var faults = batch.faults[...]
    for record in 0...batch.recordCount {
      while let fault = faults.first, fault.recordsBefore == record {
        faults.removeFirst()
        events.append(
          .fault(
            fault.code, line: fault.line, at: fault.byteOffset, raw: text(fault.raw),
            fields: fault.fieldCount))
      }
      guard record < batch.recordCount else { break }
      let fields = (0..<batch.width).map { text(batch.value(record: record, column: $0)) }
      events.append(
        .record(
          fields, line: batch.line(of: record), at: batch.byteOffset(of: record),
          repaired: batch.isRepaired(record)))
      for column in 0..<batch.width {
        if !batch.isText(record: record, column: column) { badText.append(fields[column]) }
      }
    }
  }
}

/// Expects the same of a batch's columns as a whole, which hot paths read, as of its single values.
private func compareColumns(of batch: borrowing RecordBatch) {
  for column in 0..<batch.width {
    var found: [[UInt8]] = []
    var mayBeDoubled: [Bool] = []
    unsafe batch.withColumn(column) { fields in
      for record in unsafe 0..<fields.count {
        // SAFETY: the value lies within the bytes.
        let value = unsafe fields.value(record)
        let bytes = unsafe UnsafeBufferPointer(
          start: fields.bytes + value.start, count: value.count)
        unsafe found.append(Array(bytes))
        mayBeDoubled.append(value.mayHaveDoubledQuote)
      }
    }
    for record in 0..<batch.recordCount {
      let value = batch.value(record: record, column: column)
      let isSame =
        mayBeDoubled[record]
        ? text(found[record]).replacing("\"\"", with: "\"") == text(value) : found[record] == value
      if !isSame { Issue.record("record \(record), column \(column)") }
    }
  }
}

/// Bytes as text, with `\xHH` for those that are none.
func text(_ bytes: [UInt8]) -> String {
  if let text = String(validating: bytes, as: UTF8.self) { return text }
  var result = ""
  for byte in bytes {
    if byte < 0x80 {
      result.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      result += "\\x" + String(byte, radix: 16, uppercase: true)
    }
  }
  return result
}
