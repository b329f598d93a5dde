/// A line above the header that is no response: a title, or Excel's `sep=;`.
public struct LineAboveHeader: Sendable, Equatable {
  /// The physical line, from 1.
  public let line: UInt64
  /// Its fields without spaces round them, the empty ones left out.
  public let fields: [String]
}

/// Looks for the header among a source's first lines.
///
/// What comes before it is written by people: titles, names of offices, dates of printing. So a
/// header is what the caller recognises as one. No line is read that need not be: the source may be
/// a pipe that waits for an answer.
extension RecordLadder {
  /// A header begins within so many bytes.
  private static var headerReach: Int { 64 << 10 }
  /// A header has at most so many lines that are not blank above it.
  private static var mostLinesAbove: Int { 50 }

  /// Steps over what stands above the header, where `isHeader` recognises one; gives the lines, and
  /// the separator that one of them names.
  func skipLinesAboveHeader(
    of window: inout ByteWindow, separator: UInt8?, form: HeaderLines,
    blanksInto batch: inout RecordBatch, _ isHeader: ([String]) -> Bool
  ) throws(ByteSourceError) -> (lines: [LineAboveHeader], separator: UInt8?) {
    var lines: [LineAboveHeader] = []
    var separator = separator
    if case .line(let first) = try window.line(at: 0, longest: limits.recordBytes) {
      let content = window.copy(0..<first.contentEnd)
      if let named = Self.namedSeparator(content) {
        let text = String(decoding: content, as: UTF8.self)
        lines.append(LineAboveHeader(line: window.line, fields: [text]))
        separator = separator ?? named
        window.advance(by: first.end, lines: 1)
      }
    }
    let above = try linesAbove(of: &window, separator: separator, form, isHeader)
    for fields in above ?? [] {
      guard case .line(let next) = try window.line(at: 0, longest: limits.recordBytes) else {
        break
      }
      if fields.isEmpty {
        skipBlankLine(next, of: &window, into: &batch)
        continue
      }
      lines.append(LineAboveHeader(line: window.line, fields: fields))
      window.advance(by: next.end, lines: 1)
    }
    return (lines, separator)
  }

  /// The fields of each line above the first header that `isHeader`; `nil` where there is none.
  private func linesAbove(
    of window: inout ByteWindow, separator: UInt8?, _ form: HeaderLines,
    _ isHeader: ([String]) -> Bool
  ) throws(ByteSourceError) -> [[String]]? {
    var above: [[String]] = []
    var offset = 0
    while offset < Self.headerReach, above.count < Self.mostLinesAbove {
      guard case .line(let next) = try window.line(at: offset, longest: limits.recordBytes) else {
        return nil
      }
      let content = window.copy(offset..<next.contentEnd)
      let record = try record(behind: offset, next, of: &window, separator: separator)
      if let record {
        var lines = [record.names]
        var end = offset + record.end
        while lines.count < form.count(below: lines[0]),
          let further = try self.record(at: end, of: &window, separator: separator)
        {
          lines.append(further.names)
          end += further.end
        }
        if isHeader(form.names(of: lines)) { return above }
      }
      var recognition = SeparatorRecognition()
      recognition.take(content)
      let texts = record?.names ?? [String(decoding: content, as: UTF8.self)]
      above.append(recognition.hasText ? Self.fields(texts) : [])
      offset = next.end
    }
    return nil
  }

  /// The record at the front, if it can be read as a header; with names that are watched for, only
  /// where its first text is one.
  func recordAhead(
    in window: inout ByteWindow, _ watched: HeaderNames? = nil
  ) throws(ByteSourceError) -> HeaderAhead? {
    guard case .line(let first) = try window.line(at: 0, longest: Self.headerReach) else {
      return nil
    }
    let place = window.inBuffer(first)
    let content = place.lowerBound..<place.upperBound - (first.end - first.contentEnd)
    if let watched,
      !watched.mayBegin(window.buffer.span.extracting(content), separator: separator)
    {
      return nil
    }
    guard let record = try record(behind: 0, first, of: &window, separator: separator) else {
      return nil
    }
    let raw = window.copy(0..<record.end)
    return HeaderAhead(
      names: record.names, end: record.end, lines: record.lines, raw: raw,
      cells: [(record.names, 0)])
  }

  /// The records at the front, as headers are read: so many, or those before one that cannot be.
  func recordsAhead(
    in window: inout ByteWindow, upTo most: Int
  ) throws(ByteSourceError) -> [(names: [String], end: Int, lines: Int)] {
    var records: [(names: [String], end: Int, lines: Int)] = []
    var end = 0
    while records.count < most,
      let next = try record(at: end, of: &window, separator: separator)
    {
      records.append(next)
      end += next.end
    }
    return records
  }

  /// The record that begins at an offset; its end counts from there.
  private func record(
    at offset: Int, of window: inout ByteWindow, separator: UInt8?
  ) throws(ByteSourceError) -> (names: [String], end: Int, lines: Int)? {
    guard case .line(let first) = try window.line(at: offset, longest: Self.headerReach) else {
      return nil
    }
    return try record(behind: offset, first, of: &window, separator: separator)
  }

  /// The names of the record whose first line is given, as a header is read, with where it ends,
  /// from its beginning, and how many lines it takes; `nil` if it is none.
  private func record(
    behind offset: Int, _ first: PhysicalLine, of window: inout ByteWindow, separator: UInt8?
  ) throws(ByteSourceError) -> (names: [String], end: Int, lines: Int)? {
    var lines = 1
    var recognition = SeparatorRecognition()
    recognition.take(window.copy(offset..<first.contentEnd))
    var end = first.end
    // A name between quotes may go on on the next lines.
    while recognition.isOpen, end - offset < Self.headerReach {
      guard case .line(let next) = try window.line(at: end, longest: limits.recordBytes) else {
        return nil
      }
      recognition.take(window.copy(end..<next.contentEnd))
      end = next.end
      lines += 1
    }
    guard recognition.hasText else { return nil }
    let source = ByteSource(bytes: window.copy(offset..<end), name: "")
    var record = ByteWindow(source, blockSize: end - offset)
    var ladder = RecordLadder(limits: limits)
    guard let names = try? ladder.readHeader(of: &record, separator: separator).names else {
      return nil
    }
    return (names, end - offset, lines)
  }

  /// The separator that a line names as Excel does, `sep=;`.
  private static func namedSeparator(_ line: [UInt8]) -> UInt8? {
    let text = line.filter { $0 != 0x22 && $0 != 0x20 }
    let names = ["sep=", "Sep=", "SEP="]
    guard text.count == 5, names.contains(where: { text.starts(with: $0.utf8) }),
      CSVDialect.canSeparate(text[4])
    else { return nil }
    return text[4]
  }

  /// The texts without spaces round them, the empty ones left out.
  static func fields(_ names: [String]) -> [String] {
    names.map(\.withoutOuterSpaces).filter { !$0.isEmpty }
  }
}
