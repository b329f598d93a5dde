import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// What a report for people says of the design of its sample.
struct DesignWords: ReportPiece {
  let context: ReportContext

  /// How the figures stand on the design, in the method; nothing where everything is done on n.
  var method: [String] {
    guard report.design != nil else { return [] }
    return sample + [word(.designIntervals)]
      + (report.verdicts.isEmpty ? [] : [word(.designVerdicts)])
  }

  /// How the sample was drawn; nothing where everything is done on n.
  var sample: [String] {
    guard let design = report.design else { return [] }
    var sentences = MarginWords(context: context).method
    if design.margins == nil, let weight = design.weightedResponses, let kish = design.kishN {
      sentences.append(
        word(
          .designWeights,
          [
            "n": numbers.integer(report.accounting.responses),
            "sum": rounded(weight), "kish": rounded(kish),
          ]))
    }
    let strata = numbers.integer(design.strata)
    if let clusters = design.clusters {
      sentences.append(
        word(.designClusters, ["clusters": numbers.integer(clusters), "strata": strata]))
    } else {
      sentences.append(word(.designStrata, ["strata": strata]))
    }
    if design.hasPopulationSizes { sentences.append(word(.designSizes)) }
    if design.hasSecondStage { sentences.append(word(.designSecond)) }
    if design.lonelyStrata > 0 {
      sentences.append(
        word(
          .designLonely,
          ["n": numbers.integer(design.lonelyStrata), "policy": design.lonelyPSU.rawValue]))
    }
    return sentences
  }

  private func rounded(_ value: Double) -> String {
    value < 1e15 ? numbers.integer(Int(value.rounded())) : "\(value)"
  }
}
