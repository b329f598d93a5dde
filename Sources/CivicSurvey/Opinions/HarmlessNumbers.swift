/// Numbers that look like somebody's and are not: dates, codes of dossiers and procedures, sums of
/// money, numbers of public services.
enum HarmlessNumbers {
  static func spare(_ text: inout TokenText) {
    for place in text.tokens.indices where text.isFree(place) {
      let end: Int? =
        switch text.tokens[place].sort {
        case .digits:
          date(text, place) ?? procedure(text, place) ?? service(text, place)
            ?? amount(text, place)
        case .word: dossier(text, place)
        default: nil
        }
      guard let end else { continue }
      text.spare(first(text, place, end)...end)
    }
  }

  /// A dossier's code begins before its office: `000.17.22.H56-210531-0001`.
  private static func first(_ text: TokenText, _ place: Int, _ end: Int) -> Int {
    guard text.tokens[place].sort == .word else { return place }
    var first = place
    while text[first - 1]?.isSign(".") == true, text[first - 2]?.sort == .digits,
      text.tokens[first - 2].plain.count <= 3
    {
      first -= 2
    }
    return first
  }

  // MARK: - Days

  /// The last token of `31/12/2025`, `31-12-2025`, `31.12.2025` or `2025-12-31`.
  private static func date(_ text: TokenText, _ place: Int) -> Int? {
    guard let mark = text[place + 1], mark.isSign(among: "/-."),
      text[place + 3]?.isSign(mark.plain) == true,
      let one = number(text, place), let two = number(text, place + 2),
      let three = number(text, place + 4), !goesOn(text, behind: place + 4),
      !comesFrom(text, before: place)
    else { return nil }
    let (year, month, day) =
      text.tokens[place].plain.count == 4
      ? (one, two, three) : (three, two, one)
    guard (1...12).contains(month), (1...31).contains(day),
      (1900...2100).contains(year) || mark.plain == "/" && year < 100
    else { return nil }
    return place + 4
  }

  private static func number(_ text: TokenText, _ place: Int) -> Int? {
    guard let token = text[place], token.sort == .digits, token.plain.count <= 4 else { return nil }
    return Int(token.plain)
  }

  /// Whether a sign and more digits follow.
  private static func goesOn(_ text: TokenText, behind place: Int) -> Bool {
    text[place + 1]?.isSign(among: "/-.") == true && text[place + 2]?.sort == .digits
      && !isRange(text, at: place + 1)
  }

  private static func comesFrom(_ text: TokenText, before place: Int) -> Bool {
    text[place - 1]?.isSign(among: "+./") == true && text[place - 2]?.sort == .digits
  }

  /// Whether a dash leads to another date: `01/01/2025-31/12/2025`.
  private static func isRange(_ text: TokenText, at place: Int) -> Bool {
    text.tokens[place].isSign("-") && text[place + 2]?.isSign("/") == true
  }

  // MARK: - Codes

  /// The last token of a dossier's code from the letter of its office on: `H56-210531-0001`.
  private static func dossier(_ text: TokenText, _ place: Int) -> Int? {
    guard text.tokens[place].plain.count == 1, text.tokens[place].isCapitalised,
      text[place + 1]?.sort == .digits, text.tokens[place + 1].plain.count <= 3
    else { return nil }
    var end = place + 1
    while text[end + 1]?.isSign(".") == true, text[end + 2]?.sort == .digits,
      text.tokens[end + 2].plain.count <= 3
    {
      end += 2
    }
    guard text[end + 1]?.isSign("-") == true, let day = text[end + 2], isDay(day),
      text[end + 3]?.isSign("-") == true, let number = text[end + 4], number.sort == .digits,
      (3...6).contains(number.plain.count)
    else { return nil }
    return end + 4
  }

  /// Whether six digits are a day: `210531`.
  private static func isDay(_ token: TextToken) -> Bool {
    guard token.sort == .digits, token.plain.count == 6, let all = Int(token.plain) else {
      return false
    }
    return (1...12).contains(all / 100 % 100) && (1...31).contains(all % 100)
  }

  /// The last token of a procedure's code: `1.004227`, `2.000635.000.00.00.H24`.
  private static func procedure(_ text: TokenText, _ place: Int) -> Int? {
    guard ["1", "2", "3"].contains(text.tokens[place].plain), text[place + 1]?.isSign(".") == true,
      text[place + 2]?.sort == .digits, text.tokens[place + 2].plain.count == 6,
      !comesFrom(text, before: place), !followsDigits(text, place),
      NumberWords.kind(text, before: place) != .phone
    else { return nil }
    var end = place + 2
    while text[end + 1]?.isSign(".") == true, text[end + 2]?.sort == .digits,
      text.tokens[end + 2].plain.count <= 3
    {
      end += 2
    }
    return end
  }

  // MARK: - Services

  /// The last token of a number that anybody may call: `1900 1234`, `18001096`.
  private static func service(_ text: TokenText, _ place: Int) -> Int? {
    let first = text.tokens[place].plain
    guard first.hasPrefix("1900") || first.hasPrefix("1800"), text[place - 1]?.isSign("+") != true,
      [nil, .phone].contains(NumberWords.kind(text, before: place))
    else { return nil }
    if first.count == 8 || first.count == 10 { return place }
    guard first.count == 4 else { return nil }
    var end = place
    var count = 0
    while count < 4, let mark = text[end + 1], mark.sort == .blank || mark.isSign("."),
      let next = text[end + 2], next.sort == .digits, (2...4).contains(next.plain.count),
      count + next.plain.count <= 6
    {
      end += 2
      count += next.plain.count
    }
    return count >= 4 ? end : nil
  }
}
