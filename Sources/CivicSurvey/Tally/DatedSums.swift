/// The sums of a part that tell its finest periods, by whatever dimensions they are kept.
///
/// They are the part's own, or those that a ``KeptPeriod`` has beside them.
struct DatedSums: Sendable {
  let table: SumTable
  /// The place in the keys of each of the plan's dimensions; `nil` where it is not kept.
  private let positions: [Int?]

  init(_ part: TallyPart) {
    guard let dated = part.dated else {
      table = part.sums
      positions = part.plan.dimensions.map(\.position)
      return
    }
    table = dated
    positions = part.plan.dimensions.indices.map { place in
      part.plan.dated.firstIndex(of: place).map { KeyColumn.position(ofDimension: $0) }
    }
  }

  /// The place in the keys of a dimension of the plan.
  func position(of dimension: Int) -> Int? { positions[dimension] }
}

extension TabulationPlan {
  /// The codes of a key by which finest periods are told: of `keys` with all dimensions.
  func datedKeys(_ keys: [UInt32]) -> [UInt32] {
    let positions = [KeyColumn.positionOfPeriod] + dated.map { dimensions[$0].position }
    var dated: [UInt32] = []
    dated.reserveCapacity(keys.count / self.keys.count * positions.count)
    for first in stride(from: 0, to: keys.count, by: self.keys.count) {
      for position in positions { dated.append(keys[first + position]) }
    }
    return dated
  }

  /// `keys` with the periods that are kept in place of the finest.
  func keptKeys(_ keys: consuming [UInt32]) -> [UInt32] {
    guard kept != .finest else { return keys }
    var known: [UInt32: UInt32] = [:]
    let count = keys.count
    for place in stride(from: KeyColumn.positionOfPeriod, to: count, by: self.keys.count) {
      let finest = keys[place]
      let code = known[finest] ?? kept.code(of: finest)
      known[finest] = code
      keys[place] = code
    }
    return keys
  }
}
