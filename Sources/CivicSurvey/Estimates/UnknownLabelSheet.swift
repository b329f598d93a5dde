import SurveyCSV
import SurveyDefinition

/// The labels of a part that are not known, as a sheet for staff to fill in what they mean.
///
/// One row for each label: by column in the survey's order, then by count. Nothing of personal or
/// free-text columns is in it. ``LabelMeanings`` reads it back.
struct UnknownLabelSheet {
  let part: TallyPart
  let locale: ReportLocale

  /// Writes the sheet as CSV.
  ///
  /// - Throws: whatever `sink` throws.
  func write(to sink: ([UInt8]) throws(RunError) -> Void) throws(RunError) {
    let survey = part.plan.survey
    var writer = CSVWriter()
    for column in LabelSheetColumn.allCases { writer.append(column.name(in: locale)) }
    writer.endRecord()
    try sink([0xEF, 0xBB, 0xBF])
    let losses = LossTable.losses(of: part, usedBy: nil)
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
