/// How many values of a column look as if they said who somebody is.
struct PersonalPatterns: Sendable {
  /// All records up to so many are looked at, and behind them every hundredth.
  static let lookedAt = 100_000
  /// Of the records behind, one in so many is looked at.
  static let step = 100

  /// The values that were looked at and not blank.
  private(set) var looked = 0
  /// Addresses of e-mail.
  private(set) var emails = 0
  /// Numbers of telephones.
  private(set) var phones = 0
  /// Numbers of identity papers.
  private(set) var papers = 0

  /// Values of any kind.
  var all: Int { emails + phones + papers }

  /// Whether a record is looked at.
  @inline(__always)
  static func looks(at record: Int) -> Bool { record < lookedAt || record % step == 0 }

  /// Looks at one value.
  mutating func add(_ text: Span<UInt8>) {
    guard text.count > 0 else { return }
    looked += 1
    guard text.count >= 6 else { return }
    var digits = 0
    var first: UInt8 = 0
    var second: UInt8 = 0
    var found = (email: false, phone: false, paper: false)
    var place = 0
    while place < text.count {
      let byte = text[place]
      if byte &- 48 <= 9 {
        if digits == 0 { (first, second) = (byte, 0) }
        if digits == 1 { second = byte }
        digits += 1
      } else if byte == UInt8(ascii: "@") {
        if isEmail(text, at: place) { found.email = true }
        digits = 0
      } else if digits > 0 {
        let joins =
          (byte == 0x20 || byte == 0x2E || byte == 0x2D) && place + 1 < text.count
          && text[place + 1] &- 48 <= 9
        if !joins {
          judge(digits, first, second, &found)
          digits = 0
        }
      }
      place += 1
    }
    judge(digits, first, second, &found)
    if found.email {
      emails += 1
    } else if found.phone {
      phones += 1
    } else if found.paper {
      papers += 1
    }
  }

  /// A telephone has ten digits behind 0, or eleven with 84; an identity card twelve behind 0.
  private func judge(
    _ digits: Int, _ first: UInt8, _ second: UInt8,
    _ found: inout (email: Bool, phone: Bool, paper: Bool)
  ) {
    let zero = UInt8(ascii: "0")
    if digits == 10, first == zero, second >= 0x32 { found.phone = true }
    if digits == 11, first == UInt8(ascii: "8"), second == UInt8(ascii: "4") { found.phone = true }
    if digits == 12, first == zero { found.paper = true }
  }

  private func isEmail(_ text: Span<UInt8>, at place: Int) -> Bool {
    guard place > 0, isWord(text[place - 1]) else { return false }
    var hasPoint = false
    var next = place + 1
    while next < text.count, isWord(text[next]) || text[next] == 0x2E || text[next] == 0x2D {
      if text[next] == 0x2E, next > place + 1, next + 1 < text.count, isWord(text[next + 1]) {
        hasPoint = true
      }
      next += 1
    }
    return hasPoint
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte &- 48 <= 9 || (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "_")
  }

  /// Adds what was seen of other values.
  mutating func merge(_ other: PersonalPatterns) {
    looked += other.looked
    emails += other.emails
    phones += other.phones
    papers += other.papers
  }
}
