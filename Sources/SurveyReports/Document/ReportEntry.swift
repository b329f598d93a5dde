/// Something that somebody said, with what became of it.
struct ReportEntry {
  /// A text under a label.
  struct Part {
    /// What it is, such as `Trả lời`; `nil` of what was said itself.
    let label: String?
    /// Its paragraphs, each on one line.
    let paragraphs: [String]
  }

  /// Days and the like, which stand above.
  let facts: [String]
  /// The texts; what was said comes first.
  let parts: [Part]

  /// The facts on one line.
  var head: String { facts.joined(separator: " · ") }
}
