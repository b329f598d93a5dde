/// Finds e-mail addresses, also those whose sign is spelled out: `a@b.vn`, `a [at] b.vn`,
/// `a(a còng)b.vn`.
enum EmailSearch {
  private static let opening = "([{<"
  private static let closing = ")]}>"

  private static let signs = [
    WordPhrase("at"), WordPhrase("a còng", needsMarks: true), WordPhrase("a móc", needsMarks: true),
  ]
  /// Endings before which a point may stand apart: `gmail . com`.
  private static let endings: Set<String> = ["com", "vn", "net", "org", "edu", "gov"]
  private static let points = [WordPhrase("dot"), WordPhrase("chấm", needsMarks: true)]

  static func search(_ text: inout TokenText) {
    var place = 0
    while place < text.tokens.count {
      guard let at = at(text, place), let first = local(text, before: place),
        let last = domain(text, at.upperBound, isPlain: at.count == 1)
      else {
        place += 1
        continue
      }
      text.claim(first...last, .email)
      place = last + 1
    }
  }

  /// The tokens of a sign, with the blanks around it, that begins at a token.
  private static func at(_ text: TokenText, _ place: Int) -> Range<Int>? {
    let start = text.skipBlanks(place)
    guard let end = sign(text, start, words: signs, sign: "@")
    else { return nil }
    return place..<text.skipBlanks(end)
  }

  /// The place behind a sign that is itself, or a word for it in brackets; `a còng` also without.
  private static func sign(
    _ text: TokenText, _ place: Int, words: [WordPhrase], sign: String
  ) -> Int? {
    if text[place]?.isSign(sign) == true { return place + 1 }
    let isBracketed = text[place]?.isSign(among: opening) == true
    let start = isBracketed ? text.skipBlanks(place + 1) : place
    if isBracketed, text[start]?.isSign(sign) == true {
      return closed(text, start + 1)
    }
    for phrase in words {
      guard let end = text.end(of: phrase, at: start) else { continue }
      if isBracketed { return closed(text, end) }
      // Unbracketed, English words lead to pages too: "at dichvucong.gov.vn".
      if phrase.needsMarks { return end }
    }
    return nil
  }

  private static func closed(_ text: TokenText, _ place: Int) -> Int? {
    let place = text.skipBlanks(place)
    return text[place]?.isSign(among: closing) == true ? place + 1 : nil
  }

  /// The first token of the name before a sign.
  private static func local(_ text: TokenText, before place: Int) -> Int? {
    var first = place
    while let token = text[first - 1], text.isFree(first - 1),
      token.sort == .word || token.sort == .digits
        || token.isSign(among: "._%+-'")
    {
      first -= 1
    }
    return first < place ? first : nil
  }

  /// The last token of the domain behind a sign; one without a point only behind `@` itself.
  private static func domain(_ text: TokenText, _ place: Int, isPlain: Bool) -> Int? {
    guard var last = label(text, place) else { return nil }
    var hasPoint = false
    while let next = point(text, last + 1), let end = label(text, next) {
      last = end
      hasPoint = true
    }
    return hasPoint || isPlain ? last : nil
  }

  /// The last token of a domain's label.
  private static func label(_ text: TokenText, _ place: Int) -> Int? {
    var end = place
    while let token = text[end], token.sort == .word || token.sort == .digits || token.isSign("-") {
      end += 1
    }
    return end > place ? end - 1 : nil
  }

  /// The place behind a domain's point: a line may end at it, a sentence does not.
  private static func point(_ text: TokenText, _ place: Int) -> Int? {
    let start = text.skipBlanks(place)
    guard let end = sign(text, start, words: points, sign: ".") else { return nil }
    if end - start == 1, text[start]?.isSign(".") == true {
      let isBroken = text[place]?.endsLine == true || text[end]?.endsLine == true
      let isApart = text[text.skipBlanks(end)].map { endings.contains($0.plain) } ?? false
      guard start == place || isBroken || isApart,
        text[end]?.sort != .blank || isBroken || isApart
      else { return nil }
    }
    return text.skipBlanks(end)
  }
}
