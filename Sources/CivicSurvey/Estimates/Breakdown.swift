import SurveyDefinition
import SurveyStatistics

/// The sums of every domain that a report shows, from which its rows are worked out one at a time.
///
/// A report has a row for each measure and each question in each of its domains: kept as values they
/// would take many times the room of the sums.
struct Breakdown: Sendable {
  /// The domains of one subset of the axes, in the order of reports.
  struct Section: Sendable {
    /// The places of its axes among all.
    let subset: [Int]
    /// A code for each axis; of a period a number that sorts as its first day.
    let sums: SumTable
    /// The number of domains in the sections before.
    let first: Int
    /// The losses of each measure.
    let losses: [LossShare]
    /// What a design says of each domain, measure by measure; empty without one.
    let figures: [[DesignFigures?]]
    /// With a design, the finest domains of each domain.
    let members = SectionMembers()
  }

  private let scope: ReportScope
  private let dimensionValues: DimensionValues
  /// The axes as they were asked for.
  private let names: [String]
  private let axes: [BreakdownAxis]
  private(set) var sections: [Section] = []
  private(set) var domainCount = 0

  /// Adds up the domains of a scope by all subsets of its axes that have at most the axes that its
  /// query allows, with the losses of `measures`.
  init(_ scope: ReportScope, _ measures: [MeasurePlan]) {
    self.scope = scope
    names = scope.query.by
    axes = scope.axes
    dimensionValues = DimensionValues(scope.part)
    let finest = finestSums(scope.selection)
    let mostAxes = scope.query.mostAxes ?? axes.count
    let designed = scope.design.map { _ in finestKeys(scope.selection) }
    for subset in Self.subsets(axes.count) where subset.count <= mostAxes {
      let sums = subset.isEmpty ? whole(finest, scope.selection) : rolledUp(finest, to: subset)
      let used = scope.filtered.union(
        subset.compactMap { place in
          if case .dimension(let position) = axes[place] { position } else { nil }
        })
      sections.append(
        Section(
          subset: subset, sums: sums, first: domainCount,
          losses: measures.map { scope.meter.share(of: $0, dimensions: used) },
          figures: designed.map { figures(sums, subset, $0, measures) } ?? []))
      domainCount += sums.count
    }
  }

  private var part: TallyPart { scope.part }
  private var calendar: ReportCalendar { scope.calendar }

  // MARK: - Sums

  /// Stands for "no date", behind every day.
  private static let undated = UInt32.max
  /// Stands for a day that makes no period of its kind: months 10 to 12 no nine months, stray dates
  /// none at all.
  private static let outside = UInt32.max - 1
  /// Turns the number of a day into one that sorts alike without a sign.
  private static let sign: UInt32 = 1 << 31

  private func finestSums(_ selection: [Int]) -> SumTable {
    let sums = part.sums
    return SumTable.grouped(
      keys: finestKeys(selection), width: axes.count, slotCount: sums.slotCount
    ) {
      sums.add(selection[$0], to: &$1)
    }
  }

  /// A code on each axis of each of some finest domains of the part.
  private func finestKeys(_ selection: [Int]) -> [UInt32] {
    let sums = part.sums
    var keys: [UInt32] = []
    keys.reserveCapacity(selection.count * axes.count)
    var firstDays: [UInt32: [UInt32]] = [:]
    for domain in selection {
      let periodCode = sums.period(of: domain)
      let days: [UInt32]
      if let known = firstDays[periodCode] {
        days = known
      } else {
        days = axes.map { firstDay(of: periodCode, axis: $0) }
        firstDays[periodCode] = days
      }
      for (place, axis) in axes.enumerated() {
        switch axis {
        case .dimension(let position): keys.append(sums.code(of: domain, inDimension: position))
        case .period: keys.append(days[place])
        }
      }
    }
    return keys
  }

  /// What the design says of the domains of a subset, in the order of `sums`.
  ///
  /// - Parameter keys: those of the finest domains of the scope's selection.
  private func figures(
    _ sums: SumTable, _ subset: [Int], _ keys: [UInt32], _ measures: [MeasurePlan]
  ) -> [[DesignFigures?]] {
    guard let frame = scope.design else { return [] }
    let (kept, domains) = inside(subset, keys)
    // A period without a response has no figures.
    var figures = [[DesignFigures?]](
      repeating: measures.map { _ in nil }, count: sums.count)
    var number = 0
    frame.forEachDomain(
      keys: kept, width: subset.count, domains: domains, of: part.sums, measures
    ) { key, found in
      while number < sums.count, !sums.codes(of: number).elementsEqual(key) { number += 1 }
      if number < sums.count { figures[number] = found }
    }
    return figures
  }

  /// The keys on a subset of the axes, and the finest domains that have one there: a day may make no
  /// period of a kind.
  private func inside(_ subset: [Int], _ keys: [UInt32]) -> (keys: [UInt32], domains: [Int]) {
    let periods = subset.filter { if case .period = axes[$0] { true } else { false } }
    var kept: [UInt32] = []
    var domains: [Int] = []
    for (number, domain) in scope.selection.enumerated() {
      let first = number * axes.count
      guard periods.allSatisfy({ keys[first + $0] != Self.outside }) else { continue }
      domains.append(domain)
      for place in subset { kept.append(keys[first + place]) }
    }
    return (kept, domains)
  }

  /// The finest domains of a domain.
  private func members(_ number: Int, of section: Section) -> [Int32] {
    section.members.of(number) {
      members(section.sums, section.subset, finestKeys(scope.selection))
    }
  }

  /// The finest domains of the domains of a subset, in the order of `sums`.
  private func members(_ sums: SumTable, _ subset: [Int], _ keys: [UInt32]) -> [[Int32]] {
    let (kept, domains) = inside(subset, keys)
    guard !subset.isEmpty else { return [domains.map { Int32($0) }] }
    var members = [[Int32]](repeating: [], count: sums.count)
    var number = 0
    CodeOrder(keys: kept, width: subset.count).forEachGroup { key, found in
      while number < sums.count, !sums.codes(of: number).elementsEqual(key) { number += 1 }
      if number < sums.count { members[number] = found.map { Int32(domains[Int($0)]) } }
    }
    return members
  }

  /// By slot of some, the sum of the weights that margins gave to the responses of a domain; empty without
  /// margins.
  func calibrated(_ slots: [Int], _ number: Int, of section: Section) -> [Double] {
    guard let frame = scope.design, let margins = frame.margins else { return [] }
    var totals = [Double](repeating: 0, count: slots.count)
    var row = [UInt64](repeating: 0, count: part.sums.slotCount)
    for domain in members(number, of: section) {
      let factor = margins.design.factors[Int(frame.cell(of: Int(domain)))]
      part.sums.add(Int(domain), to: &row)
      for (place, slot) in slots.enumerated() where row[slot] > 0 {
        totals[place] +=
          factor * (frame.weights?.sum(of: slot, in: row).weightValue ?? Double(row[slot]))
      }
      for slot in row.indices { row[slot] = 0 }
    }
    return totals
  }

  /// The design, and the sums of some slots of a domain by its strata and clusters; `nil` without one.
  ///
  /// - Parameter slots: each gets its place among them for a code.
  func designRows(
    _ slots: [Int], _ number: Int, of section: Section
  ) -> (frame: DesignFrame, rows: [DesignSums.Row])? {
    scope.design.map { frame in
      let domains = members(number, of: section).map(Int.init)
      return (frame, frame.rows(ofSlots: slots, over: domains, of: part.sums))
    }
  }

  private static func code(of period: Period) -> UInt32 {
    UInt32(bitPattern: period.first.number) ^ sign
  }

  private func firstDay(of periodCode: UInt32, axis: BreakdownAxis) -> UInt32 {
    guard case .period(let kind) = axis, let day = PeriodCode.firstDay(of: periodCode) else {
      return Self.undated
    }
    guard !scope.isStray(day),
      let period = Period(containing: day, kind: kind, calendar: calendar)
    else { return Self.outside }
    return Self.code(of: period)
  }

  /// The whole is one domain, whether anything is in it or not.
  private func whole(_ finest: SumTable, _ selection: [Int]) -> SumTable {
    var row = [UInt64](repeating: 0, count: part.sums.slotCount)
    if axes.isEmpty {
      for domain in selection { part.sums.add(domain, to: &row) }
    } else {
      for domain in 0..<finest.count { finest.add(domain, to: &row) }
    }
    var sums = SumTable(width: 0, slotCount: part.sums.slotCount)
    sums.append(codes: [], row: row)
    return sums
  }

  private func rolledUp(_ finest: SumTable, to subset: [Int]) -> SumTable {
    // Codes of dimensions have a meaning of their own.
    let periods = subset.filter { if case .period = axes[$0] { true } else { false } }
    var keys: [UInt32] = []
    var domains: [Int] = []
    for domain in 0..<finest.count {
      let codes = finest.codes(of: domain)
      let isInside = periods.allSatisfy { codes[codes.startIndex + $0] != Self.outside }
      guard isInside else { continue }
      domains.append(domain)
      for place in subset { keys.append(codes[codes.startIndex + place]) }
    }
    // Of periods alone, those between the first and the last stand too: time has no holes.
    if subset.count == 1, case .period(let kind) = axes[subset[0]] {
      keys += emptyPeriods(of: kind, among: keys)
    } else if domains.count == finest.count, subset.count == finest.width {
      return finest
    }
    return SumTable.grouped(keys: keys, width: subset.count, slotCount: finest.slotCount) {
      if $0 < domains.count { finest.add(domains[$0], to: &$1) }
    }
  }

  /// The codes of the periods between the first and the last of `codes` that are not among them.
  private func emptyPeriods(of kind: PeriodKind, among codes: [UInt32]) -> [UInt32] {
    let present = Set(codes).subtracting([Self.undated])
    guard let first = present.min(), let last = present.max() else { return [] }
    var empty: [UInt32] = []
    var next = period(of: first, kind: kind)?.next
    while let period = next, Self.code(of: period) < last {
      if !present.contains(Self.code(of: period)) { empty.append(Self.code(of: period)) }
      next = period.next
    }
    return empty
  }

  private func period(of code: UInt32, kind: PeriodKind) -> Period? {
    Period(
      containing: CalendarDay(number: Int32(bitPattern: code ^ Self.sign)), kind: kind,
      calendar: calendar)
  }

  /// All subsets of 0..<count: smaller ones first, of one size in the order of their members.
  private static func subsets(_ count: Int) -> [[Int]] {
    (0..<(1 << count)).map { bits in (0..<count).filter { bits >> $0 & 1 == 1 } }
      .sorted { $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1) }
  }

  // MARK: - Domains

  /// The section of a domain, and its number there.
  func place(of domain: Int) -> (section: Section, number: Int) {
    var (low, high) = (0, sections.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if sections[middle].first <= domain { low = middle } else { high = middle }
    }
    // Sections without a domain begin where the next one does: the last of them has it.
    return (sections[low], domain - sections[low].first)
  }

  /// The axes of a section by name.
  func names(of section: Section) -> [String] { section.subset.map { names[$0] } }

  /// A domain in words.
  func domain(_ number: Int, of section: Section) -> Domain {
    Domain(
      entries: section.subset.enumerated().map { place, axis in
        Domain.Entry(
          axis: names[axis], value: value(of: section.sums.code(of: number, at: place), on: axis))
      })
  }

  private func value(of code: UInt32, on axis: Int) -> DomainValue {
    switch axes[axis] {
    case .dimension(let position): dimensionValues.value(of: code, at: position)
    case .period(let kind):
      code == Self.undated
        ? .missing
        : period(of: code, kind: kind).map(DomainValue.period) ?? .missing
    }
  }
}
