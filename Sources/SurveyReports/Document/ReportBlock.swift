/// A piece of a report for people, before a format lays it out.
enum ReportBlock {
  /// What must be read before anything else.
  case alarm(String)
  /// What must be known before the figures are believed: a title, and an item each.
  case warnings(String, [String])
  /// A heading; level 1 is the title.
  case heading(Int, String)
  /// Running text.
  case paragraph(String)
  /// Short items, each on lines of its own.
  case list([String])
  /// Lines to be copied as they are; they fit the width already.
  case code([String])
  /// What somebody said, and what became of it.
  case entry(ReportEntry)
  /// Rows under a header.
  case table(ReportTable)
  /// A picture of figures that a table has too.
  case chart(ReportChart)
  /// Blocks side by side where there is room, else one after the other.
  case columns([[ReportBlock]])
}

extension ReportBlock {
  /// The block itself, or those that stand side by side, one after the other.
  var flat: [ReportBlock] {
    guard case .columns(let columns) = self else { return [self] }
    return columns.flatMap { $0.flatMap(\.flat) }
  }
}
