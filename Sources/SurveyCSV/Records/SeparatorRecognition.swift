/// Counts the separators that may stand in a record, outside quotes, before the one is known.
struct SeparatorRecognition {
  private enum State {
    case fieldStart
    case unquoted
    case quoted
    case quoteInQuoted
  }

  /// Those that are recognised; of two that occur equally often the first one wins.
  private static let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

  private var counts = [0, 0, 0, 0]
  private var state = State.fieldStart

  /// Whether a field has anything in it but spaces and tabs: a quote or a candidate within quotes is
  /// text too.
  private(set) var hasText = false

  /// Whether a quoted field is not yet closed.
  var isOpen: Bool { state == .quoted }

  /// The candidate that occurs most; `,` where none does.
  var separator: UInt8 {
    var best = 0
    for index in 1..<counts.count where counts[index] > counts[best] { best = index }
    return Self.candidates[best]
  }

  /// Takes a stretch of the record.
  mutating func take(_ bytes: [UInt8]) {
    for byte in bytes { take(byte) }
  }

  private mutating func take(_ byte: UInt8) {
    if state == .quoted {
      if byte == 0x22 {
        state = .quoteInQuoted
      } else if byte != 0x20, byte != 0x09 {
        hasText = true
      }
      return
    }
    if byte == 0x22, state != .unquoted {
      // A doubled quote stands for one.
      if state == .quoteInQuoted { hasText = true }
      state = .quoted
    } else if let index = Self.candidates.firstIndex(of: byte) {
      counts[index] += 1
      state = .fieldStart
    } else if byte != 0x20 || state != .fieldStart {
      noteText(byte)
      state = .unquoted
    }
  }

  private mutating func noteText(_ byte: UInt8) {
    if byte != 0x20, byte != 0x22, !Self.candidates.contains(byte) { hasText = true }
  }
}
