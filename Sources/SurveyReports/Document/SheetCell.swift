import SurveyDefinition
import SurveyStatistics

/// What a cell of a workbook holds: a value, never a formula.
enum SheetValue {
  /// Nothing.
  case empty
  /// Text.
  case text(String)
  /// A count.
  case count(Int)
  /// A rate, 0…1, shown in percent with so many decimals.
  case percent(Double, decimals: Int)
  /// A number with so many decimals, and what stands behind it.
  case number(Double, decimals: Int, unit: String)
  /// A probability, shown with three decimals.
  case probability(Double)
  /// A day.
  case day(CalendarDay)
}

/// How a cell looks.
struct SheetStyle: Hashable {
  /// The colours of a verdict, or of how a rate lies to its target.
  enum Colour: String {
    case met, missed, open, none
    case farBelow, below, above, farAbove
  }

  var isBold = false
  var isHeader = false
  var isTitle = false
  var isItalic = false
  var isWrapped = false
  var isRight = false
  var colour: Colour?
}

/// One cell of a sheet.
struct SheetCell {
  /// What it holds.
  var value: SheetValue
  /// How it looks.
  var style = SheetStyle()

  /// Whether it lies to the right.
  var isNumber: Bool {
    if case .text = value { false } else { true }
  }

  /// Nothing.
  static let empty = SheetCell(value: .empty)

  /// Text, made safe to print.
  static func text(_ text: String, _ style: SheetStyle = SheetStyle()) -> SheetCell {
    SheetCell(value: .text(DisplayText.plain(text)), style: style)
  }

  /// A share of 0…1, in percent with one decimal; nothing for `nil`.
  static func percent(_ share: Double?) -> SheetCell {
    share.map { SheetCell(value: .percent($0, decimals: 1)) } ?? .empty
  }

  /// A number with so many decimals; nothing for `nil`.
  static func number(_ value: Double?, decimals: Int) -> SheetCell {
    value.map { SheetCell(value: .number($0, decimals: decimals, unit: "")) } ?? .empty
  }

  /// A probability; nothing for `nil`.
  static func probability(_ value: Double?) -> SheetCell {
    value.map { SheetCell(value: .probability($0)) } ?? .empty
  }

  /// A count; nothing for `nil`.
  static func count(_ count: Int?) -> SheetCell {
    count.map { SheetCell(value: .count($0)) } ?? .empty
  }

  /// A count.
  static func count(_ count: Int, _ style: SheetStyle = SheetStyle()) -> SheetCell {
    SheetCell(value: .count(count), style: style)
  }
}

extension Verdict {
  /// The verdict's colour on a sheet.
  var colour: SheetStyle.Colour {
    switch self {
    case .met: .met
    case .missed: .missed
    case .reachedNotShown, .notReachedNotExcluded: .open
    case .notJudged: .none
    }
  }
}
