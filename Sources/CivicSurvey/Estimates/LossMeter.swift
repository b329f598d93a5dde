import SurveyDefinition

/// Measures how much of a part's data a figure could not use.
///
/// Lost are the responses of rejected records, and accepted ones that are invalid in the figure's
/// question or unmapped in a dimension that it uses, each once; over accepted and rejected responses
/// of the whole part, whatever domain or period is shown.
struct LossMeter {
  /// No sum of as much and the greatest honest count leaves 64 bits.
  private static let mostUnknown = Int.max / 4

  private let rejected: Int
  private let responses: Int
  private let unknown: Int
  /// All counts of the domains that are unmapped in the same dimensions.
  private var rows: [Set<Int>: [UInt64]] = [:]

  init(_ part: TallyPart) {
    let accounting = part.accounting
    rejected = accounting.rejectedResponses + accounting.unknownCounts
    let (unknown, overflows) = accounting.unknownCounts.multipliedReportingOverflow(
      by: max(accounting.largestCount, 1) - 1)
    self.unknown = overflows ? Self.mostUnknown : min(unknown, Self.mostUnknown)
    responses = accounting.responses
    let sums = part.sums
    let none = [UInt64](repeating: 0, count: sums.slotCount)
    var mapped = none
    for domain in 0..<sums.count {
      let codes = sums.codes(of: domain).dropFirst()
      if !codes.contains(DimensionCode.unmapped) {
        sums.add(domain, to: &mapped)
        continue
      }
      let places = codes.indices.filter { codes[$0] == DimensionCode.unmapped }
      sums.add(domain, to: &rows[Set(places.map { $0 - codes.startIndex }), default: none])
    }
    rows[[]] = mapped
  }

  /// The losses of a measure's figure that uses the plan's `dimensions`; of several questions, those of
  /// the one that lost most.
  func share(of measure: MeasurePlan, dimensions: Set<Int>) -> LossShare {
    let shares = measure.questions.map { share($0, dimensions: dimensions) }
    return shares.max { $0.lost < $1.lost } ?? LossShare(lost: 0, base: 0)
  }

  /// The losses of a figure of `question` that uses the plan's `dimensions`.
  func share(_ question: QuestionSums, dimensions: Set<Int>) -> LossShare {
    let invalid = question.firstSlot + question.slot(of: .invalid)
    var lost = rejected
    for (unmapped, row) in rows {
      lost += Int(row[unmapped.isDisjoint(with: dimensions) ? invalid : 0])
    }
    return LossShare(lost: lost, base: responses + rejected, unknown: unknown)
  }
}
