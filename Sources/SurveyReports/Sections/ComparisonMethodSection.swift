import CivicSurvey
import SurveyDefinition

/// How differences were found, how many were tested together, and when one is said to be shown.
struct ComparisonMethodSection: ComparisonPiece {
  let compared: ComparisonContext

  /// The section.
  var sections: [ReportSection] {
    [ReportSection(id: "method", title: word(.method), blocks: [.list(items)])]
  }

  private var items: [String] {
    var items =
      MethodSection(context: context).formulas(of: comparison.measures)
      + DesignWords(context: context).sample
    if comparison.testCount > 0 {
      var values = testValues
      let error = Double(comparison.testCount) * (1 - report.query.level)
      values["k"] = numbers.tenths(upTo: error)
      values["fewest"] = numbers.integer(ComparisonRow.fewestAnswers)
      items += ways + [word(adjusted, values)]
      if !comparison.measures.isEmpty {
        items.append(word(isCounted ? .comparisonShown : .comparisonShownByErrors, values))
      }
      if !comparison.questions.isEmpty { items.append(word(.comparisonShownOfAnswers, values)) }
    } else if report.survey.coverage == .census {
      items.append(word(.comparisonCensus))
    }
    switch comparison.query.subject {
    case .periods:
      switch report.query.calendar ?? report.survey.calendar {
      case .civil: items.append(word(.calendarCivil))
      case .stateReport15: items.append(word(.calendarStateReport))
      }
    case .category, .eachWithRest: items.append(word(.comparisonRest))
    case .pairs: break
    }
    return items
  }

  /// How the limits and tests of the rows were found, each way once.
  private var ways: [String] {
    let methods = comparison.rows.compactMap { $0.comparison.limits?.method }
    let words: [(String, ReportWord)] = [
      ("newcombe", .comparisonNewcombe), ("linearised", .comparisonLinearised),
      ("welch", comparison.breaks.isEmpty ? .comparisonWelch : .comparisonWelchOfSamples),
    ]
    let tests = comparison.rows.compactMap { $0.comparison.test?.name }
    let tables: [(String, ReportWord)] = [
      ("pearson-chi2", .comparisonPearson), ("rao-scott-f", .comparisonRaoScott),
    ]
    return words.filter { methods.contains($0.0) }.map { word($0.1, testValues) }
      + tables.filter { tests.contains($0.0) }.map { word($0.1, testValues) }
  }

  /// Whether any row is of counted rates.
  private var isCounted: Bool {
    comparison.rows.contains { $0.comparison.test?.name == "pooled-z" }
  }

  private var adjusted: ReportWord {
    switch comparison.query.adjustment {
    case _ where comparison.testCount == 1: .comparisonOnce
    case .holm: .comparisonHolm
    case .bh: .comparisonRate
    case .none: .comparisonUnadjusted
    }
  }
}
