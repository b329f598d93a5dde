/// How words fit each of the encodings that are tried, learnt once for each spelling.
///
/// A word is a run of bytes that some encoding has for letters, which no ASCII byte but a letter or
/// `?` is in any of them; so a line's letters are those of its words, whatever it is read in. Few
/// words make up most of a text, and a table remembers these. What it forgets is worked out again:
/// how often that happens changes nothing else.
struct WordFits {
  /// For each encoding tried, the letters that fit and all letters, one behind the other; last, whether
  /// the word shows TCVN 5712-1, and whether it shows TCVN3.
  typealias Counts = SIMD16<UInt16>

  /// Where it stands whether a word shows TCVN 5712-1; behind it, whether TCVN3.
  static let tcvn = Counts.scalarCount - 2

  /// No Vietnamese word is longer in any encoding; a longer run of bytes says nothing.
  static let longest = 32
  /// The longest that is remembered.
  private static let remembered = 16
  private static let size = 1 << 13

  private struct Entry: BitwiseCopyable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var counts = Counts(repeating: 0)
  }

  /// What a byte is to the words of a line.
  private enum Place: UInt8 {
    /// It ends a word, whatever the line is read in.
    case between
    /// It may be in a word, as ASCII letters may.
    case inside
    /// The word that it is in has letters that are not ASCII.
    case telling
  }

  private let readers: [LineReader]
  private let places: [Place]
  /// Two places for each hash, that of the word seen last first.
  private var entries = [Entry](repeating: Entry(), count: size)

  init(_ readers: [LineReader]) {
    precondition(2 * readers.count <= Self.tcvn)
    self.readers = readers
    places = (0...255).map { byte in
      let byte = UInt8(byte)
      if byte >= 0x80 || readers.contains(where: { $0.isLetter(control: byte) }) { return .telling }
      return (byte | 0x20) &- 0x61 < 26 || byte == 0x3F ? .inside : .between
    }
  }

  /// How the letters of a line fit, for each encoding tried.
  mutating func fits(line: ArraySlice<UInt8>) -> [LetterFit] {
    var fits = readers.map { _ in LetterFit() }
    // SAFETY: the bytes are the line's for the length of the closure.
    unsafe line.withUnsafeBytes { bytes in
      var position = 0
      var start = 0
      while position < bytes.count {
        switch places[Int(unsafe bytes[position])] {
        case .between: start = position + 1
        case .inside: break
        case .telling:
          var end = position + 1
          while end < bytes.count, places[Int(unsafe bytes[end])] != .between { end += 1 }
          unsafe add(bytes, start..<end, to: &fits)
          position = end
          start = end + 1
        }
        position += 1
      }
    }
    return fits
  }

  private mutating func add(
    _ bytes: UnsafeRawBufferPointer, _ word: Range<Int>, to fits: inout [LetterFit]
  ) {
    guard word.count <= Self.longest else {
      let whole = unsafe Array(bytes[word])
      for (index, reader) in readers.enumerated() { fits[index].add(reader.fit(whole[...])) }
      return
    }
    let counts = unsafe counts(bytes, word)
    for index in fits.indices {
      fits[index].fitting += Int(counts[2 * index])
      fits[index].letters += Int(counts[2 * index + 1])
    }
  }

  /// How a word of at most ``longest`` bytes, none of them zero, fits.
  ///
  /// - Parameter range: Where it stands in `bytes`.
  @inline(__always)
  mutating func counts(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Counts {
    guard range.count <= Self.remembered else { return unsafe counted(bytes, range) }
    let (low, high) = unsafe Self.key(bytes, range)
    let hash = (low ^ high &* 0x94D0_49BB_1331_11EB) &* 0x9E37_79B9_7F4A_7C15
    let place = Int(truncatingIfNeeded: hash >> 48) & (Self.size - 2)
    let first = entries[place]
    if first.low == low, first.high == high { return first.counts }
    return unsafe secondCounts(bytes, range, low: low, high: high, place: place)
  }

  /// Looks at the second place, and brings what is there, or worked out, to the first.
  @inline(never)
  private mutating func secondCounts(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, low: UInt64, high: UInt64, place: Int
  ) -> Counts {
    let second = entries[place + 1]
    let isSecond = second.low == low && second.high == high
    let counts = isSecond ? second.counts : unsafe counted(bytes, range)
    entries[place + 1] = entries[place]
    entries[place] = Entry(low: low, high: high, counts: counts)
    return counts
  }

  /// The bytes themselves: as none of them is zero, their number is in them.
  @inline(__always)
  private static func key(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>
  ) -> (low: UInt64, high: UInt64) {
    let start = range.lowerBound
    if start + 16 <= bytes.count {
      // SAFETY: sixteen bytes from the start on lie within the bytes.
      let low = unsafe bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      let high = unsafe bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self)
      // A shift by all 64 bits leaves nothing.
      return (
        UInt64(littleEndian: low) & (~0 >> UInt64(8 * (8 - min(8, range.count)))),
        UInt64(littleEndian: high) & (~0 >> UInt64(8 * (16 - max(8, range.count))))
      )
    }
    var words: (low: UInt64, high: UInt64) = (0, 0)
    // SAFETY: the word lies within the bytes, as the range does.
    for index in range.reversed() {
      words.high = words.high << 8 | words.low >> 56
      words.low = words.low << 8 | UInt64(unsafe bytes[index])
    }
    return words
  }

  @inline(never)
  private func counted(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Counts {
    var counts = Counts(repeating: 0)
    let word = unsafe Array(bytes[range])
    for (index, reader) in readers.enumerated() {
      let fit = reader.fit(word[...])
      counts[2 * index] = UInt16(fit.fitting)
      counts[2 * index + 1] = UInt16(fit.letters)
    }
    if let evidence = TCVNWord.shared?.evidence(word[...]) {
      counts[Self.tcvn] = UInt16(evidence.capitals)
      counts[Self.tcvn + 1] = UInt16(evidence.punctuated)
    }
    return counts
  }
}
