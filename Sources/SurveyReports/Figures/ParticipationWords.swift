import CivicSurvey
import SurveyDefinition

/// What a report for people says of who took part, where files say how many were served or asked.
struct ParticipationWords: ReportPiece {
  let context: ReportContext

  /// AAPOR keeps “response rate” for samples that were drawn.
  var title: String {
    switch report.survey.coverage {
    case .selfSelected: word(.participationRate)
    case .sample: word(.responseRate)
    case .census: word(.coverageRate)
    }
  }

  /// The heads of a sheet's columns.
  var columns: [String] { [word(.served), word(.offered), title] }

  /// Whether a row of some says how many took part.
  func isKnown<Rows: Collection>(of estimates: Rows) -> Bool where Rows.Element == Estimate {
    guard let volumes = report.volumes else { return false }
    return estimates.contains { volumes.participation(of: $0).rate != nil }
  }

  /// The share that took part; a dash where nobody knows.
  func rate(of estimate: Estimate) -> String {
    participation(of: estimate).flatMap(percent) ?? word(.noInterval)
  }

  /// One line of who took part; `nil` where nobody knows.
  func line(of estimate: Estimate?) -> String? {
    guard let estimate, let participation = participation(of: estimate),
      let rate = percent(participation)
    else { return nil }
    let values = [
      "title": title, "rate": rate, "n": numbers.integer(participation.accepted),
      "people": numbers.integer(participation.base ?? 0),
    ]
    return word(
      report.volumes?.areOfOffered == true ? .participationOfOffered : .participationOfServed,
      values)
  }

  /// The cells of a sheet: served, offered, share; none without volumes.
  func cells(_ estimate: Estimate) -> [SheetCell] {
    guard let participation = participation(of: estimate) else { return [] }
    return [
      .count(participation.served), .count(participation.offered), .percent(participation.rate),
    ]
  }

  /// How the share is made.
  var method: [String] {
    report.volumes.map { volumes in
      let base = word(volumes.areOfOffered ? .baseOffered : .baseServed)
      return [word(.participationMethod, ["title": title, "base": base])]
    } ?? []
  }

  private func participation(of estimate: Estimate) -> Participation? {
    report.volumes?.participation(of: estimate)
  }

  private func percent(_ participation: Participation) -> String? {
    guard participation.rate != nil, let base = participation.base else { return nil }
    return numbers.percent(participation.accepted, of: base)
  }
}
