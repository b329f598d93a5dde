import SurveyDefinition

/// One opinion as the register has it, before it is masked.
struct Opinion: Sendable {
  var place: OpinionPlace
  let received: CalendarDay?
  let field: String?
  let unit: String?
  let words: OpinionText
  let answer: OpinionText
  let improvement: OpinionText
  /// The days of the steps that were taken, as far as they are believed.
  let days: [OpinionStep: CalendarDay]
  let due: CalendarDay?

  /// The bytes of its texts.
  var size: Int { words.text.utf8.count + answer.text.utf8.count + improvement.text.utf8.count }

  /// Whether it comes before another: the newest first, then by its content, so that the order of files
  /// decides nothing that can be seen.
  func precedes(_ other: Opinion) -> Bool {
    if received != other.received {
      guard let received else { return false }
      guard let day = other.received else { return true }
      return received > day
    }
    // Hardly two have the same words, and to make keys takes longer than to compare them.
    if words.text != other.words.text {
      return words.text.utf8.lexicographicallyPrecedes(other.words.text.utf8)
    }
    for (own, others) in zip(key, other.key) where own != others {
      return own.utf8.lexicographicallyPrecedes(others.utf8)
    }
    return place < other.place
  }

  private var key: [String] {
    [words.text, answer.text, improvement.text, field ?? "", unit ?? ""]
      + [.takenUp, .answered, .published].map { days[$0]?.description ?? "" }
      + [due?.description ?? ""]
  }
}

/// Where an opinion stands.
public struct OpinionPlace: Sendable, Equatable {
  /// The file's name.
  public let file: String
  /// The physical line on which it begins.
  public let line: UInt64

  static func < (one: OpinionPlace, other: OpinionPlace) -> Bool {
    one.file != other.file
      ? one.file.utf8.lexicographicallyPrecedes(other.file.utf8) : one.line < other.line
  }
}
