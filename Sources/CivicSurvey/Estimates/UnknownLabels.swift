import SurveyCSV
import SurveyDefinition

extension TallyPart {
  /// Writes the labels that are not known, as CSV for staff to fill in what they mean.
  ///
  /// One row for each label: by column in the survey's order, then by count. Nothing of personal or
  /// free-text columns is in it. ``LabelMeanings`` reads it back.
  ///
  /// - Throws: whatever `sink` throws.
  public func writeUnknownLabels(
    locale: ReportLocale, to sink: ([UInt8]) throws(RunError) -> Void
  ) throws(RunError) {
    let survey = plan.survey
    var writer = CSVWriter()
    for column in LabelSheetColumn.allCases { writer.append(column.name(in: locale)) }
    writer.endRecord()
    try sink([0xEF, 0xBB, 0xBF])
    let losses = LossTable.losses(of: self, usedBy: nil)
    for column in LabelColumn.all(of: survey) {
      let id = column.id(in: survey)
      for loss in losses where loss.column.id == id {
        guard let label = loss.label else { continue }
        writer.append(column.text(in: survey, locale.rawValue))
        writer.append(label)
        writer.append(String(loss.n), isTrusted: true)
        writer.append(loss.suggestion ?? "")
        writer.append("")
        writer.endRecord()
        if writer.bytes.count >= 64 << 10 {
          try sink(writer.bytes)
          writer.removeAll()
        }
      }
    }
    try sink(writer.bytes)
  }
}

extension LabelLoss.Column {
  /// The id of the dimension or question.
  var id: String {
    switch self {
    case .dimension(let id), .question(let id): id
    }
  }
}
