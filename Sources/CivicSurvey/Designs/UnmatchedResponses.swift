import SurveyDefinition

/// The responses that no margin table has a category for, each counted once, with why.
struct UnmatchedResponses {
  /// A message names so many reasons.
  private static let most = 4

  private let reasons: [(gap: MarginCells.Gap, responses: Int)]
  private let all: Int

  /// - Complexity: O(finest domains).
  init(_ cells: MarginCells, _ part: TallyPart) {
    var reasons: [MarginCells.Gap: Int] = [:]
    var all = 0
    for domain in 0..<part.sums.count {
      let responses = Int(part.sums.responses(of: domain))
      all += responses
      guard responses > 0, let gap = cells.gap(of: domain) else { continue }
      reasons[gap, default: 0] += responses
    }
    self.all = all
    self.reasons = reasons.map { (gap: $0.key, responses: $0.value) }.sorted {
      $0.responses != $1.responses
        ? $0.responses > $1.responses : Self.text($0.gap) < Self.text($1.gap)
    }
  }

  private static func text(_ gap: MarginCells.Gap) -> String {
    switch gap {
    case .undated: "period: _missing"
    case .period(let period): "“\(period.id)”"
    case .noCategory(let dimension, let isUnmapped):
      "\(dimension): \(isUnmapped ? "_unmapped" : "_missing")"
    case .combination(let names): "“\(names)”"
    }
  }

  /// A warning where there are some; none where there are none.
  ///
  /// - Throws: ``RunError`` `margins.unmatched-over-limit` where they are more than the limit.
  func messages(_ limit: DecimalShare) throws(RunError) -> [Message] {
    let lost = reasons.reduce(0) { $0 + $1.responses }
    guard lost > 0 else { return [] }
    let (share, most) = (Proportion(lost, of: all), Proportion(limit))
    let named = reasons.prefix(Self.most).map { "\(Self.text($0.gap)) (\($0.responses))" }
    let arguments = [
      "n": String(lost), "all": String(all), "sharePercent": share.percent(besides: most),
      "limitPercent": most.percent,
      "values": named.joined(separator: ", ") + (reasons.count > Self.most ? ", …" : ""),
    ]
    guard share > most else {
      return [Message(worded: MarginCode.unmatched, severity: .warning, arguments)]
    }
    throw RunError(.data, worded: MarginCode.unmatchedOverLimit, arguments)
  }
}
