/// A spelling that was read as no known category or answer.
public struct LabelLoss: Sendable {
  /// A dimension or question.
  public enum Column: Sendable, Equatable {
    /// The dimension's id.
    case dimension(String)
    /// The question's id.
    case question(String)

    /// The id of the dimension or question.
    var id: String {
      switch self {
      case .dimension(let id), .question(let id): id
      }
    }
  }

  /// Where it was read.
  public let column: Column
  /// The spelling, at most 200 bytes; `nil` for the sum of all that are not kept one by one.
  public let label: String?
  /// The responses that have it.
  public let n: Int
  /// The smallest (source, line) that has it; `nil` for the sum of the rest.
  public let first: SourcePlace?
  /// The nearest known label; `nil` if none is near.
  public let suggestion: String?
}
