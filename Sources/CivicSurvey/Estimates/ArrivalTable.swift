import SurveyDefinition

/// What arrived from each category of one dimension, half-month by half-month.
///
/// It counts accepted responses of the whole tally, whatever a report is limited to.
public struct ArrivalTable: Sendable {
  /// Days 1–14 or 15–end of a month, which add up to the periods of both calendars.
  public struct HalfMonth: Sendable, Hashable {
    /// The first day.
    public let first: CalendarDay
    /// The last day.
    public let last: CalendarDay
  }

  /// One category.
  public struct Row: Sendable {
    /// The category, or what is none.
    public let value: DomainValue
    /// When it is expected; empty where the definition does not expect it.
    public let expected: [ExpectedCategory]
    /// The accepted responses of each half-month.
    public let responses: [Int]
    /// The accepted responses without a date.
    public let undated: Int
    /// The accepted responses with a stray date.
    public let stray: Int
  }

  /// The dimension's id.
  public let dimension: String
  /// The half-months from the first dated response to the last, without a gap, but for stray dates;
  /// empty without dates.
  public let halfMonths: [HalfMonth]
  /// Categories in survey order or by label bytes, expected ones that never came among them; what is
  /// no category last.
  public let rows: [Row]
}
