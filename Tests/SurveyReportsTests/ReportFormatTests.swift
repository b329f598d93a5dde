import SurveyReports
import Testing

@Suite struct ReportFormatTests {
  @Test(arguments: [
    ("a.txt", ReportFormat.text), ("/tmp/x.y/B.JSON", .json), ("báo cáo.csv", .csv),
    ("r.tar.md", .md), ("r.html", .html), ("r.HTM", .html), ("r.pdf", nil), ("csv", nil),
    (".csv", nil), ("a.csv/b", nil), ("", nil),
    ("a.", nil),
  ])
  func extensions(path: String, format: ReportFormat?) {
    #expect(ReportFormat(path: path) == format)
  }
}
