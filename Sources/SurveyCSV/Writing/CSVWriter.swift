/// Writes records in the form of RFC 4180 into a buffer of bytes, with commas between fields.
///
/// A field is quoted where it has to be: where it holds a comma, a quote, a CR or LF, begins
/// or ends with a space or tab, or is the only field of its record and empty.
public struct CSVWriter: Sendable {
  /// The bytes between records.
  public enum LineEnd: Sendable {
    /// CR LF, as in RFC 4180.
    case crlf
    /// LF alone.
    case lf
  }

  /// What has been written and not yet been taken away.
  public private(set) var bytes: [UInt8] = []

  private let lineEnd: LineEnd
  private var fieldCount = 0
  private var isLastFieldBare = false

  /// Creates a writer with an empty buffer.
  public init(lineEnd: LineEnd = .crlf) {
    self.lineEnd = lineEnd
  }

  /// Appends a field to the present record, so that no spreadsheet takes it for a formula: a `'` goes
  /// before what ``beginsFormula(_:)`` names.
  ///
  /// - Parameters:
  ///   - field: Its bytes.
  ///   - isTrusted: Whether it is the program's own, such as a negative number, and needs no guard.
  public mutating func append(_ field: some Collection<UInt8>, isTrusted: Bool = false) {
    if fieldCount > 0 { bytes.append(Self.comma) }
    fieldCount += 1
    let isGuarded = !isTrusted && field.first.map(Self.beginsFormula) ?? false
    let isQuoted = needsQuotes(field)
    isLastFieldBare = field.isEmpty && !isQuoted
    if isQuoted { bytes.append(Self.quote) }
    if isGuarded { bytes.append(Self.formulaGuard) }
    if isQuoted {
      for byte in field {
        if byte == Self.quote { bytes.append(Self.quote) }
        bytes.append(byte)
      }
      bytes.append(Self.quote)
    } else {
      bytes.append(contentsOf: field)
    }
  }

  /// Appends a field of text to the present record.
  public mutating func append(_ field: String, isTrusted: Bool = false) {
    append(field.utf8, isTrusted: isTrusted)
  }

  /// Ends the present record.
  public mutating func endRecord() {
    // A line with nothing on it would be no record.
    if fieldCount == 1, isLastFieldBare { bytes.append(contentsOf: [Self.quote, Self.quote]) }
    fieldCount = 0
    if lineEnd == .crlf { bytes.append(0x0D) }
    bytes.append(0x0A)
  }

  /// Empties the buffer, once it has been written out, and keeps its storage.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  /// Stands before a field that a spreadsheet would take for a formula.
  package static let formulaGuard = UInt8(ascii: "'")

  /// Whether a field that begins with this byte is guarded: with `=`, `+`, `-`, `@`, a guard that is
  /// the field's own, or a control character.
  package static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), formulaGuard:
      true
    default: byte < 0x20 || byte == 0x7F
    }
  }

  private func needsQuotes(_ field: some Collection<UInt8>) -> Bool {
    guard let first = field.first else { return false }
    var last = first
    for byte in field {
      if byte == Self.comma || byte == Self.quote || byte == 0x0D || byte == 0x0A { return true }
      last = byte
    }
    return first == 0x20 || first == 0x09 || last == 0x20 || last == 0x09
  }
}
