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
        "lostPercent": percentOverLimit(share), "limitPercent": limitPercent,
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
        "lostPercent": Self.percent(Self.hundredths(share.lost, share.base)),
        "mostPercent": percentOverLimit(share.atMost), "limitPercent": limitPercent,
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
    arguments["lostPercent"] = percentOverLimit(share)
    arguments["limitPercent"] = limitPercent
    return Message(.responseConflictingIDs, severity: .warning, arguments)
  }

  /// The limit in percent.
  var limitPercent: String { Self.percent(Self.hundredths(limit.numerator, limit.denominator)) }

  /// A share above the limit, which never reads as the limit.
  func percentOverLimit(_ share: LossShare) -> String {
    let limit = Self.hundredths(limit.numerator, limit.denominator)
    return Self.percent(max(Self.hundredths(share.lost, share.base), limit + 1))
  }

  /// A share below the limit, which never reads as the limit.
  func percentUnderLimit(_ share: LossShare) -> String {
    let limit = Self.hundredths(limit.numerator, limit.denominator)
    return Self.percent(min(Self.hundredths(share.lost, share.base), limit - 1))
  }

  /// In hundredths of a percent, to the nearest, in full width.
  private static func hundredths(_ numerator: Int, _ denominator: Int) -> Int {
    guard denominator > 0 else { return 0 }
    let (quotient, remainder) = denominator.dividingFullWidth(
      numerator.multipliedFullWidth(by: 10_000))
    return quotient + (remainder >= denominator - remainder ? 1 : 0)
  }

  private static func percent(_ hundredths: Int) -> String {
    let fraction = hundredths % 100
    if fraction == 0 { return String(hundredths / 100) }
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
