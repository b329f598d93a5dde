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
  public mutating func append(_ field: Span<UInt8>, isTrusted: Bool = false) {
    let hasComma = beginField()
    let isQuoted = Self.needsQuotes(field)
    isLastFieldBare = field.isEmpty && !isQuoted
    let isGuarded = !isTrusted && !field.isEmpty && Self.beginsFormula(field[0])
    // With a comma, two quotes and a guard; every byte may be a quote.
    let room = field.count + 4 + (isQuoted ? field.count : 0)
    bytes.append(addingCapacity: room) { output in
      if hasComma { output.append(Self.comma) }
      if isQuoted { output.append(Self.quote) }
      if isGuarded { output.append(Self.formulaGuard) }
      for place in field.indices {
        let byte = field[place]
        if byte == Self.quote { output.append(Self.quote) }
        output.append(byte)
      }
      if isQuoted { output.append(Self.quote) }
    }
  }

  /// Appends a field of bytes to the present record.
  public mutating func append(_ field: [UInt8], isTrusted: Bool = false) {
    append(field.span, isTrusted: isTrusted)
  }

  /// Appends a field of text to the present record.
  public mutating func append(_ field: String, isTrusted: Bool = false) {
    append(field.utf8.span, isTrusted: isTrusted)
  }

  /// Appends a number to the present record, which needs no text of its own for it.
  public mutating func append(_ number: Int) {
    let hasComma = beginField()
    isLastFieldBare = false
    bytes.append(addingCapacity: 2 + Self.mostDigits) { output in
      if hasComma { output.append(Self.comma) }
      if number < 0 { output.append(UInt8(ascii: "-")) }
      var digits = InlineArray<20, UInt8>(repeating: UInt8(ascii: "0"))
      var rest = number.magnitude
      var first = Self.mostDigits
      repeat {
        first -= 1
        digits[first] += UInt8(rest % 10)
        rest /= 10
      } while rest > 0
      for place in first..<Self.mostDigits { output.append(digits[place]) }
    }
  }

  /// Appends fields as a record of another writer has them, its only ones and not yet ended.
  public mutating func append(fieldsOf other: CSVWriter) {
    let hasComma = fieldCount > 0
    fieldCount += other.fieldCount
    isLastFieldBare = other.isLastFieldBare
    if hasComma { bytes.append(Self.comma) }
    bytes += other.bytes
  }

  /// Counts the field that comes now, and says whether a comma goes before it.
  private mutating func beginField() -> Bool {
    fieldCount += 1
    return fieldCount > 1
  }

  /// Appends fields that stand as they would be written: so many, with the commas between them.
  public mutating func append(written fields: Span<UInt8>, count: Int) {
    if fieldCount > 0 { bytes.append(Self.comma) }
    fieldCount += count
    isLastFieldBare = fields.isEmpty
    // SAFETY: the bytes are copied within the call.
    unsafe fields.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
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

  /// The digits of the greatest number.
  private static let mostDigits = 20

  private static func needsQuotes(_ field: Span<UInt8>) -> Bool {
    guard !field.isEmpty else { return false }
    for place in field.indices {
      let byte = field[place]
      // Most bytes are above the comma, and of those below it few are what is looked for.
      if byte <= comma, byte == comma || byte == quote || byte == 0x0D || byte == 0x0A {
        return true
      }
    }
    return isBlank(field[0]) || isBlank(field[field.count - 1])
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
