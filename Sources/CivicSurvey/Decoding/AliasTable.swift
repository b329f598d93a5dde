import SurveyCSV

/// An open-addressing map from byte strings to codes: one probe and one compare for a known label.
struct AliasTable: Sendable {
  /// No code, in the table of short labels.
  private static let unread = UInt32.max - 9
  /// What the table may hold: no file can make it grow further.
  private static let textLimit = 4 << 20
  /// So many bytes behind a label are looked at.
  private static let lookahead = 8

  private struct Entry: BitwiseCopyable {
    var head: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var tail: UInt64 = 0
    var start: UInt32 = 0
    /// One more than the number of bytes; 0 marks a free place.
    var mark: UInt32 = 0
    var code: UInt32 = 0

    @inline(__always)
    func matches(_ key: LabelKey) -> Bool {
      let difference =
        (head ^ key.head) | (second ^ key.second) | (third ^ key.third) | (tail ^ key.tail)
        | UInt64(mark ^ UInt32(truncatingIfNeeded: key.count &+ 1))
      return difference == 0
    }
  }

  /// The codes of labels of one byte, and last that of the empty one.
  private var shortCodes = [UInt32](repeating: unread, count: 257)
  /// Its size is a power of two, at least half free.
  private var places = [Entry](repeating: Entry(), count: 64)
  private var count = 0
  private var text: [UInt8] = []

  /// Writes the code of each field from `first` on, up to one that has to be looked at.
  ///
  /// That is one that the table does not know, whose code `stops`, or that may hold a doubled quote.
  /// Gives its record, the column's count if there is none.
  ///
  /// SAFETY: `codes` has room for a code for each record.
  @unsafe
  func codes(
    of column: FieldColumn, from first: Int, into codes: UnsafeMutablePointer<UInt32>,
    stops: UInt32
  ) -> Int {
    let count = unsafe column.count
    let bytes = unsafe column.bytes
    // Words are read up to here; the few labels behind it take the slow path.
    let readable = unsafe column.byteCount - Self.lookahead
    let mask = places.count - 1
    // SAFETY: places are taken below the table's size, a power of two; the short table has an entry
    // for each byte and one more.
    return unsafe shortCodes.withUnsafeBufferPointer { shortCodes in
      unsafe places.withUnsafeBufferPointer { places in
        for record in first..<count {
          let value = unsafe column.value(record)
          if value.mayHaveDoubledQuote || value.start > readable { return record }
          let start = unsafe bytes + value.start
          var code: UInt32
          if value.count <= 1 {
            code = unsafe shortCodes[value.count == 0 ? 256 : Int(start[0])]
            if code == Self.unread { return record }
          } else {
            let key = unsafe LabelKey(start, value.count)
            var place = Int(truncatingIfNeeded: key.hash) & mask
            while true {
              if unsafe places[place].matches(key) {
                if key.count <= LabelKey.coveredCount { break }
                if unsafe isEqual(places[place], start, key.count) { break }
              } else if unsafe places[place].mark == 0 {
                return record
              }
              place = (place &+ 1) & mask
            }
            code = unsafe places[place].code
          }
          if code == stops { return record }
          unsafe codes[record] = code
        }
        return count
      }
    }
  }

  /// The code stored for exactly these bytes.
  func find(_ key: LabelKey, _ bytes: Span<UInt8>, _ start: Int) -> UInt32? {
    if key.count <= 1 {
      let code = shortCodes[key.count == 0 ? 256 : Int(bytes[start])]
      return code == Self.unread ? nil : code
    }
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: key.hash) & mask
    while places[place].mark != 0 {
      if places[place].matches(key), isEqual(places[place], bytes, start, key.count) {
        return places[place].code
      }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Stores a code for bytes that ``find(_:_:_:)`` did not find, while there is room.
  mutating func insert(_ key: LabelKey, _ bytes: Span<UInt8>, _ start: Int, code: UInt32) {
    if key.count <= 1 {
      shortCodes[key.count == 0 ? 256 : Int(bytes[start])] = code
      return
    }
    guard text.count + key.count <= Self.textLimit else { return }
    let entry = Entry(
      head: key.head, second: key.second, third: key.third, tail: key.tail,
      start: UInt32(text.count), mark: UInt32(key.count + 1), code: code)
    for index in start..<start + key.count { text.append(bytes[index]) }
    count += 1
    if count * 2 > places.count { grow() }
    put(entry, key.hash)
  }

  private mutating func grow() {
    let old = places
    places = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.mark > 0 {
      let start = Int(entry.start)
      put(entry, LabelKey(text.span, start, start + Int(entry.mark) - 1).hash)
    }
  }

  private mutating func put(_ entry: Entry, _ hash: UInt64) {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place].mark > 0 { place = (place + 1) & mask }
    places[place] = entry
  }

  /// Whether the bytes that the words do not cover are the same.
  private func isEqual(_ entry: Entry, _ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> Bool {
    guard count > LabelKey.coveredCount else { return true }
    for index in 16..<count - 16 where text[Int(entry.start) + index] != bytes[start + index] {
      return false
    }
    return true
  }

  /// The same for bytes at an address, and more than the words cover.
  ///
  /// SAFETY: `count` bytes are readable there.
  @inline(__always)
  private func isEqual(_ entry: Entry, _ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let known = unsafe text.span.bytes
    var index = 16
    while index < count - 16 {
      // SAFETY: at least 16 more bytes of the label follow, both here and in `text`.
      let word = unsafe UnsafeRawPointer(start).loadUnaligned(
        fromByteOffset: index, as: UInt64.self)
      let other = unsafe known.unsafeLoadUnaligned(
        fromByteOffset: Int(entry.start) + index, as: UInt64.self)
      if word != other { return false }
      index += 8
    }
    return true
  }
}
