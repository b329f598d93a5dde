/// Finds numbers of telephones, identity cards and accounts, however their digits are grouped.
struct NumberSearch {
  private var text: TokenText

  static func search(_ text: inout TokenText) {
    var search = NumberSearch(text: text)
    search.search()
    text = search.text
  }

  private mutating func search() {
    var place = 0
    while place < text.tokens.count {
      guard let chain = NumberChain(text, at: place) else {
        place += 1
        continue
      }
      classify(chain)
      place = chain.places[chain.places.count - 1] + 1
    }
  }

  /// Claims what is somebody's in a chain of digits; one chain may hold several numbers.
  private mutating func classify(_ chain: NumberChain) {
    // A passport's number begins with a letter.
    let letters = letters(before: chain.places[0])
    let behind = NumberWords.kind(
      text, before: letters ?? chain.first(in: text, from: 0, to: 0))
    var start = 0
    while start < chain.groups.count {
      let found =
        (start == 0 ? behind.flatMap { named($0, chain) } : nil)
        ?? (chain.mayBegin(start) ? unnamed(chain, start) : nil)
      guard let (kind, end) = found else {
        start += 1
        continue
      }
      var first = chain.first(in: text, from: start, to: end)
      if start == 0, behind == .idNumber, let letters { first = letters }
      text.claim(first...chain.places[end], kind)
      start = end + 1
    }
  }

  /// The one or two letters right before a number; `nil` where there are none.
  private func letters(before place: Int) -> Int? {
    guard let token = text[place - 1], token.sort == .word, token.plain.unicodeScalars.count <= 2
    else { return nil }
    return place - 1
  }

  /// What a word before it says that a number is, if it is long enough.
  private func named(_ kind: PersonalKind, _ chain: NumberChain) -> (PersonalKind, Int)? {
    if kind != .account, let (_, end) = unnamed(chain, 0) { return (kind, end) }
    let lengths = kind == .phone ? 7...15 : kind == .account ? 6...19 : 7...15
    var end = 0
    while end + 1 < chain.groups.count, chain.count(0...end + 1) <= min(lengths.upperBound, 16),
      chain.count(0...end) < 10 || !chain.isWhole(0) || chain.endsLine(before: end + 1)
    {
      end += 1
    }
    return lengths.contains(chain.count(0...end)) && !chain.areYears(0...end) ? (kind, end) : nil
  }

  /// What a number is by its digits alone.
  private func unnamed(_ chain: NumberChain, _ start: Int) -> (PersonalKind, Int)? {
    if let end = chain.ends(start).last(where: { isSpacedID(chain, start...$0) }) {
      return (.idNumber, end)
    }
    if let end = chain.ends(start).first(where: { isPhone(chain, start...$0) }) {
      return (.phone, end)
    }
    if let end = chain.ends(start).last(where: { isID(chain, start...$0) }) {
      return (.idNumber, end)
    }
    return nil
  }

  // MARK: - Telephones

  private func isPhone(_ chain: NumberChain, _ groups: ClosedRange<Int>) -> Bool {
    let digits = chain.digits(groups)
    let hasPlus =
      text[chain.first(in: text, from: groups.lowerBound, to: groups.upperBound)]?.isSign("+")
      == true
      || text[chain.places[groups.lowerBound] - 1]?.isSign("+") == true
    var national = Substring(digits)
    if digits.hasPrefix("0084") {
      national = digits.dropFirst(4)
    } else if digits.hasPrefix("84"), hasPlus || digits.count >= 11 {
      national = digits.dropFirst(2)
    } else if hasPlus {
      return (8...15).contains(digits.count)
    } else {
      guard digits.first == "0" else { return false }
    }
    let isAbroad = national.count < digits.count
    if national.first == "0" { national = national.dropFirst() } else if !isAbroad { return false }
    return isNational(national, groups: groups.count)
  }

  /// Whether digits behind the leading 0 are a subscriber's: those of mobile telephones in whatever
  /// groups, others in few.
  private func isNational(_ digits: Substring, groups: Int) -> Bool {
    guard let first = digits.first, let second = digits.dropFirst().first else { return false }
    switch digits.count {
    case 9:
      let isMobile =
        switch first {
        case "3": ("2"..."9").contains(second)
        case "5": ["2", "5", "6", "8", "9"].contains(second)
        case "7": ["0", "6", "7", "8", "9"].contains(second)
        case "8": second != "0"
        case "9": true
        default: false
        }
      return isMobile || first != "0" && groups <= 4
    case 10:
      return first == "2" || first == "1" && ["2", "6", "8", "9"].contains(second)
    default: return false
    }
  }

  // MARK: - Identity cards

  /// Nine or twelve digits in threes.
  private func isSpacedID(_ chain: NumberChain, _ groups: ClosedRange<Int>) -> Bool {
    (groups.count == 3 || groups.count == 4)
      && groups.allSatisfy { chain.groups[$0].count == 3 }
      && chain.mayEnd(groups.upperBound)
  }

  private func isID(_ chain: NumberChain, _ groups: ClosedRange<Int>) -> Bool {
    let count = chain.count(groups)
    guard count == 9 || count == 12, chain.mayEnd(groups.upperBound) else { return false }
    if groups.count == 1 { return true }
    // The cards of today begin with a province's code below 100.
    if count == 12, chain.groups[groups.lowerBound].first == "0", groups.count <= 4 { return true }
    return groups.count == 2 && chain.endsLine(before: groups.upperBound)
  }
}
