import SurveyDefinition

/// What is said first of a report whose losses are, or may be, above the limit.
struct LossWarning {
  /// The limit.
  let limit: DecimalShare

  /// The warning of the greatest share of losses, in percent with two decimals.
  func overLimit(_ share: LossShare) -> Message {
    Message(
      .responseLossesOverLimit, severity: .warning,
      [
        "lost": String(share.lost), "base": String(share.base),
        "lostPercent": percent(share), "limitPercent": limitPercent,
      ])
  }

  /// The warning of the greatest share that may be above the limit, as it is if each unknown count is
  /// 1, and at most.
  func unknown(_ share: LossShare, _ accounting: Accounting) -> Message {
    Message(
      .responseLossesUnknown, severity: .warning,
      [
        "recordsCount": String(accounting.unknownCounts),
        "largestCount": String(accounting.largestCount),
        "lostPercent": percent(share),
        "mostPercent": percent(share.atMost), "limitPercent": limitPercent,
      ])
  }

  /// The warning of records whose id came before with other answers, over all that were read.
  ///
  /// - Parameter repeated: what the run that read the files has to say of ids that came again: where
  ///   most of them do, and what may be the cause, are told here and not a second time.
  func conflictingIDs(_ share: LossShare, repeated: Message?) -> Message {
    var arguments = repeated?.arguments ?? [:]
    let ofIDs: [MessagePart] = [.idsOfFile, .idsOfWhat, .idsOfWhatKept]
    if !ofIDs.contains(where: { $0.rawValue == arguments["remedyPart"] }) {
      arguments["remedyPart"] = MessagePart.idsRounded.rawValue
    }
    arguments["mostPart"] = (repeated == nil ? MessagePart.none : .idsMost).rawValue
    arguments["conflictingCount"] = String(share.lost)
    arguments["readCount"] = String(share.base)
    arguments["lostPercent"] = percent(share)
    arguments["limitPercent"] = limitPercent
    return Message(.responseConflictingIDs, severity: .warning, arguments)
  }

  /// The limit in percent.
  var limitPercent: String { Proportion(limit).percent }

  /// A share in percent, which reads as the limit only where it is that.
  func percent(_ share: LossShare) -> String {
    share.proportion.percent(besides: Proportion(limit))
  }
}
