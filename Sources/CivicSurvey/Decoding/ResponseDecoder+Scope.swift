import SurveyCSV

extension ResponseDecoder {
  /// Leaves out the responses of a decoded batch that the survey is not about; the last that is asked
  /// of a record, before duplicates are sought.
  mutating func leaveOutOfScope(
    _ batch: inout RecordBatch, columns: ResponsePlan, into result: inout ResponseBatch
  ) {
    scope?.leaveOut(&batch, columns: columns.scope, blanks: blanks, into: &result)
  }
}
