import SurveyDefinition
import SurveyStatistics

/// The change of a rate between two periods, split into what a changed mix of categories did and what
/// changed within them; see ``Decomposition``.
public struct MixChange: Sendable {
  /// What one category did.
  public struct Category: Sendable {
    /// The category, or what is none.
    public let value: DomainValue
    /// By its share.
    public let mix: Double
    /// By its rate.
    public let rate: Double
  }

  /// The measure's id.
  public let measure: String
  /// The period that the change leads to.
  public let first: ComparedSide
  /// The period that it comes from.
  public let second: ComparedSide
  /// The dimension's id.
  public let dimension: String
  /// The first period's rate less the second's: mix + rate, to the last bit.
  public let difference: Double
  /// What the mix did.
  public let mix: Double
  /// What the rates within categories did.
  public let rate: Double
  /// The categories in the order of reports.
  public let categories: [Category]
}

/// The counts of one measure by the categories of one dimension.
struct MixGroups {
  /// By the place in the order of reports, then by the value.
  private let groups: [(value: DomainValue, sums: MeasureCounts)]

  /// The categories of some finest domains; `nil` where the part does not keep the dimension, or no
  /// response has a category of it.
  ///
  /// - Complexity: O(domains and their counts).
  init?(_ scope: ReportScope, _ domains: [Int], _ measure: MeasurePlan, dimension id: String) {
    let (part, sums) = (scope.part, scope.part.sums)
    guard let position = part.plan.dimensions.firstIndex(where: { $0.id == id }) else { return nil }
    var byCode: [UInt32: MeasureCounts] = [:]
    for domain in domains {
      let code = sums.code(of: domain, inDimension: position)
      measure.add(domain, of: sums, to: &byCode[code, default: MeasureCounts()])
    }
    guard byCode.keys.contains(where: DimensionCode.isCategory) else { return nil }
    let values = DimensionValues(part)
    groups = byCode.sorted { $0.key < $1.key }.map { code, sums in
      (values.value(of: code, at: position), sums)
    }
  }

  /// The change from other groups to these; `nil` where either has no answers.
  ///
  /// Categories of both are matched by what they are, since two parts number them on their own; the
  /// order is that of the first period, then of what the second has beside it.
  func change(
    from before: MixGroups, of row: ComparisonRow, by dimension: String
  ) -> MixChange? {
    var order: [DomainValue] = groups.map(\.value)
    let known = Set(order)
    order += before.groups.map(\.value).filter { !known.contains($0) }
    let (now, then) = (Self.base(groups), Self.base(before.groups))
    guard
      let split = Decomposition(
        from: order.map { then[$0] ?? Decomposition.Group(base: 0, satisfied: 0) },
        to: order.map { now[$0] ?? Decomposition.Group(base: 0, satisfied: 0) })
    else { return nil }
    return MixChange(
      measure: row.measure, first: row.first, second: row.second, dimension: dimension,
      difference: split.difference, mix: split.mix, rate: split.rate,
      categories: order.enumerated().map { place, value in
        MixChange.Category(
          value: value, mix: split.mixByGroup[place], rate: split.rateByGroup[place])
      })
  }

  private static func base(
    _ groups: [(value: DomainValue, sums: MeasureCounts)]
  ) -> [DomainValue: Decomposition.Group] {
    Dictionary(
      groups.map { value, sums in
        (
          value,
          Decomposition.Group(
            base: Double(sums.counts.answered), satisfied: Double(sums.satisfied))
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}
