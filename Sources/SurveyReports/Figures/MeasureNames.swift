import CivicSurvey
import SurveyDefinition

/// Names of measures for where there is little room: a chart, the head of a column.
struct MeasureNames: ReportPiece {
  let context: ReportContext

  /// The measures' names for the heads of columns: in Vietnamese the column name by which staff know a
  /// question, else its text without what several begin with.
  var short: [String] {
    let measures = report.survey.measures
    let titles = measures.map { labels.measure($0.id) }
    let isFactor = measures.map {
      $0.isPlain && report.survey.question($0.question)?.role == .factor
    }
    let factors = zip(titles, isFactor).filter(\.1).map(\.0)
    let short = Dictionary(
      zip(factors, Self.withoutCommonStart(factors)), uniquingKeysWith: { first, _ in first })
    return zip(measures, titles).map { measure, title in
      let columns = measure.isPlain ? report.survey.question(measure.question)?.columns ?? [] : []
      let name = columns.first { $0 != measure.question && $0.count < title.count }
      return (report.query.locale == .vi ? name : nil) ?? short[title] ?? title
    }
  }

  /// Questions of one kind often begin alike; what tells them apart is what a chart has room for.
  static func withoutCommonStart(_ titles: [String]) -> [String] {
    guard titles.count > 1, let first = titles.first else { return titles }
    let words = first.split(separator: " ", omittingEmptySubsequences: false)
    var common = 0
    for count in words.indices {
      let start = words[...count].joined(separator: " ") + " "
      guard titles.allSatisfy({ $0.hasPrefix(start) }) else { break }
      common = start.count
    }
    return common > 12 ? titles.map { "… " + $0.dropFirst(common) } : titles
  }
}

extension Measure {
  /// Whether it goes by the name of its question.
  var isPlain: Bool {
    if case .topbox = rule { title == nil } else { false }
  }
}
