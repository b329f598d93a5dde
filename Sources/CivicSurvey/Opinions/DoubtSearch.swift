/// Lists what no rule can decide: words that may be names, long digits, numbers before names.
enum DoubtSearch {
  /// Forms of address, which come before a name in capitals.
  private static let titles: Set<String> = [
    "ông", "bà", "anh", "chị", "cô", "chú", "bác", "mr", "mrs", "ms",
  ]
  /// What people say before their own name, in whatever letters.
  private static let introductions = [
    "tôi tên là", "tôi tên", "tên tôi là", "tên là", "họ và tên", "họ tên", "người gửi", "ký tên",
    "my name is",
  ].map { WordPhrase($0, needsMarks: true) }
  private static let firstWords = Set(introductions.map { $0.bare[0] })
  private static let number = WordPhrase("số", needsMarks: true)
  /// Family names that most people have: behind a form of address they tell a name in small letters.
  private static let families: Set<String> = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ",
    "ngô", "dương", "lý", "đào", "đoàn", "trịnh", "đinh", "mai", "lương", "tạ", "lưu", "trương",
  ]
  private static let networks: Set<String> = ["facebook", "fb", "zalo", "tiktok", "youtube"]

  static func doubts(_ text: TokenText) -> [MaskedText.Doubt] {
    var doubts: [MaskedText.Doubt] = []
    var place = 0
    while place < text.tokens.count {
      guard let (kind, places) = doubt(text, place) else {
        place += 1
        continue
      }
      doubts.append(MaskedText.Doubt(kind: kind, excerpt: text.text(places)))
      place = places.upperBound
    }
    return doubts
  }

  private static func doubt(_ text: TokenText, _ place: Int) -> (DoubtKind, Range<Int>)? {
    guard text.isFree(place) else { return nil }
    let token = text.tokens[place]
    if token.sort == .digits {
      if let end = numbered(text, place) { return (.address, place..<end) }
      return digits(text, place)
    }
    guard token.sort == .word else { return nil }
    if let end = introduced(text, place) ?? addressed(text, place) { return (.name, place..<end) }
    if let end = numbered(text, place) { return (.address, place..<end) }
    if networks.contains(token.plain), text[place + 1]?.isSign(among: "./") == true {
      return (.link, place..<linkEnd(text, place))
    }
    return nil
  }

  // MARK: - Names

  private static func introduced(_ text: TokenText, _ place: Int) -> Int? {
    guard firstWords.contains(text.tokens[place].bare) else { return nil }
    for phrase in introductions {
      guard let behind = text.end(of: phrase, at: place) else { continue }
      var start = text.skipBlanks(behind)
      if text[start]?.isSign(among: ":-") == true { start = text.skipBlanks(start + 1) }
      return words(text, start, most: 4) { _ in true }
    }
    return nil
  }

  private static func addressed(_ text: TokenText, _ place: Int) -> Int? {
    let token = text.tokens[place]
    let isTitle =
      titles.contains(token.plain) || text.isUnaccented && ["ong", "ba"].contains(token.plain)
    guard isTitle else { return nil }
    var start = place + 1
    if text[start]?.isSign(among: ".:") == true { start += 1 }
    start = text.skipBlanks(start)
    guard let first = text[start] else { return nil }
    if first.isCapitalised { return words(text, start, most: 5, where: \.isCapitalised) }
    return families.contains(first.plain) ? words(text, start, most: 4) { _ in true } : nil
  }

  /// The place behind some words one after the other; `nil` where there are none.
  private static func words(
    _ text: TokenText, _ place: Int, most: Int, where isOne: (TextToken) -> Bool
  ) -> Int? {
    var end: Int?
    var place = place
    for _ in 0..<most {
      guard let token = text[place], token.sort == .word, text.isFree(place), isOne(token),
        !titles.contains(token.plain) || end != nil
      else { break }
      end = place + 1
      place = text.skipBlanks(place + 1)
    }
    return end
  }

  // MARK: - Numbers

  private static func digits(_ text: TokenText, _ place: Int) -> (DoubtKind, Range<Int>)? {
    guard let chain = NumberChain(text, at: place) else { return nil }
    let last = chain.groups.count - 1
    guard chain.count(0...last) >= 9, !chain.areYears(0...last) else { return nil }
    return (.digits, place..<chain.places[last] + 1)
  }

  /// `số 45 Nguyễn Trãi`, `45/2 Trần Phú`: a number before a name, of two words at least without `số`.
  private static func numbered(_ text: TokenText, _ place: Int) -> Int? {
    let behind = text.end(of: number, at: place)
    var last = behind.map(text.skipBlanks) ?? place
    guard isHouseNumber(text, last) else { return nil }
    while text[last + 1]?.isSign("/") == true, isHouseNumber(text, last + 2) { last += 2 }
    guard text[last + 1]?.sort == .blank,
      let end = words(text, last + 2, most: 4, where: \.isCapitalised)
    else { return nil }
    return behind != nil || end > last + 3 ? end : nil
  }

  private static func isHouseNumber(_ text: TokenText, _ place: Int) -> Bool {
    guard let digits = text[place], digits.sort == .digits else { return false }
    return digits.plain.count <= 3 && text.isFree(place)
  }

  private static func linkEnd(_ text: TokenText, _ place: Int) -> Int {
    var end = place
    while let token = text[end], token.sort != .blank { end += 1 }
    return end
  }
}
