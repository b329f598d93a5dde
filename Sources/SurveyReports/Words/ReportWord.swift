import CivicSurvey
import SurveyStatistics

/// A word or sentence of reports for people.
typealias ReportWord = Phrase

extension ReportWord {
  /// The words for a verdict.
  init(_ verdict: Verdict) {
    switch verdict {
    case .met: self = .met
    case .reachedNotShown: self = .reachedNotShown
    case .notReachedNotExcluded: self = .notReachedNotExcluded
    case .missed: self = .missed
    case .notJudged: self = .notJudged
    }
  }

  /// What a verdict on a sample means, at length; `nil` for none.
  init?(meaningOf verdict: Verdict) {
    switch verdict {
    case .met: self = .metMeans
    case .reachedNotShown: self = .reachedNotShownMeans
    case .notReachedNotExcluded: self = .notReachedNotExcludedMeans
    case .missed: self = .missedMeans
    case .notJudged: return nil
    }
  }

  /// The words for the side of a p-value.
  init(_ side: Tail) {
    switch side {
    case .lower: self = .lowerTail
    case .upper: self = .upperTail
    }
  }

  /// The words for what makes a verdict provisional.
  init(_ flag: TargetVerdict.Provisional) {
    switch flag {
    case .incompletePeriod: self = .periodIsOpen
    case .incompleteCoverage: self = .someAreSilent
    case .fewClusters: self = .clustersAreFew
    case .lowItemResponse: self = .lowResponse
    case .conflictingIDs: self = .idsConflict
    }
  }

  /// The words for the reason of a missing verdict.
  init(_ reason: NotJudgedReason) {
    switch reason {
    case .noAnswers: self = .noAnswers
    case .tooFew: self = .nTooSmall
    case .suppressed: self = .suppressed
    case .notInForce: self = .notInForce
    case .scopeUnknown: self = .scopeUnknown
    case .lossesOverLimit: self = .lossesOverLimit
    case .lossesUnknown: self = .lossesUnknown
    case .degenerate: self = .degenerate
    case .noDegreesOfFreedom: self = .noDegreesOfFreedom
    }
  }

  /// The words for a finding.
  init(_ finding: ComparisonRow.Finding) {
    switch finding {
    case .higher: self = .isHigher
    case .lower: self = .isLower
    case .different: self = .isDifferent
    case .equal: self = .isEqual
    case .notShown: self = .isNotShown
    case .notCompared: self = .isNotCompared
    }
  }

  /// The words for where a unit lies outside of the limits; inside for `nil`.
  init(_ outside: Funnel.Outside?) {
    switch outside {
    case .farBelow: self = .belowOf998
    case .below: self = .belowOf95
    case .above: self = .aboveOf95
    case .farAbove: self = .aboveOf998
    case nil: self = .insideOfFunnel
    }
  }
}

extension ReportWord {
  /// Why nobody is commended.
  init(_ withheld: Commendation.Withheld) {
    self =
      switch withheld {
      case .notKept: .withheldNotKept
      case .noCompletePeriod: .withheldNoCompletePeriod
      case .noFunnel: .withheldNoFunnel
      case .fewKnown: .withheldFewKnown
      case .losses: .withheldLosses
      }
  }

  /// Why a unit is not commended.
  init(_ reason: Commendation.Reason) {
    self =
      switch reason {
      case .participationUnknown: .reasonParticipationUnknown
      case .lowerStratum: .reasonLowerStratum
      case .lowVolume: .reasonLowVolume
      case .fewAnswers: .reasonFewAnswers
      case .belowLimit: .reasonBelowLimit
      }
  }
}
