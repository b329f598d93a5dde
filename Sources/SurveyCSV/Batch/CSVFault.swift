import CByteMask

/// Why a record's bytes could not be split into the header's number of fields.
public enum CSVFaultCode: String, Sendable, CaseIterable {
  /// A quoted field is not closed on its line, and what follows does not close it properly either.
  case unclosedQuote = "csv.unclosed-quote"
  /// Text stands after a closing quote on the record's first line.
  case textAfterQuote = "csv.text-after-quote"
  /// The record has more or fewer fields than the header.
  case fieldCount = "csv.field-count"
  /// The record is longer than the limit.
  case recordTooLong = "csv.record-too-long"
  /// The record has more fields than the limit.
  case tooManyFields = "csv.too-many-fields"
  /// A line that is left over from a broken record before it.
  case fragment = "csv.fragment"
}

/// A record that was rejected because of its bytes.
public struct CSVFault: Sendable, Equatable {
  /// What is wrong.
  public let code: CSVFaultCode
  /// The physical line on which the record begins, from 1.
  public internal(set) var line: UInt64
  /// The offset of its first byte in the source, from 0.
  public let byteOffset: UInt64
  /// The offset of the broken record that it is left over from; its own where it is none.
  public let brokenAt: UInt64
  /// The number of records of the batch that come before it.
  public let recordsBefore: Int
  /// The number of fields found, where the record could be split at all; else `nil`.
  public let fieldCount: Int?
  /// The bytes of its first physical line without the line end, cut at the record limit.
  ///
  /// Reading resumes behind that line, so what else it may have had comes back on its own.
  public let raw: [UInt8]

  /// Whether the bytes are valid UTF-8.
  package var isText: Bool {
    // SAFETY: the validator reads only what it is given.
    unsafe raw.withUnsafeBufferPointer { bytes in
      unsafe cbm_is_utf8(InstructionSet.best.code, bytes.baseAddress, bytes.count)
    }
  }
}
