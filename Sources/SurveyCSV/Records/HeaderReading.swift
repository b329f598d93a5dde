/// What the reader learns before the first record.
struct HeaderReading {
  var names: [String]
  var separator: UInt8
  var line: UInt64
  var byteOffset: UInt64
  /// Blank lines above the header.
  var blankCount: Int
  /// The other lines above it.
  var linesAbove: [LineAboveHeader]
  /// The header's own lines.
  var lines: [HeaderLine]
}

extension RecordLadder {
  /// Steps over a byte order mark and blank lines, and reads the header: the first record that
  /// `isHeader` recognises, else the first of all.
  mutating func readHeader(
    of window: inout ByteWindow, separator named: UInt8?, form: HeaderLines = .one,
    isHeader: (([String]) -> Bool)? = nil
  ) throws -> HeaderReading {
    try window.require(CSVHeaderError.Content.signatureLength)
    let firstBytes = window.copy(
      0..<min(window.count, CSVHeaderError.Content.signatureLength))
    if let content = CSVHeaderError.Content(firstBytes: firstBytes) {
      throw CSVHeaderError(.notText, line: 1, content: content)
    }
    if firstBytes.starts(with: [0xEF, 0xBB, 0xBF]) { window.advance(by: 3, lines: 0) }

    var batch = RecordBatch()
    var usable = named.flatMap { CSVDialect.canSeparate($0) ? $0 : nil }
    var linesAbove: [LineAboveHeader] = []
    if let isHeader {
      (linesAbove, usable) = try skipLinesAboveHeader(
        of: &window, separator: usable, form: form, blanksInto: &batch, isHeader)
    }
    let separator = try usable ?? recognisedSeparator(of: &window, blanksInto: &batch)
    setSeparator(separator)
    while true {
      let place = (line: window.line, byteOffset: window.offset)
      // A line without an end is not read to it.
      if case .tooLong = try window.line(at: 0, longest: limits.recordBytes) {
        let isBinary = window.copy(0..<limits.recordBytes).contains(0)
        throw isBinary
          ? CSVHeaderError(.notText, line: place.line, content: .binary)
          : CSVHeaderError(.tooLong, line: place.line)
      }
      switch try read(&window, into: &batch) {
      case .blank: continue
      case .end, .deferred: throw CSVHeaderError(.emptyFile, line: max(1, window.line - 1))
      case .fault: throw headerError(batch.faults.last, line: place.line)
      case .record:
        batch.width = batch.fieldCount
        batch.placeBareValues()
        let first = try columnNames(batch, line: place.line)
        var lines = [HeaderLine(line: place.line, cells: first)]
        let count = form.count(below: first)
        while lines.count < count, let next = try recordAhead(in: &window) {
          lines.append(HeaderLine(line: window.line, cells: next.names))
          window.advance(by: next.end, lines: next.lines)
        }
        return HeaderReading(
          names: form.names(of: lines.map(\.cells)), separator: separator, line: place.line,
          byteOffset: place.byteOffset, blankCount: batch.blankCount, linesAbove: linesAbove,
          lines: lines)
      }
    }
  }

  private func columnNames(_ batch: RecordBatch, line: UInt64) throws -> [String] {
    var names: [String] = []
    for index in 0..<batch.width {
      let bytes = batch.value(record: 0, column: index)
      if bytes.contains(0) { throw CSVHeaderError(.notText, line: line, content: .binary) }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        throw CSVHeaderError(.badText, line: line, column: index + 1)
      }
      names.append(name)
    }
    return names
  }

  private func headerError(_ fault: CSVFault?, line: UInt64) -> CSVHeaderError {
    guard let fault else { return CSVHeaderError(.unreadable, line: line) }
    if fault.raw.contains(0) {
      return CSVHeaderError(.notText, line: line, content: .binary)
    }
    if fault.code == .tooManyFields {
      return CSVHeaderError(.tooManyColumns, line: line, fieldCount: fault.fieldCount)
    }
    if fault.code == .recordTooLong { return CSVHeaderError(.tooLong, line: line) }
    return CSVHeaderError(.unreadable, line: line, fault: fault.code)
  }

  /// The separator that occurs most in the first record with text; lines above it are stepped over.
  private func recognisedSeparator(
    of window: inout ByteWindow, blanksInto batch: inout RecordBatch
  ) throws -> UInt8 {
    while true {
      var recognition = SeparatorRecognition()
      switch try window.line(at: 0, longest: limits.recordBytes) {
      case .end:
        return recognition.separator
      case .tooLong:
        recognition.take(window.copy(0..<limits.recordBytes))
        return recognition.separator
      case .line(let first):
        recognition.take(window.copy(0..<first.contentEnd))
        if recognition.hasText || recognition.isOpen {
          return try separator(of: recognition, behind: first, of: &window)
        }
        skipBlankLine(first, of: &window, into: &batch)
      }
    }
  }

  /// Counts on over the lines of a quoted name; of one that is never closed the first line counts.
  private func separator(
    of firstLine: SeparatorRecognition, behind first: PhysicalLine, of window: inout ByteWindow
  ) throws -> UInt8 {
    var recognition = firstLine
    var end = first.end
    while recognition.isOpen {
      guard case .line(let next) = try window.line(at: end, longest: limits.recordBytes) else {
        return firstLine.separator
      }
      recognition.take(window.copy(end..<next.contentEnd))
      end = next.end
    }
    return recognition.separator
  }
}
