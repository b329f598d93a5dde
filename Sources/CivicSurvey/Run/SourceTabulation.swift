import SurveyCSV
import SurveyDefinition

/// What is known of one file while it is read: accounting, days, labels with their lines.
struct SourceTabulation {
  private var accounting = Accounting()
  /// The days of accepted responses.
  private(set) var days = DaysSeen()
  private var losses: [LabelCounts]
  /// What is no response.
  var notResponses = NotResponses()
  /// The labels that contradict the code beside them, by question; rejected records count too.
  private(set) var contradictions: [Int: LabelCounts] = [:]

  /// What is odd about the answers as a whole.
  private(set) var answers: AnswerFindings
  /// Blanks that look like merged cells.
  private(set) var blanks: DimensionBlanks

  /// Days of a register of opinions that cannot be.
  private var opinions = OpinionFindings()
  /// Weights that were changed as they were read.
  private var weights = WeightFindings()
  /// Ids that a spreadsheet has damaged.
  private(set) var damagedIDs = DamagedIDs()
  /// The accepted records without an id.
  private var recordsWithoutID = 0

  /// The records that have an id, those among them that were left out for it.
  var recordsWithID: Int {
    accounting.accepted + accounting.identicalDuplicates + accounting.conflictingDuplicates
      - recordsWithoutID
  }

  /// The labels of open dimensions that are too long to be categories, by dimension of the plan.
  private(set) var longLabels: [Int: LongLabels] = [:]

  /// The codes and labels of single choices; where there are none, nothing is looked for.
  private let choices: CodeContradictions?

  /// Why a record may be out of scope.
  private let reasons: [String]

  /// - Parameter choices: finds answers that contradict themselves; not needed to add others up.
  init(_ plan: TabulationPlan, choices: CodeContradictions? = nil) {
    self.choices = choices
    self.reasons = plan.survey.scope.reasons
    self.losses = Array(
      repeating: LabelCounts(), count: plan.dimensions.count + plan.questions.count)
    self.answers = AnswerFindings(plan)
    self.blanks = DimensionBlanks(plan)
  }

  /// Counts a batch whose records have been judged.
  ///
  /// - Parameter ordinal: how many records and faults of the file come before it.
  mutating func count(
    _ batch: inout RecordBatch, _ responses: borrowing ResponseBatch, ordinal: Int,
    columns: ResponsePlan, plan: TabulationPlan
  ) {
    let faults = batch.faults.count - responses.replacedFaults.count { $0 }
    let rejectedBefore = accounting.rejected
    accounting.read += batch.recordCount + faults
    accounting.rejected += faults
    accounting.blank += batch.blankCount
    countFaults(batch, replaced: responses.replacedFaults)
    accounting.repaired += batch.repairedCount
    countFates(&batch, responses)
    if columns.hasCounts {
      countCounts(responses, faults: faults)
    } else {
      accounting.rejectedResponses += accounting.rejected - rejectedBefore
      accounting.largestCount = max(accounting.largestCount, min(accounting.accepted, 1))
    }
    countBadText(batch, responses, columns: columns, plan: plan)
    countLabels(&batch, responses, plan: plan)
    answers.count(responses, columns: columns, plan: plan)
    blanks.count(&batch, responses, ordinal: ordinal, columns: columns, plan: plan)
    if !responses.opinionFaults.isEmpty { opinions.count(&batch, responses) }
    if !responses.weights.isEmpty { weights.count(&batch, responses) }
    if !responses.damagedIDs.isEmpty { damagedIDs.count(&batch, responses, columns: columns) }
  }

  /// Counts records that could not be split; in bad files most have the code of the one before.
  private mutating func countFaults(_ batch: borrowing RecordBatch, replaced: [Bool]) {
    var run = 0
    for position in batch.faults.indices {
      run += replaced.isEmpty || !replaced[position] ? 1 : 0
      let code = batch.faults[position].code
      let next = position + 1
      guard next == batch.faults.count || batch.faults[next].code != code else { continue }
      if run > 0 { accounting.byCode[code.rawValue, default: 0] += run }
      run = 0
    }
  }

  /// Counts what became of the records.
  private mutating func countFates(
    _ batch: inout RecordBatch, _ responses: borrowing ResponseBatch
  ) {
    var newDays: [Int] = []
    var accepted = 0
    var leftOut = [Int](repeating: 0, count: RecordFate.allCases.count)
    for record in 0..<responses.count {
      let fate = responses.fates[record]
      guard fate == .accepted else {
        leftOut[Int(fate.rawValue)] += 1
        continue
      }
      let frequency = responses.frequency(of: record)
      accepted += 1
      accounting.responses += frequency
      if responses.lacksID[record] {
        accounting.withoutID += frequency
        recordsWithoutID += 1
      }
      let day = responses.days[record]
      if day != ResponseBatch.noDay, frequency > 0, days.insert(day) { newDays.append(record) }
    }
    accounting.accepted += accepted
    for record in newDays {
      days.note(CalendarDay(number: responses.days[record])) {
        batch.locateRecords()
        return batch.line(of: record)
      }
    }
    for fate in RecordFate.allCases { count(fate, leftOut[Int(fate.rawValue)]) }
    if leftOut[Int(RecordFate.outOfScope.rawValue)] > 0 { countOutOfScope(responses) }
    if RecordFate.allCases.contains(where: { !$0.isInRead && leftOut[Int($0.rawValue)] > 0 }) {
      uncountRepairs(batch, responses)
    }
    if responses.isReturned {
      accounting.corrected += responses.fates.count { $0.isInRead && $0.code == nil }
    }
  }

  /// Counts records that the survey is not about, by reason.
  private mutating func countOutOfScope(_ responses: borrowing ResponseBatch) {
    var counts = [Int](repeating: 0, count: reasons.count)
    for record in 0..<responses.count where responses.fates[record] == .outOfScope {
      counts[Int(responses.fateColumns[record])] += 1
    }
    for (reason, count) in zip(reasons, counts) where count > 0 {
      accounting.outOfScope += count
      accounting.outOfScopeBy[reason, default: 0] += count
    }
  }

  /// Counts the responses that rejected records stand for, where a record says of how many it is.
  private mutating func countCounts(_ responses: borrowing ResponseBatch, faults: Int) {
    // Nobody knows what a record says that could not be split.
    accounting.unknownCounts += faults
    for record in 0..<responses.count {
      let fate = responses.fates[record]
      let count = responses.frequency(of: record)
      if fate == .accepted {
        accounting.largestCount = max(accounting.largestCount, count)
      } else if fate == .notMended || (fate.code != nil && count == Frequency.unknown) {
        accounting.unknownCounts += 1
      } else if fate.code != nil {
        accounting.rejectedResponses += count
      }
    }
  }

  /// What is not in `read` is not among the repaired either.
  private mutating func uncountRepairs(
    _ batch: borrowing RecordBatch, _ responses: borrowing ResponseBatch
  ) {
    for record in 0..<responses.count where !responses.fates[record].isInRead {
      if batch.isRepaired(record) { accounting.repaired -= 1 }
    }
  }

  /// Counts records that are left out.
  private mutating func count(_ fate: RecordFate, _ records: Int) {
    switch fate {
    case .identicalDuplicate: accounting.identicalDuplicates += records
    case .conflictingDuplicate: accounting.conflictingDuplicates += records
    case .notResponse, .replaced: accounting.read -= records
    case .passedOver:
      accounting.read -= records
      accounting.blank += records
    default:
      guard records > 0, let code = fate.code else { return }
      accounting.rejected += records
      accounting.byCode[code.rawValue, default: 0] += records
    }
  }

  /// Counts values that are no text and are shown nowhere else: unused columns and free text.
  private mutating func countBadText(
    _ batch: borrowing RecordBatch, _ responses: borrowing ResponseBatch, columns: ResponsePlan,
    plan: TabulationPlan
  ) {
    for field in batch.badTextFields where responses.fates[field / batch.width].isInRead {
      let column = field % batch.width
      let isFreeText = columns.questionColumns.indices.contains {
        columns.questionColumns[$0] == column && plan.questions[$0].type == .text
      }
      if isFreeText || columns.unusedColumns.contains(column) {
        accounting.byCode[MessageCode.textInvalid.rawValue, default: 0] += 1
      }
    }
  }

  private mutating func countLabels(
    _ batch: inout RecordBatch, _ responses: borrowing ResponseBatch, plan: TabulationPlan
  ) {
    guard !responses.unknownLabels.isEmpty else { return }
    batch.locateRecords()
    let personal = Set(
      plan.survey.questions.indices.filter { plan.survey.questions[$0].isPersonal }
        .map { plan.dimensions.count + $0 })
    var previous: (record: Int32, column: Int32) = (-1, -1)
    var seen: Set<String> = []
    for unknown in responses.unknownLabels {
      let record = Int(unknown.record)
      let count = responses.frequency(of: record)
      let fate = responses.fates[record]
      guard fate == .accepted || fate == .invalidAnswer, count > 0 else { continue }
      let isNewCell = previous != (unknown.record, unknown.lossColumn)
      previous = (unknown.record, unknown.lossColumn)
      // What people wrote about themselves is counted and never kept.
      if personal.contains(Int(unknown.lossColumn)) {
        if isNewCell, fate == .accepted { losses[Int(unknown.lossColumn)].add(rest: count) }
        continue
      }
      let label = KeptLabel.text(
        of: batch.bytes[Int(unknown.start)..<Int(unknown.end)], display: LabelFolding.display)
      if unknown.choice >= 0 {
        let question = plan.questions[Int(unknown.lossColumn) - plan.dimensions.count]
        answers.add(
          unknownTick: label, slot: question.firstSlot + Int(unknown.choice), count: count,
          first: SourcePlace(source: "", line: batch.line(of: record)))
      }
      // The labels of one cell stand together; one that it repeats is still one response's.
      if isNewCell { seen.removeAll(keepingCapacity: true) }
      guard seen.insert(label).inserted else { continue }
      // The digest is known only at the end of the file.
      let place = SourcePlace(source: "", line: batch.line(of: record))
      let question = Int(unknown.lossColumn) - plan.dimensions.count
      if question >= 0, choices?.find(label, question: question) != nil {
        contradictions[question, default: LabelCounts()].add(label, count: count, first: place)
      }
      guard fate == .accepted else { continue }
      noteLength(of: unknown, count: count, line: place.line, plan: plan)
      losses[Int(unknown.lossColumn)].add(label, count: count, first: place)
    }
  }

  /// Counts a label that only its length keeps from being a category.
  private mutating func noteLength(
    of unknown: ResponseBatch.UnknownLabel, count: Int, line: UInt64, plan: TabulationPlan
  ) {
    let dimension = Int(unknown.lossColumn)
    guard Int(unknown.end - unknown.start) > OpenLabelTable.longestLabel,
      dimension < plan.dimensions.count, plan.dimensions[dimension].isOpen
    else { return }
    longLabels[dimension, default: LongLabels()].add(LongLabels(count: count, line: line))
  }

  /// Adds what another worker has seen of the same file.
  mutating func add(_ other: SourceTabulation) {
    accounting.add(other.accounting)
    answers.add(other.answers)
    blanks.add(other.blanks)
    notResponses.add(other.notResponses)
    damagedIDs.add(other.damagedIDs)
    opinions.add(other.opinions)
    weights.add(other.weights)
    recordsWithoutID += other.recordsWithoutID
    days.add(other.days)
    for column in losses.indices { losses[column].merge(other.losses[column]) }
    for (dimension, labels) in other.longLabels {
      longLabels[dimension, default: LongLabels()].add(labels)
    }
    for (question, labels) in other.contradictions {
      contradictions[question, default: LabelCounts()].merge(labels)
    }
  }

  /// - Parameter linesAbove: the lines above the header that are not blank.
  func summary(digest: XXH128Digest, bytes: Int, linesAbove: Int) -> SourceSummary {
    var accounting = accounting
    accounting.notResponse = notResponses.count + linesAbove
    return SourceSummary(
      digest: digest, sha256: nil, bytes: bytes, accounting: accounting,
      firstDay: days.first, lastDay: days.last)
  }

  /// What is said of columns that fit the definition in their names alone.
  func columnMessages(
    file: String, columns: ResponsePlan, plan: TabulationPlan
  ) -> [Message] {
    blanks.messages(file: file, columns: columns, plan: plan)
      + answers.messages(file: file, columns: columns, plan: plan, losses: losses)
      + opinions.messages(file: file, columns: columns, plan: plan)
      + weights.messages(file: file, columns: columns)
  }

  func losses(ofColumn column: Int, digest: XXH128Digest) -> LabelCounts {
    var result = losses[column]
    result.setSource(digest.description)
    return result
  }
}
