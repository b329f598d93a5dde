import SurveyCSV
import SurveyDefinition

/// Where a sheet's header stands, and the dates in it.
package struct HeaderPlace: Equatable {
  /// The physical line of the header, from 1.
  package let line: Int
  /// The column of the date, from 0.
  package let dateColumn: Int
  /// The columns of a register's days, from 0.
  package let dayColumns: [Int]
}

extension SurveyInput {
  /// Where its header has the date; `nil` where it has none, or no header of the survey.
  package func headerPlace(of survey: Survey) -> HeaderPlace? {
    let rule = HeaderRule(survey)
    guard let source = try? open(.standard),
      let reader = try? RecordReader(
        source,
        dialect: CSVDialect(
          separator: UInt8(ascii: ","), header: survey.source.header.csvLines),
        isHeader: rule.isHeader),
      rule.isHeader(reader.header),
      let column = ResponsePlan.dateColumn(survey, header: reader.header)
    else { return nil }
    return HeaderPlace(
      line: Int(reader.headerLine), dateColumn: column,
      dayColumns: ResponsePlan.dayColumns(survey, header: reader.header))
  }
}
