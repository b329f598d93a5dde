import SurveyDefinition

/// Counts by categories and periods, from a small file beside the responses: who was served, how many
/// there are.
public struct CountTable: Sendable, Equatable {
  /// What a column of numbers counts.
  public enum Value: String, Sendable, CaseIterable {
    /// Of the population there are so many, for margins.
    case count
    /// So many were served.
    case served
    /// So many were asked.
    case offered
    /// So many answered, as the kiosk itself has counted.
    case answered

    /// What a file may call the column.
    package var names: [String] {
      switch self {
      case .count: ["count", "Freq", "frequency", "Số lượng", "Tổng số"]
      case .served: ["served", "Số lượt phục vụ", "Số người được phục vụ", "Số hồ sơ"]
      case .offered: ["offered", "Số lượt mời đánh giá", "Số phiếu phát ra"]
      case .answered: ["answered", "Số lượt đánh giá", "Số phiếu thu về"]
      }
    }
  }

  /// The days that a row speaks of.
  public struct Days: Sendable, Hashable {
    /// The first.
    public let first: CalendarDay
    /// The last, not before the first.
    public let last: CalendarDay
  }

  /// One combination of categories and days.
  public struct Row: Sendable, Equatable {
    /// For each dimension of the table a category's id, or the label of an open one.
    public let categories: [String]
    /// The period that was named; `nil` where days were, or neither.
    public let period: Period?
    /// The days; `nil` where the row speaks of all.
    public let days: Days?
    /// For each value of the table how many, `nil` where the cell is empty; one at least is not.
    public let counts: [Int?]
    /// The line of the file, from 1.
    public let line: Int
  }

  /// The file's name.
  public let name: String
  /// The ids of dimensions and questions, as the columns stand.
  public let dimensions: [String]
  /// What is counted, as the columns stand.
  public let values: [Value]
  /// The rows, in the file's order: no two of equal categories have a day in common.
  public let rows: [Row]

  /// A row's place in messages.
  func place(_ row: Row) -> Message.Place { Message.Place(file: name, line: row.line) }
}
