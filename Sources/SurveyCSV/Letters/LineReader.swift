/// Reads a line, or a word of it, as characters of one encoding.
struct LineReader: Sendable {
  /// The encodings that text is tried in, those of few letters in common first.
  static let tried: [TextEncoding] = [.utf8, .tcvn3, .vni, .windows1258, .windows1252]
  /// A reader of each of them.
  static let all = tried.compactMap { LineReader($0) }

  /// A reader of each, with TCVN 5712-1 in the place of TCVN3 where a text shows that.
  ///
  /// Only one of the two is tried: nearly all words are the same in both.
  static func all(_ tcvn: TextEncoding) -> [LineReader] {
    guard tcvn == .tcvn5712, let reader = LineReader(.tcvn5712) else { return all }
    return all.map { $0.encoding == .tcvn3 ? reader : $0 }
  }

  let encoding: TextEncoding
  private let scalars: [UInt32]
  private let table: ByteTable?
  private let pairs: [UInt32]

  /// `nil` for an encoding whose letters are not looked at, and where glibc lacks it.
  init?(_ encoding: TextEncoding) {
    self.encoding = encoding
    table = ByteTable.of(encoding)
    guard table != nil || encoding == .utf8 else { return nil }
    func value(_ entry: UInt32) -> UInt32 { ByteTable.scalar(entry)?.value ?? LetterFit.bad }
    scalars = table?.entries.map(value) ?? []
    pairs = table?.pairs.map { $0 == 0 ? 0 : value($0) } ?? []
  }

  /// Whether a control character stands for a letter.
  func isLetter(control byte: UInt8) -> Bool {
    byte < 0x20 && table != nil && scalars[Int(byte)] >= 0x80
  }

  /// How the letters of a line, or of a word, fit.
  func fit(_ line: ArraySlice<UInt8>) -> LetterFit {
    guard let table else {
      return LetterFit(String(decoding: line, as: UTF8.self).unicodeScalars.map(\.value))
    }
    var text: [UInt32] = []
    text.reserveCapacity(line.count)
    var base: UInt8 = 0
    for byte in line {
      let mark = table.marks[Int(byte)]
      let pair = mark > 0 && base > 0 ? pairs[32 * Int(base) + Int(mark)] : 0
      if pair > 0 {
        text[text.count - 1] = pair
      } else {
        text.append(scalars[Int(byte)])
      }
      base = table.bases[Int(byte)]
    }
    return LetterFit(text, mayBeLost: encoding == .windows1252)
  }
}
