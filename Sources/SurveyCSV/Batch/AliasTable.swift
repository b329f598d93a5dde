import CByteMask

/// A map from the bytes of labels to codes: one probe and one comparison for a known label, in a loop
/// over a column that ``InstructionSet`` has a version of.
///
/// Labels lie one after the other in `text`. A label's place is the upper bits of a hash of its ends and
/// its length; of several hashes the table takes one that gives few labels a place each.
package struct AliasTable {
  /// What the table may hold: no file can make it grow further.
  private static let byteLimit = 4 << 20
  /// Of so many labels at most a place is sought that no other has.
  private static let searchedCount = 64
  private static let seedsTried: UInt64 = 64
  private static let padding = Int(CBM_LABEL_BLOCK)

  /// What a hash multiplies by.
  private struct Factors: Sendable {
    let numbers: (UInt64, UInt64)

    init(seed: UInt64) {
      func odd(_ number: UInt64) -> UInt64 {
        var mixed = (seed &* 2 &+ number) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        return (mixed ^ (mixed >> 27)) | 1
      }
      numbers = (odd(1), odd(2))
    }
  }

  /// The code of labels that are not to be passed over.
  private let stops: UInt32
  /// The codes of labels of one byte; then, 256 times, that of the empty one.
  private var shortCodes: [UInt32]
  /// Those of them that are stored.
  private var shortLabels: Set<[UInt8]> = []
  /// The labels of more bytes; the number of places is a power of two.
  private var places: [cbm_label]
  /// The labels stored.
  private var labels: [cbm_label] = []
  /// Their bytes, and some behind them.
  private var text = [UInt8](repeating: 0, count: padding)
  private var factors = Factors(seed: 0)
  /// Whether each of them has eight bytes or more, which makes looking them up cheaper.
  private var areWords = true

  /// What stands at a free place.
  private var free: cbm_label {
    cbm_label(start: 0, count: UInt32(CBM_NO_LABEL), code: stops)
  }

  /// An empty table.
  ///
  /// - Parameter stops: the code of labels that are not to be passed over.
  package init(stops: UInt32) {
    self.stops = stops
    shortCodes = [UInt32](repeating: stops, count: 512)
    places = []
    makePlaces(64)
  }

  private mutating func makePlaces(_ count: Int) {
    places = [cbm_label](repeating: free, count: count)
  }

  /// Writes the code of each value of a column from the record `first` on, up to one that has to be
  /// looked at: one that is not known, or whose code `stops`.
  ///
  /// Gives its record, the batch's count if there is none.
  /// - Precondition: `codes` has an entry for each record.
  package func codes(
    of batch: borrowing RecordBatch, column: Int, from first: Int,
    into codes: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    precondition(codes.count >= batch.recordCount)
    guard let codes = codes.baseAddress, first < batch.recordCount else {
      return batch.recordCount
    }
    let instructionSet = batch.instructionSet.code
    var record = batch.recordCount
    unsafe batch.withColumn(column) { fields in
      unsafe withLabels { labels in
        // SAFETY: Swift's record has the layout of C's, as a test checks; labels are compared only
        // where as much is readable as is said; there is a code for each record.
        var column = unsafe cbm_column(
          bytes: fields.bytes, readable: 0,
          records: UnsafeRawPointer(fields.records).assumingMemoryBound(to: cbm_record.self),
          record_count: fields.count, field_ends: fields.fieldEnds, column: column)
        guard unsafe fields.byteCount >= Self.padding else {
          record = first
          return
        }
        unsafe column.readable = fields.byteCount - Self.padding
        record = unsafe cbm_label_codes(instructionSet, &column, first, labels, codes)
      }
    }
    return record
  }

  /// The code stored for exactly these bytes.
  package func find(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
    if range.count <= 1 {
      guard shortLabels.contains(Self.bytes(text, range)) else { return nil }
      return shortCodes[range.isEmpty ? 256 : Int(text[range.lowerBound])]
    }
    let bytes = Self.padded(text, range)
    // SAFETY: the label is padded.
    let place = unsafe bytes.withUnsafeBufferPointer { bytes -> Int in
      guard let start = bytes.baseAddress else { return 0 }
      return unsafe placeOfLabel(start, range.count)
    }
    return places[place].count == free.count ? nil : places[place].code
  }

  /// Stores a code for bytes that ``find(_:_:)`` did not find, while there is room.
  package mutating func insert(_ text: Span<UInt8>, _ range: Range<Int>, code: UInt32) {
    if range.count <= 1 {
      shortLabels.insert(Self.bytes(text, range))
      if range.isEmpty {
        for place in 256..<512 { shortCodes[place] = code }
      } else {
        shortCodes[Int(text[range.lowerBound])] = code
      }
      return
    }
    let start = self.text.count - Self.padding
    guard start + range.count <= Self.byteLimit else { return }
    self.text.removeLast(Self.padding)
    self.text += Self.padded(text, range)
    if range.count < 8 { areWords = false }
    labels.append(cbm_label(start: UInt32(start), count: UInt32(range.count), code: code))
    let isSearched = labels.count <= Self.searchedCount
    if labels.count * (isSearched ? 16 : 2) > places.count {
      makePlaces(places.count * 2)
    } else if put(labels.count - 1) || !isSearched {
      return
    }
    placeAll()
  }

  /// Gives every label its place, by the hash by which most have one of their own.
  private mutating func placeAll() {
    var best = (factors, sharing: Int.max)
    let seeds = labels.count > Self.searchedCount ? 1 : Self.seedsTried
    for seed in 0..<seeds where best.sharing > 0 {
      factors = Factors(seed: seed)
      let sharing = putAll()
      if sharing < best.sharing { best = (factors, sharing) }
    }
    guard seeds > 1, best.sharing > 0 else { return }
    factors = best.0
    _ = putAll()
  }

  /// Puts all labels; gives the number of those whose place is another's.
  private mutating func putAll() -> Int {
    let free = free
    for place in places.indices { places[place] = free }
    var sharing = 0
    for label in labels.indices where !put(label) { sharing += 1 }
    return sharing
  }

  /// Puts a label; whether no other was at the place that its hash names.
  private mutating func put(_ number: Int) -> Bool {
    let label = labels[number]
    let count = Int(label.count)
    // SAFETY: the label lies within the text, which is padded.
    let (place, named) = unsafe text.withUnsafeBufferPointer { text -> (Int, Int) in
      guard let first = text.baseAddress else { return (0, 0) }
      let start = unsafe first + Int(label.start)
      return unsafe (placeOfLabel(start, count), namedPlace(start, count))
    }
    places[place] = label
    return place == named
  }
}

extension AliasTable {
  private static func bytes(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    range.map { text[$0] }
  }

  /// The bytes of a label and some behind them.
  private static func padded(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    bytes(text, range) + repeatElement(0, count: padding)
  }

  /// Calls `body` with the table as C sees it; it must not keep it.
  private func withLabels<Result>(_ body: (UnsafePointer<cbm_labels>) -> Result) -> Result {
    // SAFETY: the buffers are the table's own and are used only within the call.
    unsafe shortCodes.withUnsafeBufferPointer { shortCodes -> Result in
      unsafe places.withUnsafeBufferPointer { places -> Result in
        unsafe text.withUnsafeBufferPointer { text -> Result in
          var labels = unsafe cbm_labels()
          unsafe labels.short_codes = shortCodes.baseAddress
          unsafe labels.stops = stops
          unsafe labels.places = places.baseAddress
          unsafe labels.mask = places.count - 1
          unsafe labels.shift = UInt32(UInt64.bitWidth - places.count.trailingZeroBitCount)
          unsafe labels.are_words = areWords
          unsafe labels.factors = factors.numbers
          unsafe labels.text = text.baseAddress
          return unsafe body(&labels)
        }
      }
    }
  }

  /// The place of a label, or the free one at which it would be.
  @unsafe
  private func placeOfLabel(_ label: UnsafePointer<UInt8>, _ count: Int) -> Int {
    unsafe withLabels { unsafe cbm_label_place($0, label, count) }
  }

  /// The place that a label's hash names.
  @unsafe
  private func namedPlace(_ label: UnsafePointer<UInt8>, _ count: Int) -> Int {
    unsafe withLabels { unsafe cbm_label_named_place($0, label, count) }
  }
}

// SAFETY: C's labels, for which alone nobody vouches, are numbers.
extension AliasTable: @unchecked Sendable {}
