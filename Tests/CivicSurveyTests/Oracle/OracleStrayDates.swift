/// Which days are believed, by trying every place at which a group of stray ones could end.
extension OracleTally {
  /// Half-months since the year 0.
  private static func halfMonth(_ day: OracleDay) -> Int {
    24 * day.year + 2 * (day.month - 1) + (day.day < 15 ? 0 : 1)
  }

  /// Whether a day is among those of the data, and not of a wrong clock.
  func isBelieved(_ day: OracleDay) -> Bool {
    let dated = responses.compactMap { response in
      response.day.map { (halfMonth: Self.halfMonth($0), count: response.frequency) }
    }
    let all = dated.reduce(0) { $0 + $1.count }
    // One direction of time, then the other.
    for direction in [1, -1] {
      for end in dated.map({ direction * $0.halfMonth })
      where end >= direction * Self.halfMonth(day) {
        let group = dated.filter { direction * $0.halfMonth <= end }
        let others = dated.filter { direction * $0.halfMonth > end }
        let count = group.reduce(0) { $0 + $1.count }
        let isFar = others.allSatisfy { direction * $0.halfMonth - end > 24 }
        if isFar, count <= 3 || count * 1000 <= all, count * 2 < all { return false }
      }
    }
    return true
  }
}
