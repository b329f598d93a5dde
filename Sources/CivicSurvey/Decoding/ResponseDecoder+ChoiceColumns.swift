import SurveyCSV
import SurveyDefinition

/// Questions of which each choice has a column of its own.
extension ResponseDecoder {
  /// What the columns of one question have said of a record so far.
  private struct Seen: OptionSet {
    let rawValue: UInt8

    static let ticked = Seen(rawValue: 1)
    static let notTicked = Seen(rawValue: 2)
    static let noOpinion = Seen(rawValue: 4)
    static let notApplicable = Seen(rawValue: 8)

    /// What a response did whose cells could all be read.
    func kind(noneTicked: NoneTickedPolicy) -> AnswerKind {
      if contains(.ticked) { return .answered }
      if contains(.noOpinion) { return .noOpinion }
      if self == .notApplicable { return .notApplicable }
      return noneTicked == .answered ? .answered : .missing
    }
  }

  private struct UnreadableCell {
    let value: UnknownValue
    let choice: Int
    let column: Int
  }

  mutating func decodeChoiceColumns(
    _ batch: inout RecordBatch, question: Int, columns: [Int], into result: inout ResponseBatch
  ) {
    let planned = plan.questions[question]
    var seen = [Seen](repeating: [], count: result.count)
    var unreadable: [UnreadableCell] = []
    let room = batch.recordCount - codes.count
    if room > 0 { codes += [UInt32](repeating: 0, count: room) }
    for (choice, column) in columns.enumerated() {
      unsafe codes.withUnsafeMutableBufferPointer { codes in
        unsafe tickTables[question][choice].codes(
          of: &batch, column: column, into: codes, unknown: &unknown)
      }
      for record in 0..<result.count {
        switch TickCode(rawValue: codes[record]) {
        case .ticked:
          seen[record].insert(.ticked)
          result.tick(record, slot: planned.firstSlot + choice)
        case .notTicked: seen[record].insert(.notTicked)
        case .noOpinion: seen[record].insert(.noOpinion)
        case .notApplicable: seen[record].insert(.notApplicable)
        case nil: break
        }
      }
      unreadable += unknown.map { UnreadableCell(value: $0, choice: choice, column: column) }
    }
    let noneTicked = plan.survey.questions[question].noneTicked
    for record in 0..<result.count {
      let kind = seen[record].kind(noneTicked: noneTicked)
      result.answerSlots[question * result.count + record] = UInt32(planned.slot(of: kind))
    }
    // The labels of one response stand together, in the order of the columns.
    let sorted = unreadable.enumerated().sorted {
      ($0.element.value.record, $0.offset) < ($1.element.value.record, $1.offset)
    }
    for (_, cell) in sorted {
      let record = cell.value.record
      if !seen[record].contains(.ticked) {
        setInvalid(record, question: question, column: cell.column, in: &result)
      }
      result.note(cell.value, lossColumn: lossColumn(question), choice: cell.choice)
    }
  }
}
