// How a record is read, and why the work is linear in the size of the source.
//
// libcsv alone, in its lenient mode, swallows the rest of a file in silence when a quote is never
// closed; in its strict mode it stops at the first stray quote. So a record is tried on the rungs
// of a ladder, and the first rung that accepts it decides what it is:
//
//   1. strict, spaces kept (RFC 4180): taken;
//   2. strict, spaces round fields and quotes taken off: taken, and counted as repaired;
//   3. lenient, spaces kept, if the record ends with its first physical line: taken, repaired;
//   4. none of these: a fault.
//
// A record that a rung accepts still has to have the header's number of fields, else it is a fault
// too. Rung 3 is bound to one line because a lenient parser joins lines that belong to different
// records. A fault that has only one line is stepped over; of one that has several (or that never
// ended) only the first line is, and reading resumes on the second: so a stray quote at the start
// of a field costs one record. What is left of a record that was broken in this way fails in its
// turn, or happens to be a whole record; where it fails it is a `csv.fragment`.
//
// The work. Physical lines are fed to libcsv one at a time. Call a line odd if it has an odd number
// of quotes. Strict modes allow a quote only where it opens or closes a field or is doubled, so as
// long as libcsv has seen no error, a quote is open exactly when the number of quotes so far is
// odd. A record that begins with an even line therefore ends (or fails) within it, and one that
// begins with an odd line ends or fails at the next odd line at the latest. Hence a byte is fed on
// a strict rung at most twice: once in the record that begins with its own line, and once in one
// that began before it, with the last odd line before its own. With two strict rungs, and one
// lenient one that never leaves its line, every byte is fed at most five times, whatever the file.
// On top of that no record grows beyond `CSVLimits.recordBytes`, which bounds the memory.

/// Reads one record after the other from a window into the parser's sink.
struct RecordLadder: ~Copyable {
  /// What was found at the window's front.
  enum Reading {
    case record
    case blank
    case fault
    case end
    /// A line too long to be held; it is read once the window is no longer pinned.
    case deferred
  }

  /// What one rung made of a record.
  private enum Attempt {
    case ended(lines: Int, end: Int)
    case failed(LibCSVParser.QuoteError, lines: Int)
    case unclosed
    case tooLong
  }

  var window: ByteWindow
  var parser = LibCSVParser()
  /// The number of the physical line at the window's front, from 1.
  var line: UInt64 = 1
  /// The number of fields that a record must have; `nil` takes any up to the limit.
  var width: Int? {
    didSet { parser.sink.keptFields = width ?? limits.fields }
  }

  let limits: CSVLimits
  /// Whether the lines at the front may be left over from a broken record.
  private var isAfterBreak = false
  /// The offset of that record.
  private var brokenAt: UInt64 = 0

  init(_ source: consuming ByteSource, limits: CSVLimits, blockSize: Int) {
    window = ByteWindow(source, blockSize: blockSize)
    self.limits = limits
    width = nil
    parser.sink.keptFields = limits.fields
  }

  /// Reads what is at the front: into the sink's batch go a record, a fault or one more blank.
  mutating func read() throws(ByteSourceError) -> Reading {
    switch try window.line(at: 0, longest: limits.recordBytes) {
    case .end:
      return .end
    case .tooLong:
      if window.isPinned { return .deferred }
      addFault(.recordTooLong, fieldCount: nil, rawEnd: limits.recordBytes, breaks: false)
      try window.skipLine()
      line += 1
      return .fault
    case .line(let first):
      if first.contentEnd == 0 {
        skipBlankLine(first)
        return .blank
      }
      let strict = try attempt(first)
      if case .ended(let lines, let end) = strict {
        return settle(first, lines: lines, end: end, repaired: false)
      }
      let reading = try climb(first, after: strict)
      parser.begin(.strict)
      return reading
    }
  }

  /// Rejects the record at the front, which lies on one line and has another number of fields.
  mutating func rejectWidth(_ count: Int, contentEnd: Int) {
    let code = count > limits.fields ? CSVFaultCode.tooManyFields : .fieldCount
    addFault(code, fieldCount: count, rawEnd: contentEnd, breaks: false)
  }

  /// A record was found without the ladder: what follows is left over from nothing.
  mutating func noteRecord() { isAfterBreak = false }

  /// Puts the sink's batch in place of another and the other way round.
  mutating func exchangeBatch(with batch: inout RecordBatch) {
    parser.sink.exchangeBatch(with: &batch)
  }

  /// Forgets a record that a failing read left half fed.
  mutating func abandonRecord() {
    parser.begin(.strict)
  }

  /// Steps over a line without text.
  mutating func skipBlankLine(_ blank: PhysicalLine) {
    parser.sink.addBlank()
    window.advance(by: blank.end)
    line += 1
  }

  /// Feeds lines from the first on until the record ends one way or another.
  private mutating func attempt(_ first: PhysicalLine) throws(ByteSourceError) -> Attempt {
    var current = first
    var lines = 1
    while true {
      let outcome = window.feed(current, to: &parser)
      switch outcome {
      case .ended: return .ended(lines: lines, end: current.end)
      case .failed(let error): return .failed(error, lines: lines)
      case .open: break
      }
      switch try window.line(at: current.end, longest: limits.recordBytes) {
      case .line(let next): current = next
      case .tooLong: return .tooLong
      case .end: return .unclosed
      }
      lines += 1
    }
  }

  /// Tries the rungs above the first.
  private mutating func climb(
    _ first: PhysicalLine, after strict: Attempt
  ) throws(ByteSourceError) -> Reading {
    // Without an error, the other rungs read what the first has read.
    guard case .failed(let error, let lines) = strict else {
      if case .tooLong = strict { return breakOff(first, .recordTooLong) }
      return breakOff(first, .unclosedQuote)
    }
    var trimming = strict
    // Up to the error both strict modes read alike; without a space there, trimming fails there too.
    if error.mayBeTrimmed {
      parser.begin(.strictTrimming)
      trimming = try attempt(first)
      if case .ended(let lines, let end) = trimming {
        return settle(first, lines: lines, end: end, repaired: true)
      }
    }
    // An error on a later line leaves the first one without an end in any mode.
    if lines == 1 {
      parser.begin(.lenient)
      let outcome = window.feed(first, to: &parser)
      if case .ended = outcome {
        return settle(first, lines: 1, end: first.end, repaired: true)
      }
    }
    switch trimming {
    case .tooLong: return breakOff(first, .recordTooLong)
    case .failed(let error, lines: 1) where error.isAfterQuote:
      return breakOff(first, .textAfterQuote)
    default:
      let isTextAfterQuote = error.isAfterQuote && lines == 1
      return breakOff(first, isTextAfterQuote ? .textAfterQuote : .unclosedQuote)
    }
  }

  /// Decides about a record that a rung accepted.
  private mutating func settle(
    _ first: PhysicalLine, lines: Int, end: Int, repaired: Bool
  ) -> Reading {
    let count = parser.sink.fieldCount
    if !parser.sink.hasText {
      parser.sink.beginRecord()
      skipBlankLine(first)
      return .blank
    }
    let isTaken = width.map { $0 == count } ?? (count <= limits.fields)
    if isTaken {
      parser.sink.keepRecord(line: line, byteOffset: window.offset, repaired: repaired)
      isAfterBreak = false
      window.advance(by: end)
      line += UInt64(lines)
      return .record
    }
    parser.sink.beginRecord()
    let code = count > limits.fields ? CSVFaultCode.tooManyFields : .fieldCount
    addFault(code, fieldCount: count, rawEnd: first.contentEnd, breaks: lines > 1)
    window.advance(by: first.end)
    line += 1
    return .fault
  }

  /// Rejects a record that no rung accepted and steps over its first line.
  private mutating func breakOff(_ first: PhysicalLine, _ code: CSVFaultCode) -> Reading {
    addFault(code, fieldCount: nil, rawEnd: first.contentEnd, breaks: true)
    window.advance(by: first.end)
    line += 1
    return .fault
  }

  /// - Parameter breaks: Whether lines of the record may be left over.
  private mutating func addFault(
    _ code: CSVFaultCode, fieldCount: Int?, rawEnd: Int, breaks: Bool
  ) {
    let fault = CSVFault(
      code: isAfterBreak ? .fragment : code, line: line, byteOffset: window.offset,
      brokenAt: isAfterBreak ? brokenAt : window.offset,
      recordsBefore: parser.sink.batch.recordCount, fieldCount: fieldCount,
      raw: window.copy(0..<rawEnd))
    parser.sink.add(fault)
    if breaks, !isAfterBreak { brokenAt = fault.byteOffset }
    isAfterBreak = isAfterBreak || breaks
  }
}
