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
    if path == nil, files.isEmpty, !survey.volumes.isEmpty {
      console.print([
        Message(
          worded: VolumeCode.wanted, severity: .note,
          ["names": survey.volumes.joined(separator: ", ")])
      ])
    }
    return try CountTable.volumes(
      paths(of: survey, definedBy: path), of: survey, calendar: calendar ?? survey.calendar)
  }

  /// The files that are read, where the definition lies at a path or in a tally.
  func paths(of survey: Survey, definedBy path: String?) -> [String] {
    guard files.isEmpty, let path else { return files }
    return survey.volumes.map { RelativePath.path($0, beside: path) }
  }
}

extension CountTable {
  /// How many were served, asked and counted as answering.
  ///
  /// - Throws: ``RunError`` of the first file that cannot be used, and of files that contradict one another.
  static func volumes(
    _ paths: [String], of survey: Survey, calendar: ReportCalendar
  ) throws(RunError) -> [CountTable] {
    var tables: [CountTable] = []
    for path in paths {
      tables.append(
        try CountTable(
          reading: .path(path), of: survey, values: [.served, .offered, .answered],
          calendar: calendar))
    }
    try checkVolumes(tables, of: survey)
    return tables
  }
}
