import ArgumentParser
import CivicSurvey
import SurveyDefinition

/// What responses are weighted to.
struct MarginOptions: ParsableArguments {
  @Option(
    name: .customLong("margins"),
    help: ArgumentHelp(
      """
      Weight responses to the counts in this CSV file (columns: dimensions, period, count); several \
      are raked.
      """, valueName: "file"),
    completion: .file())
  var files: [String] = []

  /// The margins that are given, else those that the definition at a path names; `nil` where neither names
  /// any.
  ///
  /// - Parameter path: of the definition; `nil` where a tally has it.
  /// - Throws: ``RunError`` `margins.*`.
  func margins(
    of survey: Survey, definedBy path: String?, calendar: ReportCalendar?
  ) throws(RunError) -> Margins? {
    let paths = try paths(of: survey, definedBy: path)
    guard !paths.isEmpty else { return nil }
    return try Margins.read(
      paths.map(SurveyInput.path), cap: survey.margins?.cap, for: survey,
      calendar: calendar ?? survey.calendar)
  }

  private func paths(of survey: Survey, definedBy path: String?) throws(RunError) -> [String] {
    guard files.isEmpty, let named = survey.margins?.files else { return files }
    guard let path else {
      throw RunError(
        .usage, worded: MarginCode.wanted, ["names": named.joined(separator: ", ")])
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return named.map { $0.hasPrefix("/") ? $0 : folder + $0 }
  }
}
