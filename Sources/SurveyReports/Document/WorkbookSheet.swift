/// A sheet of a workbook.
enum WorkbookSheet {
  /// Blocks under one another, on a tab of a name.
  case text(name: String, [ReportBlock])
  /// A table.
  case table(SheetTable)
}
