/// Which columns of a table are taken together so that χ² describes it.
///
/// The rarest column is added to the next rarest until no expected count is too small, or two columns are
/// left: W. G. Cochran (1954, Biometrics 10:417). What is pooled hangs on the columns' sums alone, never on
/// how the rows differ, so the test keeps its level.
public struct ColumnPooling: Sendable, Equatable {
  /// The number of each column's group, from 0 on in the columns' order.
  public let groups: [Int]

  /// The pooling of a table, row by row: none where no expected count is too small.
  public init(_ counts: [[Int]]) {
    let width = counts.map(\.count).max() ?? 0
    var members = (0..<width).map { [$0] }
    func sum(_ columns: [Int]) -> Int {
      counts.reduce(0) { sum, row in columns.reduce(sum) { $0 + ($1 < row.count ? row[$1] : 0) } }
    }
    while true {
      let table = counts.map { row in
        members.map { $0.reduce(0) { $0 + ($1 < row.count ? row[$1] : 0) } }
      }
      let filled = members.indices.filter { sum(members[$0]) > 0 }
      guard filled.count > 2, ExpectedCounts(table)?.areTooSmall ?? false else { break }
      let rarest = filled.sorted {
        let (first, second) = (sum(members[$0]), sum(members[$1]))
        return first == second ? $0 < $1 : first < second
      }.prefix(2).sorted()
      members[rarest[0]] = (members[rarest[0]] + members[rarest[1]]).sorted()
      members.remove(at: rarest[1])
    }
    var groups = [Int](repeating: 0, count: width)
    for (group, columns) in members.enumerated() {
      for column in columns { groups[column] = group }
    }
    self.groups = groups
  }

  /// How many groups there are.
  public var count: Int { (groups.max() ?? -1) + 1 }

  /// The columns of each group of several.
  public var pooled: [[Int]] {
    (0..<count).map { group in groups.indices.filter { groups[$0] == group } }
      .filter { $0.count > 1 }
  }

  /// A row of the table by groups.
  public func row(_ counts: [Int]) -> [Int] {
    var row = [Int](repeating: 0, count: count)
    for (column, n) in counts.enumerated() { row[groups[column]] += n }
    return row
  }
}
