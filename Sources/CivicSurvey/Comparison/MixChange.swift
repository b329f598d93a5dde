import SurveyDefinition
import SurveyStatistics

/// The change of a measure between two periods, split into what a changed mix of categories did and what
/// changed within them; see ``Decomposition``.
public struct MixChange: Sendable {
  /// What one category did.
  public struct Category: Sendable {
    /// The category, or what is none.
    public let value: DomainValue
    /// By its share.
    public let mix: Double
    /// By its own figure.
    public let rate: Double
  }

  /// The measure's id.
  public let measure: String
  /// What the change is counted in.
  public let scale: MeasureScale
  /// The period that the change leads to.
  public let first: ComparedSide
  /// The period that it comes from.
  public let second: ComparedSide
  /// The dimension's id.
  public let dimension: String
  /// The first period's figure less the second's: mix + rate, to the last bit.
  public let difference: Double
  /// What the mix did.
  public let mix: Double
  /// What the rates within categories did.
  public let rate: Double
  /// The categories in the order of reports.
  public let categories: [Category]
}

/// The sums of one measure by the categories of one dimension.
struct MixGroups {
  /// By the place in the order of reports, then by the value.
  private let groups: [(value: DomainValue, group: Decomposition.Group)]

  /// The categories of some finest domains; `nil` where the part does not keep the dimension, no response
  /// has a category of it, or the measure is a mean of rates, which is no mean over responses.
  ///
  /// - Complexity: O(domains and their counts).
  init?(_ scope: ReportScope, _ domains: [Int], _ measure: MeasurePlan, dimension id: String) {
    let part = scope.part
    guard measure.pairs == nil,
      let position = part.plan.dimensions.firstIndex(where: { $0.id == id })
    else { return nil }
    let byCode = scope.groups(domains, by: position)
    guard byCode.keys.contains(where: DimensionCode.isCategory) else { return nil }
    let values = DimensionValues(part)
    groups = byCode.sorted { $0.key < $1.key }.compactMap { code, domains in
      scope.sums(of: [measure], over: domains).first.map {
        (values.value(of: code, at: position), $0.group)
      }
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
    let (now, then) = (byValue, before.byValue)
    guard
      let split = Decomposition(
        from: order.map { then[$0] ?? Decomposition.Group(base: 0, satisfied: 0) },
        to: order.map { now[$0] ?? Decomposition.Group(base: 0, satisfied: 0) })
    else { return nil }
    return MixChange(
      measure: row.measure, scale: row.scale, first: row.first, second: row.second,
      dimension: dimension, difference: split.difference, mix: split.mix, rate: split.rate,
      categories: order.enumerated().map { place, value in
        MixChange.Category(
          value: value, mix: split.mixByGroup[place], rate: split.rateByGroup[place])
      })
  }

  private var byValue: [DomainValue: Decomposition.Group] {
    Dictionary(groups.map { ($0.value, $0.group) }, uniquingKeysWith: { first, _ in first })
  }
}

extension SideSums {
  /// The base and what its answers add, weighted where responses have weights.
  fileprivate var group: Decomposition.Group {
    guard frame?.isWeighted != true, measure.isBinomial else { return group(codes) }
    return Decomposition.Group(
      base: Double(counts.counts.answered), satisfied: Double(counts.satisfied))
  }

  /// Of how often each code was given.
  private func group(_ codes: [Double]) -> Decomposition.Group {
    let scores = measure.scores
    var (base, satisfied) = (0.0, 0.0)
    for (code, count) in codes.enumerated() where code < scores.numerator.count {
      base += Double(scores.denominator[code]) * count
      satisfied += Double(scores.numerator[code]) * count
    }
    return Decomposition.Group(base: base, satisfied: satisfied / Double(scores.divisor))
  }
}
