import CivicSurvey
import SurveyDefinition

/// The expected categories that sent nothing, a line for each period.
struct SilenceSection: ReportPiece {
  let context: ReportContext

  /// The section; none where nobody was silent.
  var sections: [ReportSection] {
    guard !report.silences.isEmpty else { return [] }
    var lines: [(period: Period?, dimension: String, names: [String])] = []
    for silence in report.silences {
      let name = labels.category(silence.category, on: silence.dimension)
      if let last = lines.last, last.period == silence.period, last.dimension == silence.dimension {
        lines[lines.count - 1].names.append(name)
      } else {
        lines.append((silence.period, silence.dimension, [name]))
      }
    }
    let items = lines.map { line in
      word(
        .silentIn,
        [
          "period": line.period.map(labels.period) ?? word(.allPeriods),
          "axis": labels.axis(line.dimension), "names": line.names.joined(separator: ", "),
        ])
    }
    return [ReportSection(id: "silences", title: word(.silentUnits), blocks: [.list(items)])]
  }
}
