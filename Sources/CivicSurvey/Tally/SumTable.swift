/// The sums of domains in the order of their codes, in a few bytes for each count that is not zero.
///
/// A domain's counts are written as in a tally file: (distance to the last slot, count), both as
/// LEB128. Most counts are zero or small, so a domain takes about a tenth of its row of 64-bit
/// numbers. Nothing is changed in place: sums are made by ``append(codes:row:)`` in order, by
/// ``grouped(keys:width:slotCount:add:)`` or ``regrouped(keys:)`` out of any order, or by
/// ``merging(_:)``.
struct SumTable: Sendable {
  /// The number of codes of a domain.
  let width: Int
  /// The number of counts of a domain, zeros included.
  let slotCount: Int
  private(set) var codes: [UInt32] = []
  private var bytes: [UInt8] = []
  /// Where each domain's bytes begin.
  private var starts: [Int] = []
  /// The counts that are not zero, over all domains.
  private(set) var countsKept = 0

  init(width: Int, slotCount: Int) {
    self.width = width
    self.slotCount = slotCount
  }

  /// The number of domains.
  var count: Int { starts.count }

  /// The codes of a domain.
  func codes(of domain: Int) -> ArraySlice<UInt32> {
    codes[domain * width..<(domain + 1) * width]
  }

  func code(of domain: Int, at position: Int) -> UInt32 {
    codes[domain * width + position]
  }

  // MARK: - Reading

  /// Calls `body` with each slot and count of a domain that is not zero, by ascending slot.
  @inline(__always)
  func forEachCount(of domain: Int, _ body: (_ slot: Int, _ count: UInt64) -> Void) {
    var place = starts[domain]
    let end = domain + 1 < starts.count ? starts[domain + 1] : bytes.count
    let bytes = bytes.span
    var slot = 0
    while place < end {
      slot += Int(truncatingIfNeeded: Self.number(bytes, &place))
      body(slot, Self.number(bytes, &place))
    }
  }

  /// Adds a domain's counts to a row of all slots.
  @inline(__always)
  func add(_ domain: Int, to row: inout [UInt64]) {
    forEachCount(of: domain) { row[$0] += $1 }
  }

  /// All numbers of a domain.
  func row(of domain: Int) -> [UInt64] {
    var row = [UInt64](repeating: 0, count: slotCount)
    add(domain, to: &row)
    return row
  }

  /// The responses of a domain, in its first slot; see ``SumLayout/accepted``.
  func responses(of domain: Int) -> UInt64 {
    var place = starts[domain]
    let end = domain + 1 < starts.count ? starts[domain + 1] : bytes.count
    guard place < end, Self.number(bytes.span, &place) == SumLayout.accepted else { return 0 }
    return Self.number(bytes.span, &place)
  }

  @inline(__always)
  private static func number(_ bytes: Span<UInt8>, _ place: inout Int) -> UInt64 {
    let value = LEB128.read {
      defer { place += 1 }
      return bytes[place]
    }
    // Only what was written is read.
    return value ?? 0
  }

  // MARK: - Writing

  /// Appends a domain behind all others; its codes must be greater than theirs.
  mutating func append(codes: some Sequence<UInt32>, row: [UInt64]) {
    begin(codes)
    var kept = 0
    let room = row.count * 2 * LEB128.longest
    // SAFETY: a slot takes at most two numbers; the buffer is used within the call.
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { buffer in
      var end = 0
      var previous = 0
      for slot in row.indices where row[slot] != 0 {
        unsafe Self.write(UInt64(slot - previous), to: buffer, &end)
        unsafe Self.write(row[slot], to: buffer, &end)
        previous = slot
        kept += 1
      }
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<end]))
    }
    countsKept += kept
  }

  private mutating func reserve(domains: Int, bytes: Int) {
    codes.reserveCapacity(domains * width)
    starts.reserveCapacity(domains)
    self.bytes.reserveCapacity(bytes)
  }

  private mutating func begin(_ codes: some Sequence<UInt32>) {
    self.codes.append(contentsOf: codes)
    starts.append(bytes.count)
  }

  @inline(__always)
  private static func write(
    _ value: UInt64, to buffer: UnsafeMutableBufferPointer<UInt8>, _ end: inout Int
  ) {
    LEB128.write(value) { byte in
      // SAFETY: the caller's buffer has room for two numbers a slot.
      unsafe buffer[end] = byte
      end += 1
    }
  }

  /// Appends a domain of other sums with its counts as they stand.
  private mutating func append(
    _ domain: Int, of other: SumTable, codes: some Sequence<UInt32>
  ) {
    begin(codes)
    let end = domain + 1 < other.starts.count ? other.starts[domain + 1] : other.bytes.count
    let counts = other.bytes[other.starts[domain]..<end]
    bytes += counts
    // Two numbers for each, and each number ends with its one byte below 128.
    countsKept += counts.count { $0 < 0x80 } / 2
  }

  /// Appends all domains of other sums, whose codes need not be greater than those before: the sums
  /// are of use when they are ``regrouped(keys:)``.
  ///
  /// - Parameter keys: the codes of each domain here.
  mutating func append(contentsOf other: SumTable, keys: [UInt32]) {
    let first = bytes.count
    codes += keys
    starts += other.starts.lazy.map { first + $0 }
    bytes += other.bytes
    countsKept += other.countsKept
  }

  // MARK: - Adding up

  /// Sums by other codes: what has equal codes is added up, and the result is in their order.
  ///
  /// - Parameters:
  ///   - keys: `width` codes for each of the things to add up, one after the other.
  ///   - room: the bytes that their counts will take; 0 where nobody knows. An array that grows by
  ///     itself comes to hold up to three times as many for a moment.
  ///   - add: adds the counts of one of them, by its number, to a row.
  /// - Complexity: O(n log n) in the things.
  static func grouped(
    keys: [UInt32], width: Int, slotCount: Int, room: Int = 0,
    add: (Int, inout [UInt64]) -> Void
  ) -> SumTable {
    var sums = SumTable(width: width, slotCount: slotCount)
    var row = [UInt64](repeating: 0, count: slotCount)
    if room > 0 { sums.reserve(domains: keys.count / max(width, 1), bytes: room) }
    CodeOrder(keys: keys, width: width).forEachGroup { key, numbers in
      for number in numbers { add(Int(number), &row) }
      sums.append(codes: key, row: row)
      for slot in row.indices { row[slot] = 0 }
    }
    return sums
  }

  /// The same sums by other codes, one key for each domain, in their order; what has equal codes is
  /// added up.
  ///
  /// - Complexity: O(n log n) in the domains, O(n) in the counts.
  func regrouped(keys: [UInt32]) -> SumTable {
    if keys == codes, isInOrder { return self }
    var sums = SumTable(width: width, slotCount: slotCount)
    sums.reserve(domains: count, bytes: bytes.count)
    var row = [UInt64](repeating: 0, count: slotCount)
    CodeOrder(keys: keys, width: width).forEachGroup { key, domains in
      if domains.count == 1, let domain = domains.first {
        sums.append(Int(domain), of: self, codes: key)
        return
      }
      for domain in domains { self.add(Int(domain), to: &row) }
      sums.append(codes: key, row: row)
      for slot in row.indices { row[slot] = 0 }
    }
    return sums
  }

  /// Whether every domain's codes are greater than those of the one before.
  var isInOrder: Bool {
    (0..<max(0, count - 1)).allSatisfy {
      codes(of: $0).lexicographicallyPrecedes(codes(of: $0 + 1))
    }
  }

  /// The sums of both.
  ///
  /// - Complexity: O(n) in the counts.
  func merging(_ other: SumTable) -> SumTable {
    if other.count == 0 { return self }
    if count == 0 { return other }
    var sums = SumTable(width: width, slotCount: slotCount)
    sums.reserve(
      domains: max(count, other.count), bytes: max(bytes.count, other.bytes.count) / 8 * 9)
    var row = [UInt64](repeating: 0, count: slotCount)
    var (left, right) = (0, 0)
    while left < count, right < other.count {
      let leftCodes = codes(of: left)
      let rightCodes = other.codes(of: right)
      if leftCodes.lexicographicallyPrecedes(rightCodes) {
        sums.append(left, of: self, codes: leftCodes)
        left += 1
      } else if rightCodes.lexicographicallyPrecedes(leftCodes) {
        sums.append(right, of: other, codes: rightCodes)
        right += 1
      } else {
        add(left, to: &row)
        other.add(right, to: &row)
        sums.append(codes: leftCodes, row: row)
        for slot in row.indices { row[slot] = 0 }
        left += 1
        right += 1
      }
    }
    while left < count {
      sums.append(left, of: self, codes: codes(of: left))
      left += 1
    }
    while right < other.count {
      sums.append(right, of: other, codes: other.codes(of: right))
      right += 1
    }
    return sums
  }

  /// How many different codes occur at each position.
  var differentCodes: [Int] {
    (0..<width).map { position in
      var seen: Set<UInt32> = []
      for domain in 0..<count { seen.insert(code(of: domain, at: position)) }
      return seen.count
    }
  }
}
