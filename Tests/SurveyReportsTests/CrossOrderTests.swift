import Testing

@testable import CivicSurvey
@testable import SurveyReports

@Suite struct CrossOrderTests {
  /// Nobody answered about land at Quang Trung: its column still stands before those after it.
  @Test func columnsAreInOrderWhateverTheFirstRowLacks() {
    func unit(_ name: String) -> Domain.Entry {
      Domain.Entry(axis: "unit", value: .category(name))
    }
    func row(_ field: String, _ name: String) -> Estimate {
      ReportExamples.estimate(
        1, of: 2, [ReportExamples.field(.category(field)), unit(name)])
    }
    let rows = [
      row("land", "An Thắng"), row("land", "Tân Dân"), row("construction", "An Thắng"),
      row("construction", "Quang Trung"), row("construction", "Tân Dân"),
    ]
    let order = AxisOrder(
      context: ReportContext(ReportExamples.report(.vi, estimates: rows)))
    #expect(
      order.values(of: rows, at: 1) == [
        .category("An Thắng"), .category("Quang Trung"), .category("Tân Dân"),
      ])
  }
}
