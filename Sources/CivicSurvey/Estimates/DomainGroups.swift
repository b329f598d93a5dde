import SurveyDefinition

/// One axis of a breakdown.
enum BreakdownAxis {
  /// The dimension at this position of the plan.
  case dimension(Int)
  case period(PeriodKind)
}

/// The sums of a part over the finest domains that agree on some axes.
struct DomainGroups {
  /// The codes of each group, one for each axis; of a period, its first day's.
  private(set) var table: DomainTable
  private(set) var counts: [UInt64] = []
  private let axes: [BreakdownAxis]

  /// Adds up the domains in `selection`; without axes there is one group, the whole.
  init(_ part: TallyPart, selection: [Int], axes: [BreakdownAxis], calendar: ReportCalendar) {
    self.axes = axes
    self.table = DomainTable(width: axes.count + 1)
    let slotCount = part.plan.slotCount
    var key = [UInt32](repeating: 0, count: axes.count + 1)
    if axes.isEmpty {
      _ = table.number(of: key.span)
      counts = Array(repeating: 0, count: slotCount)
    }
    var firstDays: [UInt32: [UInt32?]] = [:]
    for domain in selection {
      let periodCode = part.domains.code(of: domain, at: 0)
      let days: [UInt32?]
      if let known = firstDays[periodCode] {
        days = known
      } else {
        days = axes.map { Self.firstDay(of: periodCode, axis: $0, calendar: calendar) }
        firstDays[periodCode] = days
      }
      // Months 10 to 12 lie in no nine-month period.
      guard !days.contains(nil) else { continue }
      for (place, axis) in axes.enumerated() {
        switch axis {
        case .dimension(let position):
          key[place] = part.domains.code(of: domain, at: position + 1)
        case .period: key[place] = days[place] ?? PeriodCode.none
        }
      }
      let group = table.number(of: key.span)
      if group * slotCount == counts.count {
        counts.append(contentsOf: repeatElement(0, count: slotCount))
      }
      for slot in 0..<slotCount {
        counts[group * slotCount + slot] += part.counts[domain * slotCount + slot]
      }
    }
  }

  /// The groups in the order of reports: categories as the survey or their labels have them,
  /// periods in time, what is no category last.
  var ordered: [Int] {
    let keys = (0..<table.count).map { group in
      axes.enumerated().map { place, axis in
        let code = table.code(of: group, at: place)
        guard case .period = axis, code != PeriodCode.none else { return Int64(code) }
        return Int64(Int32(bitPattern: code))
      }
    }
    return keys.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
  }

  private static func firstDay(
    of periodCode: UInt32, axis: BreakdownAxis, calendar: ReportCalendar
  ) -> UInt32? {
    guard case .period(let kind) = axis, let day = PeriodCode.firstDay(of: periodCode) else {
      return PeriodCode.none
    }
    return Period(containing: day, kind: kind, calendar: calendar)
      .map { UInt32(bitPattern: $0.first.number) }
  }
}
