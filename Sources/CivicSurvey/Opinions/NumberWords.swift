/// Words that say what the number behind them is.
enum NumberWords {
  private static let named: [(PersonalKind, [[String]])] = [
    (
      .account,
      [["stk"], ["tai", "khoan"], ["tk"], ["account"], ["a/c"]]
    ),
    (
      .idNumber,
      [
        ["cccd"], ["cmnd"], ["cmt"], ["cmtnd"], ["can", "cuoc"], ["can", "cuoc", "cong", "dan"],
        ["chung", "minh"], ["chung", "minh", "nhan", "dan"], ["chung", "minh", "thu"],
        ["dinh", "danh"],
        ["ho", "chieu"], ["passport"], ["identity"], ["bhxh"], ["bhyt"],
        ["bao", "hiem", "xa", "hoi"],
        ["bao", "hiem", "y", "te"], ["ma", "so", "thue"], ["mst"], ["gplx"], ["lai", "xe"],
      ]
    ),
    (
      .phone,
      [
        ["dien", "thoai"], ["dt"], ["sdt"], ["so", "may"], ["tel"], ["phone"], ["telephone"],
        ["mobile"], ["hotline"], ["zalo"], ["viber"], ["goi"], ["lien", "he"], ["lh"],
        ["di", "dong"],
        ["call"], ["fax"], ["contact"],
      ]
    ),
  ]
  /// Words that may stand between such a word and its number.
  private static let between: Set<String> = [
    "so", "la", "qua", "theo", "cua", "toi", "em", "minh", "duoc", "no", "number", "my", "is", "at",
    "vao", "cho", "chau", "con",
  ]

  /// What the words before a token say that it is; an account's word may stand further off, with the
  /// bank's name between.
  static func kind(_ text: TokenText, before place: Int) -> PersonalKind? {
    var words: [String] = []
    var place = place - 1
    while words.count < 10, let token = text[place] {
      switch token.sort {
      case .word: words.insert(token.bare, at: 0)
      case .digits: place = -1
      case .blank: break
      case .sign:
        // A sentence that has ended says nothing of what follows, but for an abbreviation's point.
        let endsSentence =
          token.isSign(among: ";!?") || token.isSign(".") && words.count > 1
        if endsSentence { place = -1 }
      }
      place -= 1
    }
    while let last = words.last {
      for (kind, phrases) in named where phrases.contains(where: { words.ends(with: $0) }) {
        return kind
      }
      guard between.contains(last) else { break }
      words.removeLast()
    }
    let accounts = named[0].1
    while !words.isEmpty {
      if accounts.contains(where: { words.ends(with: $0) }) { return .account }
      words.removeLast()
    }
    return nil
  }
}

extension [String] {
  fileprivate func ends(with words: [String]) -> Bool { suffix(words.count).elementsEqual(words) }
}
