// How a record is read, and why the work is linear in the size of the source.
//
// libcsv alone, in its lenient mode, swallows the rest of a file in silence when a quote is never
// closed; in its strict mode it stops at the first stray quote. So a record is tried on the rungs
// of a ladder, and the first rung that accepts it decides what it is:
//
//   1. strict, spaces kept (RFC 4180): taken;
//   2. strict, spaces round fields and quotes taken off: taken, and counted as repaired;
//   3. lenient, spaces kept, if the record ends with its first physical line, and no separator
//      stands between two quotes that are part of the text (`BareQuotes`): taken, repaired;
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

/// Reads one record after the other from a window into a batch.
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

  /// The number of fields that a record must have; `nil` takes any up to the limit.
  var width: Int? {
    didSet { parser.keptFields = width ?? limits.fields }
  }

  let limits: CSVLimits
  private var parser = LibCSVParser()
  private(set) var separator: UInt8 = 0x2C
  /// Whether the lines at the front may be left over from a broken record.
  private(set) var isAfterBreak = false
  /// The offset of that record.
  private var brokenAt: UInt64 = 0

  init(limits: CSVLimits) {
    self.limits = limits
    width = nil
    parser.keptFields = limits.fields
  }

  /// The bytes fed to libcsv so far.
  var bytesFed: UInt64 { parser.bytesFed }

  /// The byte between two fields.
  mutating func setSeparator(_ separator: UInt8) {
    self.separator = separator
    parser.setSeparator(separator)
  }

  /// Reads what is at the front: into the batch go a record, a fault or one more blank.
  mutating func read(
    _ window: inout ByteWindow, into batch: inout RecordBatch
  ) throws(ByteSourceError) -> Reading {
    switch try window.line(at: 0, longest: limits.recordBytes) {
    case .end:
      return .end
    case .tooLong:
      if window.isPinned { return .deferred }
      reject(.recordTooLong, rawEnd: limits.recordBytes, of: window, into: &batch)
      try window.skipLine()
      return .fault
    case .line(let first):
      if first.contentEnd == 0 {
        skipBlankLine(first, of: &window, into: &batch)
        return .blank
      }
      let strict = try attempt(first, of: &window)
      if case .ended(let lines, let end) = strict {
        return settle(
          first, lines: lines, end: end, repaired: false, of: &window, into: &batch)
      }
      let reading = try climb(first, after: strict, of: &window, into: &batch)
      parser.begin(.strict)
      return reading
    }
  }

  /// Rejects the record at the front, which lies on one line and has another number of fields.
  mutating func rejectWidth(
    _ count: Int, contentEnd: Int, of window: borrowing ByteWindow, into batch: inout RecordBatch
  ) {
    let code = count > limits.fields ? CSVFaultCode.tooManyFields : .fieldCount
    reject(code, fieldCount: count, rawEnd: contentEnd, of: window, into: &batch)
  }

  /// A record was found without the ladder: what follows is left over from nothing.
  mutating func noteRecord() { isAfterBreak = false }

  /// Forgets a record that a failing read left half fed.
  mutating func abandonRecord() {
    parser.begin(.strict)
  }

  /// Steps over a line without text.
  func skipBlankLine(
    _ blank: PhysicalLine, of window: inout ByteWindow, into batch: inout RecordBatch
  ) {
    batch.addBlank()
    window.advance(by: blank.end, lines: 1)
  }

  /// Feeds one line to libcsv.
  private mutating func feed(
    _ line: PhysicalLine, of window: borrowing ByteWindow
  ) -> LibCSVParser.Outcome {
    parser.feed(
      window.buffer.span.extracting(window.inBuffer(line)), isTerminated: line.isTerminated)
  }

  /// Feeds lines from the first on until the record ends one way or another.
  private mutating func attempt(
    _ first: PhysicalLine, of window: inout ByteWindow
  ) throws(ByteSourceError) -> Attempt {
    var current = first
    var lines = 1
    while true {
      switch feed(current, of: window) {
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
    _ first: PhysicalLine, after strict: Attempt, of window: inout ByteWindow,
    into batch: inout RecordBatch
  ) throws(ByteSourceError) -> Reading {
    // Without an error, the other rungs read what the first has read.
    guard case .failed(let error, let lines) = strict else {
      if case .tooLong = strict {
        return breakOff(first, .recordTooLong, of: &window, into: &batch)
      }
      return breakOff(first, .unclosedQuote, of: &window, into: &batch)
    }
    var trimming = strict
    // Up to the error both strict modes read alike; without a space there, trimming fails there too.
    if error.mayBeTrimmed {
      parser.begin(.strictTrimming)
      trimming = try attempt(first, of: &window)
      if case .ended(let lines, let end) = trimming {
        return settle(first, lines: lines, end: end, repaired: true, of: &window, into: &batch)
      }
    }
    // An error on a later line leaves the first one without an end in any mode.
    if lines == 1 {
      parser.begin(.lenient)
      if case .ended = feed(first, of: window) {
        if isShifted(first, of: window) {
          reject(.textAfterQuote, rawEnd: first.contentEnd, of: window, into: &batch)
          window.advance(by: first.end, lines: 1)
          return .fault
        }
        return settle(
          first, lines: 1, end: first.end, repaired: true, of: &window, into: &batch)
      }
    }
    switch trimming {
    case .tooLong: return breakOff(first, .recordTooLong, of: &window, into: &batch)
    case .failed(let error, lines: 1) where error.isAfterQuote:
      return breakOff(first, .textAfterQuote, of: &window, into: &batch)
    default:
      let isTextAfterQuote = error.isAfterQuote && lines == 1
      return breakOff(
        first, isTextAfterQuote ? .textAfterQuote : .unclosedQuote, of: &window, into: &batch)
    }
  }

  /// Whether a record that only the lenient rung reads has the right width by chance.
  private func isShifted(_ line: PhysicalLine, of window: borrowing ByteWindow) -> Bool {
    guard parser.record.fieldCount == width else { return false }
    let place = window.inBuffer(line)
    let content = place.lowerBound..<place.upperBound - (line.end - line.contentEnd)
    return BareQuotes(window.buffer.span.extracting(content), separator: separator)
      .encloseSeparator
  }

  /// Decides about a record that a rung accepted.
  private mutating func settle(
    _ first: PhysicalLine, lines: Int, end: Int, repaired: Bool, of window: inout ByteWindow,
    into batch: inout RecordBatch
  ) -> Reading {
    defer { parser.beginRecord() }
    let count = parser.record.fieldCount
    if !parser.record.hasText {
      skipBlankLine(first, of: &window, into: &batch)
      return .blank
    }
    let isTaken = width.map { $0 == count } ?? (count <= limits.fields)
    if isTaken {
      batch.append(
        parser.record, line: window.line, byteOffset: window.offset, repaired: repaired)
      isAfterBreak = false
      window.advance(by: end, lines: lines)
      return .record
    }
    let code = count > limits.fields ? CSVFaultCode.tooManyFields : .fieldCount
    reject(
      code, fieldCount: count, rawEnd: first.contentEnd, breaks: lines > 1, of: window,
      into: &batch)
    window.advance(by: first.end, lines: 1)
    return .fault
  }

  /// Rejects a record that no rung accepted and steps over its first line.
  private mutating func breakOff(
    _ first: PhysicalLine, _ code: CSVFaultCode, of window: inout ByteWindow,
    into batch: inout RecordBatch
  ) -> Reading {
    reject(code, rawEnd: first.contentEnd, breaks: true, of: window, into: &batch)
    window.advance(by: first.end, lines: 1)
    return .fault
  }

  /// Lists the record at the front as a fault.
  ///
  /// - Parameter breaks: Whether lines of the record may be left over.
  private mutating func reject(
    _ code: CSVFaultCode, fieldCount: Int? = nil, rawEnd: Int, breaks: Bool = false,
    of window: borrowing ByteWindow, into batch: inout RecordBatch
  ) {
    let fault = CSVFault(
      code: isAfterBreak ? .fragment : code, line: window.line, byteOffset: window.offset,
      brokenAt: isAfterBreak ? brokenAt : window.offset,
      recordsBefore: batch.recordCount, fieldCount: fieldCount, raw: window.copy(0..<rawEnd))
    batch.add(fault)
    if breaks, !isAfterBreak { brokenAt = fault.byteOffset }
    isAfterBreak = isAfterBreak || breaks
  }
}
