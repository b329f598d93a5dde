import CLibCSV

/// libcsv, one record at a time, in one of the three ways that the reader reads a record.
///
/// libcsv knows no lines, reports a position only on an error, and cannot be stopped from a
/// callback; so it is fed a physical line at a time, and its state between two lines is all that
/// the reader asks for: did the record end, or an error occur, or is a quote still open?
@safe struct LibCSVParser: ~Copyable {
  /// How strictly a record is read.
  enum Mode {
    /// RFC 4180 to the letter; spaces belong to the field.
    case strict
    /// Strict, but spaces and tabs round a field or its quotes are taken off.
    case strictTrimming
    /// A quote may stand anywhere; spaces belong to the field.
    case lenient
  }

  /// What libcsv made of a line.
  enum Outcome {
    /// The record ended with the line.
    case ended
    /// A quote is still open at the line's end.
    case open
    /// Something stands where strict mode has nothing.
    case failed(QuoteError)
  }

  /// What strict mode does not take.
  struct QuoteError {
    /// Whether it follows a closing quote; else it is a quote in an unquoted field.
    var isAfterQuote: Bool
    /// Whether there is a space or tab next to it that trimming might take off.
    var mayBeTrimmed: Bool
  }

  /// All bytes ever fed; the reader's work, for tests.
  private(set) var bytesFed: UInt64 = 0
  private let parser: UnsafeMutablePointer<csv_parser>
  private let sinkPointer: UnsafeMutablePointer<FieldSink>

  init() {
    // SAFETY: `deinit` frees both; libcsv keeps no pointer to either between calls.
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: csv_parser())
    unsafe sinkPointer = .allocate(capacity: 1)
    unsafe sinkPointer.initialize(to: FieldSink())
    unsafe _ = csv_init(parser, 0)
    unsafe csv_set_blk_size(parser, 4_096)
    begin(.strict)
  }

  deinit {
    // SAFETY: both were initialised in `init` and are used by this value alone.
    unsafe csv_free(parser)
    unsafe parser.deallocate()
    unsafe sinkPointer.deinitialize(count: 1)
    unsafe sinkPointer.deallocate()
  }

  /// The record that is being read, or has been read last.
  private(set) var record: FieldSink {
    // SAFETY: the pointer is valid and initialised as long as `self` is.
    _read { yield unsafe sinkPointer.pointee }
    _modify { yield unsafe &sinkPointer.pointee }
  }

  /// How many fields of a record are kept; the others are counted only.
  var keptFields: Int {
    get { record.keptFields }
    set { record.keptFields = newValue }
  }

  /// The byte between two fields.
  mutating func setSeparator(_ separator: UInt8) {
    // SAFETY: libcsv sets a member of the parser.
    unsafe csv_set_delim(parser, separator)
  }

  /// Forgets the record that is being read and begins one in another mode.
  mutating func begin(_ mode: Mode) {
    // SAFETY: without options and callbacks, `csv_fini` only resets the parser's state.
    unsafe _ = csv_set_opts(parser, 0)
    unsafe _ = csv_fini(parser, nil, nil, nil)
    let strictness = mode == .lenient ? 0 : CSV_STRICT | CSV_STRICT_FINI
    unsafe _ = csv_set_opts(parser, UInt8(strictness))
    unsafe csv_set_space_func(parser, mode == .strictTrimming ? nil : isNeverSpace)
    record.beginRecord()
  }

  /// Forgets the record that was read, and goes on with the next in the same mode.
  mutating func beginRecord() {
    record.beginRecord()
  }

  /// Feeds one physical line with its line end; the source's last line is given one if it has none.
  mutating func feed(_ line: Span<UInt8>, isTerminated: Bool) -> Outcome {
    let count = line.count
    bytesFed += UInt64(count)
    // SAFETY: libcsv reads `count` bytes and calls back only during the call; the context is the
    // sink that the callbacks take it for, and nothing else touches it meanwhile.
    return unsafe line.withUnsafeBufferPointer { line in
      var read = unsafe csv_parse(
        parser, line.baseAddress, count, takeField, takeRecordEnd, sinkPointer)
      if read == count, !isTerminated {
        var lineFeed: UInt8 = 0x0A
        read += unsafe csv_parse(parser, &lineFeed, 1, takeField, takeRecordEnd, sinkPointer) - 1
      }
      if read < count { return unsafe .failed(error(in: line, at: read)) }
      return record.isEnded ? .ended : .open
    }
  }

  private func error(in line: UnsafeBufferPointer<UInt8>, at position: Int) -> QuoteError {
    // SAFETY: libcsv stops at a byte of the line; the one before it is looked at if there is one.
    let isAfterQuote = unsafe parser.pointee.quoted != 0
    let neighbour = unsafe line[isAfterQuote ? position : max(0, position - 1)]
    return QuoteError(
      isAfterQuote: isAfterQuote, mayBeTrimmed: neighbour == 0x20 || neighbour == 0x09)
  }
}

private let isNeverSpace: @convention(c) (UInt8) -> Int32 = { _ in 0 }

private let takeField:
  @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
    bytes, count, context in
    guard let context = unsafe context else { return }
    // SAFETY: the context is the sink that `feed` passed; `bytes` holds `count` bytes.
    let sink = unsafe context.assumingMemoryBound(to: FieldSink.self)
    let field = unsafe UnsafeBufferPointer(
      start: bytes?.assumingMemoryBound(to: UInt8.self), count: count)
    unsafe sink.pointee.takeField(Span(_unsafeElements: field))
  }

private let takeRecordEnd: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = {
  _, context in
  guard let context = unsafe context else { return }
  // SAFETY: the context is the sink that `feed` passed.
  unsafe context.assumingMemoryBound(to: FieldSink.self).pointee.takeRecordEnd()
}
