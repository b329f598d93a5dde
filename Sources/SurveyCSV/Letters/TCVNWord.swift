// What tells TCVN 5712-1 from TCVN3, which is its upper half.
//
// Both have the same small letters. At 0x80–0x9F, TCVN 5712-1 has capitals with tones, where the fonts
// of TCVN3 leave the quotes and dashes of Windows; others stand at control characters and, from 0xA0
// on, at places that those fonts do not use. So the words with such bytes say which of the two a text
// is in: capitals make Vietnamese syllables, and punctuation stands at the edges of words.

/// What words say of whether a text is in TCVN 5712-1 or in TCVN3.
struct TCVNEvidence: Equatable {
  /// Words that are syllables in TCVN 5712-1 and can be nothing in TCVN3.
  var certain = 0
  /// Words that are syllables in TCVN 5712-1, and in TCVN3 hardly anything: `G’` for GÒ.
  var likely = 0
  /// Words with capitals of TCVN 5712-1 that the fonts of TCVN3 lack, though it has them too.
  var rare = 0
  /// Words with punctuation in TCVN3 that are no syllables in TCVN 5712-1.
  var punctuated = 0

  /// Fewer likely words than this decide nothing alone.
  private static let fewest = 3

  /// What of this speaks for TCVN 5712-1.
  var capitals: Int { certain + likely }

  /// The one of the two that the words of a text show; TCVN3 where they show nothing.
  var encoding: TextEncoding {
    guard capitals > punctuated else { return .tcvn3 }
    return certain + rare > 0 || likely >= Self.fewest ? .tcvn5712 : .tcvn3
  }

  static func += (sum: inout Self, other: Self) {
    sum.certain += other.certain
    sum.likely += other.likely
    sum.rare += other.rare
    sum.punctuated += other.punctuated
  }
}

/// Looks at words that may be in TCVN 5712-1 or in TCVN3.
struct TCVNWord: Sendable {
  private let reader: LineReader
  /// What each byte is in TCVN 5712-1.
  private let scalars: [Unicode.Scalar]

  /// Whether a byte may say which of the two a word is in: most never do.
  private let tells: [Bool]

  /// `nil` where glibc lacks TCVN 5712-1.
  init?() {
    guard let reader = LineReader(.tcvn5712), let table = ByteTable.of(.tcvn5712) else {
      return nil
    }
    self.reader = reader
    let scalars = table.entries.map { ByteTable.scalar($0) ?? "\u{FFFD}" }
    self.scalars = scalars
    tells = (0...255).map { byte in
      let properties = scalars[byte].properties
      return byte < 0x20 && properties.isAlphabetic || (0x80..<0xA0).contains(byte)
        || byte > 0xA7 && properties.isUppercase
    }
  }

  static let shared = TCVNWord()

  /// What the words of a line say.
  func evidence(line: ArraySlice<UInt8>) -> TCVNEvidence {
    var sum = TCVNEvidence()
    guard line.contains(where: { tells[Int($0)] }) else { return sum }
    for word in line.split(whereSeparator: { !isInWord($0) }) { sum += evidence(word) }
    return sum
  }

  /// What a word says: a run of letters, and of bytes that are not ASCII.
  func evidence(_ word: ArraySlice<UInt8>) -> TCVNEvidence {
    var evidence = TCVNEvidence()
    let hasControl = word.contains { $0 < 0x20 }
    guard hasControl || word.contains(where: { $0 >= 0x80 && ($0 < 0xA0 || isRare($0)) }) else {
      return evidence
    }
    if word.count == 1, let byte = word.first, Self.standingAlone.contains(byte) { return evidence }
    let isSyllable = isSyllable(word)
    if word.allSatisfy({ $0 >= 0xA0 || 0x20..<0x80 ~= $0 }) {
      if isSyllable { evidence.rare = 1 }
      return evidence
    }
    let inner = Self.withoutPunctuation(word)
    let canBePunctuated = inner.allSatisfy { $0 >= 0xA0 || 0x20..<0x80 ~= $0 }
    guard canBePunctuated, !inner.isEmpty else {
      if isSyllable { evidence.certain = 1 }
      return evidence
    }
    if !isSyllable || !VietnameseSyllable.isToneInPlace(letters(word)) {
      evidence.punctuated = 1
    } else if inner.allSatisfy({ scalars[Int($0)].properties.isUppercase })
      || VietnameseSyllable.isWithoutVowel(letters(inner).map(\.code))
    {
      evidence.likely = 1
    }
    return evidence
  }

  private func isInWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26
      || byte < 0x20 && scalars[Int(byte)].properties.isAlphabetic
  }

  /// Whether a byte is a capital with a tone that the fonts of TCVN3 lack.
  private func isRare(_ byte: UInt8) -> Bool {
    guard byte > 0xA7 else { return false }
    return scalars[Int(byte)].properties.isUppercase
  }

  /// Whether a word can be a syllable of TCVN 5712-1, in capitals or with only the first letter one.
  private func isSyllable(_ word: ArraySlice<UInt8>) -> Bool {
    let fit = reader.fit(word)
    guard fit.letters > 0, fit.fitting == fit.letters else { return false }
    let isCapital = word.map { scalars[Int($0)].properties.isUppercase }
    return isCapital.allSatisfy { $0 } || !isCapital.dropFirst().contains(true)
  }

  private func letters(_ word: ArraySlice<UInt8>) -> [VietnameseSyllable.Letter] {
    word.map { VietnameseSyllable.letter(scalars[Int($0)].value) }
  }

  /// The signs of Windows-1252 that begin and end words: quotes, dashes, a list's dot and an ellipsis.
  private static let opening: Set<UInt8> = [0x82, 0x84, 0x85, 0x91, 0x92, 0x93, 0x95, 0x96, 0x97]
  private static let closing: Set<UInt8> = [0x85, 0x92, 0x94, 0x95, 0x96, 0x97]

  /// Those that may as well stand alone as be a letter.
  private static let standingAlone = opening.union(closing).union([0x80, 0x89])

  private static func withoutPunctuation(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var inner = word.drop { opening.contains($0) }
    while let last = inner.last, closing.contains(last) { inner = inner.dropLast() }
    return inner
  }
}

extension VietnameseSyllable {
  /// Whether the tone of a syllable stands on the letter that spelling gives it: oản, not ỏan.
  ///
  /// On an open oa, oe or uy it may stand on either.
  static func isToneInPlace(_ letters: [Letter]) -> Bool {
    guard let place = letters.firstIndex(where: { $0.tone > 0 }) else { return true }
    func text(_ letter: Letter) -> Character { letter.code == 0 ? " " : name(letter.code) }
    let names = letters.map(text)
    var first = names.firstIndex { isVowel($0) } ?? place
    var end = first
    while end < names.count, isVowel(names[end]) { end += 1 }
    // The u of qu and the i of gi are the onset's, if another vowel follows.
    let onset = String(names[..<first])
    if end - first > 1, onset == "q" && names[first] == "u" || onset == "g" && names[first] == "i" {
      first += 1
    }
    let vowels = names[first..<end]
    if let shaped = vowels.lastIndex(where: { "ăâêôơư".contains($0) }) {
      // ưa and ưu have their tone on the ư, which is the only shaped one.
      return place == shaped
    }
    if vowels.count == 1 { return place == first }
    if vowels.count > 2 || end < names.count { return place == first + 1 }
    if ["oa", "oe", "uy"].contains(String(vowels)) { return place == first || place == first + 1 }
    return place == first
  }
}
