/// Which files have ids in common, of the ids that came again with the smallest hashes.
///
/// At most ``capacity`` pairs of an id and a file are kept, of whole ids, whatever the order in which
/// they come.
struct SharedIDs {
  private struct Place {
    let key: UInt64
    let file: UInt16
    /// How often the id is in the file; from 2 on it does not matter.
    var times: UInt16
  }

  private static let capacity = 8_192
  /// Of an id that is in more files, those count whose names come first.
  private static let filesOfID = 64

  private var places: [Place] = []
  private var limit = UInt64.max

  /// Notes that an id is in a file, once more.
  mutating func add(_ key: UInt64, file: UInt16) {
    guard key < limit, file != .max else { return }
    places.append(Place(key: key, file: file, times: 1))
    if places.count == 2 * Self.capacity { condense() }
  }

  /// Forgets the ids whose hash is not below a limit.
  mutating func forget(from limit: UInt64) {
    guard limit < self.limit else { return }
    self.limit = limit
    places.removeAll { $0.key >= limit }
  }

  /// Puts together what belongs together, and forgets whole ids while there are too many places.
  private mutating func condense() {
    places.sort { ($0.key, $0.file) < ($1.key, $1.file) }
    var kept: [Place] = []
    for place in places {
      if let last = kept.last, last.key == place.key, last.file == place.file {
        kept[kept.count - 1].times = min(2, last.times + place.times)
      } else {
        kept.append(place)
      }
    }
    if kept.count > Self.capacity {
      limit = kept[Self.capacity].key
      kept.removeAll { $0.key >= limit }
    }
    places = kept
  }

  /// The two files that share most ids, ties by name; one file twice where most ids come again
  /// within it.
  mutating func closestFiles(_ names: [String], below limit: UInt64) -> (Int, Int)? {
    forget(from: limit)
    condense()
    let order = names.indices.sorted { left, right in
      names[left] == names[right]
        ? left < right : names[left].utf8.lexicographicallyPrecedes(names[right].utf8)
    }
    var ranks = [Int](repeating: 0, count: names.count)
    for (rank, file) in order.enumerated() { ranks[file] = rank }
    var shared: [[Int]: Int] = [:]
    var start = 0
    while start < places.count {
      var end = start
      while end < places.count, places[end].key == places[start].key { end += 1 }
      let files = places[start..<end].map { (rank: ranks[Int($0.file)], times: $0.times) }
        .sorted { $0.rank < $1.rank }.prefix(Self.filesOfID)
      for (place, first) in files.enumerated() {
        if first.times > 1 { shared[[first.rank, first.rank], default: 0] += 1 }
        for second in files.dropFirst(place + 1) {
          shared[[first.rank, second.rank], default: 0] += 1
        }
      }
      start = end
    }
    let most = shared.max { left, right in
      left.value == right.value
        ? right.key.lexicographicallyPrecedes(left.key) : left.value < right.value
    }
    return most.map { (order[$0.key[0]], order[$0.key[1]]) }
  }
}
