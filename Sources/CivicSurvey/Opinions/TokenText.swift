/// A text as tokens, with what has been found out about them.
struct TokenText {
  /// What has been found out about a token.
  enum Finding: Equatable {
    case nothing
    /// A number that is known to tell nobody's identity.
    case harmless
    /// To be masked, as a part of what begins at a token.
    case personal(PersonalKind, first: Int)
  }

  let tokens: [TextToken]
  private(set) var findings: [Finding]
  /// Whether nobody wrote a diacritic: words are then known by their letters alone.
  let isUnaccented: Bool

  init(_ text: String) {
    tokens = TextToken.all(of: text)
    findings = Array(repeating: .nothing, count: tokens.count)
    isUnaccented = tokens.allSatisfy { $0.plain == $0.bare }
  }

  /// Whether nothing is known of a token yet.
  func isFree(_ place: Int) -> Bool { findings[place] == .nothing }

  mutating func claim(_ places: ClosedRange<Int>, _ kind: PersonalKind) {
    for place in places { findings[place] = .personal(kind, first: places.lowerBound) }
  }

  mutating func spare(_ places: ClosedRange<Int>) {
    for place in places where isFree(place) { findings[place] = .harmless }
  }

  /// The token at a place; `nil` beyond the text.
  subscript(place: Int) -> TextToken? {
    tokens.indices.contains(place) ? tokens[place] : nil
  }

  /// The place behind the blanks at a place.
  func skipBlanks(_ place: Int) -> Int {
    self[place]?.sort == .blank ? place + 1 : place
  }

  /// The place behind words that stand one after the other; `nil` where others do.
  ///
  /// In a text without any diacritic none must be right.
  func end(of phrase: WordPhrase, at place: Int) -> Int? {
    let isExact = phrase.needsMarks && !isUnaccented
    var place = place
    for number in phrase.words.indices {
      if number > 0 { place = skipBlanks(place) }
      guard let token = self[place], token.sort == .word else { return nil }
      let isWord =
        isExact ? token.plain == phrase.words[number] : token.bare == phrase.bare[number]
      guard isWord else { return nil }
      place += 1
    }
    return place
  }

  /// The words of tokens, as they are written.
  func text(_ places: Range<Int>) -> String { tokens[places].map(\.text).joined() }

  /// The place behind which tokens are left out, with the blanks before it.
  private func end(leavingOut bytes: Int) -> Int {
    guard bytes > 0 else { return tokens.count }
    var end = tokens.count
    var left = bytes
    while end > 0, left > 0 {
      end -= 1
      left -= tokens[end].text.utf8.count
    }
    // Words and numbers are left out whole.
    while end > 0, tokens[end].sort != .blank { end -= 1 }
    return end
  }

  /// The text with what was found taken out; what is masked side by side, with nothing but blanks and
  /// a comma between, is one.
  func shown(doubts: [MaskedText.Doubt], leavingOut bytes: Int) -> MaskedText {
    var pieces: [MaskedText.Piece] = []
    var words = ""
    var last = -1
    for place in 0..<end(leavingOut: bytes) {
      guard case .personal(let kind, let first) = findings[place] else {
        words += tokens[place].text
        continue
      }
      if first == last { continue }
      last = first
      let isJoined =
        pieces.last == .masked(kind) && kind == .address
        && words.unicodeScalars.allSatisfy { $0 == "," || $0.properties.isWhitespace }
      if isJoined {
        words = ""
        continue
      }
      if !words.isEmpty { pieces.append(.text(words)) }
      words = ""
      pieces.append(.masked(kind))
    }
    if !words.isEmpty { pieces.append(.text(words)) }
    return MaskedText(pieces: pieces, doubts: doubts)
  }
}
