import SurveyDefinition

/// Opinions that nobody has answered yet, of which a tally knows by when they are due.
struct OpenOpinions {
  private let part: TallyPart

  /// Those of a part.
  init(_ part: TallyPart) { self.part = part }

  /// The same part with each of them judged: late where it was due before `asOf`, else not applicable.
  ///
  /// Afterwards no key says by when an opinion is due. A part without such keys stays as it is.
  ///
  /// - Parameter asOf: the day on which it is seen; `nil` where no response has a day.
  /// - Complexity: O(n log n) in the domains, O(n) in the counts.
  func judged(asOf: CalendarDay?) -> TallyPart {
    let plan = part.plan
    guard let due = plan.due, let question = plan.opinions?.question(of: .onTime) else {
      return part
    }
    let sums = part.sums
    let isLate = (0..<sums.count).map { domain in
      guard let asOf, let day = DueCode.day(of: sums.code(of: domain, at: due.position)) else {
        return false
      }
      return day < asOf
    }
    let late: UInt32 = 1
    var keys = sums.codes
    let onTime = plan.dimensions.first { $0.source == .question(question) }
    for domain in 0..<sums.count {
      keys[domain * sums.width + due.position] = DueCode.none
      guard let onTime, isLate[domain] else { continue }
      keys[domain * sums.width + onTime.position] = late
    }
    let planned = plan.questions[question]
    let open = planned.firstSlot + planned.slot(of: .notApplicable)
    let lateSlot = planned.firstSlot + Int(late)
    var part = part
    part.sums = SumTable.grouped(keys: keys, width: sums.width, slotCount: sums.slotCount) {
      domain, row in
      sums.forEachCount(of: domain) { slot, count in
        row[isLate[domain] && slot == open ? lateSlot : slot] += count
      }
    }
    return part
  }
}
