/// Digits that may be one number: groups with blanks, points, dashes or brackets between.
struct NumberChain {
  /// The digits of each group.
  let groups: [String]
  /// The token of each group.
  let places: [Int]
  /// What stands before each group; nothing before the first.
  private let marks: [[TextToken]]

  /// The chain that begins at a token; `nil` where none does.
  init?(_ text: TokenText, at place: Int) {
    guard text[place]?.sort == .digits, text.isFree(place) else { return nil }
    var groups = [text.tokens[place].plain]
    var places = [place]
    var marks: [[TextToken]] = [[]]
    var last = place
    while let next = Self.next(text, behind: last) {
      marks.append(Array(text.tokens[last + 1..<next]))
      groups.append(text.tokens[next].plain)
      places.append(next)
      last = next
    }
    self.groups = groups
    self.places = places
    self.marks = marks
  }

  /// The next group's token; `nil` where the number ends.
  private static func next(_ text: TokenText, behind last: Int) -> Int? {
    var place = last + 1
    while place <= last + 4, let token = text[place] {
      if token.sort == .digits { return text.isFree(place) && place > last + 1 ? place : nil }
      guard token.sort == .blank || token.isSign(among: ".-(),_") else { return nil }
      // A comma before a blank leads to something else.
      if token.isSign(","), text[place + 1]?.sort != .digits { return nil }
      place += 1
    }
    return nil
  }

  /// The digits of some groups.
  func digits(_ groups: ClosedRange<Int>) -> String { self.groups[groups].joined() }

  /// How many digits some groups have.
  func count(_ groups: ClosedRange<Int>) -> Int { self.groups[groups].reduce(0) { $0 + $1.count } }

  /// The groups with which a number that begins at `start` may end, by its length.
  func ends(_ start: Int) -> [Int] {
    var count = 0
    var ends: [Int] = []
    for group in start..<groups.count {
      count += groups[group].count
      if count > 15 { break }
      if count >= 8 { ends.append(group) }
    }
    return ends
  }

  /// Whether a number may begin with a group: not in the middle of what points bind together.
  func mayBegin(_ group: Int) -> Bool { group == 0 || !isBound(group) }

  /// Whether a number may end with a group.
  func mayEnd(_ group: Int) -> Bool { group + 1 == groups.count || !isBound(group + 1) }

  /// Whether a sign alone stands before a group, so that it goes on in the middle of a number; between
  /// long groups it lies between two numbers.
  private func isBound(_ group: Int) -> Bool {
    guard marks[group].count == 1, marks[group][0].isSign(among: ".,-_") else { return false }
    return groups[group].count < 9 && groups[group - 1].count < 9
  }

  /// Whether a group's digits are a number by themselves.
  func isWhole(_ group: Int) -> Bool { groups[group].count >= 10 }

  /// Whether a line ends before a group.
  func endsLine(before group: Int) -> Bool { marks[group].contains(where: \.endsLine) }

  /// Whether some groups are years, one after the other.
  func areYears(_ groups: ClosedRange<Int>) -> Bool {
    groups.allSatisfy {
      self.groups[$0].count == 4 && ["19", "20"].contains(self.groups[$0].prefix(2))
    }
  }

  /// The first token of a number, with the plus and the bracket that belong to it.
  func first(in text: TokenText, from start: Int, to end: Int) -> Int {
    var first = places[start]
    if text[first - 1]?.isSign("+") == true { first -= 1 }
    let within = start < end ? Array(marks[start + 1...end].joined()) : []
    let closes = within.count { $0.isSign(")") } > within.count { $0.isSign("(") }
    if closes, text[first - 1]?.isSign("(") == true { first -= 1 }
    if text[first - 1]?.isSign("+") == true { first -= 1 }
    return first
  }
}
