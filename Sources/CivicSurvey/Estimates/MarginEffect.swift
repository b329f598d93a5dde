import SurveyDefinition
import SurveyStatistics

/// What the weights of margins do to a report's figures, and why: who answers more, or less, than they are
/// many.
public struct MarginEffect: Sendable {
  /// One measure of all responses that the report is about.
  public struct Change: Sendable {
    /// The measure's id.
    public let measure: String
    /// Its figure with the design's weights alone, or none.
    public let without: Double
    /// Its figure with the weights of margins.
    public let with: Double
  }

  /// A category of a dimension that is weighted by.
  public struct Category: Sendable {
    /// The category; the codes that are none as they are.
    public let value: DomainValue
    /// The answers to the main measure, n.
    public let n: Int
    /// Its share of the answers, without the weights of margins.
    public let shareWithout: Double
    /// Its share with them.
    public let shareWith: Double
    /// The main measure in it, without the weights of margins.
    public let rate: Double
    /// What its other share does to the main measure: its part of `mix`.
    public let effect: Double
  }

  /// The main measure's change by one dimension, split as Kitagawa does.
  ///
  /// What the shares of its categories did, and what other weights within them did: both together are the
  /// change.
  public struct Split: Sendable {
    /// The dimension's id, or the word of a kind of period.
    public let axis: String
    /// Its categories in the order of reports.
    public let categories: [Category]
    /// What their shares did.
    public let mix: Double
    /// What is left: the weights within categories.
    public let rest: Double
  }

  /// Every measure that has a figure.
  public let changes: [Change]
  /// The main measure's change by each dimension of the margins; none of a mean of rates.
  public let splits: [Split]

  /// The main measure's change; `nil` where it has no figure.
  public var main: Change? { changes.first }

  /// `nil` without margins.
  init?(_ scope: ReportScope, _ measures: [MeasurePlan]) {
    guard let frame = scope.design, let margins = frame.margins else { return nil }
    let both = [frame.withoutMargins, frame].map { frame in
      frame.figures(measures, over: scope.selection, of: scope.part.sums)
    }
    changes = measures.indices.compactMap { place in
      guard let without = both[0][place]?.value, let with = both[1][place]?.value else {
        return nil
      }
      return Change(measure: measures[place].id, without: without, with: with)
    }
    guard let main = measures.first, main.pairs == nil, changes.first?.measure == main.id else {
      splits = []
      return
    }
    let weights = AnswerWeights(main, scope, frame, margins)
    splits = weights.axes.compactMap { weights.split(by: $0) }
  }
}

/// The main measure's sums by finest domain, without margins and with them.
private struct AnswerWeights {
  private struct Entry {
    let domain: Int
    let n: Int
    let without: Decomposition.Group
    let with: Decomposition.Group
  }

  enum Axis {
    case dimension(Int)
    case period(PeriodKind)
  }

  private let scope: ReportScope
  private let entries: [Entry]
  let axes: [Axis]

  init(
    _ measure: MeasurePlan, _ scope: ReportScope, _ frame: DesignFrame, _ margins: MarginWeighting
  ) {
    self.scope = scope
    let plan = scope.part.plan
    let sums = scope.part.sums
    let scores = measure.scores.scores
    var row = [UInt64](repeating: 0, count: sums.slotCount)
    entries = scope.selection.map { domain in
      for slot in row.indices { row[slot] = 0 }
      sums.add(domain, to: &row)
      var (n, base, satisfied) = (0, 0.0, 0.0)
      for (slot, code) in measure.codedSlots
      where row[slot] > 0 && scores.denominator[Int(code)] != 0 {
        let weight = frame.weights?.sum(of: slot, in: row).weightValue ?? Double(row[slot])
        n += Int(row[slot])
        base += weight * scores.denominator[Int(code)]
        satisfied += weight * scores.numerator[Int(code)]
      }
      let factor = margins.design.factors[Int(frame.cell(of: domain))]
      return Entry(
        domain: domain, n: n, without: .init(base: base, satisfied: satisfied),
        with: .init(base: base * factor, satisfied: satisfied * factor))
    }
    let tables = margins.summary.margins
    axes =
      tables.dimensions.compactMap { id in
        plan.dimensions.firstIndex { $0.id == id }.map(Axis.dimension)
      } + (tables.tables.compactMap(\.periods).first.map { [.period($0)] } ?? [])
  }

  private func key(_ domain: Int, _ axis: Axis) -> UInt32 {
    switch axis {
    case .dimension(let position):
      return scope.part.sums.code(of: domain, inDimension: position)
    case .period(let kind):
      guard let day = PeriodCode.firstDay(of: scope.part.sums.period(of: domain)),
        !scope.isStray(day),
        let period = Period(containing: day, kind: kind, calendar: scope.calendar)
      else { return .max }
      // Sorts as the day does.
      return UInt32(bitPattern: period.first.number) ^ 1 << 31
    }
  }

  private func value(_ key: UInt32, _ axis: Axis) -> DomainValue {
    switch axis {
    case .dimension(let position): DimensionValues(scope.part).value(of: key, at: position)
    case .period(let kind):
      key == .max
        ? .missing
        : Period(
          containing: CalendarDay(number: Int32(bitPattern: key ^ 1 << 31)), kind: kind,
          calendar: scope.calendar
        ).map(DomainValue.period) ?? .missing
    }
  }

  func split(by axis: Axis) -> MarginEffect.Split? {
    let groups = Dictionary(grouping: entries.filter { $0.n > 0 }) { key($0.domain, axis) }
      .sorted { $0.key < $1.key }
    let without = groups.map { $0.value.map(\.without).total }
    let with = groups.map { $0.value.map(\.with).total }
    guard let parts = Decomposition(from: without, to: with) else { return nil }
    let (all, allWith) = (without.total, with.total)
    let middle = (all.satisfied / all.base + allWith.satisfied / allWith.base) / 2
    let id: String =
      switch axis {
      case .dimension(let position): scope.part.plan.dimensions[position].id
      case .period(let kind): kind.rawValue
      }
    return MarginEffect.Split(
      axis: id,
      categories: groups.enumerated().map { place, group in
        let (own, new) = (without[place].base / all.base, with[place].base / allWith.base)
        return MarginEffect.Category(
          value: value(group.key, axis), n: group.value.reduce(0) { $0 + $1.n },
          shareWithout: own, shareWith: new, rate: without[place].satisfied / without[place].base,
          // Shares add up to 1, so that taking the middle away changes no sum: what is left is what a
          // category does for being better or worse than all.
          effect: parts.mixByGroup[place] - (new - own) * middle)
      }, mix: parts.mix, rest: parts.rate)
  }
}

extension [Decomposition.Group] {
  fileprivate var total: Decomposition.Group {
    Decomposition.Group(
      base: reduce(0) { $0 + $1.base }, satisfied: reduce(0) { $0 + $1.satisfied })
  }
}
