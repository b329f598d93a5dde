/// Finds where somebody lives: a house, an alley, a hamlet or a group with its number.
enum AddressSearch {
  /// Words before a number; where one is a common word without its marks, they must be right.
  private static let places =
    ["số nhà", "nhà số", "căn hộ", "ngách", "hẻm", "thôn", "xóm", "khu phố", "tổ dân phố"].map {
      WordPhrase($0)
    } + ["tổ", "ngõ", "ấp", "kiệt", "khóm", "địa chỉ"].map { WordPhrase($0, needsMarks: true) }
  private static let firstWords = Set(places.map { $0.bare[0] })
  /// Words behind a number.
  private static let ways = ["đường", "phố", "ngõ", "ngách", "hẻm", "kiệt"].map {
    WordPhrase($0, needsMarks: true)
  }
  private static let streets: Set<String> = ["đường", "phố"]
  private static let number = WordPhrase("số", needsMarks: true)

  static func search(_ text: inout TokenText) {
    var place = 0
    while place < text.tokens.count {
      guard text.tokens[place].sort == .word || text.tokens[place].sort == .digits,
        let last = end(text, place)
      else {
        place += 1
        continue
      }
      text.claim(place...last, .address)
      place = last + 1
      if let street = street(text, behind: place) {
        text.claim(place...street, .address)
        place = street + 1
      }
    }
  }

  /// The last token of an address that begins at a token.
  private static func end(_ text: TokenText, _ place: Int) -> Int? {
    if firstWords.contains(text.tokens[place].bare) {
      for phrase in places {
        guard let behind = text.end(of: phrase, at: place) else { continue }
        if let end = number(text, behind) { return end }
        // A hamlet's name may come before its number: `thôn An Luận 2`.
        if let name = name(text, behind), let end = houseNumber(text, text.skipBlanks(name + 1)) {
          return end
        }
      }
    }
    return numbered(text, place)
  }

  /// `số 12 đường Lê Lợi`, `12 ngõ 34`: a number before a way.
  private static func numbered(_ text: TokenText, _ place: Int) -> Int? {
    var digits = place
    if text[place]?.sort == .word {
      guard let behind = text.end(of: number, at: place),
        !isCount(text, before: place)
      else { return nil }
      digits = text.skipBlanks(behind)
    } else if text[place - 1]?.isSign(among: "/-.,+:") == true
      || text[place - 1]?.sort == .word
    {
      return nil
    }
    guard let end = houseNumber(text, digits) else { return nil }
    var next = end + 1
    if text[next]?.isSign(",") == true { next += 1 }
    next = text.skipBlanks(next)
    guard next > end + 1,
      let way = ways.first(where: { text.end(of: $0, at: next) != nil })
    else { return nil }
    let hasName = name(text, next + 1) != nil || number(text, next + 1) != nil
    // Without "số" a number before a street may count: `3 đường làng`.
    guard hasName, digits > place || !streets.contains(way.words[0]) || name(text, next + 1) != nil
    else { return nil }
    return street(text, behind: end + 1) ?? end
  }

  /// Whether a number counts what follows it: `tổng số 3 ngõ`.
  private static func isCount(_ text: TokenText, before place: Int) -> Bool {
    guard text[place - 1]?.sort == .blank, let word = text[place - 2] else { return false }
    return ["tổng", "trong", "một"].contains(word.plain)
  }

  /// The last token of a number behind a word: `12`, `số 12`, `: 12/3A`, `12-14`.
  private static func number(_ text: TokenText, _ place: Int) -> Int? {
    var place = text.skipBlanks(place)
    if text[place]?.isSign(among: ":.-") == true { place = text.skipBlanks(place + 1) }
    if let behind = text.end(of: number, at: place) {
      place = text.skipBlanks(behind)
    }
    return houseNumber(text, place)
  }

  private static func houseNumber(_ text: TokenText, _ place: Int) -> Int? {
    guard let first = text[place], first.sort == .digits, first.plain.count <= 5,
      text.isFree(place) || text[place + 4]?.plain.count != 4
    else { return nil }
    var end = place
    while true {
      if let letter = text[end + 1], letter.sort == .word, letter.plain.count <= 2 { end += 1 }
      guard text[end + 1]?.isSign(among: "/-") == true, let next = text[end + 2],
        next.sort == .digits, next.plain.count <= 4
      else { return end }
      end += 2
    }
  }

  /// The last token of a street's name that follows an address: `, đường Lê Lợi`.
  private static func street(_ text: TokenText, behind place: Int) -> Int? {
    var place = place
    if text[place]?.isSign(",") == true { place += 1 }
    place = text.skipBlanks(place)
    guard ways.contains(where: { text.end(of: $0, at: place) != nil }) else {
      return nil
    }
    return name(text, place + 1) ?? number(text, place + 1)
  }

  /// The last token of a name: up to five words that begin with a capital.
  private static func name(_ text: TokenText, _ place: Int) -> Int? {
    var end: Int?
    var place = place
    for _ in 0..<5 {
      // The next line begins with a capital of its own.
      if end != nil, text[place]?.endsLine == true { break }
      place = text.skipBlanks(place)
      guard let token = text[place], token.isCapitalised else { break }
      end = place
      place += 1
    }
    return end
  }
}
