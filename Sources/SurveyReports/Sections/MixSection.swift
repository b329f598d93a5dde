import CivicSurvey
import SurveyDefinition

/// The change between two periods by mix and by rate, for each dimension.
struct MixSection: ComparisonPiece {
  let compared: ComparisonContext

  /// The section; none where nothing was split.
  var sections: [ReportSection] {
    let mixes = comparison.mixes
    guard let first = mixes.first else { return [] }
    var groups: [Int: String] = [:]
    if comparison.measures.count > 1 {
      for (place, mix) in mixes.enumerated()
      where place == 0 || mixes[place - 1].measure != mix.measure {
        groups[place] = labels.measure(mix.measure)
      }
    }
    let heads: [ReportWord] = [.mixBy, .mixChange, .mixPart, .ratePart]
    let table = ReportTable(
      header: heads.map { ReportCell(word($0)) }, alignments: [.left, .right, .right, .right],
      rows: mixes.map { mix in
        [ReportCell(DisplayText.plain(labels.axis(mix.dimension)))]
          + parts(mix).map { ReportCell($0) }
      }, groups: groups)
    let means = word(
      compared.areShares ? .mixMeans : .mixMeansOfFigures,
      ["first": words.name(first.first), "second": words.name(first.second)])
    return [
      ReportSection(
        id: "mix", title: word(.mixTitle),
        blocks: [.paragraph(means), .table(table.captioned(word(.mixTitle)))])
    ]
  }

  /// The change and its parts, rounded so that they add up as they stand.
  private func parts(_ mix: MixChange) -> [String] {
    let unit = mix.scale.unit
    let digits = numbers.pointDigits([mix.difference], unit)
    let change = NumberText.scaled(mix.difference, digits: digits, unit)
    let byMix = NumberText.scaled(mix.mix, digits: digits, unit)
    return [change, byMix, change - byMix].map { numbers.signed($0, digits: digits) }
  }
}
