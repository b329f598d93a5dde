import SurveyCSV
import SurveyDefinition

/// Leaves out the responses that the survey is not about; knows the spellings that its rules ask for.
struct ScopeDecoder: Sendable {
  /// What a value is to its rule.
  private static let isOther: UInt32 = 0
  private static let isMet: UInt32 = 1

  private let scope: ResponseScope
  /// The spellings of each rule; empty of one that asks whether anything stands there.
  private var tables: [LabelTable]
  private var marks: [UInt32] = []
  private var unknown: [UnknownValue] = []

  /// The scope's decoder; `nil` where every response counts.
  init?(_ scope: ResponseScope) {
    guard !scope.isEmpty else { return nil }
    self.scope = scope
    tables = scope.rules.map { rule in
      var table = LabelTable(blank: Self.isOther, readsWholeDecimals: true)
      if case .values(let values) = rule.condition {
        for value in values { table.add(value, code: Self.isMet) }
      }
      return table
    }
  }

  /// Leaves out what nothing else has, by the first reason that holds.
  ///
  /// - Parameter columns: that of each rule.
  mutating func leaveOut(
    _ batch: inout RecordBatch, columns: [Int], blanks: BlankSpellings,
    into result: inout ResponseBatch
  ) {
    for (reason, column) in columns.enumerated() {
      read(&batch, reason, column: column, blanks: blanks)
      let leavesOut = scope.rules[reason].isExclusion ? Self.isMet : Self.isOther
      for record in 0..<result.count where marks[record] == leavesOut {
        result.reject(record, .outOfScope, column: reason)
      }
    }
    guard scope.isBounded else { return }
    let from = scope.from?.number ?? .min
    let until = scope.until?.number ?? .max
    for record in 0..<result.count {
      let day = result.days[record]
      // What is not dated is believed to lie in force.
      guard day != ResponseBatch.noDay, day < from || day >= until else { continue }
      result.reject(record, .outOfScope, column: scope.rules.count)
    }
  }

  /// Marks the values of a column that meet a rule's condition.
  private mutating func read(
    _ batch: inout RecordBatch, _ rule: Int, column: Int, blanks: BlankSpellings
  ) {
    let missing = batch.recordCount - marks.count
    if missing > 0 { marks += repeatElement(Self.isOther, count: missing) }
    unsafe marks.withUnsafeMutableBufferPointer { marks in
      switch scope.rules[rule].condition {
      case .values:
        unsafe tables[rule].codes(of: &batch, column: column, into: marks, unknown: &unknown)
      case .blank:
        unsafe blanks.mark(
          batch, column: column, in: marks, blank: Self.isMet, other: Self.isOther)
      case .notBlank:
        unsafe blanks.mark(
          batch, column: column, in: marks, blank: Self.isOther, other: Self.isMet)
      }
    }
    guard case .values = scope.rules[rule].condition else { return }
    for value in unknown { marks[value.record] = Self.isOther }
  }
}
