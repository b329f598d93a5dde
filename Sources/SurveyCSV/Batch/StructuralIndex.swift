import CByteMask

/// Where the fields and records of a stretch of bytes end, found by the stage-1 scan.
///
/// The scan takes regular records only: quotes open at a field's start and close at its end, which is
/// what libcsv's strict mode reads. It stops at the first byte that is not so.
struct StructuralIndex {
  /// Why the scan ended where it did.
  enum Stop {
    /// The bytes came to their end.
    case end
    /// Something irregular stands in the record that begins at ``consumed``.
    case irregular
    /// There was no more room.
    case capacity
  }

  /// For each record, the number of fields up to and with its last.
  private(set) var recordEnds: [UInt32]
  /// For each record, bits of `cbm_record_flag`.
  private(set) var recordFlags: [UInt8]
  private(set) var recordCount = 0
  private(set) var fieldCount = 0
  /// Where the scan began.
  private(set) var begin = 0
  /// The offset in the buffer behind the last whole record's line end.
  private(set) var consumed = 0
  /// The physical line ends in the records found.
  private(set) var lineEnds = 0
  private(set) var stop = Stop.end
  /// Whether the last record ends with the source and not with a line end.
  private(set) var endsWithoutLineEnd = false

  /// How many bytes behind a stretch may be looked at.
  static let padding = 64

  private static let recordCapacity = 4_096
  private let separator: UInt8
  private let instructionSet: InstructionSet

  init(separator: UInt8, instructionSet: InstructionSet) {
    self.separator = separator
    self.instructionSet = instructionSet
    recordEnds = [UInt32](repeating: 0, count: Self.recordCapacity)
    recordFlags = [UInt8](repeating: 0, count: Self.recordCapacity)
  }

  /// Scans a stretch that begins with a record; field ends, as offsets in the buffer, are written
  /// to `fieldEnds` from the entry `first` on.
  ///
  /// - Precondition: ``padding`` bytes follow the stretch in the buffer.
  mutating func scan(
    _ buffer: borrowing [UInt8], from begin: Int, to end: Int, isLast: Bool,
    fieldEnds: inout [UInt32], first: Int
  ) {
    precondition(begin >= 0 && begin <= end && end + Self.padding <= buffer.count)
    precondition(first >= 0 && first < fieldEnds.count)
    self.begin = begin
    var scan = unsafe cbm_scan()
    // SAFETY: the scan reads the stretch and up to 64 bytes behind it, and writes at most as many
    // entries as it is told that there is room for; it keeps no pointer.
    unsafe buffer.withUnsafeBufferPointer { bytes in
      unsafe fieldEnds.withUnsafeMutableBufferPointer { fields in
        unsafe recordEnds.withUnsafeMutableBufferPointer { records in
          unsafe recordFlags.withUnsafeMutableBufferPointer { flags in
            unsafe scan.bytes = bytes.baseAddress.map { unsafe $0 + begin }
            unsafe scan.count = end - begin
            unsafe scan.separator = separator
            unsafe scan.quote = 0x22
            unsafe scan.is_last = isLast
            unsafe scan.field_ends = fields.baseAddress.map { unsafe $0 + first }
            unsafe scan.field_capacity = fields.count - first
            unsafe scan.record_ends = records.baseAddress
            unsafe scan.record_flags = flags.baseAddress
            unsafe scan.record_capacity = records.count
            unsafe cbm_scan_records(instructionSet.code, &scan)
          }
        }
      }
    }
    recordCount = unsafe scan.record_count
    fieldCount = unsafe scan.field_count
    consumed = unsafe begin + scan.consumed
    lineEnds = unsafe Int(scan.line_ends)
    let last = consumed > begin ? buffer[consumed - 1] : 0x0A
    endsWithoutLineEnd = last != 0x0A && last != 0x0D
    if begin > 0 {
      // The scan counts from where it began.
      for entry in first..<first + fieldCount {
        fieldEnds[entry] += UInt32(truncatingIfNeeded: begin)
      }
    }
    stop =
      switch unsafe scan.stop {
      case CBM_STOP_IRREGULAR: .irregular
      case CBM_STOP_CAPACITY: .capacity
      default: .end
      }
  }
}

extension StructuralIndex {
  /// Whether a doubled quote stands in a record.
  @inline(__always)
  func hasDoubledQuote(_ record: Int) -> Bool {
    recordFlags[record] & UInt8(truncatingIfNeeded: CBM_DOUBLED.rawValue) != 0
  }

  /// The number of fields of the records before one.
  @inline(__always)
  func firstField(of record: Int) -> Int {
    record == 0 ? 0 : Int(recordEnds[record - 1])
  }

  /// Where a record begins in the buffer; behind the last one, where the scan ended.
  func start(
    of record: Int, in buffer: borrowing [UInt8], fieldEnds: borrowing [UInt32], firstField: Int
  ) -> Int {
    if record == 0 { return begin }
    if record == recordCount { return consumed }
    let end = Int(fieldEnds[firstField + self.firstField(of: record) - 1])
    return end + (buffer[end] == 0x0D && buffer[end + 1] == 0x0A ? 2 : 1)
  }
}
