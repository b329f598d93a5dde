/// Reads a source record by record, a batch at a time, with libcsv deciding what the bytes mean.
///
/// Memory is bounded by two blocks, one record's limit and the batch, whatever the source holds.
/// What comes out does not depend on how the bytes come in: neither on the size of reads nor, but
/// for where batches end, on that of blocks. See `RecordLadder.swift` for how records are read.
public struct RecordReader: ~Copyable {
  /// The columns' names as they stand in the file, untrimmed.
  public let header: [String]
  /// The physical line on which the header begins, from 1.
  public let headerLine: UInt64
  /// The offset of the header's first byte; a byte order mark comes before it.
  public let headerByteOffset: UInt64
  /// The byte between two fields.
  public let separator: UInt8

  private var ladder: RecordLadder
  private let blockSize: Int
  private var blankCountAboveHeader: Int

  /// Opens a source and reads its header, the first record that is not blank.
  ///
  /// - Parameters:
  ///   - source: The bytes: UTF-8, with or without a byte order mark.
  ///   - dialect: The separator, if it is known, and the limits.
  ///   - blockSize: How many bytes are read at once, and the rough size of a batch.
  /// - Throws: ``CSVHeaderError``, or ``ByteSourceError`` as ``ByteSource/read(into:)`` throws it.
  public init(
    _ source: consuming ByteSource, dialect: CSVDialect = CSVDialect(), blockSize: Int = 256 << 10
  ) throws {
    self.blockSize = min(max(1, blockSize), 1 << 28)
    var ladder = RecordLadder(source, limits: dialect.limits, blockSize: self.blockSize)
    let reading = try ladder.readHeader(separator: dialect.separator)
    header = reading.names
    headerLine = reading.line
    headerByteOffset = reading.byteOffset
    separator = reading.separator
    blankCountAboveHeader = reading.blankCount
    ladder.width = reading.names.count
    self.ladder = ladder
  }

  /// The name of the source.
  public var name: String { ladder.window.source.name }

  /// The size of the source as it stands, compressed or not, in bytes, where it is known before
  /// reading.
  public var size: Int? { ladder.window.source.size }

  /// The source's compression, if there is one.
  public var compression: Compression? { ladder.window.source.compression }

  /// How many of the `size` bytes have been read so far; ``bytesRead`` where nothing is compressed.
  public var rawBytesRead: UInt64 { ladder.window.source.rawBytesRead }

  /// The unpacked bytes read from the source so far: all of them once ``next(into:)`` has returned false.
  public var bytesRead: UInt64 { ladder.window.source.bytesRead }

  /// The 128-bit XXH3 of the bytes read so far: final once ``next(into:)`` has returned false.
  public var digest: XXH128Digest { ladder.window.source.digest }

  /// The physical lines of the header, records, faults and blanks so far.
  public var lineCount: UInt64 { ladder.line - 1 }

  /// The bytes fed to libcsv so far: the reader's work.
  var bytesFed: UInt64 { ladder.parser.bytesFed }

  /// Fills a batch with about one block of records; false, and an empty batch, at the end.
  ///
  /// The batch's storage is used again. Blank lines above the header are counted in the first one.
  ///
  /// - Throws: ``ByteSourceError`` as ``ByteSource/read(into:)`` throws it; the batch then holds what
  ///   came before.
  /// - Complexity: O(*n*) in the bytes read: none is parsed more than five times.
  public mutating func next(into batch: inout RecordBatch) throws(ByteSourceError) -> Bool {
    batch.removeAll()
    batch.width = header.count
    batch.blankCount = blankCountAboveHeader
    blankCountAboveHeader = 0
    ladder.exchangeBatch(with: &batch)
    defer {
      ladder.exchangeBatch(with: &batch)
      batch.checkText()
    }
    do throws(ByteSourceError) {
      return try fill()
    } catch {
      ladder.abandonRecord()
      throw error
    }
  }

  private mutating func fill() throws(ByteSourceError) -> Bool {
    let blockEnd = ladder.window.offset + UInt64(blockSize)
    var isEmpty = ladder.parser.sink.batch.blankCount == 0
    while ladder.window.offset < blockEnd {
      if case .end = try ladder.read() { return !isEmpty }
      isEmpty = false
    }
    return true
  }
}

// SAFETY: the buffers, the parser and the source belong to this one value, which cannot be copied.
extension RecordReader: @unchecked Sendable {}
