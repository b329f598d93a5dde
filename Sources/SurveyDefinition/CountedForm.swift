/// How a cell of a text question says how many responses gave one answer to another question:
/// `Rating of 5: 37`.
public struct CountedForm: Sendable, Equatable {
  /// The id of the text question in whose column it stands.
  public internal(set) var question: String
  /// What stands before the answer, between the answer and the count, and behind the count.
  public internal(set) var parts: [String]

  /// Reads a form such as `Rating of {choice}: {count}`.
  ///
  /// `nil` unless it has both, once each and in that order, with something before the answer or
  /// between the two, by which it is told from other text.
  init?(question: String, form: String) {
    let head = form.split(separator: "{choice}", omittingEmptySubsequences: false)
    guard head.count == 2 else { return nil }
    let tail = head[1].split(separator: "{count}", omittingEmptySubsequences: false)
    guard tail.count == 2, !tail[0].isEmpty, !head[0].contains("{count}") else { return nil }
    self.question = question
    self.parts = [String(head[0]), String(tail[0]), String(tail[1])]
  }
}
