/// RFC 4180 to the letter, over a whole array: the plain version that the reader is held against.
///
/// It shares no code with the reader or with libcsv. CR, LF and CR LF end a record.
struct ReferenceParser {
  let bytes: [UInt8]
  let separator: UInt8

  /// The record at an offset and where the next one begins; `nil` where the grammar has none.
  func record(at offset: Int) -> (fields: [[UInt8]], end: Int)? {
    var fields: [[UInt8]] = []
    var position = offset
    while true {
      guard let field = field(at: position) else { return nil }
      fields.append(field.value)
      position = field.end
      guard position < bytes.count else { return (fields, position) }
      if bytes[position] == separator {
        position += 1
        continue
      }
      return (fields, lineEnd(at: position))
    }
  }

  /// The line at an offset as the lenient mode takes it, quotes kept wherever they may stand, and
  /// whether a separator stands between two quotes that are part of the text; `nil` where a quote
  /// stays open.
  func lenient(at offset: Int) -> (fields: [[UInt8]], isShifted: Bool)? {
    let line = Array(bytes[offset...].prefix { !isLineEnd($0) })
    var fields: [[UInt8]] = []
    var bare: [Int] = []
    var position = 0
    while true {
      var value: [UInt8] = []
      let isQuoted = position < line.count && line[position] == 0x22
      if isQuoted { position += 1 }
      while position < line.count, isQuoted || line[position] != separator {
        let next = position + 1 < line.count ? line[position + 1] : nil
        if isQuoted, line[position] == 0x22, next == nil || next == separator { break }
        if line[position] == 0x22 {
          if isQuoted, next == 0x22 { position += 1 } else { bare.append(position) }
        }
        value.append(line[position])
        position += 1
      }
      if isQuoted {
        guard position < line.count else { return nil }
        position += 1
      }
      fields.append(value)
      guard position < line.count else { break }
      position += 1
    }
    let isShifted = bare.first.map { line[$0...bare[bare.count - 1]].contains(separator) }
    return (fields, isShifted ?? false)
  }

  /// The offsets at which physical lines begin.
  var lineStarts: [Int] {
    var starts: [Int] = []
    var position = 0
    while position < bytes.count {
      starts.append(position)
      while position < bytes.count, !isLineEnd(bytes[position]) { position += 1 }
      if position < bytes.count { position = lineEnd(at: position) }
    }
    return starts
  }

  private func field(at offset: Int) -> (value: [UInt8], end: Int)? {
    guard offset < bytes.count, bytes[offset] == 0x22 else {
      var end = offset
      while end < bytes.count, bytes[end] != separator, !isLineEnd(bytes[end]) {
        if bytes[end] == 0x22 { return nil }
        end += 1
      }
      return (Array(bytes[offset..<end]), end)
    }
    var value: [UInt8] = []
    var position = offset + 1
    while position < bytes.count {
      if bytes[position] != 0x22 {
        value.append(bytes[position])
        position += 1
      } else if position + 1 < bytes.count, bytes[position + 1] == 0x22 {
        value.append(0x22)
        position += 2
      } else {
        position += 1
        let ends =
          position == bytes.count || bytes[position] == separator || isLineEnd(bytes[position])
        return ends ? (value, position) : nil
      }
    }
    return nil
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func lineEnd(at position: Int) -> Int {
    let isPair =
      bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
    return position + (isPair ? 2 : 1)
  }
}
