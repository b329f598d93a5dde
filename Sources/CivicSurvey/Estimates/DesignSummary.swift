import SurveyDefinition
import SurveyStatistics

/// What a report says of its sample's design as a whole.
public struct DesignSummary: Sendable {
  /// The strata, those of all waves; 1 without any.
  public let strata: Int
  /// The clusters; `nil` where each response stands by itself.
  public let clusters: Int?
  /// Σw of all accepted responses, with the weights of margins where there are any; `nil` without weights.
  public let weightedResponses: Double?
  /// Kish's effective n of all accepted responses, (Σw)² / Σw²; `nil` without weights.
  public let kishN: Double?
  /// Whether a part of the population is known to have been drawn, which makes intervals narrower.
  public let hasPopulationSizes: Bool
  /// Whether responses were drawn within clusters, as a second stage.
  public let hasSecondStage: Bool
  /// What a stratum with a single cluster adds.
  public let lonelyPSU: LonelyPSU
  /// How many strata have a single cluster, or response.
  public let lonelyStrata: Int

  /// How weights were brought to margins; `nil` where there are none.
  public let margins: MarginSummary?

  init(_ frame: DesignFrame) {
    let design = frame.design
    strata = design.strata.count
    clusters = design.isClustered ? design.strata.reduce(0) { $0 + $1.units } : nil
    let isWeighted = frame.weights != nil
    let weight = frame.total.weightValue
    margins = frame.margins?.summary
    if let calibrated = frame.margins?.design {
      weightedResponses = calibrated.weight
      kishN = calibrated.kishN
    } else {
      weightedResponses = isWeighted ? weight : nil
      kishN = isWeighted ? weight * weight / frame.total.squareValue : nil
    }
    hasPopulationSizes = design.strata.contains { $0.populationSize != nil }
    hasSecondStage = !design.secondStage.isEmpty
    lonelyPSU = design.lonelyPSU
    lonelyStrata =
      design.strata.count == 1
      ? 0 : design.strata.count { $0.units == 1 && $0.populationSize != 1 }
  }
}
