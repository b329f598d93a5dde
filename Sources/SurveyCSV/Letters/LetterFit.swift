/// How many of a text's letters that are not ASCII stand in possible Vietnamese syllables.
public struct LetterFit: Sendable, Equatable {
  /// Those that do.
  public internal(set) var fitting = 0
  /// All of them, and signs and bytes that no word has in that place.
  public internal(set) var letters = 0

  /// Whether at least four in five fit.
  var isGood: Bool { letters > 0 && 5 * fitting >= 4 * letters }

  mutating func add(_ other: LetterFit) {
    fitting += other.fitting
    letters += other.letters
  }
}

extension LetterFit {
  /// Stands for a byte that cannot be decoded.
  static let bad: UInt32 = 0xFFFD

  /// Looks at the words of a text.
  ///
  /// - Parameter mayBeLost: Whether a `?` in a word may stand for a letter, and Ð for Đ.
  init(_ scalars: [UInt32], mayBeLost: Bool = false) {
    var word = Word()
    for scalar in scalars {
      switch scalar {
      case UInt32(UInt8(ascii: "?")) where mayBeLost: word.add(VietnameseSyllable.lost)
      case ..<0x80:
        let letter = VietnameseSyllable.letter(scalar)
        if letter.code == 0 { word.end(&self) } else { word.add(letter.code) }
      case 0xD0 where mayBeLost, 0xF0 where mayBeLost:
        word.add(VietnameseSyllable.letter(0x111).code)
        word.special += 1
      default:
        let letter = VietnameseSyllable.letter(scalar)
        if letter.code > 0 {
          word.add(letter.code)
          word.special += 1
          word.add(tone: letter.tone)
        } else if let mark = CombiningMark(scalar) {
          word.special += 1
          word.add(mark)
        } else if Self.isPunctuation(scalar) {
          word.mayEnd()
        } else {
          word.add(0)
          word.special += 1
        }
      }
    }
    word.end(&self)
  }

  /// What stands round words in a text of any encoding.
  private static func isPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0xAB, 0xBB, 0x2010...0x2014, 0x2018...0x201E, 0x2022, 0x2026, 0xFEFF: true
    default: false
    }
  }

  private struct Word {
    var codes: [UInt8] = []
    /// The letters that are not ASCII.
    var special = 0
    private var tone: UInt8 = 0
    private var isBroken = false
    /// Whether punctuation has come, which ends the word if no letter follows.
    private var isAtEnd = false

    mutating func add(_ code: UInt8) {
      // Punctuation between letters is a letter read wrong.
      if isAtEnd { special += 1 }
      isBroken = isBroken || isAtEnd || code == 0
      isAtEnd = false
      codes.append(code)
    }

    mutating func add(tone: UInt8) {
      guard tone > 0 else { return }
      isBroken = isBroken || self.tone > 0
      self.tone = tone
    }

    mutating func add(_ mark: CombiningMark) {
      guard let last = codes.last, !isAtEnd else {
        isBroken = true
        return
      }
      switch mark {
      case .tone(let tone): add(tone: tone)
      case .shape(let shaped):
        if let code = shaped(last) { codes[codes.count - 1] = code } else { isBroken = true }
      }
    }

    mutating func mayEnd() {
      if !codes.isEmpty { isAtEnd = true }
    }

    mutating func end(_ fit: inout LetterFit) {
      if special > 0, isBroken || tone > 0 || !VietnameseSyllable.isWithoutVowel(codes) {
        fit.letters += special
        if !isBroken, VietnameseSyllable.isPossible(codes, tone: tone) { fit.fitting += special }
      }
      if special > 0 || !codes.isEmpty { self = Word() }
    }
  }
}

/// A mark that Unicode and Windows-1258 write behind its letter.
private enum CombiningMark {
  case tone(UInt8)
  case shape((UInt8) -> UInt8?)

  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x300: self = .tone(1)
    case 0x301: self = .tone(2)
    case 0x309: self = .tone(3)
    case 0x303: self = .tone(4)
    case 0x323: self = .tone(5)
    case 0x302: self = .shape { Self.shaped($0, ["a": "â", "e": "ê", "o": "ô"]) }
    case 0x306: self = .shape { Self.shaped($0, ["a": "ă"]) }
    case 0x31B: self = .shape { Self.shaped($0, ["o": "ơ", "u": "ư"]) }
    default: return nil
    }
  }

  private static func shaped(
    _ code: UInt8, _ shapes: KeyValuePairs<Unicode.Scalar, Unicode.Scalar>
  ) -> UInt8? {
    shapes.first { VietnameseSyllable.letter($0.key.value).code == code }
      .map { VietnameseSyllable.letter($0.value.value).code }
  }
}
