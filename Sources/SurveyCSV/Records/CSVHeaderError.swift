/// A file whose header cannot be read, so that nothing in it can be.
public struct CSVHeaderError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Code: String, Sendable, CaseIterable {
    /// There are no bytes, or only blank lines.
    case emptyFile = "header.empty-file"
    /// The first record cannot be split into fields; `fault` says why.
    case unreadable = "header.unreadable"
    /// The first record is longer than the limit.
    case tooLong = "header.too-long"
    /// The first record has more fields than the limit.
    case tooManyColumns = "header.too-many-columns"
    /// A column's name is not valid UTF-8.
    case badText = "header.bad-text"
    /// The file is no text; `content` says what it is.
    case notText = "header.not-text"
  }

  /// What a file that is no text is.
  public enum Content: String, Sendable, CaseIterable {
    /// A zip archive, which is also what xlsx, ods and docx files are.
    case zip
    /// A PDF document.
    case pdf
    /// A gzip stream, within a compressed file: one compression has been unpacked.
    case gzip
    /// A Zstandard stream, likewise.
    case zstd
    /// An SQLite database.
    case sqlite
    /// An OLE 2 compound file, which is what xls and doc files are.
    case ole2
    /// UTF-16 text, by its byte order mark.
    case utf16
    /// Something else with NUL bytes in its first record.
    case binary
  }

  /// What is wrong.
  public let code: Code
  /// The physical line on which the header begins, from 1; for `header.empty-file` the last line.
  public let line: UInt64
  /// The column that is wrong, from 1, for `header.bad-text`.
  public let column: Int?
  /// The number of columns, for `header.too-many-columns`.
  public let fieldCount: Int?
  /// Why the header cannot be split, for `header.unreadable`.
  public let fault: CSVFaultCode?
  /// What the file is, for `header.not-text`.
  public let content: Content?

  init(
    _ code: Code, line: UInt64, column: Int? = nil, fieldCount: Int? = nil,
    fault: CSVFaultCode? = nil, content: Content? = nil
  ) {
    self.code = code
    self.line = line
    self.column = column
    self.fieldCount = fieldCount
    self.fault = fault
    self.content = content
  }
}

extension CSVHeaderError.Content {
  /// What the first bytes of a file betray; `nil` for what may be text.
  init?(firstBytes: [UInt8]) {
    let found = Self.signatures.first { firstBytes.starts(with: $0.bytes) }
    guard let found else { return nil }
    self = found.content
  }

  /// The most bytes that a signature has.
  static let signatureLength = 16

  private static let signatures: [(bytes: [UInt8], content: Self)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zip),
    (Array("%PDF".utf8), .pdf),
    ([0x1F, 0x8B], .gzip),
    ([0x28, 0xB5, 0x2F, 0xFD], .zstd),
    (Array("SQLite format 3\0".utf8), .sqlite),
    ([0xD0, 0xCF, 0x11, 0xE0], .ole2),
    ([0xFF, 0xFE], .utf16),
    ([0xFE, 0xFF], .utf16),
  ]
}
