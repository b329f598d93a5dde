/// Collects what is wrong with one definition while it is read.
final class DefinitionLog {
  private let file: String
  private let lines: DefinitionLines
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String, lines: DefinitionLines) {
    self.file = file
    self.lines = lines
  }

  /// The most diagnostics that are kept; a file with more of them is no definition.
  private static let limit = 1000

  private(set) var hasErrors = false

  /// True where nothing more is kept but a first error.
  var isFull: Bool { diagnostics.count >= Self.limit }

  /// All diagnostics by place, in the order found where places are equal.
  var sorted: [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      (left.element.place.line, left.element.place.column, left.offset)
        < (right.element.place.line, right.element.place.column, right.offset)
    }.map(\.element)
  }

  /// A place to be spoken of when the file has long been read.
  func place(_ mark: YAMLMark) -> DefinitionPlace {
    DefinitionPlace(
      place: Diagnostic.Place(file: file, line: mark.line, column: lines.characterColumn(mark)),
      excerpt: lines.text(mark.line))
  }

  func report(_ code: DefinitionCode, at mark: YAMLMark, _ arguments: [String: String] = [:]) {
    guard !isFull || code.severity == .error && !hasErrors else { return }
    report(place(mark).diagnostic(code, arguments))
  }

  func report(_ diagnostic: Diagnostic) {
    guard !isFull || diagnostic.severity == .error && !hasErrors else { return }
    // One mistake in a scale that two questions share is one problem.
    if diagnostics.contains(diagnostic) { return }
    diagnostics.append(diagnostic)
    if diagnostic.severity == .error { hasErrors = true }
  }

  func report(_ problem: YAMLProblem) {
    report(problem.code, at: problem.mark, problem.arguments)
  }
}
