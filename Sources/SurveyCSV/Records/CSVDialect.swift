/// How a file writes its records.
public struct CSVDialect: Sendable, Equatable {
  /// The byte between two fields; `nil`, or one that cannot separate, recognises `,`, `;`, a tab or `|`.
  ///
  /// The one is taken that occurs most outside quotes in the first record with text; of two that
  /// occur equally often the first named here; `,` where none occurs.
  public var separator: UInt8?
  /// What one record may hold.
  public var limits: CSVLimits
  /// The lines of its header.
  public var header: HeaderLines

  /// Creates a dialect.
  public init(
    separator: UInt8? = nil, limits: CSVLimits = CSVLimits(), header: HeaderLines = .one
  ) {
    self.separator = separator
    self.limits = limits
    self.header = header
  }

  /// Whether a byte can stand between fields: any of ASCII but a quote, CR and LF.
  ///
  /// A byte above is part of a character: a text that is valid would be cut into fields that are not.
  public static func canSeparate(_ byte: UInt8) -> Bool {
    byte < 0x80 && byte != 0x22 && byte != 0x0D && byte != 0x0A
  }
}

/// What one record may hold; a record over a limit is a fault.
public struct CSVLimits: Sendable, Equatable {
  /// The most bytes of a record, without its line end.
  public let recordBytes: Int
  /// The most fields of a record.
  public let fields: Int

  /// Creates limits; each is at least 1, `recordBytes` at most 256 MiB.
  public init(recordBytes: Int = 1 << 20, fields: Int = 4_096) {
    self.recordBytes = min(max(1, recordBytes), 1 << 28)
    self.fields = max(1, fields)
  }
}
