/// How words fit each of the encodings that are tried, learnt once for each spelling.
///
/// A word is a run of bytes that some encoding has for letters, which no ASCII byte but a letter or
/// `?` is in any of them; so a line's letters are those of its words, whatever it is read in. Few
/// words make up most of a text, and a table remembers these. What it forgets is worked out again:
/// how often that happens changes nothing else.
struct WordFits {
  /// For each encoding tried, the letters that fit and all letters, one behind the other; last, whether
  /// the word shows TCVN 5712-1, and whether it shows TCVN3.
  typealias Counts = SIMD16<UInt8>

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

  private let readers: [LineReader]
  /// Two places for each hash, that of the word seen last first.
  private var entries = [Entry](repeating: Entry(), count: size)

  init(_ readers: [LineReader]) {
    precondition(2 * readers.count <= Self.tcvn)
    self.readers = readers
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
    func word(_ start: Int, _ count: Int) -> UInt64 {
      guard count > 0 else { return 0 }
      let unused = UInt64(8 - min(8, count)) * 8
      if start + 8 <= bytes.count {
        // SAFETY: eight bytes from the start on lie within the bytes.
        let word = unsafe bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        return UInt64(littleEndian: word) & (~0 >> unused)
      }
      var word: UInt64 = 0
      // SAFETY: the word lies within the bytes, as the range does.
      for index in (start..<start + min(8, count)).reversed() {
        word = word << 8 | UInt64(unsafe bytes[index])
      }
      return word
    }
    return (word(range.lowerBound, range.count), word(range.lowerBound + 8, range.count - 8))
  }

  @inline(never)
  private func counted(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Counts {
    var counts = Counts(repeating: 0)
    let word = unsafe Array(bytes[range])
    for (index, reader) in readers.enumerated() {
      let fit = reader.fit(word[...])
      counts[2 * index] = UInt8(fit.fitting)
      counts[2 * index + 1] = UInt8(fit.letters)
    }
    if let evidence = TCVNWord.shared?.evidence(word[...]) {
      counts[Self.tcvn] = UInt8(evidence.capitals)
      counts[Self.tcvn + 1] = UInt8(evidence.punctuated)
    }
    return counts
  }
}
