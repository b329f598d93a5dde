import ArgumentParser
import CivicSurvey
import SurveyDefinition

/// How many were served and asked.
struct VolumeOptions: ParsableArguments {
  @Option(
    name: .customLong("volumes"),
    help: ArgumentHelp(
      """
      Say who took part, by this CSV file of how many were served (columns: dimensions, period or \
      from and until, served, offered, answered).
      """, valueName: "file"),
    completion: .file())
  var files: [String] = []

  /// The volumes that are given, else those that the definition at a path names.
  ///
  /// - Parameter path: of the definition; `nil` where a tally has it, which carries no such file.
  /// - Throws: ``RunError`` of ``CountTable``.
  func tables(
    of survey: Survey, definedBy path: String?, calendar: ReportCalendar?, _ console: Console
  ) throws(RunError) -> [CountTable] {
    var tables: [CountTable] = []
    for file in paths(of: survey, definedBy: path, console) {
      tables.append(
        try CountTable(
          reading: .path(file), of: survey, values: [.served, .offered, .answered],
          calendar: calendar ?? survey.calendar))
    }
    return tables
  }

  /// The files that are read, where the definition lies at a path.
  func paths(of survey: Survey, definedBy path: String) -> [String] {
    guard files.isEmpty else { return files }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return survey.volumes.map { $0.hasPrefix("/") ? $0 : folder + $0 }
  }

  private func paths(
    of survey: Survey, definedBy path: String?, _ console: Console
  ) -> [String] {
    if let path { return paths(of: survey, definedBy: path) }
    guard files.isEmpty, !survey.volumes.isEmpty else { return files }
    console.print([
      Message(
        worded: VolumeCode.wanted, severity: .note,
        ["names": survey.volumes.joined(separator: ", ")])
    ])
    return []
  }
}
