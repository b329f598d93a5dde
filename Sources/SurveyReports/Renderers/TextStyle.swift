/// How text for people is laid out.
public struct TextStyle: Sendable, Equatable {
  /// True where the words of verdicts are coloured by ANSI escape sequences.
  public var color: Bool
  /// The columns that no line passes; at least 40.
  public var width: Int
  /// True where shares are also drawn as bars of block characters.
  public var bars: Bool

  /// Creates a style.
  public init(color: Bool = false, width: Int = 80, bars: Bool = false) {
    self.color = color
    self.width = max(width, 40)
    self.bars = bars
  }

  /// 80 columns, no colour.
  public static let plain = TextStyle()
}
