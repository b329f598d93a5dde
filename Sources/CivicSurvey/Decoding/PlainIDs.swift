import SurveyCSV

/// Reads the ids that can be hashed as they stand: they have no space at either end, are neither
/// blank nor a number as spreadsheets shorten it, and need no second look.
///
/// Most are told by their first two bytes. This runs for each response, so that it is one loop
/// without calls.
struct PlainIDs: Sendable {
  /// What each byte means as the first (256 entries), then as the second.
  ///
  /// Where the entries of an id's two bytes have a bit in common, a closer look is needed.
  private let meanings: [UInt8]
  private let longestBlank: Int

  /// Both bytes occur in spellings of "left blank".
  private static let mayBeBlank: UInt8 = 1
  /// The first is a space.
  private static let beginsWithSpace: UInt8 = 2
  /// The second is as in 2.03E+14, 2,03E+14 or 2E+14.
  private static let mayBeShortened: UInt8 = 4

  init(_ blanks: BlankSpellings) {
    let bytes = UInt8.min...UInt8.max
    let blank = bytes.map { blanks.mayHave($0) ? Self.mayBeBlank : 0 }
    let first = bytes.map { Self.mayBeShortened | ($0 <= 0x20 ? Self.beginsWithSpace : 0) }
    let second = bytes.map { byte in
      Self.beginsWithSpace
        | (byte == 0x2E || byte == 0x2C || byte | 0x20 == 0x65 ? Self.mayBeShortened : 0)
    }
    meanings = zip(first, blank).map { $0 | $1 } + zip(second, blank).map { $0 | $1 }
    longestBlank = blanks.longest
  }

  /// Hashes the values of a column; gives the number of those that were noted.
  ///
  /// - Parameters:
  ///   - limit: values are noted whose hash is below this.
  ///   - noted: where they are noted.
  ///   - odd: the records whose values need a closer look.
  /// - Precondition: `noted` has room for each record and one more.
  func read(
    _ fields: FieldColumn, below limit: UInt64, noted: UnsafeMutablePointer<HashedID>,
    odd: inout [Int]
  ) -> Int {
    unsafe meanings.withUnsafeBufferPointer { meanings in
      guard let first = meanings.baseAddress else { return 0 }
      let second = unsafe first + 256
      var filled = 0
      for record in unsafe 0..<fields.count {
        // SAFETY: the value lies within the bytes, of which there are as many as are said; bytes
        // have 256 meanings in either place.
        let value = unsafe fields.value(record)
        let count = value.count
        let start = unsafe fields.bytes + value.start
        guard count >= 2, !value.mayHaveDoubledQuote, unsafe start[count &- 1] > 0x20 else {
          odd.append(record)
          continue
        }
        let common = unsafe first[Int(start[0])] & second[Int(start[1])]
        guard common == 0 || common == Self.mayBeBlank && count > longestBlank else {
          odd.append(record)
          continue
        }
        let hasWord = unsafe value.start &+ 8 <= fields.byteCount
        let hash = unsafe IDHash.of(start, count: count, hasWord: hasWord)
        unsafe noted[filled] = HashedID(hash: hash, record: Int32(truncatingIfNeeded: record))
        filled &+= hash < limit ? 1 : 0
      }
      return filled
    }
  }
}
