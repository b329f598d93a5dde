import SurveyDefinition

/// What must hold of every part, whoever made it: a run, a merge, or the writer of a file.
///
/// A checksum shows damage, not invention. Estimates rely on sums that add up and on days that
/// exports can have, so a file in which they do not is refused before anything is worked out.
struct PartInvariants {
  /// Every day that a format can read, moved by any time zone.
  private static let days: ClosedRange<CalendarDay> = {
    let first = CalendarDay(year: 1899, month: 12, day: 31) ?? CalendarDay(number: 0)
    let last = CalendarDay(year: 2200, month: 1, day: 1) ?? CalendarDay(number: 0)
    return first...last
  }()

  private let part: TallyPart
  private let plan: TabulationPlan

  init(_ part: TallyPart) {
    self.part = part
    plan = part.plan
  }

  /// - Throws: ``TallyDamage`` where anything does not hold.
  func check() throws(TallyDamage) {
    try checkRuns()
    try checkKeys()
    try checkLastDays()
    guard try responsesInSums() == responsesInSources() else { throw TallyDamage() }
  }

  private static func hold(_ condition: Bool) throws(TallyDamage) {
    if !condition { throw TallyDamage() }
  }

  /// Whatever was read was read in a run; runs are told apart only where duplicates are sought.
  private func checkRuns() throws(TallyDamage) {
    try Self.hold(part.runs > 0 || (part.runs == 0 && part.sources.isEmpty))
    try Self.hold(part.runs <= 1 || plan.survey.duplicates == .keepFirst)
  }

  // MARK: - Sums

  /// The keys have an order, and every code in them a meaning.
  private func checkKeys() throws(TallyDamage) {
    let sums = part.sums
    try Self.hold(sums.width == plan.keys.count && sums.slotCount == plan.slotCount)
    try Self.hold(part.losses.count == plan.dimensions.count + plan.questions.count)
    try Self.hold(part.openLabels.count == plan.labelled.count)
    try Self.hold(sums.isInOrder)
    let known = zip(plan.labelled, part.openLabels).map { dimension, labels in
      dimension.isOpen ? labels.count : dimension.categoryIDs.count
    }
    for domain in 0..<sums.count {
      try checkPeriod(sums.period(of: domain))
      for (dimension, known) in zip(plan.labelled, known) {
        let code = sums.code(of: domain, at: dimension.position)
        try Self.hold(!DimensionCode.isCategory(code) || Int(code) < known)
      }
      if let due = plan.due { try checkDue(sums.code(of: domain, at: due.position)) }
    }
    try checkDesignLabels()
  }

  /// Clusters are fingerprints, sizes are numbers, and of the design nothing else is missing.
  private func checkDesignLabels() throws(TallyDamage) {
    for (column, labels) in zip(plan.labelled, part.openLabels) {
      guard case .design(let key) = column.source else { continue }
      switch key {
      case .stratum, .wave: break
      case .size, .secondSize: try Self.hold(labels.allSatisfy { SizeTable.size($0) != nil })
      case .cluster, .second: try Self.hold(labels.allSatisfy(ClusterTable.isFingerprint))
      }
      // Whether a response may lack its cluster hangs on the coverage, which is not in the shape.
      let mayBeMissing = key == .cluster
      for domain in 0..<part.sums.count {
        let code = part.sums.code(of: domain, at: column.position)
        try Self.hold(
          DimensionCode.isCategory(code) || (mayBeMissing && code == DimensionCode.missing))
      }
    }
  }

  private func checkDue(_ code: UInt32) throws(TallyDamage) {
    guard code != DueCode.none else { return }
    guard let day = DueCode.day(of: code) else { throw TallyDamage() }
    // An answer may be due ten years after the last day that a format can read.
    try Self.hold(Self.days.lowerBound <= day && day <= Self.days.upperBound.advanced(by: 3_653))
  }

  private func checkPeriod(_ code: UInt32) throws(TallyDamage) {
    guard let day = PeriodCode.firstDay(of: code) else { return }
    let finest = plan.survey.finestPeriod
    try Self.hold(Self.days.contains(day) && PeriodCode.code(of: day, finest: finest) == code)
  }

  /// Each half-month that has responses has a last day, which lies in it; where days are kept, they
  /// tell which it is.
  private func checkLastDays() throws(TallyDamage) {
    let known = LastDays.known(of: part)
    try Self.hold(part.lastDays.keys == known.keys)
    for (halfMonth, day) in part.lastDays {
      try Self.hold(HalfMonth(containing: day) == halfMonth)
    }
    if plan.survey.finestPeriod == .day { try Self.hold(part.lastDays == known) }
  }

  /// The responses of all domains, in each of which the answers add up.
  private func responsesInSums() throws(TallyDamage) -> Int {
    var responses = 0
    var row = [UInt64](repeating: 0, count: plan.slotCount)
    for domain in 0..<part.sums.count {
      for slot in row.indices { row[slot] = 0 }
      part.sums.add(domain, to: &row)
      let counts = row[..<plan.sums.countSlots]
      try Self.hold(counts.allSatisfy { $0 <= HonestCount.greatest })
      responses = try HonestCount.sum(responses, try checkCounts(counts.map { Int($0) }))
      if let layout = plan.sums.weights { try checkWeights(row, layout, responses: responses) }
      if let due = plan.due, part.sums.code(of: domain, at: due.position) != DueCode.none {
        try checkOpen(row)
      }
    }
    return responses
  }

  /// Sums of weights are those of so many weights from 10⁻¹² to 10⁷, and of the answers to a question
  /// that takes one no more than of all.
  private func checkWeights(
    _ row: [UInt64], _ layout: WeightLayout, responses: Int
  ) throws(TallyDamage) {
    try Self.hold(responses <= WeightLayout.mostResponses)
    for slot in layout.slots {
      let place = layout.places[slot]
      for number in row[place..<place + WeightLayout.parts] {
        let most = row[slot].multipliedFullWidth(by: WeightLayout.greatest)
        try Self.hold(most.high > 0 || number <= most.low)
      }
      try Self.hold(layout.sum(of: slot, in: row).isPossible)
    }
    let accepted = layout.places[SumLayout.accepted]
    for question in plan.questions where question.type != .multiple {
      for part in 0..<WeightLayout.parts {
        var sum: UInt64 = 0
        for slot in question.choiceSlots { sum += row[layout.places[slot] + part] }
        try Self.hold(sum <= row[accepted + part])
      }
    }
  }

  /// Of opinions that are due by some day and open nobody knows yet whether they are late.
  private func checkOpen(_ row: [UInt64]) throws(TallyDamage) {
    guard let question = plan.opinions?.question(of: .onTime) else { throw TallyDamage() }
    let planned = plan.questions[question]
    let open = row[planned.firstSlot + planned.slot(of: .notApplicable)]
    try Self.hold(open == row[SumLayout.accepted])
  }

  /// Each response of a domain did one thing with each question, and with those of each derived block;
  /// gives their number.
  private func checkCounts(_ counts: [Int]) throws(TallyDamage) -> Int {
    for question in plan.questions {
      var answers = 0
      for slot in question.disjointSlots { answers = try HonestCount.sum(answers, counts[slot]) }
      try Self.hold(answers == counts[SumLayout.accepted])
      guard question.type == .multiple else { continue }
      let answered = counts[question.firstSlot + question.slot(of: .answered)]
      for slot in question.choiceSlots { try Self.hold(counts[slot] <= answered) }
    }
    for block in plan.sums.derived {
      var responses = 0
      for slot in block.slots { responses = try HonestCount.sum(responses, counts[slot]) }
      try Self.hold(responses == counts[SumLayout.accepted])
    }
    return counts[SumLayout.accepted]
  }

  // MARK: - Sources

  /// Of the rejected records no more are unknown than there are, and none that is accepted stands for
  /// more responses than all, or for so few that all of them could not.
  private func checkCounts(_ accounting: Accounting) throws(TallyDamage) {
    try Self.hold(accounting.unknownCounts <= accounting.rejected)
    try Self.hold(accounting.largestCount <= accounting.responses)
    let most = accounting.largestCount.multipliedFullWidth(by: accounting.accepted)
    try Self.hold(most.high > 0 || most.low >= accounting.responses)
  }

  /// Every record out of scope is so for one of the survey's reasons.
  private func checkReasons(_ accounting: Accounting) throws(TallyDamage) {
    var sum = 0
    for (reason, count) in accounting.outOfScopeBy {
      try Self.hold(plan.survey.scope.reasons.contains(reason))
      sum = try HonestCount.sum(sum, count)
    }
    try Self.hold(sum == accounting.outOfScope)
  }

  /// The accepted responses of all sources, each of which comes once and accounts for its records.
  private func responsesInSources() throws(TallyDamage) -> Int {
    var responses = 0
    var everything = 0
    for (place, source) in part.sources.enumerated() {
      try Self.hold(place == 0 || part.sources[place - 1].digest < source.digest)
      try Self.hold(source.accounting.closes)
      try checkReasons(source.accounting)
      try checkCounts(source.accounting)
      for day in [source.firstDay, source.lastDay] {
        if let day { try Self.hold(Self.days.contains(day)) }
      }
      responses = try HonestCount.sum(responses, source.accounting.responses)
      everything = try HonestCount.sum(everything, try source.accounting.total())
    }
    return responses
  }
}
