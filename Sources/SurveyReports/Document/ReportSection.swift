/// A part of a report under one heading.
struct ReportSection {
  /// What links and styles call it.
  let id: String
  /// Its heading; `nil` where it has none or the blocks have one of their own.
  var title: String?
  /// What it says.
  let blocks: [ReportBlock]
  /// Whether its tables are wide, so that they are printed across.
  var isWide = false
}

extension ReportSection {
  /// The blocks under the section's heading.
  func blocks(underHeading level: Int) -> [ReportBlock] {
    (title.map { [.heading(level, $0)] } ?? []) + blocks
  }

  /// The section without its heading.
  var untitled: ReportSection {
    var section = self
    section.title = nil
    return section
  }
}

extension [ReportSection] {
  /// Sections as one: under the heading of the first, those of the others one level below.
  static func joined(_ id: String, _ sections: [[ReportSection]]) -> [ReportSection] {
    let sections = sections.flatMap { $0 }
    guard let first = sections.first else { return [] }
    return [
      ReportSection(
        id: id, title: first.title,
        blocks: first.blocks + sections.dropFirst().flatMap { $0.blocks(underHeading: 3) })
    ]
  }
}
