@testable import CivicSurvey

extension RowTable {
  /// A table of rows that are made by hand; rows of one subject and the same axes make a run.
  fileprivate init(_ rows: [Row], subject: (Row) -> String, domain: (Row) -> Domain) {
    var runs: [Run] = []
    for (place, row) in rows.enumerated() {
      let (subject, axes) = (subject(row), domain(row).entries.map(\.axis))
      var first = place
      if let last = runs.last, last.subject == subject, last.axes == axes {
        first = last.rows.lowerBound
        runs.removeLast()
      }
      runs.append(Run(subject: subject, axes: axes, rows: first..<place + 1))
    }
    self.init(runs: runs) { rows[$0] }
  }
}

extension EstimateTable {
  init(_ rows: [Estimate]) { self.init(rows, subject: \.measure, domain: \.domain) }
}

extension DistributionTable {
  init(_ rows: [Distribution]) { self.init(rows, subject: \.question, domain: \.domain) }
}
