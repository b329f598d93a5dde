import CivicSurvey
import SurveyDefinition

extension ArrivalTable.Row {
  /// Whether nothing arrived in a half-month in which it should have.
  func isMissing(_ place: Int, of table: ArrivalTable) -> Bool {
    let half = table.halfMonths[place]
    return responses[place] == 0
      && expected.contains { $0.isExpected(from: half.first, to: half.last) }
  }
}
