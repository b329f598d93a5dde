/// The line of a definition with a caret under the place that is meant.
enum Caret {
  /// The two lines; a long one is cut to `width` columns round the place.
  static func lines(_ excerpt: String, column: Int, width: Int) -> String {
    let characters = Array(EscapedControls.text(excerpt.replacing("\t", with: " ")))
    let place = min(max(column - 1, 0), characters.count)
    let start = max(0, min(place - width / 2, characters.count - width))
    let shown = String(characters[start..<min(characters.count, start + width)])
    return "  \(shown)\n  \(String(repeating: " ", count: place - start))^\n"
  }
}
