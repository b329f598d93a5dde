/// What a reader, a screen or a sheet of paper has room for.
enum ReportLimits {
  /// More rows than this are no picture any more.
  static let chartRows = 60
  /// More rows than this are left to the workbook and to CSV.
  static let pageRows = 500
  /// More rows than this make a sheet that is slow to open; they are left to CSV.
  static let sheetRows = 50_000
  /// More columns than this are left to them, too.
  static let pageColumns = 40
  /// A column's spellings are listed up to this many.
  static let labels = 20
  /// Fewer answers than this say little.
  static let fewAnswers = 10
}
