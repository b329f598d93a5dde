/// Collects what is wrong with one definition while it is read.
final class DefinitionLog {
  private let file: String
  private let lines: DefinitionLines
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String, lines: DefinitionLines) {
    self.file = file
    self.lines = lines
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// All diagnostics by place, in the order found where places are equal.
  var sorted: [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      (left.element.place.line, left.element.place.column, left.offset)
        < (right.element.place.line, right.element.place.column, right.offset)
    }.map(\.element)
  }

  func report(_ code: DefinitionCode, at mark: YAMLMark, _ arguments: [String: String] = [:]) {
    let place = Diagnostic.Place(
      file: file, line: mark.line, column: lines.characterColumn(mark))
    let diagnostic = Diagnostic(
      code: code, arguments: arguments, place: place, excerpt: lines.text(mark.line))
    // One mistake in a scale that two questions share is one problem.
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  func report(_ problem: YAMLProblem) {
    report(problem.code, at: problem.mark, problem.arguments)
  }
}
