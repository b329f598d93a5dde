import CByteMask

/// The versions that this processor can run.
let byteMaskVersions = [CBM_PORTABLE, CBM_SSE2, CBM_AVX2, CBM_AVX512, CBM_NEON].filter {
  cbm_supported($0)
}

/// The arrays that a scan writes to, and what is known of a scan apart from them.
@safe final class ScanOutput {
  /// The largest capacity; a few entries after it show whether anything was written there.
  static let capacity = 512
  private static let guarded = 8
  private static let untouched: UInt32 = 0xDEAD_BEEF

  private let words = UnsafeMutableBufferPointer<UInt32>.allocate(
    capacity: 2 * (capacity + guarded))
  let recordFlags = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: capacity + guarded)
  var fieldCount = 0
  var recordCount = 0
  var consumed = 0
  var lineEnds: UInt64 = 0
  var irregular = 0
  var stop = CBM_STOP_END

  init() {
    unsafe words.initialize(repeating: 0)
    unsafe recordFlags.initialize(repeating: 0)
  }

  deinit {
    unsafe words.deallocate()
    unsafe recordFlags.deallocate()
  }

  private func array(_ index: Int) -> UnsafeMutablePointer<UInt32> {
    // SAFETY: `words` holds two arrays of this length.
    unsafe words.baseAddress.unsafelyUnwrapped + index * (Self.capacity + Self.guarded)
  }

  var fieldEnds: UnsafeMutablePointer<UInt32> { unsafe array(0) }
  var recordEnds: UnsafeMutablePointer<UInt32> { unsafe array(1) }

  /// Marks the entries from the capacities on.
  func guardCapacities(fields: Int, records: Int) {
    for index in 0..<Self.guarded {
      // SAFETY: a capacity is at most `Self.capacity`.
      unsafe fieldEnds[fields + index] = Self.untouched
      unsafe recordEnds[records + index] = Self.untouched
      unsafe recordFlags[records + index] = UInt8(truncatingIfNeeded: Self.untouched)
    }
  }

  func isGuardIntact(fields: Int, records: Int) -> Bool {
    // SAFETY: as above.
    for index in 0..<Self.guarded {
      guard unsafe fieldEnds[fields + index] == Self.untouched else { return false }
      guard unsafe recordEnds[records + index] == Self.untouched else { return false }
      guard unsafe recordFlags[records + index] == UInt8(truncatingIfNeeded: Self.untouched)
      else { return false }
    }
    return true
  }

  /// Whether both scans found the same.
  func matches(_ other: ScanOutput) -> Bool {
    guard fieldCount == other.fieldCount, recordCount == other.recordCount,
      consumed == other.consumed, lineEnds == other.lineEnds, irregular == other.irregular,
      stop == other.stop
    else { return false }
    // SAFETY: counts are at most `Self.capacity`.
    for index in 0..<fieldCount where unsafe fieldEnds[index] != other.fieldEnds[index] {
      return false
    }
    for index in 0..<recordCount {
      guard unsafe recordEnds[index] == other.recordEnds[index],
        unsafe recordFlags[index] == other.recordFlags[index]
      else { return false }
    }
    return true
  }

  /// What was found, to be read.
  var text: String {
    // SAFETY: counts are at most `Self.capacity`.
    let fields = (0..<fieldCount).map { unsafe fieldEnds[$0] }
    let records = (0..<recordCount).map {
      unsafe "\(recordEnds[$0])/\(recordFlags[$0])"
    }
    return "fields \(fields) records \(records) consumed \(consumed) lines \(lineEnds) "
      + "irregular \(irregular) stop \(stop.rawValue)"
  }
}

/// A scan's input: bytes with others after them that must not matter.
struct ScanInput {
  /// What stands after the bytes: all that would change the result if it were looked at.
  private static let padding = [UInt8]("\"\",\n;|\t\"x\"y\r\n".utf8)

  let padded: [UInt8]
  let count: Int
  var separator = UInt8(ascii: ",")
  var quote = UInt8(ascii: "\"")
  var isLast = false
  var fieldCapacity = ScanOutput.capacity
  var recordCapacity = ScanOutput.capacity

  init(_ bytes: [UInt8]) {
    var padded = bytes
    padded.reserveCapacity(bytes.count + Int(CBM_STEP) + Self.padding.count)
    while padded.count < bytes.count + Int(CBM_STEP) { padded += Self.padding }
    self.padded = padded
    count = bytes.count
  }

  func scan(with version: cbm_isa, into output: ScanOutput) {
    // SAFETY: the arrays have room for the largest capacity, the bytes have their padding.
    unsafe padded.withUnsafeBufferPointer { bytes in
      var scan = unsafe cbm_scan()
      unsafe scan.bytes = bytes.baseAddress
      unsafe scan.count = count
      unsafe scan.separator = separator
      unsafe scan.quote = quote
      unsafe scan.is_last = isLast
      unsafe scan.field_ends = output.fieldEnds
      unsafe scan.field_capacity = fieldCapacity
      unsafe scan.record_ends = output.recordEnds
      unsafe scan.record_flags = output.recordFlags.baseAddress
      unsafe scan.record_capacity = recordCapacity
      unsafe cbm_scan_records(version, &scan)
      output.fieldCount = unsafe scan.field_count
      output.recordCount = unsafe scan.record_count
      output.consumed = unsafe scan.consumed
      output.lineEnds = unsafe scan.line_ends
      output.irregular = unsafe scan.irregular
      output.stop = unsafe scan.stop
    }
  }
}

/// The scan, a byte at a time and from its description alone.
struct ReferenceScan {
  private enum State {
    case fieldStart
    case unquoted
    case quoted
    case afterQuote
  }

  let input: ScanInput
  let output: ScanOutput
  private var state = State.fieldStart
  private var fields = 0
  private var lines: UInt64 = 0
  private var flags: UInt8 = 0

  init(_ input: ScanInput, into output: ScanOutput) {
    self.input = input
    self.output = output
  }

  mutating func run() {
    output.recordCount = 0
    output.fieldCount = 0
    output.consumed = 0
    output.lineEnds = 0
    output.irregular = input.count
    output.stop = passThrough()
    if output.stop == CBM_STOP_END && input.isLast { endLast() }
  }

  private func hasRoom(_ room: Int) -> Bool {
    input.fieldCapacity - fields >= room && input.recordCapacity - output.recordCount >= room
  }

  private mutating func passThrough() -> cbm_stop {
    let (cr, lf) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
    let quote = input.quote == input.separator ? nil : input.quote
    var end = input.count
    if end > 0 && !input.isLast && input.padded[end - 1] == cr { end -= 1 }
    var previous: UInt8 = 0
    for offset in 0..<end {
      if offset % 64 == 0 && !hasRoom(64) { return CBM_STOP_CAPACITY }
      let byte = input.padded[offset]
      let isSecond = byte == lf && previous == cr
      previous = byte
      if state == .quoted {
        if (byte == cr || byte == lf) && !isSecond { lines += 1 }
        if byte == quote { state = .afterQuote }
        continue
      }
      if isSecond { continue }
      if byte == input.separator {
        endField(at: offset)
      } else if byte == cr || byte == lf {
        lines += 1
        endField(at: offset)
        let isPair = byte == cr && offset + 1 < end && input.padded[offset + 1] == lf
        endRecord(consumed: offset + (isPair ? 2 : 1))
      } else if byte == quote {
        if state == .unquoted { return stop(at: offset) }
        flags |= UInt8(CBM_QUOTED.rawValue)
        if state == .afterQuote { flags |= UInt8(CBM_DOUBLED.rawValue) }
        state = .quoted
      } else if state == .afterQuote {
        return stop(at: offset)
      } else {
        state = .unquoted
      }
    }
    return CBM_STOP_END
  }

  private func stop(at offset: Int) -> cbm_stop {
    output.irregular = offset
    return CBM_STOP_IRREGULAR
  }

  private mutating func endField(at offset: Int) {
    // SAFETY: there is room for the fields of a step, and for one at the end.
    unsafe output.fieldEnds[fields] = UInt32(offset)
    fields += 1
    state = .fieldStart
  }

  private mutating func endRecord(consumed: Int) {
    // SAFETY: as above.
    unsafe output.recordEnds[output.recordCount] = UInt32(fields)
    unsafe output.recordFlags[output.recordCount] = flags
    output.recordCount += 1
    output.fieldCount = fields
    output.consumed = consumed
    output.lineEnds = lines
    flags = 0
  }

  private mutating func endLast() {
    guard state != .quoted && output.consumed < input.count else { return }
    guard hasRoom(1) else {
      output.stop = CBM_STOP_CAPACITY
      return
    }
    endField(at: input.count)
    endRecord(consumed: input.count)
  }
}
