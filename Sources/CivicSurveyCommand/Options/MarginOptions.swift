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
    if path == nil, files.isEmpty, let named = survey.margins?.files {
      throw RunError(
        .usage, worded: MarginCode.wanted, ["names": named.joined(separator: ", ")])
    }
    let paths = paths(of: survey, definedBy: path)
    guard !paths.isEmpty else { return nil }
    return try Margins.read(
      paths.map(SurveyInput.path), cap: survey.margins?.cap, for: survey,
      calendar: calendar ?? survey.calendar)
  }

  /// The files that are read, where the definition lies at a path or in a tally.
  func paths(of survey: Survey, definedBy path: String?) -> [String] {
    guard files.isEmpty, let path else { return files }
    return survey.margins?.files.map { RelativePath.path($0, beside: path) } ?? []
  }
}
