/// Sorts tuples of codes by their numbers.
struct CodeOrder {
  /// The codes of all tuples, one tuple after the other.
  let keys: [UInt32]
  /// The codes of a tuple.
  let width: Int

  /// Calls `body` with each key that occurs, in order, and the numbers of the tuples that have it.
  @inline(__always)
  func forEachGroup(_ body: (_ key: ArraySlice<UInt32>, _ numbers: ArraySlice<UInt32>) -> Void) {
    let order = sorted()
    var first = 0
    while first < order.count {
      let key = key(order[first])
      var end = first + 1
      while end < order.count, key.elementsEqual(self.key(order[end])) { end += 1 }
      body(key, order[first..<end])
      first = end
    }
  }

  private func key(_ number: UInt32) -> ArraySlice<UInt32> {
    keys[Int(number) * width..<(Int(number) + 1) * width]
  }

  /// The numbers of the tuples, in the order of their codes.
  private func sorted() -> [UInt32] {
    let count = width == 0 ? 0 : keys.count / width
    let numbers = (0..<UInt32(count))
    if isSorted(count) { return Array(numbers) }
    if var packed = packed(count) {
      packed.sort()
      return packed.map { UInt32(truncatingIfNeeded: $0) }
    }
    // SAFETY: every number is below the count of tuples, and a tuple has `width` keys.
    return unsafe keys.withUnsafeBufferPointer { keys in
      let width = width
      return numbers.sorted { left, right in
        var (left, right) = (Int(left) * width, Int(right) * width)
        let end = left + width
        while left < end {
          let (one, other) = unsafe (keys[left], keys[right])
          if one != other { return one < other }
          left += 1
          right += 1
        }
        return false
      }
    }
  }

  /// Each tuple as one number, its place among them last; `nil` where the codes are too far apart.
  private func packed(_ count: Int) -> [UInt64]? {
    var packed = [UInt64](repeating: 0, count: count)
    var bits = UInt32.bitWidth
    for column in 0..<width {
      // The last codes of all stand for what is none, far above those that are.
      let last = UInt32.max - 15
      var range: ClosedRange<UInt32>?
      for place in stride(from: column, to: keys.count, by: width) where keys[place] < last {
        let code = keys[place]
        range = min(range?.lowerBound ?? code, code)...max(range?.upperBound ?? code, code)
      }
      let first = range?.lowerBound ?? 0
      let span = range.map { UInt64($0.upperBound - $0.lowerBound) + 1 } ?? 0
      let width = UInt64.bitWidth - (span + 15).leadingZeroBitCount
      bits += width
      guard bits <= UInt64.bitWidth else { return nil }
      for number in 0..<count {
        let code = keys[number * self.width + column]
        let place = code < last ? UInt64(code - first) : span + UInt64(code - last)
        packed[number] = packed[number] << UInt64(width) | place
      }
    }
    for number in 0..<count { packed[number] = packed[number] << 32 | UInt64(number) }
    return packed
  }

  private func isSorted(_ count: Int) -> Bool {
    (0..<max(0, count - 1)).allSatisfy { number in
      let next = (number + 1) * width
      return !keys[next..<next + width]
        .lexicographicallyPrecedes(keys[next - width..<next])
    }
  }
}
