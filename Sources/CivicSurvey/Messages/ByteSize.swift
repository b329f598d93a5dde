/// A number of bytes as people write it: `64GiB`, `500MB`, `1000000`.
public enum ByteSize {
  private static let units: [(name: String, bytes: UInt64)] = [
    ("TiB", 1 << 40), ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10),
    ("TB", 1_000_000_000_000), ("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000), ("B", 1),
  ]

  /// The bytes that a text means: a whole number from 1 on and a unit, in capitals or not.
  ///
  /// - Returns: `nil` for anything else, and for what does not fit in 64 bits.
  public static func bytes(_ text: String) -> UInt64? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
    guard let number = UInt64(digits), number > 0 else { return nil }
    guard !unit.isEmpty else { return number }
    guard let factor = units.first(where: { $0.name.lowercased() == unit })?.bytes else {
      return nil
    }
    let (bytes, overflows) = number.multipliedReportingOverflow(by: factor)
    return overflows ? nil : bytes
  }

  /// The shortest way to write a number of bytes exactly: `64 GiB`, `500 MB`, `1001 B`.
  public static func text(_ bytes: UInt64) -> String {
    let fitting = units.filter { bytes >= $0.bytes && bytes % $0.bytes == 0 }
    let best = fitting.min { bytes / $0.bytes < bytes / $1.bytes }
    guard let best else { return "\(bytes) B" }
    return "\(bytes / best.bytes) \(best.name)"
  }
}
