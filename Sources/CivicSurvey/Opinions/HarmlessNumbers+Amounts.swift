/// Sums of money and other amounts.
extension HarmlessNumbers {
  private static let units: Set<String> = [
    "đồng", "đ", "vnd", "vnđ", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "usd", "eur", "m", "km", "ha",
    "kg", "tấn", "lít", "kwh", "dong", "trieu", "ty", "nghin", "ngan",
  ]
  private static let signs: Set<String> = ["$", "₫", "%", "€"]
  /// Words before a sum.
  private static let words: Set<String> = [
    "tiền", "giá", "phí", "trị", "tổng", "vốn", "mức", "thuế", "nộp", "thu", "chi", "sách",
    "thưởng",
    "phạt", "khoảng", "amount", "fee", "cost", "total",
  ]

  /// The last token of a sum: digits in threes, or plain, with its unit, behind a word for money, or
  /// round.
  ///
  /// Nothing that begins with 0 is a sum: telephones and identity cards do.
  static func amount(_ text: TokenText, _ place: Int) -> Int? {
    let first = text.tokens[place].plain
    guard first.first != "0", text[place - 1]?.isSign(among: ".,+") != true,
      !isInNumber(text, place)
    else { return nil }
    var end = place
    var groups = [first]
    if first.count <= 3, let mark = text[place + 1], isGroupMark(mark) {
      while let next = text[end + 1], next.sort == mark.sort, next.plain == mark.plain,
        let digits = text[end + 2], digits.sort == .digits, digits.plain.count == 3
      {
        end += 2
        groups.append(digits.plain)
      }
      // A mark and digits that are no group: no sum, unless they are decimals.
      if text[end + 1]?.isSign(mark.plain) == true {
        if text[end + 2]?.sort == .digits { return nil }
        // A line may end within a number.
        if text[end + 2]?.endsLine == true, text[end + 3]?.sort == .digits { return nil }
      }
    }
    let isSpaced = text[place + 1]?.sort == .blank
    if text[end + 1]?.isSign(among: ",.") == true, let decimals = text[end + 2],
      decimals.sort == .digits, decimals.plain.count <= 2
    {
      end += 2
    }
    let isGivenKind = groups.count == 1 && NumberWords.kind(text, before: place) != nil
    if hasUnit(text, behind: end), !isGivenKind { return end }
    // Digits before it may belong to it: the code of a telephone's area.
    if followsDigits(text, place) || NumberWords.kind(text, before: place) != nil { return nil }
    let total = groups.reduce(0) { $0 + $1.count }
    let isRound = groups.joined().hasSuffix("000000") || groups.count > 2 && groups.last == "000"
    if isRound, !isSpaced { return end }
    let isGrouped = groups.count > 1 && !isSpaced
    let isAbroad = groups.first == "84" && total == 11
    if isGrouped, total != 9, total != 12, !isAbroad { return end }
    return isGrouped && hasWord(text, before: place) ? end : nil
  }

  /// Whether a dash binds digits to others before them that are no amount.
  private static func isInNumber(_ text: TokenText, _ place: Int) -> Bool {
    text[place - 1]?.isSign("-") == true && text[place - 2]?.sort == .digits
      && text.isFree(place - 2)
  }

  static func followsDigits(_ text: TokenText, _ place: Int) -> Bool {
    var place = place - 1
    while let token = text[place], token.sort == .blank || token.isSign(among: "()-") {
      place -= 1
    }
    return text[place]?.sort == .digits && text.isFree(place)
  }

  private static func isGroupMark(_ token: TextToken) -> Bool {
    token.isSign(".") || token.isSign(",") || token.sort == .blank && !token.endsLine
  }

  private static func hasUnit(_ text: TokenText, behind end: Int) -> Bool {
    let place = text.skipBlanks(end + 1)
    guard let token = text[place] else { return false }
    return token.sort == .word ? units.contains(token.plain) : signs.contains(token.plain)
  }

  /// Whether one of the three words before is one for money.
  private static func hasWord(_ text: TokenText, before place: Int) -> Bool {
    var place = place - 1
    var seen = 0
    while seen < 3, let token = text[place], token.sort != .digits {
      if token.sort == .word {
        if words.contains(token.plain) { return true }
        seen += 1
      } else if token.isSign(among: ".;!?") {
        return false
      }
      place -= 1
    }
    return false
  }
}
