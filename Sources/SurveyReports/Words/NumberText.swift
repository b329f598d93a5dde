import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// Writes numbers and days for people, in one language.
struct NumberText {
  /// The language.
  let locale: ReportLocale

  private var decimalMark: String { String(locale.decimalMark) }

  /// An integer with its thousands apart: `1.886` in Vietnamese, `1,886` in English.
  func integer(_ value: Int) -> String {
    (value < 0 ? "-" : "") + locale.grouped(String(value.magnitude))
  }

  /// A share as written in a target, without trailing zeros: `85 %`, `99,5 %`.
  func percent(_ share: DecimalShare) -> String {
    percentNumber(share) + " %"
  }

  private func percentNumber(_ share: DecimalShare) -> String {
    // A denominator is a power of ten, so the digits of the percentage end.
    var digits = 0
    var denominator = share.denominator
    while denominator > 100 {
      digits += 1
      denominator /= 10
    }
    let scaled =
      share.denominator >= 100 ? share.numerator : share.numerator * (100 / share.denominator)
    var text = fixed(max(scaled, 0), digits: digits)
    if digits > 0 {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(decimalMark) { text.removeLast() }
    }
    return text
  }

  /// `part / whole` in percent, half up, exact in integers; `whole` is above 0.
  ///
  /// With one decimal, or as many more as it takes to stay on its side of every bound, of 0 % and
  /// of 100 %.
  func percent(_ part: Int, of whole: Int, against bounds: [DecimalShare] = []) -> String {
    let whole = max(whole, 1)
    let part = min(max(part, 0), whole)
    let ends = [Share(numerator: 0, denominator: 1), Share(numerator: 1, denominator: 1)]
    let sides = Self.shares(bounds) + ends
    var scale = 1000
    for digits in 1..<Self.mostDigits {
      let rounded = Self.rounded(part, over: whole, times: scale)
      let keepsSides = sides.allSatisfy {
        $0.order(of: part, outOf: whole) == $0.order(of: rounded, outOf: scale)
      }
      if keepsSides { return fixed(rounded, digits: digits) + " %" }
      scale *= 10
    }
    return fixed(Self.rounded(part, over: whole, times: scale), digits: Self.mostDigits) + " %"
  }

  /// Percentages never get more decimals than this: rates of counts below 10⁹ and a bound of four
  /// digits are told apart before.
  static let mostDigits = 14

  private static func shares(_ bounds: [DecimalShare]) -> [Share] { bounds.compactMap(share) }

  /// A bound as an exact share; `nil` of one that no rate can reach.
  static func share(_ bound: DecimalShare) -> Share? {
    guard bound.denominator >= 1, (0...bound.denominator).contains(bound.numerator) else {
      return nil
    }
    return Share(numerator: bound.numerator, denominator: bound.denominator)
  }

  /// `part * scale / whole`, half up.
  private static func rounded(_ part: Int, over whole: Int, times scale: Int) -> Int {
    guard part < whole else { return scale }
    // Below 1, so that the quotient is below `scale`.
    let (quotient, remainder) = whole.magnitude.dividingFullWidth(
      part.magnitude.multipliedFullWidth(by: scale.magnitude))
    return Int(quotient) + (remainder >= whole.magnitude - remainder ? 1 : 0)
  }

  /// `value / 10^digits` with exactly that many decimals.
  func fixed(_ value: Int, digits: Int) -> String {
    var text = String(value)
    if text.count <= digits { text = String(repeating: "0", count: digits + 1 - text.count) + text }
    let whole = Int(text.dropLast(digits)) ?? 0
    return integer(whole) + (digits > 0 ? decimalMark + text.suffix(digits) : "")
  }

  /// A decimal that is written with a point.
  func decimal(_ text: String) -> String {
    text.split(separator: ".").joined(separator: decimalMark)
  }

  /// A number of at most so many, with one decimal, never rounded down: `1,3`.
  func tenths(upTo value: Double) -> String {
    // What a product of decimals is off by must not make 0.5 a 0.6.
    let tenths = (max(0, value) * 10 * (1 - 0x1p-40)).rounded(.up)
    return fixed(Int(min(tenths, 1e15)), digits: 1)
  }

  /// A probability with three decimals, behind its sign: `= 0,075`, `< 0,001` below that, and
  /// `> 0,999` above: in Vietnamese `1,000` would read as a thousand.
  func probability(_ value: Double) -> String {
    guard value.isFinite, value >= 0.0005 else { return "< 0\(decimalMark)001" }
    guard value < 0.9995 else { return "> 0\(decimalMark)999" }
    return "= " + fixed(Int((value * 1000).rounded()), digits: 3)
  }

  /// A day: `31/03/2025` in Vietnamese, `31 Mar 2025` in English.
  func day(_ day: CalendarDay) -> String {
    let (year, _, _) = day.components
    return dayOfYear(day) + (locale == .vi ? "/\(year)" : " \(year)")
  }

  /// Two days; the year is said once if it is the same: `01/07–30/09/2025`.
  func days(_ first: CalendarDay, _ last: CalendarDay) -> String {
    if first == last { return day(first) }
    let sameYear = first.components.year == last.components.year
    return (sameYear ? dayOfYear(first) : day(first)) + "–" + day(last)
  }

  func dayOfYear(_ day: CalendarDay) -> String {
    let (_, month, dayOfMonth) = day.components
    switch locale {
    case .vi:
      return (dayOfMonth < 10 ? "0" : "") + "\(dayOfMonth)/" + (month < 10 ? "0" : "") + "\(month)"
    case .en:
      return "\(dayOfMonth) " + Self.englishMonth(month)
    }
  }

  /// The short English name of the month numbered 1…12.
  static func englishMonth(_ number: Int) -> String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return names[min(max(number, 1), 12) - 1]
  }
}

extension NumberText {
  /// A level of confidence, without trailing zeros: `95 %`, `99,9 %`.
  func levelPercent(_ level: Double) -> String {
    let level = level.isFinite ? min(max(level, 0), 1) : 0
    return percent(
      DecimalShare(numerator: Int((level * 1_000_000).rounded()), denominator: 1_000_000))
  }
}

extension NumberText {
  /// The decimals with which a rate from its counts is written in percent.
  func decimals(_ part: Int, of whole: Int, against bounds: [DecimalShare] = []) -> Int {
    decimals(in: percent(part, of: whole, against: bounds))
  }

  private func decimals(in text: String) -> Int {
    text.lastIndex(of: locale.decimalMark).map { text[$0...].filter(\.isNumber).count } ?? 0
  }
}
