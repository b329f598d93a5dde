/// A line of a source.
public struct SourcePlace: Sendable, Hashable, Comparable {
  /// The source's XXH3-128, as 32 hexadecimal digits.
  public let source: String
  /// The physical line, from 1.
  public let line: UInt64

  /// Smaller digests first, then smaller lines.
  public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.source, left.line) < (right.source, right.line)
  }
}
