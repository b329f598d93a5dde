import SurveyDefinition

/// Words of an export, none of them known, that say whether a choice was ticked.
///
/// Which of them says what is a guess, which staff confirm: `Unchecked` holds `Checked`.
struct TickWords {
  /// So many words are told.
  private static let limit = 6
  /// What words for "not ticked" begin with, folded.
  private static let denials = [
    "un", "not ", "no ", "non", "không", "khong", "chưa", "chua", "bỏ ",
  ]

  private(set) var ticked: [String] = []
  private(set) var unticked: [String] = []

  /// - Parameter words: the most frequent first.
  init(_ words: [String]) {
    let words = Array(words.prefix(Self.limit))
    let folded = words.map(LabelFolding.fold)
    for (place, word) in words.enumerated() {
      let holdsAnother = folded.contains { $0 != folded[place] && folded[place].hasSuffix($0) }
      let isDenial = words.count > 1 && Self.denials.contains { folded[place].hasPrefix($0) }
      if holdsAnother || isDenial { unticked.append(word) } else { ticked.append(word) }
    }
    // Something was ticked by somebody.
    if ticked.isEmpty { (ticked, unticked) = (unticked, []) }
  }

  /// Keeps the words that a question has already, where the keys to write stand in their place.
  mutating func keep(_ question: Question) {
    if !ticked.isEmpty { ticked = question.ticked + ticked }
    if !unticked.isEmpty { unticked = question.unticked + unticked }
  }

  /// The keys to write below the question, each a line.
  var yaml: [String] {
    [("ticked", ticked), ("unticked", unticked)].filter { !$0.1.isEmpty }
      .map { YAMLText.flowList(key: $0.0, $0.1) }
  }
}
