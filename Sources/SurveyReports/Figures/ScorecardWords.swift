import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The words of one row of a scorecard.
struct ScorecardWords: ScorecardPiece {
  let context: ScorecardContext

  /// A bound: `ít nhất 90 %`.
  ///
  /// - Parameter row: what it is a bound of: a plan does not know the units of measures.
  func bound(_ bound: TargetBound, of row: ScorecardRow) -> String {
    let value = ["share": numbers.bound(bound.inUnit(of: row))]
    return switch bound {
    case .atLeast: word(.atLeast, value)
    case .atMost: word(.atMost, value)
    }
  }

  /// The bound of a row and from when it holds, then those that follow.
  func bounds(_ row: ScorecardRow) -> String {
    let later = row.versions.filter { $0.from > row.target.from }
    let own = word(
      .boundFrom, ["bound": bound(row.target.bound, of: row), "day": numbers.day(row.target.from)])
    let next = later.map {
      word(.boundNext, ["bound": bound($0.bound, of: row), "day": numbers.day($0.from)])
    }
    return ([own] + next).joined(separator: "; ")
  }

  /// The conditions of a row that its target has for it alone; `nil` where it has none.
  func domain(_ row: ScorecardRow) -> String? {
    guard case .figure(let verdict) = row.content, let report = context.report(of: row) else {
      return nil
    }
    let words = VerdictWords(context: report)
    return words.ownEntries(verdict).isEmpty ? nil : words.name(verdict)
  }

  /// What the row's source is: the survey's title, and how its respondents were found.
  func source(_ row: ScorecardRow) -> [String] {
    guard let place = row.source else { return [word(.noInterval)] }
    let source = card.sources[place]
    guard let survey = source.report?.survey else { return [DisplayText.plain(source.id)] }
    return [text(survey.title), word(survey.coverage.scorecardWord)]
  }

  /// The change since the period before, and the rates of the periods before, newest first.
  func trend(_ row: ScorecardRow) -> [String] {
    guard case .figure(let verdict) = row.content, verdict.n > 0, let period = verdict.period,
      let report = context.report(of: row)
    else { return [] }
    var lines: [String] = []
    if let change = row.change {
      let words = DifferenceWords(language: report.language)
      lines.append(words.points(change))
      if let range = words.range(change) {
        lines.append(
          word(change.finding.isDifference ? .changeSure : .changeUnsure, ["range": range]))
      }
    }
    let past = row.series.filter { ($0.period.map { $0 < period } ?? false) && $0.n > 0 }
    for verdict in past.suffix(Self.mostPast).reversed() {
      guard let then = verdict.period else { continue }
      lines.append(
        word(
          .pastRate,
          [
            "period": report.language.labels.period(then),
            "rate": VerdictWords(context: report).figure(verdict),
          ]))
    }
    return lines.isEmpty ? [word(.noPast)] : lines
  }

  /// So many periods before its own a row shows.
  private static let mostPast = 3

  /// The row's figure against its bound, the verdict, and how sure it is.
  func result(_ row: ScorecardRow) -> ReportCell {
    switch row.content {
    case .noData: return ReportCell([word(.noDataYet)], verdict: .notJudged)
    case .failed:
      let lines = [word(.noFigure), word(.seeFailures, ["title": word(.planFailures)])]
      return ReportCell([lines.joined(separator: ". ")], verdict: .notJudged)
    case .figure(let verdict):
      guard let report = context.report(of: row) else { return ReportCell([]) }
      return VerdictWords(context: report).glance(verdict)
    }
  }

  /// The period of a row, its days under it.
  func period(_ row: ScorecardRow) -> ReportCell {
    guard case .figure(let verdict) = row.content, let report = context.report(of: row) else {
      return ReportCell(word(.noInterval))
    }
    return verdict.period.map(report.language.labels.periodCell) ?? ReportCell(word(.allPeriods))
  }

  /// How many rows have each verdict, or none at all.
  var counts: String {
    var counts: [String] = []
    let verdicts = card.rows.compactMap { row -> Verdict? in
      guard case .figure(let verdict) = row.content else { return nil }
      return verdict.judgement.verdict
    }
    func add(_ name: ReportWord, _ n: Int) {
      if n > 0 { counts.append(word(name) + ": " + numbers.integer(n)) }
    }
    for verdict in Verdict.allCases {
      add(ReportWord(verdict), verdicts.count { $0 == verdict })
    }
    add(
      .noDataYet,
      card.rows.count { if case .noData = $0.content { true } else { false } })
    add(
      .noFigure,
      card.rows.count { if case .failed = $0.content { true } else { false } })
    return counts.joined(separator: "; ")
  }
}

extension TargetBound {
  /// A plan's bound in the unit of the measure that its row turned out to be of.
  func inUnit(of row: ScorecardRow) -> TargetBound {
    guard case .figure(let verdict) = row.content, value.unit == .share,
      verdict.target.bound.value.unit == .number
    else { return self }
    let number = TargetValue(
      .number, numerator: value.numerator, denominator: value.denominator)
    return if case .atLeast = self { .atLeast(number) } else { .atMost(number) }
  }
}

extension Coverage {
  /// The words for how respondents were found, short enough for a cell.
  var scorecardWord: ReportWord {
    switch self {
    case .census: .coverageCensus
    case .sample: .coverageSample
    case .selfSelected: .coverageSelfSelected
    }
  }
}
