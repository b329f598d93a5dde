import SurveyDefinition

/// Finds the domains of a batch's records fast: in a table of all combinations of codes, or, where
/// these are too many, by each record's codes packed into one word.
///
/// The words are looked up in a cache of the domains seen last. Only what neither holds goes to the
/// ``DomainTable``. Surveys whose codes do not fit into a word do without.
struct DomainLookup: Sendable {
  /// The place of a record that counts for nothing.
  static let nowhere = -1

  /// The bits of one dimension in a word.
  private struct Place {
    var shift: UInt64
    var mask: UInt32
  }

  private struct Entry: BitwiseCopyable {
    /// 0 where nothing is kept: every word has its top bit set.
    var word: UInt64 = 0
    var domain: Int = 0
  }

  /// Days from 1900 on: enough for every date that can be read, and for none.
  private static let periodBits = 18
  private static let firstDay: Int32 = -40_000
  private static let openBits = 20
  private static let reservedCodes = 16
  private static let largestCache = 1 << 16

  /// `nil` where the codes do not fit.
  private let places: [Place]?
  private let finest: FinestPeriod
  private var dense: DenseDomains
  /// For each record of the batch at hand its place in ``dense``.
  private var densePlaces: [UInt32] = []
  private var words: [UInt64] = []
  private var cache = [Entry](repeating: Entry(), count: 1024)
  /// Storage for the codes of one record.
  private var key: [UInt32]
  /// For each record of the batch at hand, the place of its domain, or ``nowhere``.
  private(set) var rows: [Int] = []

  init(_ plan: TabulationPlan) {
    finest = plan.survey.finestPeriod
    dense = DenseDomains(plan)
    key = [UInt32](repeating: 0, count: plan.keys.count)
    var places: [Place] = []
    var shift = Self.periodBits
    for column in plan.groups {
      let codes = column.categoryIDs.count + Self.reservedCodes
      let bits =
        switch column.source {
        case .due: DueCode.bits
        case .design(.cluster), .design(.second): UInt32.bitWidth
        default: column.isOpen ? Self.openBits : Int.bitWidth - codes.leadingZeroBitCount
        }
      places.append(
        Place(shift: UInt64(shift), mask: UInt32.max >> UInt32(UInt32.bitWidth - bits)))
      shift += bits
    }
    self.places = shift < UInt64.bitWidth ? places : nil
  }

  /// Finds the domain of each record that counts; new ones are added to `sums`.
  mutating func find(_ batch: borrowing ResponseBatch, in sums: inout OpenSums) {
    if rows.count < batch.count {
      rows += [Int](repeating: Self.nowhere, count: batch.count - rows.count)
    }
    if !dense.isFull, findDense(batch, in: &sums) { return }
    if words.count < batch.count {
      words += [UInt64](repeating: 0, count: batch.count - words.count)
    }
    pack(batch)
    var record = 0
    while true {
      record = findKnown(batch, from: record, stride: sums.stride)
      guard record < batch.count else { return }
      let domain = sums.domain(of: record, batch, key: &key)
      rows[record] = domain * sums.stride
      keep(domain, for: words[record], of: sums.domains.count)
      record += 1
    }
  }

  /// Finds the domains by the table of combinations; `false` where there are too many.
  private mutating func findDense(
    _ batch: borrowing ResponseBatch, in sums: inout OpenSums
  ) -> Bool {
    if densePlaces.count < batch.count {
      densePlaces += [UInt32](repeating: 0, count: batch.count - densePlaces.count)
    }
    guard dense.find(batch, of: sums.domains, into: &densePlaces) else { return false }
    var record = 0
    while true {
      record = findInTable(batch, from: record, stride: sums.stride)
      guard record < batch.count else { return true }
      let domain = sums.domain(of: record, batch, key: &key)
      rows[record] = domain * sums.stride
      dense.keep(domain, at: densePlaces[record])
      record += 1
    }
  }

  /// Finds the domains from the record `first` on, up to one that the table does not hold; gives it.
  private mutating func findInTable(
    _ batch: borrowing ResponseBatch, from first: Int, stride: Int
  ) -> Int {
    let isClean = batch.areAllAccepted && batch.frequencies.isEmpty
    precondition(rows.count >= batch.count && densePlaces.count >= batch.count)
    // SAFETY: rows and places have an entry for each record, as just checked; every place lies
    // within the table, which has one for every combination of as many bits.
    return unsafe rows.withUnsafeMutableBufferPointer { rows in
      unsafe densePlaces.withUnsafeBufferPointer { places in
        unsafe dense.withTable { table in
          for record in first..<batch.count {
            if !isClean, batch.fates[record] != .accepted || batch.frequency(of: record) == 0 {
              unsafe rows[record] = Self.nowhere
              continue
            }
            let domain = unsafe Int(table[Int(places[record])])
            guard domain >= 0 else { return record }
            unsafe rows[record] = domain &* stride
          }
          return batch.count
        }
      }
    }
  }

  /// Finds the domains from the record `first` on, up to one that the cache does not hold; gives it.
  private mutating func findKnown(
    _ batch: borrowing ResponseBatch, from first: Int, stride: Int
  ) -> Int {
    let isClean = batch.areAllAccepted && batch.frequencies.isEmpty
    let mask = cache.count - 1
    precondition(rows.count >= batch.count && words.count >= batch.count)
    // SAFETY: rows and words have an entry for each record, as just checked; the mask keeps entries
    // below the cache's size, a power of two.
    return unsafe rows.withUnsafeMutableBufferPointer { rows in
      unsafe words.withUnsafeBufferPointer { words in
        unsafe cache.withUnsafeBufferPointer { cache in
          for record in first..<batch.count {
            if !isClean, batch.fates[record] != .accepted || batch.frequency(of: record) == 0 {
              unsafe rows[record] = Self.nowhere
              continue
            }
            let word = unsafe words[record]
            let entry = unsafe cache[Int(truncatingIfNeeded: Self.hash(word)) & mask]
            guard entry.word == word, word != 0 else { return record }
            unsafe rows[record] = entry.domain &* stride
          }
          return batch.count
        }
      }
    }
  }

  /// Forgets the domains, whose numbers mean nothing any more.
  mutating func forget() {
    dense.forget()
    for entry in cache.indices { cache[entry] = Entry() }
  }

  private mutating func keep(_ domain: Int, for word: UInt64, of domainCount: Int) {
    // Without places all words are 0, and nothing is kept.
    guard word != 0 else { return }
    if domainCount * 4 > cache.count, cache.count < Self.largestCache {
      cache = [Entry](repeating: Entry(), count: cache.count * 2)
    }
    cache[Int(truncatingIfNeeded: Self.hash(word)) & (cache.count - 1)] = Entry(
      word: word, domain: domain)
  }

  /// Packs the codes of each record into a word.
  private mutating func pack(_ batch: borrowing ResponseBatch) {
    guard let places else { return }
    let top: UInt64 = 1 << 63
    var lastDay = ResponseBatch.noDay
    var period = Self.period(lastDay, finest)
    for record in 0..<batch.count {
      if batch.days[record] != lastDay {
        lastDay = batch.days[record]
        period = Self.period(lastDay, finest)
      }
      words[record] = top | period
    }
    for (dimension, place) in places.enumerated() {
      let first = dimension * batch.count
      for record in 0..<batch.count {
        let code = UInt64(batch.dimensionCodes[first + record] & place.mask)
        words[record] |= code &<< place.shift
      }
    }
  }

  private static func period(_ day: Int32, _ finest: FinestPeriod) -> UInt64 {
    let code = PeriodCode.code(ofDay: day, finest: finest)
    return code == PeriodCode.none
      ? 0 : UInt64(truncatingIfNeeded: Int32(bitPattern: code) - firstDay)
  }

  @inline(__always)
  private static func hash(_ word: UInt64) -> UInt64 {
    let hash = word &* 0x9E37_79B9_7F4A_7C15
    return hash ^ (hash >> 32)
  }
}
