import SurveyStatistics

/// Collects the sums of one domain by stratum, cluster and cell of margins, each measure's by itself.
///
/// Finest domains come by ascending stratum, cluster and cell; those of one are added up first.
struct DomainRows {
  private let sums: SumTable
  private let frame: DesignFrame
  private let measures: [MeasurePlan]
  /// The sums of the cluster and cell at hand.
  private var row: [UInt64]
  private var stratum: Int32 = -1
  private var cluster: Int32 = -1
  private var unit: Int32 = 0
  private var cell: Int32 = 0
  private var rows: [MeasureRows]

  init(_ sums: SumTable, _ frame: DesignFrame, _ measures: [MeasurePlan]) {
    self.init(sums, frame, measures, rows: measures.map { MeasureRows($0) })
  }

  /// Collects some slots, each with its place among them for a code.
  init(_ sums: SumTable, _ frame: DesignFrame, slots: [Int]) {
    self.init(sums, frame, [], rows: [MeasureRows(slots)])
  }

  private init(
    _ sums: SumTable, _ frame: DesignFrame, _ measures: [MeasurePlan], rows: [MeasureRows]
  ) {
    self.sums = sums
    self.frame = frame
    self.measures = measures
    row = [UInt64](repeating: 0, count: sums.slotCount)
    self.rows = rows
  }

  /// Adds a finest domain of the part.
  mutating func add(_ domain: Int) {
    let (stratum, cluster) = (frame.strata[domain], frame.clusters[domain])
    let (unit, cell) = (frame.units[domain], frame.cell(of: domain))
    if stratum != self.stratum || cluster != self.cluster || unit != self.unit
      || cell != self.cell
    {
      endCluster()
      (self.stratum, self.cluster, self.unit, self.cell) = (stratum, cluster, unit, cell)
    }
    sums.add(domain, to: &row)
  }

  private mutating func endCluster() {
    guard stratum >= 0 else { return }
    for place in rows.indices {
      rows[place].add(
        row, frame.weights, stratum: stratum, cluster: cluster, unit: unit, cell: cell)
    }
    for slot in row.indices { row[slot] = 0 }
    stratum = -1
  }

  /// The estimate of each measure in the domain, which is then empty; `nil` where nobody of it is in the
  /// base.
  mutating func finish() -> [DesignFigures?] {
    endCluster()
    let figures = measures.indices.map { rows[$0].sums.figures(measures[$0], frame) }
    for place in rows.indices { rows[place].sums.removeAll() }
    return figures
  }

  /// The sums of each measure in the domain.
  mutating func finishSums() -> [DesignRows] {
    endCluster()
    return rows.map(\.sums)
  }
}

/// Where a measure's sums lie, and those of one domain.
private struct MeasureRows {
  private let slots: [(slot: Int, code: Int32)]
  private let pairedSlots: [(slot: Int, code: Int32)]
  var sums = DesignRows()

  init(_ measure: MeasurePlan) {
    slots = measure.codedSlots
    pairedSlots = measure.pairedSlots
  }

  init(_ slots: [Int]) {
    self.slots = slots.enumerated().map { ($0.element, Int32($0.offset)) }
    pairedSlots = []
  }

  mutating func add(
    _ row: [UInt64], _ weights: WeightLayout?, stratum: Int32, cluster: Int32, unit: Int32,
    cell: Int32
  ) {
    func add(_ slots: [(slot: Int, code: Int32)], to rows: inout [DesignSums.Row]) {
      for (slot, code) in slots where row[slot] > 0 {
        rows.append(
          DesignSums.Row(
            stratum: stratum, cluster: cluster, unit: unit, cell: cell, code: code,
            sum: weights.map { $0.sum(of: slot, in: row) }
              ?? WeightSum(counted: Int(row[slot]))))
      }
    }
    add(slots, to: &sums.rows)
    if !pairedSlots.isEmpty { add(pairedSlots, to: &sums.pairedRows) }
  }
}

extension DesignFrame {
  /// The estimate of a measure over some finest domains of the part, in any order.
  func figures(_ measure: MeasurePlan, over domains: [Int], of sums: SumTable) -> DesignFigures? {
    rows([measure], over: domains, of: sums)[0].figures(measure, self)
  }

  /// The estimates of measures over some finest domains of the part, in any order.
  func figures(
    _ measures: [MeasurePlan], over domains: [Int], of sums: SumTable
  ) -> [DesignFigures?] {
    zip(measures, rows(measures, over: domains, of: sums)).map { $1.figures($0, self) }
  }

  /// The sums of measures over some finest domains of the part, in any order; by measure.
  func rows(
    _ measures: [MeasurePlan], over domains: [Int], of sums: SumTable
  ) -> [DesignRows] {
    var rows = DomainRows(sums, self, measures)
    add(domains, to: &rows)
    return rows.finishSums()
  }

  /// The sums of some slots over some finest domains of the part, in any order; in ascending order, each
  /// slot with its place among them for a code.
  func rows(ofSlots slots: [Int], over domains: [Int], of sums: SumTable) -> [DesignSums.Row] {
    var rows = DomainRows(sums, self, slots: slots)
    add(domains, to: &rows)
    return rows.finishSums()[0].rows
  }

  private func add(_ domains: [Int], to rows: inout DomainRows) {
    var places: [UInt32] = []
    places.reserveCapacity(domains.count * placeWidth)
    for domain in domains { appendPlace(of: domain, to: &places) }
    CodeOrder(keys: places, width: placeWidth).forEachGroup { _, numbers in
      for number in numbers { rows.add(domains[Int(number)]) }
    }
  }

  /// How many codes say where in the design a finest domain lies.
  ///
  /// A column more to sort by would be felt where no units are named, and where there are no margins.
  private var placeWidth: Int { 2 + (design.hasNamedUnits ? 1 : 0) + (margins == nil ? 0 : 1) }

  /// Appends its stratum and cluster, and what the design has within them.
  private func appendPlace(of domain: Int, to codes: inout [UInt32]) {
    codes.append(UInt32(strata[domain]))
    codes.append(UInt32(clusters[domain]))
    if design.hasNamedUnits { codes.append(UInt32(units[domain])) }
    if margins != nil { codes.append(UInt32(cell(of: domain))) }
  }

  /// The estimates of measures in each of the domains that keys make of finest ones.
  ///
  /// - Parameters:
  ///   - keys: `width` codes for each of `domains`, one after the other.
  ///   - domains: finest domains of the part.
  ///   - take: is given each key that occurs, in order, and each measure's estimate.
  func forEachDomain(
    keys: [UInt32], width: Int, domains: [Int], of sums: SumTable, _ measures: [MeasurePlan],
    _ take: (_ key: ArraySlice<UInt32>, _ figures: [DesignFigures?]) -> Void
  ) {
    let parts = placeWidth
    var ordered: [UInt32] = []
    ordered.reserveCapacity(domains.count * (width + parts))
    for (number, domain) in domains.enumerated() {
      ordered += keys[number * width..<(number + 1) * width]
      appendPlace(of: domain, to: &ordered)
    }
    var rows = DomainRows(sums, self, measures)
    var present: ArraySlice<UInt32>?
    CodeOrder(keys: ordered, width: width + parts).forEachGroup { key, numbers in
      let domain = key.dropLast(parts)
      if let known = present, !known.elementsEqual(domain) { take(known, rows.finish()) }
      present = domain
      for number in numbers { rows.add(domains[Int(number)]) }
    }
    if let present { take(present, rows.finish()) }
  }
}
