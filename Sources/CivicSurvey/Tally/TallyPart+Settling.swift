import SurveyDefinition

/// Which code each spelling of an open category has in a part's sums.
///
/// Spellings that fold alike have one. Only what an accepted response has gets a code: other
/// spellings must not be printed.
struct SpellingCodes: Sendable {
  fileprivate var unions: [OpenLabelUnion]
  /// For each dimension, by the decoder's code; ``DimensionCode/unmapped`` where there is none yet.
  fileprivate var codes: [[UInt32]]

  init(_ plan: TabulationPlan) {
    unions = plan.dimensions.map { _ in OpenLabelUnion() }
    codes = plan.dimensions.map { _ in [] }
  }
}

extension TallyPart {
  /// Moves what batches added into the compact sums.
  ///
  /// Numbers of domains that were known before mean nothing afterwards.
  ///
  /// - Parameters:
  ///   - spellings: for each dimension, the spelling of each of the decoder's codes.
  ///   - limit: the most categories of an open dimension.
  /// - Throws: ``RunError`` `response.too-many-categories`.
  /// - Complexity: O(n log n) in the domains added, O(n) in the counts of all.
  mutating func settle(
    _ known: inout SpellingCodes, spellings: (Int) -> [String], limit: Int
  ) throws(RunError) {
    guard domains.count > 0 else { return }
    var keys = domains.codes
    let width = domains.width
    for dimension in plan.dimensions.indices where plan.dimensions[dimension].isOpen {
      let spellings = spellings(dimension)
      let new = spellings.count - known.codes[dimension].count
      if new > 0 {
        known.codes[dimension] += repeatElement(DimensionCode.unmapped, count: new)
      }
      for place in stride(from: dimension + 1, to: keys.count, by: width)
      where DimensionCode.isCategory(keys[place]) {
        let spelling = Int(keys[place])
        if known.codes[dimension][spelling] == DimensionCode.unmapped {
          let code = known.unions[dimension].code(of: spellings[spelling], limit: limit)
          guard let code else {
            throw Self.tooManyCategories(plan.dimensions[dimension].id, limit: limit)
          }
          known.codes[dimension][spelling] = code
        }
        keys[place] = known.codes[dimension][spelling]
      }
      openLabels[dimension] = known.unions[dimension].labels
    }
    let slotCount = plan.slotCount
    let added = SumTable.grouped(keys: keys, width: width, slotCount: slotCount) { domain, row in
      for slot in 0..<slotCount { row[slot] += counts[domain * slotCount + slot] }
    }
    domains = DomainTable(width: width)
    counts.removeAll(keepingCapacity: true)
    sums = sums.merging(added)
  }

  /// Gives the room back that rows took before they were settled.
  mutating func releaseRows() {
    if domains.count == 0 { counts = [] }
  }

  /// Whether what batches added has grown so far that it is better settled.
  ///
  /// Rows of 64-bit numbers are quick to add to and large. They may take `bytes`, or 16 bytes for
  /// each count that is settled already: whoever reads many domains in turn does not settle for each.
  func isDueToSettle(at bytes: Int) -> Bool {
    counts.count * MemoryLayout<UInt64>.size > max(bytes, 16 * sums.countsKept)
  }

  static func tooManyCategories(_ name: String, limit: Int) -> RunError {
    RunError(
      .data, .responseTooManyCategories, ["name": name, "limit": String(limit)])
  }
}

// MARK: - Cells

extension TallyPart {
  /// The cells that occur: one for each question in each finest domain that has a response.
  public var cellCount: Int { Self.cells(sums.count, plan) }

  private static func cells(_ domains: Int, _ plan: TabulationPlan) -> Int {
    domains * max(1, plan.questions.count)
  }

  /// Whether `limit` may be passed, before what batches added is settled.
  func mayPass(cellLimit limit: Int) -> Bool {
    Self.cells(sums.count + domains.count, plan) > limit
  }

  /// - Throws: ``RunError`` `tally.too-many-cells`, which names the dimension with the most
  ///   categories.
  func check(cellLimit limit: Int) throws(RunError) {
    guard cellCount > limit else { return }
    let different = sums.differentCodes
    let most = plan.dimensions.indices.max { different[$0 + 1] < different[$1 + 1] }
    let arguments = ["limit": String(limit), "questions": String(plan.questions.count)]
    guard let most, different[most + 1] > 1 else {
      throw RunError(.data, .tallyTooManyPeriods, arguments)
    }
    throw RunError(
      .data, .tallyTooManyCells,
      arguments.merging(["name": plan.dimensions[most].id]) { first, _ in first })
  }
}

extension SumTable {
  /// The same sums with other codes in open dimensions; `codes` has those of each old one.
  func recoded(_ codes: [[UInt32]], plan: TabulationPlan) -> SumTable {
    var keys = self.codes
    var isChanged = false
    for dimension in codes.indices where plan.dimensions[dimension].isOpen {
      for place in stride(from: dimension + 1, to: keys.count, by: width)
      where DimensionCode.isCategory(keys[place]) {
        let code = codes[dimension][Int(keys[place])]
        isChanged = isChanged || code != keys[place]
        keys[place] = code
      }
    }
    return isChanged ? regrouped(keys: keys, width: width) : self
  }
}
