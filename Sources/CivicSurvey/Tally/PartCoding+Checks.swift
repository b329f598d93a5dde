import SurveyDefinition

/// What must hold of every part, whoever wrote its file.
///
/// A checksum shows damage, not invention. Estimates rely on sums that add up and on days that
/// exports can have, so a file in which they do not is refused before anything is worked out.
extension PartCoding {
  /// Every day that a format can read, moved by any time zone.
  private static let days: ClosedRange<CalendarDay> = {
    let first = CalendarDay(year: 1899, month: 12, day: 31) ?? CalendarDay(number: 0)
    let last = CalendarDay(year: 2200, month: 1, day: 1) ?? CalendarDay(number: 0)
    return first...last
  }()

  /// - Throws: ``TallyDamage``.
  static func check(_ part: TallyPart) throws(TallyDamage) {
    for source in part.sources {
      guard source.accounting.closes else { throw TallyDamage() }
      for day in [source.firstDay, source.lastDay] {
        if let day, !days.contains(day) { throw TallyDamage() }
      }
    }
    var responses = 0
    var row = [UInt64](repeating: 0, count: part.plan.slotCount)
    for domain in 0..<part.sums.count {
      try checkPeriod(part.sums.code(of: domain, at: 0), finest: part.plan.survey.finestPeriod)
      for slot in row.indices { row[slot] = 0 }
      part.sums.add(domain, to: &row)
      responses = try sum(responses, try checkCounts(row.map { Int($0) }, part.plan))
    }
    var total = 0
    var everything = 0
    for source in part.sources {
      total = try sum(total, source.accounting.responses)
      for count in fields.map({ source.accounting[keyPath: $0] }) {
        everything = try sum(everything, count)
      }
      for count in source.accounting.byCode.values { everything = try sum(everything, count) }
    }
    guard responses == total else { throw TallyDamage() }
  }

  private static func checkPeriod(
    _ code: UInt32, finest: FinestPeriod
  ) throws(TallyDamage) {
    guard let day = PeriodCode.firstDay(of: code) else { return }
    guard days.contains(day), PeriodCode.code(of: day, finest: finest) == code else {
      throw TallyDamage()
    }
  }

  /// Each response of a domain did one thing with each question; gives their number.
  private static func checkCounts(
    _ counts: [Int], _ plan: TabulationPlan
  ) throws(TallyDamage) -> Int {
    for question in plan.questions {
      // Of several answers the kinds alone add up to the responses.
      let first = question.type == .multiple ? question.choiceCount : 0
      var answers = 0
      for slot in first..<question.slotCount {
        answers = try sum(answers, counts[question.firstSlot + slot])
      }
      guard answers == counts[0] else { throw TallyDamage() }
      guard question.type == .multiple else { continue }
      let answered = counts[question.firstSlot + question.slot(of: .answered)]
      for slot in 0..<first where counts[question.firstSlot + slot] > answered {
        throw TallyDamage()
      }
    }
    return counts[0]
  }

  /// Adds up what may be made up.
  static func sum(_ left: Int, _ right: Int) throws(TallyDamage) -> Int {
    let (sum, overflows) = left.addingReportingOverflow(right)
    guard !overflows, sum <= greatestCount else { throw TallyDamage() }
    return sum
  }
}
