import SurveyDefinition

/// The opinions that an office publishes, with what was masked in them.
public struct PublishedOpinions: Sendable {
  /// The newest first.
  public let opinions: [PublishedOpinion]
  /// How many the register admits, those that are left out among them.
  public let admitted: Int
  /// Whether what tells who somebody is is masked.
  public let isMasked: Bool

  /// How many older ones are left out.
  public var leftOut: Int { admitted - opinions.count }

  /// How often each kind is masked; kinds that are not have no entry.
  public var maskedCounts: [PersonalKind: Int] {
    var counts: [PersonalKind: Int] = [:]
    for opinion in opinions {
      for part in OpinionPart.allCases {
        counts.merge(opinion[part].counts, uniquingKeysWith: +)
      }
    }
    return counts
  }

  /// What the office should read again.
  public var doubts: [OpinionDoubt] {
    opinions.flatMap { opinion in
      OpinionPart.allCases.flatMap { part in
        opinion[part].doubts.map { OpinionDoubt(place: opinion.place, part: part, doubt: $0) }
      }
    }
  }

  /// What is said where nothing may be published.
  public func messages(of publication: OpinionPublication) -> [Message] {
    guard admitted == 0 else { return [] }
    let conditions = publication.filters.map {
      $0.dimension + "=" + $0.categories.joined(separator: ",")
    }
    return [
      Message(
        .responseNoPublicOpinion, severity: .warning,
        ["conditions": conditions.joined(separator: "; ")])
    ]
  }

  /// - Complexity: O(length of the texts).
  init(_ opinions: [Opinion], admitted: Int, isMasked: Bool) {
    self.opinions = opinions.map { PublishedOpinion($0, isMasked: isMasked) }
    self.admitted = admitted
    self.isMasked = isMasked
  }
}

/// The texts of an opinion.
public enum OpinionPart: String, Sendable, CaseIterable {
  /// What was said.
  case words
  /// What the office answered.
  case answer
  /// What was improved.
  case improvement
}

/// An opinion that may be read by everybody.
public struct PublishedOpinion: Sendable {
  /// Where it stands in the register.
  public let place: OpinionPlace
  /// The day received; `nil` where the register does not say.
  public let received: CalendarDay?
  /// The field's category: an id, or the label of an open dimension; `nil` where it has none.
  public let field: String?
  /// The unit's, likewise.
  public let unit: String?
  /// The days of the steps taken.
  public let days: [OpinionStep: CalendarDay]
  /// The day by which it is to be answered; `nil` where the register does not say.
  public let due: CalendarDay?
  private let texts: [OpinionPart: MaskedText]
  private let lengths: [OpinionPart: Int]

  init(_ opinion: Opinion, isMasked: Bool) {
    place = opinion.place
    received = opinion.received
    field = opinion.field
    unit = opinion.unit
    days = opinion.days
    due = opinion.due
    var texts: [OpinionPart: MaskedText] = [:]
    var lengths: [OpinionPart: Int] = [:]
    for (part, text) in [
      (OpinionPart.words, opinion.words), (.answer, opinion.answer),
      (.improvement, opinion.improvement),
    ] where !text.text.isEmpty {
      let shown =
        isMasked
        ? PersonalMask.mask(text.text, leavingOut: text.bytesToLeaveOut)
        : PersonalMask.unmasked(text.text, leavingOut: text.bytesToLeaveOut)
      var doubts = shown.doubts
      if text.bytesToLeaveOut > 0 {
        lengths[part] = text.length
        doubts.append(MaskedText.Doubt(kind: .cut, excerpt: ""))
      }
      if text.hasBadBytes { doubts.append(MaskedText.Doubt(kind: .badText, excerpt: "")) }
      texts[part] = MaskedText(pieces: shown.pieces, doubts: doubts)
    }
    self.texts = texts
    self.lengths = lengths
  }

  /// One of its texts; empty where there is none.
  public subscript(part: OpinionPart) -> MaskedText {
    texts[part] ?? MaskedText(unmasked: "")
  }

  /// The characters of the whole text, where only its beginning is published.
  public func length(of part: OpinionPart) -> Int? { lengths[part] }
}

/// Something in an opinion that a person should read again.
public struct OpinionDoubt: Sendable {
  /// Where the opinion stands.
  public let place: OpinionPlace
  /// In which of its texts.
  public let part: OpinionPart
  /// What it is.
  public let doubt: MaskedText.Doubt
}
