import CivicSurvey

/// The questions that measures name in `joint`, each held against the measure's own.
struct FactorSection: ReportPiece {
  let context: ReportContext

  /// The section; none where no measure names such a question.
  var sections: [ReportSection] {
    let words = FactorWords(context: context)
    let blocks = words.groups.flatMap { words.blocks($0.measure, $0.rows) }
    return blocks.isEmpty
      ? [] : [ReportSection(id: "factors", title: word(.factorsTitle), blocks: blocks)]
  }
}
