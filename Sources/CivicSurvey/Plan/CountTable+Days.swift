import SurveyDefinition

extension CountTable.Days: CustomStringConvertible {
  /// The first and the last.
  public var description: String { "\(first)…\(last)" }

  /// How many days they are.
  var length: Int { Int(last.number - first.number) + 1 }

  /// Whether a day is among them.
  func contains(_ day: CalendarDay) -> Bool { first <= day && day <= last }

  /// Whether all of other days are among them.
  func contains(_ days: Self) -> Bool { first <= days.first && days.last <= last }

  /// The days that others have too; `nil` of none.
  func common(_ days: Self) -> Self? {
    let (from, to) = (max(first, days.first), min(last, days.last))
    return from <= to ? Self(first: from, last: to) : nil
  }

  /// The pairs of elements that have a day in common; those without days are of all days.
  ///
  /// By their first day, an element can meet only the one that reaches farthest before it.
  static func overlaps<Element>(
    _ elements: [Element], by days: (Element) -> Self?,
    comesFirst: (Element, Element) -> Bool
  ) -> [(Element, Element)] {
    guard elements.count > 1 else { return [] }
    var found: [(Element, Element)] = []
    let sorted = elements.sorted { left, right in
      let (one, other) = (days(left)?.first.number ?? .min, days(right)?.first.number ?? .min)
      return one == other ? comesFirst(left, right) : one < other
    }
    var farthest = sorted[0]
    for element in sorted.dropFirst() {
      let (own, other) = (days(element), days(farthest))
      if own.map({ own in other.map { own.first <= $0.last } ?? true }) ?? true {
        found.append((farthest, element))
      }
      if let end = own?.last, let reached = other?.last, end > reached { farthest = element }
    }
    return found
  }
}
