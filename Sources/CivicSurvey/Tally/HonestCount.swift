/// The bounds of what is counted, whoever wrote it down.
enum HonestCount {
  /// No honest count is greater, nor is any sum of several.
  static let greatest = 1 << 53

  /// Adds up what may be made up.
  ///
  /// - Throws: ``TallyDamage`` where no honest data has so much.
  static func sum(_ left: Int, _ right: Int) throws(TallyDamage) -> Int {
    let (sum, overflows) = left.addingReportingOverflow(right)
    guard !overflows, sum <= greatest else { throw TallyDamage() }
    return sum
  }
}

extension Accounting {
  /// All that it counts, by whatever name.
  ///
  /// - Throws: ``TallyDamage`` where no honest data has so much.
  func total() throws(TallyDamage) -> Int {
    var total = 0
    for field in Self.fields + Self.countFields {
      total = try HonestCount.sum(total, self[keyPath: field])
    }
    for count in byCode.values { total = try HonestCount.sum(total, count) }
    for count in outOfScopeBy.values { total = try HonestCount.sum(total, count) }
    return total
  }
}

extension LabelCounts {
  /// The responses of all labels.
  ///
  /// - Throws: ``TallyDamage`` where no honest data has so much.
  func total() throws(TallyDamage) -> Int {
    var total = rest
    for entry in entries.values { total = try HonestCount.sum(total, entry.count) }
    return total
  }
}
