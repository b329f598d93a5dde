extension Sequence {
  /// The groups of equal keys, in the order of their first members.
  func grouped<Key: Hashable>(by key: (Element) -> Key) -> [[Element]] {
    var order: [Key: Int] = [:]
    var groups: [[Element]] = []
    for element in self {
      let key = key(element)
      if let index = order[key] {
        groups[index].append(element)
      } else {
        order[key] = groups.count
        groups.append([element])
      }
    }
    return groups
  }
}
