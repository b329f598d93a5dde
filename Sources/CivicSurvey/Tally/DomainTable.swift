/// The finest domains that occur: one tuple of codes each, numbered in the order seen.
///
/// The first code of a tuple is the period (see ``PeriodCode``), the others are the plan's
/// dimensions. Its size follows what occurs, not the product of the dimensions.
struct DomainTable: Sendable {
  /// The number of codes in a tuple.
  let width: Int
  private(set) var codes: [UInt32] = []
  /// Domain numbers, -1 where free; its size is a power of two, at least half free.
  private var buckets: [Int32] = [Int32](repeating: -1, count: 64)

  init(width: Int) {
    self.width = width
  }

  var count: Int { codes.count / width }

  /// The codes of a domain.
  func codes(of domain: Int) -> ArraySlice<UInt32> {
    codes[domain * width..<(domain + 1) * width]
  }

  func code(of domain: Int, at position: Int) -> UInt32 {
    codes[domain * width + position]
  }

  /// The number of the domain with the codes in `key`, new if it was not seen.
  @inline(__always)
  mutating func number(of key: Span<UInt32>) -> Int {
    let hash = Self.hash(key)
    var bucket = hash & (buckets.count - 1)
    while buckets[bucket] >= 0 {
      let domain = Int(buckets[bucket])
      if equals(domain, key) { return domain }
      bucket = (bucket + 1) & (buckets.count - 1)
    }
    let domain = count
    for index in key.indices { codes.append(key[index]) }
    buckets[bucket] = Int32(domain)
    if count * 2 > buckets.count { grow() }
    return domain
  }

  private mutating func grow() {
    buckets = [Int32](repeating: -1, count: buckets.count * 2)
    for domain in 0..<count {
      let hash = Self.hash(codes.span.extracting(domain * width..<(domain + 1) * width))
      var bucket = hash & (buckets.count - 1)
      while buckets[bucket] >= 0 { bucket = (bucket + 1) & (buckets.count - 1) }
      buckets[bucket] = Int32(domain)
    }
  }

  @inline(__always)
  private static func hash(_ key: Span<UInt32>) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for index in key.indices {
      hash = (hash ^ UInt64(key[index])) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 29
    }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  @inline(__always)
  private func equals(_ domain: Int, _ key: Span<UInt32>) -> Bool {
    let start = domain * width
    for index in key.indices where codes[start + index] != key[index] { return false }
    return true
  }
}
