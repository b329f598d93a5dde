import CByteMask

// Whether a source stays in its encoding to the end, and which of its lines do not.
//
// The first bytes decide what a source is read in; what comes behind them may have been put there
// from elsewhere. So each line is held against all encodings, as it stands before it is decoded, in
// the order of the source: neither blocks nor threads change what is found. Work is done only where
// bytes are not ASCII, and a word that was seen before takes one look into a table.

/// Watches a source that is decoded, line by line.
struct EncodingWatch {
  /// The letters of a line that is held to be of another encoding, at least.
  private static let fewestLetters = 3
  /// A line with more words is judged by these.
  private static let mostWords = 2_000

  private let encodings: [TextEncoding]
  /// The number of the encoding that is decoded among those tried.
  private let own: Int
  private var words: WordFits
  /// What the words of the line at hand come to.
  private var sums = WordFits.Counts(repeating: 0)
  private var wordCount = 0
  /// The number of the line at hand, from 1.
  private var line: UInt64 = 1
  /// Whether it has bytes in the blocks before.
  private var isBegun = false
  /// The last byte of the block before.
  private var lastByte: UInt8 = 0
  /// The beginning of a word that the block's end cuts.
  private var cut: [UInt8] = []
  /// Whether that is too long for a word, so that what goes on of it says nothing.
  private var isTooLong = false
  /// The doubtful lines that nobody has taken, ascending.
  private var doubtful: [UInt64] = []
  /// What has been found so far.
  private(set) var doubts: EncodingDoubts

  /// `nil` for encodings in which no other can be told apart.
  init?(_ encoding: TextEncoding) {
    // Most files are UTF-8: nothing is made for them.
    guard encoding != .utf8, !encoding.isUTF16 else { return nil }
    let readers = LineReader.all(encoding)
    guard let own = readers.firstIndex(where: { $0.encoding == encoding }) else { return nil }
    self.own = own
    encodings = readers.map(\.encoding)
    words = WordFits(readers)
    doubts = EncodingDoubts(encoding)
  }

  /// The doubtful lines found since this was asked last.
  mutating func takeDoubtfulLines() -> [UInt64] {
    if doubtful.isEmpty { return [] }
    defer { doubtful.removeAll() }
    return doubtful
  }

  /// Looks at the next bytes; none are the source's end.
  mutating func take(_ bytes: UnsafeRawBufferPointer) {
    guard unsafe !bytes.isEmpty else { return end() }
    let floor = unsafe takeCut(bytes)
    let steps = (bytes.count + 63) / 64
    // SAFETY: there are three marks for each 64 bytes; the buffer is used within the call.
    unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 3 * steps) { marks in
      unsafe cbm_mark_text(
        bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, marks.baseAddress)
      unsafe take(bytes, from: floor, marks)
    }
    // SAFETY: there is a last byte.
    lastByte = unsafe bytes[bytes.count - 1]
  }

  /// Looks at words with bytes that are not ASCII, and at line ends, from `floor` on.
  private mutating func take(
    _ bytes: UnsafeRawBufferPointer, from floor: Int, _ marks: UnsafeMutableBufferPointer<UInt64>
  ) {
    // Where the line, and the word at hand, may begin.
    var lineStart = 0
    var floor = floor
    var wordStart = floor
    var base = 0
    while base < bytes.count {
      // SAFETY: there are three marks for each 64 bytes; all places read lie below the count.
      let high = unsafe marks[base / 64 * 3]
      let between = unsafe ~marks[base / 64 * 3 + 1]
      var events = unsafe high | marks[base / 64 * 3 + 2]
      if floor > base { events = floor - base < 64 ? events & ~0 << UInt64(floor - base) : 0 }
      while events != 0 {
        let bit = events.trailingZeroBitCount
        let position = base + bit
        if high >> UInt64(bit) & 1 == 0 {
          let byte = unsafe bytes[position]
          let previous = position > 0 ? unsafe bytes[position - 1] : lastByte
          let isPair = byte == 0x0A && previous == 0x0D
          if !isPair { endLine(isBlank: lineStart == position && !isBegun) }
          isBegun = false
          lineStart = position + 1
          floor = lineStart
          events &= events - 1
          continue
        }
        let before = between & (1 << UInt64(bit) - 1)
        let start = before == 0 ? wordStart : base + 64 - before.leadingZeroBitCount
        let after = between >> UInt64(bit)
        // Few words reach over the end of 64 bytes.
        let end =
          after != 0
          ? position + after.trailingZeroBitCount : unsafe Self.wordEnd(bytes, from: base + 64)
        if end >= bytes.count { break }
        unsafe add(bytes, start..<end)
        floor = end
        events = end - base < 64 ? events & ~0 << UInt64(end - base) : 0
      }
      if between != 0 { wordStart = base + 64 - between.leadingZeroBitCount }
      base += 64
    }
    if lineStart < bytes.count { isBegun = true }
    // What the end cuts is kept; so is a cut that these bytes did not end.
    if floor < bytes.count {
      let start = unsafe Self.wordStart(bytes, from: floor, before: bytes.count)
      unsafe keep(UnsafeRawBufferPointer(rebasing: bytes[start...]))
    }
  }

  /// Takes what this block has of a word that the block before has cut; gives where that ends.
  private mutating func takeCut(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard !cut.isEmpty || isTooLong else { return 0 }
    let end = unsafe Self.wordEnd(bytes, from: 0)
    unsafe keep(UnsafeRawBufferPointer(rebasing: bytes[..<end]))
    if end < bytes.count { endCut() }
    return end
  }

  private mutating func keep(_ piece: UnsafeRawBufferPointer) {
    isTooLong = isTooLong || cut.count + piece.count > WordFits.longest
    if isTooLong { cut.removeAll(keepingCapacity: true) } else { unsafe cut += piece }
  }

  private mutating func endCut() {
    if cut.contains(where: { $0 >= 0x80 }) {
      let word = cut
      // SAFETY: the bytes are the array's own for the length of the call.
      unsafe word.withUnsafeBytes { unsafe add($0, 0..<word.count) }
    }
    cut.removeAll(keepingCapacity: true)
    isTooLong = false
  }

  private mutating func end() {
    endCut()
    if isBegun { endLine(isBlank: false) }
    isBegun = false
  }

  // MARK: - Words and lines

  @inline(__always)
  private mutating func add(_ bytes: UnsafeRawBufferPointer, _ word: Range<Int>) {
    // A byte that stands alone is a sign as likely as a letter.
    guard word.count >= 2, word.count <= WordFits.longest, wordCount < Self.mostWords else {
      return
    }
    wordCount += 1
    sums &+= unsafe words.counts(bytes, word)
  }

  private mutating func endLine(isBlank: Bool) {
    if !isBlank { doubts.lineCount += 1 }
    if wordCount > 0 {
      judge()
      sums = SIMD16(repeating: 0)
      wordCount = 0
    }
    line += 1
  }

  private func fit(_ encoding: Int) -> LetterFit {
    LetterFit(fitting: Int(sums[2 * encoding]), letters: Int(sums[2 * encoding + 1]))
  }

  /// Doubts the line if another encoding fits it and its own does not.
  ///
  /// Two letters suffice where not one fits: a unit's name often has no more.
  private mutating func judge() {
    if let (other, count) = otherTCVN {
      doubtful.append(line)
      doubts.add(other, letters: count, line: line, isDoubted: true)
      return
    }
    let own = fit(own)
    if own.isGood {
      doubts.firstLine = doubts.firstLine ?? line
      return
    }
    var best: (encoding: Int, fit: LetterFit)?
    for index in encodings.indices where index != self.own {
      let other = fit(index)
      if other.isGood, other.fitting > best?.fit.fitting ?? 0 { best = (index, other) }
    }
    guard let best else { return }
    let letters = best.fit.fitting
    let isPlain = letters >= 2 && own.fitting == 0 && best.fit.letters == letters
    let isDoubted = letters >= Self.fewestLetters || isPlain
    if isDoubted { doubtful.append(line) }
    doubts.add(encodings[best.encoding], letters: letters, line: line, isDoubted: isDoubted)
  }

  /// The other encoding of TCVN, if words of the line show that, and how many.
  ///
  /// One suffices: the letters of the two are the same, and so fit in both.
  private var otherTCVN: (TextEncoding, Int)? {
    let capitals = Int(sums[WordFits.tcvn])
    let punctuated = Int(sums[WordFits.tcvn + 1])
    switch encodings[own] {
    case .tcvn3 where capitals > punctuated: return (.tcvn5712, capitals)
    case .tcvn5712 where punctuated > 0: return (.tcvn3, punctuated)
    default: return nil
    }
  }

  // MARK: - Bytes

  /// Whether a byte can be in a word: for a letter, or for one that was lost.
  @inline(__always)
  private static func isInWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte == 0x3F
  }

  /// Where the word ends that has the byte at `position`, if that is in a word.
  @inline(__always)
  private static func wordEnd(_ bytes: UnsafeRawBufferPointer, from position: Int) -> Int {
    var end = position
    // SAFETY: the place read lies below the count.
    while end < bytes.count, isInWord(unsafe bytes[end]) { end += 1 }
    return end
  }

  /// Where the word begins that goes on up to `end`, not before `floor`, and hardly further back than
  /// a word is long.
  @inline(__always)
  private static func wordStart(
    _ bytes: UnsafeRawBufferPointer, from floor: Int, before end: Int
  ) -> Int {
    let lowest = max(floor, end - WordFits.longest - 1)
    var start = end
    // SAFETY: the place read lies between 0 and the count.
    while start > lowest, isInWord(unsafe bytes[start - 1]) { start -= 1 }
    return start
  }
}
