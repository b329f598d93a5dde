/// Reads a source record by record, a batch at a time, with libcsv deciding what the bytes mean.
///
/// Memory is bounded by two blocks, one record's limit and the batch, whatever the source holds.
/// What comes out does not depend on how the bytes come in: neither on the size of reads nor, but
/// for where batches end, on that of blocks. See `RecordLadder.swift` for how records are read.
public struct RecordReader: ~Copyable {
  /// The columns' names as they stand in the file, untrimmed.
  public private(set) var header: [String]
  /// The physical line on which the header begins, from 1.
  public private(set) var headerLine: UInt64
  /// How many headers have been read: more than one only where more are watched for.
  package private(set) var headerCount = 1
  /// The offset of the header's first byte; a byte order mark comes before it.
  public let headerByteOffset: UInt64
  /// The lines above the header that are not blank, ascending.
  public let linesAboveHeader: [LineAboveHeader]
  /// The lines of the header at hand, as they stand in the file.
  public private(set) var headerLines: [HeaderLine]
  /// The byte between two fields.
  public let separator: UInt8

  private var window: ByteWindow
  private var ladder: RecordLadder
  private var scanner: RecordScanner
  private let engine: Engine
  private let instructionSet: InstructionSet
  private let blockSize: Int
  private var blankCountAboveHeader: Int
  private var turn: HeaderTurn
  private var pause = BlockPause()

  /// What finds the records; both find the same.
  public enum Engine: Sendable, Equatable {
    /// The scan, with libcsv for what is irregular.
    case scan(InstructionSet)
    /// libcsv alone: slower, and what the scan is held against.
    case libcsv

    /// The fastest on this machine.
    public static let best = Engine.scan(.best)
  }

  /// Opens a source and reads its header: the first record that `isHeader` recognises, within 64 KiB
  /// and 50 lines; where it recognises none, the first record that is not blank.
  ///
  /// - Parameters:
  ///   - source: The bytes: UTF-8, with or without a byte order mark.
  ///   - dialect: The separator, if it is known, and the limits.
  ///   - blockSize: How many bytes are read at once, and the rough size of a batch.
  ///   - engine: What finds the records.
  ///   - isHeader: Whether these names are a header's, and not a title's; also lets a first line
  ///     `sep=;` name the separator.
  /// - Throws: ``CSVHeaderError``, or ``ByteSourceError`` as ``ByteSource/read(into:)`` throws it.
  public init(
    _ source: consuming ByteSource, dialect: CSVDialect = CSVDialect(), blockSize: Int = 128 << 10,
    engine: Engine = .best, isHeader: (([String]) -> Bool)? = nil
  ) throws {
    self.blockSize = min(max(1, blockSize), 1 << 28)
    var window = ByteWindow(source, blockSize: self.blockSize)
    var ladder = RecordLadder(limits: dialect.limits)
    let reading = try ladder.readHeader(
      of: &window, separator: dialect.separator, form: dialect.header, isHeader: isHeader)
    header = reading.names
    headerLine = reading.line
    headerByteOffset = reading.byteOffset
    linesAboveHeader = reading.linesAbove
    headerLines = reading.lines
    separator = reading.separator
    blankCountAboveHeader = reading.blankCount
    ladder.width = reading.names.count
    turn = HeaderTurn(
      names: reading.names,
      form: reading.lines.count > 1 ? dialect.header : .one)
    self.engine = engine
    if case .scan(let wanted) = engine {
      instructionSet = wanted.isSupported ? wanted : .portable
    } else {
      instructionSet = .best
    }
    let rule = RegularRecord(
      width: reading.names.count, separator: reading.separator,
      longest: dialect.limits.recordBytes)
    scanner = RecordScanner(
      rule: rule, blockSize: self.blockSize, instructionSet: instructionSet)
    self.window = window
    self.ladder = ladder
  }

  /// The name of the source.
  public var name: String { window.source.name }

  /// The size of the source as it stands, compressed or not, in bytes, where it is known before
  /// reading.
  public var size: Int? { window.source.size }

  /// The source's compression, if there is one.
  public var compression: Compression? { window.source.compression }

  /// How many of the `size` bytes have been read so far; ``bytesRead`` where nothing is compressed.
  public var rawBytesRead: UInt64 { window.source.rawBytesRead }

  /// The unpacked bytes read from the source so far: all of them once ``next(into:)`` has returned false.
  public var bytesRead: UInt64 { window.source.bytesRead }

  /// The 128-bit XXH3 of the bytes read so far: final once ``next(into:)`` has returned false.
  public var digest: XXH128Digest { window.source.digest }

  /// The SHA-256 of the bytes read so far, if the source computes it; final like ``digest``.
  public var sha256: SHA256Digest? { window.source.sha256 }

  /// What was found of lines in other encodings, where the source is watched; final like ``digest``.
  package var encodingDoubts: EncodingDoubts? { window.source.encodingDoubts }

  /// The physical lines of the header, records, faults and blanks so far.
  public var lineCount: UInt64 { window.line - 1 }

  /// The bytes fed to libcsv so far: the reader's work.
  var bytesFed: UInt64 { ladder.bytesFed }

  /// Fills a batch with about one block of records; false, and an empty batch, at the end.
  ///
  /// The batch's storage is used again. Blank lines above the header are counted in the first one.
  ///
  /// - Throws: ``ByteSourceError`` as ``ByteSource/read(into:)`` throws it; the batch then holds what
  ///   came before.
  /// - Complexity: O(*n*) in the bytes read: none is parsed more than five times.
  public mutating func next(into batch: inout RecordBatch) throws(ByteSourceError) -> Bool {
    defer { batch.checkText() }
    return try nextUnchecked(into: &batch)
  }

  /// Watches for headers among the records from now on.
  ///
  /// Before a new header a batch ends; the next one is empty, and with it ``header``,
  /// ``headerLine`` and ``headerCount`` change.
  package mutating func watch(for headers: HeaderWatch) {
    turn.watch = headers
    scanner.rule.names = headers.names
  }

  /// Steps over the records next to come that are further lines of the header; gives them.
  ///
  /// - Parameters:
  ///   - most: how many they are at most.
  ///   - areFurther: how many are, of the texts of so many records and of the one below them.
  /// - Throws: ``ByteSourceError`` as ``ByteSource/read(into:)`` throws it.
  package mutating func skipHeaderLines(
    upTo most: Int, where areFurther: ([[String]]) -> Int
  ) throws(ByteSourceError) -> [LineAboveHeader] {
    let ahead = try ladder.recordsAhead(in: &window, upTo: most + 1)
    let count = areFurther(ahead.map(\.names))
    return ahead.prefix(count).map { record in
      let line = LineAboveHeader(line: window.line, fields: RecordLadder.fields(record.names))
      window.advance(by: record.end, lines: record.lines)
      return line
    }
  }

  /// ``next(into:)`` without a check of the text: whoever takes the batch calls `checkText()`, at best in
  /// another thread.
  package mutating func nextUnchecked(
    into batch: inout RecordBatch
  ) throws(ByteSourceError) -> Bool {
    pause.noteBatch()
    empty(&batch)
    batch.blankCount = blankCountAboveHeader
    blankCountAboveHeader = 0
    defer { batch.doubtfulLines = window.takeDoubtfulLines() }
    if takeHeader(for: &batch) { return true }
    let isFilled =
      switch engine {
      case .scan: try scanner.fill(&batch, from: &window, by: &ladder, &turn)
      case .libcsv: try fillByLibCSV(&batch)
      }
    return isFilled || takeHeader(for: &batch)
  }

  private func empty(_ batch: inout RecordBatch) {
    batch.removeAll()
    batch.width = header.count
    batch.instructionSet = instructionSet
  }

  /// Steps over the new header at the front, if there is one.
  private mutating func takeHeader(for batch: inout RecordBatch) -> Bool {
    guard let found = turn.take() else { return false }
    header = found.names
    headerLine = window.line
    headerLines = found.cells.map {
      HeaderLine(line: window.line + UInt64($0.linesBefore), cells: $0.names)
    }
    headerCount += 1
    ladder.width = found.names.count
    ladder.noteRecord()
    scanner.rule.width = found.names.count
    window.advance(by: found.end, lines: found.lines)
    batch.width = found.names.count
    return true
  }

  private mutating func fillByLibCSV(
    _ batch: inout RecordBatch
  ) throws(ByteSourceError) -> Bool {
    defer { batch.placeBareValues() }
    let blockEnd = window.offset + UInt64(blockSize)
    do throws(ByteSourceError) {
      while window.offset < blockEnd, !batch.isFullOfFaults {
        if try turn.comesNext(in: &window, of: ladder) { break }
        if case .end = try ladder.read(&window, into: &batch) { break }
      }
    } catch {
      ladder.abandonRecord()
      throw error
    }
    return !batch.isEmpty
  }
}

// MARK: - Blocks

extension RecordReader {
  /// Fills a batch with the bytes of about one block, in which nobody has looked for records yet.
  ///
  /// `BlockScanner.swift` says what becomes of it. False if there can be none, as at the end: then
  /// ``next(into:)`` goes on, and says why, once all blocks before are known to be right.
  public mutating func takeBlock(into batch: inout RecordBatch) -> Bool {
    guard case .scan = engine, window.source.encoding == .utf8, !pause.isOn, turn.ahead == nil,
      blankCountAboveHeader == 0, !scanner.beginsTooLong, !ladder.isAfterBreak
    else { return false }
    window.pin()
    let end = blockEnd()
    guard end > 0 else {
      window.unpin()
      return false
    }
    empty(&batch)
    batch.sourcePlace = .init(record: 0, line: 0, byteOffset: window.offset)
    batch.sourceLength = window.sourceLength
    window.advance(by: end, lines: 0)
    window.handOver(to: &batch.bytes)
    batch.noteSource(end)
    pause.noteBlock()
    return true
  }

  /// Where the last record of a block ends if all quotes in it are regular; 0 where nobody knows.
  private mutating func blockEnd() -> Int {
    do throws(ByteSourceError) { try window.require(blockSize) } catch { return 0 }
    return window.isAtEnd ? window.count : window.lastRecordEnd(by: instructionSet)
  }

  /// What the records of a block taken now are like.
  public var blockRule: BlockRule {
    BlockRule(
      regular: scanner.rule, mostFields: ladder.limits.fields, instructionSet: instructionSet)
  }

  /// Takes back a block that is not as it was guessed to be, with all that were taken after it; it is
  /// read anew by ``next(into:)``.
  ///
  /// - Parameters:
  ///   - block: the block, which is empty afterwards.
  ///   - behind: what ``RecordBatch/takeBytes()`` gave of those after it, in their order.
  ///   - line: the physical line on which it begins.
  public mutating func takeBack(
    _ block: inout RecordBatch, behind: [ArraySlice<UInt8>], line: UInt64
  ) {
    let offset = block.sourcePlace.byteOffset
    window.takeBack([block.takeBytes()] + behind, line: line, offset: offset)
    pause.noteReturn()
  }

  /// The physical line on which the record next to come begins.
  ///
  /// Nobody counts the lines of a block while it is taken; whoever does so later tells the reader.
  public var nextLine: UInt64 {
    get { window.line }
    set { window.setLine(newValue) }
  }
}

// SAFETY: the buffers, the parser and the source belong to this one value, which cannot be copied.
extension RecordReader: @unchecked Sendable {}
