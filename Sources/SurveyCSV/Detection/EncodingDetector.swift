import CByteMask
import Glibc

// How an encoding is recognised, without a guess.
//
// A byte order mark says it. Else UTF-16 shows by its zeros, and UTF-8 by being valid, which text of
// a few letters in another encoding never is. What is left are encodings that give every byte a
// meaning. Each is tried: its letters count as fitting where they stand in words that can be
// Vietnamese syllables. The right one fits nearly everywhere, and a wrong one nearly nowhere; where
// that is not so, nothing is decided. Lines are looked at one by one, so that a file put together
// from two encodings shows.

/// Finds a source's encoding from its first bytes.
public enum EncodingDetector {
  /// The most bytes that are looked at.
  public static let length = 1 << 20

  /// Fewer letters than this decide nothing against UTF-8.
  private static let fewestLetters = 3
  private static let sampleLength = 60

  /// What `bytes`, the first of a source, say.
  public static func find(_ bytes: ArraySlice<UInt8>) -> EncodingFinding {
    let bytes = bytes.prefix(length)
    if let marked = TextEncoding(markOf: bytes) { return EncodingFinding(marked, .mark) }
    // What is no text is left to the header's check, which knows what it is.
    let isText = CSVHeaderError.Content(firstBytes: Array(bytes.prefix(16))) == nil
    let (zeros, leads) = counts(bytes)
    if zeros > 0, let finding = findUTF16(bytes) { return finding }
    let whole = withoutCutCharacter(bytes)
    if isUTF8(whole) {
      return EncodingFinding(.utf8, leads == 0 ? .ascii : .utf8(characters: leads, bad: 0))
    }
    guard isText, zeros == 0 else { return EncodingFinding(.utf8, .none) }
    return findByLetters(whole)
  }

  /// How the letters of `bytes` fit an encoding.
  public static func fit(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> LetterFit {
    guard let reader = LineReader(encoding) else { return LetterFit() }
    var sum = LetterFit()
    forEachLine(of: withoutCutCharacter(bytes.prefix(length))) { line in
      if !isASCII(line) { sum.add(reader.fit(line)) }
    }
    return sum
  }

  // MARK: - UTF-16 and UTF-8

  private static func findUTF16(_ bytes: ArraySlice<UInt8>) -> EncodingFinding? {
    var zeros = (even: 0, odd: 0)
    for (place, byte) in bytes.enumerated() where byte == 0 {
      if place % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let units = bytes.count / 2
    let (less, more) = (min(zeros.even, zeros.odd), max(zeros.even, zeros.odd))
    // Separators, digits and line ends alone are a third of any table.
    guard units > 0, 3 * more >= units, 20 * less <= more else { return nil }
    return EncodingFinding(
      zeros.odd > zeros.even ? .utf16LE : .utf16BE, .zeros(more, units: units))
  }

  /// The zero bytes, and those that begin a character of UTF-8 with more bytes than one.
  private static func counts(_ bytes: ArraySlice<UInt8>) -> (zeros: Int, leads: Int) {
    var zeros = 0
    var leads = 0
    // SAFETY: the counter reads only what it is given.
    unsafe bytes.withUnsafeBufferPointer {
      unsafe cbm_count_coding($0.baseAddress, $0.count, &zeros, &leads)
    }
    return (zeros, leads)
  }

  private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    // SAFETY: the validator reads only what it is given.
    unsafe bytes.withUnsafeBufferPointer {
      unsafe cbm_is_utf8(InstructionSet.best.code, $0.baseAddress, $0.count)
    }
  }

  private static func isASCII(_ bytes: ArraySlice<UInt8>) -> Bool {
    // SAFETY: the word lies within the bytes.
    unsafe bytes.withUnsafeBytes { bytes in
      var bits: UInt64 = 0
      var place = 0
      while place + 8 <= bytes.count {
        bits |= unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        place += 8
      }
      while place < bytes.count {
        bits |= unsafe UInt64(bytes[place])
        place += 1
      }
      return bits & 0x8080_8080_8080_8080 == 0
    }
  }

  /// Calls `body` with each line, without the LF that ends it.
  private static func forEachLine(
    of bytes: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void
  ) {
    var start = bytes.startIndex
    while start < bytes.endIndex {
      // SAFETY: `memchr` looks at as many bytes as there are behind the start.
      let length: Int? = unsafe bytes[start...].withUnsafeBytes { rest in
        guard let first = rest.baseAddress,
          let found = unsafe memchr(first, 0x0A, rest.count)
        else { return nil }
        return unsafe UnsafeRawPointer(found) - first
      }
      let end = length.map { start + $0 } ?? bytes.endIndex
      body(bytes[start..<end])
      start = end + 1
    }
  }

  /// The bytes without the beginning of a character that goes on behind them.
  private static func withoutCutCharacter(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.count == length else { return bytes }
    for back in 1...3 where bytes[bytes.endIndex - back] >= 0xC0 {
      return bytes.dropLast(back)
    }
    return bytes
  }

  // MARK: - Letters

  private static func findByLetters(_ bytes: ArraySlice<UInt8>) -> EncodingFinding {
    let readers = LineReader.all(tcvn(bytes))
    var words = WordFits(readers)
    var tallies = readers.map { LineTally(encoding: $0.encoding) }
    var firstBad: Int?
    var number = 0
    forEachLine(of: bytes) { line in
      number += 1
      if isASCII(line) { return }
      if firstBad == nil, !isUTF8(line) {
        firstBad = line.startIndex - bytes.startIndex + (UTF8Places(line).firstBad ?? 0)
      }
      let fits = words.fits(line: line)
      for index in tallies.indices { tallies[index].add(fits, at: index, line: number) }
    }
    // In the order tried where two fit alike: those of few letters in common come first.
    let ranked = tallies.indices.sorted {
      tallies[$0].isBetter(than: tallies[$1]) || !tallies[$1].isBetter(than: tallies[$0]) && $0 < $1
    }
    // Only the header is shown: other lines may be personal.
    let header = bytes.prefix { $0 != 0x0A }
    let candidates = ranked.map { index in
      EncodingFinding.Candidate(
        encoding: tallies[index].encoding, fit: tallies[index].sum,
        sample: text(header, tallies[index].encoding))
    }
    let places = UTF8Places(bytes)
    let best = tallies[ranked[0]]
    let other = tallies.filter { $0.encoding != best.encoding }
      .max { $0.aloneCount < $1.aloneCount }
    var others: EncodingFinding.OtherLines?
    if let other, let line = other.firstAlone, other.aloneLetters >= 2 * fewestLetters {
      others = .init(
        encoding: other.encoding, count: other.aloneCount, line: line,
        bestLine: best.firstAlone ?? 1, areMany: !best.sum.isGood)
    }
    func finding(
      _ encoding: TextEncoding?, _ evidence: EncodingFinding.Evidence
    ) -> EncodingFinding {
      EncodingFinding(
        encoding, evidence, candidates: candidates, firstBadByte: firstBad, otherLines: others)
    }
    let utf8 = EncodingFinding.Evidence.utf8(characters: places.characters, bad: places.bad)
    if best.encoding == .utf8, best.sum.isGood { return finding(.utf8, utf8) }
    if others?.areMany == true { return finding(nil, .none) }
    if best.encoding != .utf8, best.sum.isGood, best.sum.fitting >= fewestLetters {
      let rivals = tallies.filter { $0.encoding != best.encoding && $0.isRival(of: best) }
      let isSame = rivals.allSatisfy { decodeAlike($0.encoding, best.encoding, bytes) }
      return isSame ? finding(best.encoding, .letters) : finding(nil, .none)
    }
    // A few bad bytes in what else is UTF-8 or ASCII.
    if places.bad < 8 || places.bad * 4 < places.characters { return finding(.utf8, utf8) }
    return finding(nil, .none)
  }

  /// Which of the two encodings of TCVN the bytes are in, if they are in one of them.
  private static func tcvn(_ bytes: ArraySlice<UInt8>) -> TextEncoding {
    var sum = TCVNEvidence()
    guard let words = TCVNWord.shared else { return .tcvn3 }
    forEachLine(of: bytes) { line in
      // What is UTF-8 is in neither.
      if isASCII(line) || !isUTF8(line) { sum += words.evidence(line: line) }
    }
    return sum.encoding
  }

  private static func text(_ line: ArraySlice<UInt8>, _ encoding: TextEncoding) -> String {
    let text = String(
      decoding: TextTranscoder.text(of: Array(line.prefix(4 * sampleLength)), encoding),
      as: UTF8.self)
    let trimmed = text.last == "\r" ? text.dropLast() : text[...]
    return trimmed.count > sampleLength ? trimmed.prefix(sampleLength) + "…" : String(trimmed)
  }

  private static func decodeAlike(
    _ left: TextEncoding, _ right: TextEncoding, _ bytes: ArraySlice<UInt8>
  ) -> Bool {
    let whole = Array(bytes)
    return TextTranscoder.text(of: whole, left) == TextTranscoder.text(of: whole, right)
  }
}

/// What the lines of a source are, read in one encoding.
private struct LineTally {
  let encoding: TextEncoding
  var sum = LetterFit()
  /// Lines that fit this encoding and no other.
  var aloneCount = 0
  var aloneLetters = 0
  var firstAlone: Int?

  mutating func add(_ fits: [LetterFit], at index: Int, line: Int) {
    let own = fits[index]
    sum.add(own)
    guard own.isGood, fits.indices.allSatisfy({ $0 == index || !fits[$0].isGood }) else { return }
    aloneCount += 1
    aloneLetters += own.fitting
    if firstAlone == nil { firstAlone = line }
  }

  /// Whether a greater share fits.
  func isBetter(than other: LineTally) -> Bool {
    sum.fitting * max(1, other.sum.letters) > other.sum.fitting * max(1, sum.letters)
  }

  /// Whether this fits so well that the better one is not certain.
  func isRival(of best: LineTally) -> Bool {
    // Where capitals have shown TCVN 5712-1, what reads them as signs only is none.
    if best.encoding == .tcvn5712, sum.letters == 0 { return false }
    let missing = sum.letters - sum.fitting
    let bestMissing = best.sum.letters - best.sum.fitting
    return 2 * sum.fitting >= sum.letters && missing < 4 * bestMissing + 2
  }
}

/// The characters of more than one byte, and the bad places, of what may be UTF-8.
private struct UTF8Places {
  private(set) var characters = 0
  private(set) var bad = 0
  private(set) var firstBad: Int?

  init(_ bytes: ArraySlice<UInt8>) {
    var position = bytes.startIndex
    while position < bytes.endIndex {
      if bytes[position] < 0x80 {
        // Most bytes are ASCII.
        position += 1
        while position < bytes.endIndex, bytes[position] < 0x80 { position += 1 }
      } else if let length = Self.length(bytes[position...]) {
        characters += 1
        position += length
      } else {
        bad += 1
        if firstBad == nil { firstBad = position - bytes.startIndex }
        position += 1
      }
    }
  }

  /// The bytes of the character of more than one that bytes begin with; `nil` where there is none.
  ///
  /// The second byte tells what is too long, a surrogate or beyond Unicode (RFC 3629, 4).
  private static func length(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= 2 else { return nil }
    let start = bytes.startIndex
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[start] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard bytes.count >= length, second.contains(bytes[start + 1]) else { return nil }
    for place in start + 2..<start + length where bytes[place] & 0xC0 != 0x80 { return nil }
    return length
  }
}
