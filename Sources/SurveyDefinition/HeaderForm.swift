/// How many lines name the columns of an export, and which of them is the name.
public struct HeaderForm: Sendable, Equatable {
  /// Which line's cell is a column's name.
  public enum Names: String, Sendable, CaseIterable {
    /// The first line's.
    case first
    /// The last line's.
    case last
    /// All lines' together, from above, such as `question / option`.
    case joined
  }

  /// One line is the header, as in most exports.
  public static let oneLine = HeaderForm()

  /// The lines of the header, 1…4.
  public internal(set) var lines = 1
  /// Where the names stand.
  public internal(set) var names = Names.first
}
