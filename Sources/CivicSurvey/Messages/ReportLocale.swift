/// The languages of messages and reports.
public enum ReportLocale: String, Sendable, CaseIterable {
  /// Vietnamese.
  case vi
  /// English.
  case en

  /// The mark before decimals.
  package var decimalMark: Character { self == .vi ? "," : "." }

  /// The mark between groups of three digits.
  package var groupMark: Character { self == .vi ? "." : "," }

  /// A day that is given as `2025-03-31`: `31/03/2025` in Vietnamese, as it is in English.
  package func day(_ iso: String) -> String {
    self == .vi ? iso.split(separator: "-").reversed().joined(separator: "/") : iso
  }

  /// The digits of a whole number in groups of three: `1.886` in Vietnamese, `1,886` in English.
  package func grouped(_ digits: String) -> String {
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { result.append(groupMark) }
      result.append(digit)
    }
    return result
  }
}
