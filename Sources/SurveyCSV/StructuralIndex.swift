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
  private(set) var recordCount = 0
  private(set) var fieldCount = 0
  /// Where the scan began.
  private(set) var begin = 0
  /// The offset in the buffer behind the last whole record's line end.
  private(set) var consumed = 0
  /// The physical line ends in the records found.
  private(set) var lineEnds = 0
  private(set) var stop = Stop.end

  private let separator: UInt8
  private let instructionSet: InstructionSet

  init(separator: UInt8, instructionSet: InstructionSet) {
    self.separator = separator
    self.instructionSet = instructionSet
    recordEnds = [UInt32](repeating: 0, count: 4_096)
  }

  /// Scans a stretch that begins with a record; field ends, as offsets in the buffer, are written
  /// to `fieldEnds` from the entry `first` on.
  ///
  /// - Precondition: ``ByteWindow/padding`` bytes follow the stretch in the buffer.
  mutating func scan(
    _ buffer: borrowing [UInt8], from begin: Int, to end: Int, isLast: Bool,
    fieldEnds: inout [UInt32], first: Int
  ) {
    precondition(begin >= 0 && begin <= end && end + ByteWindow.padding <= buffer.count)
    precondition(first >= 0 && first < fieldEnds.count)
    self.begin = begin
    var scan = cbm_scan_job()
    // SAFETY: the scan reads the stretch and up to 64 bytes behind it, and writes at most as many
    // entries as it is told that there is room for; it keeps no pointer.
    unsafe buffer.withUnsafeBufferPointer { bytes in
      unsafe fieldEnds.withUnsafeMutableBufferPointer { fields in
        unsafe recordEnds.withUnsafeMutableBufferPointer { records in
          unsafe scan.bytes = bytes.baseAddress
          scan.begin = begin
          scan.end = end
          scan.is_last = isLast
          scan.separator = separator
          scan.quote = 0x22
          unsafe scan.field_ends = fields.baseAddress.map { unsafe $0 + first }
          scan.field_capacity = fields.count - first
          unsafe scan.record_ends = records.baseAddress
          scan.record_capacity = records.count
          unsafe cbm_scan(instructionSet.code, &scan)
        }
      }
    }
    recordCount = scan.record_count
    fieldCount = scan.field_count
    consumed = scan.consumed
    lineEnds = Int(scan.line_ends)
    stop =
      switch scan.stop {
      case CBM_STOP_IRREGULAR: .irregular
      case CBM_STOP_CAPACITY: .capacity
      default: .end
      }
  }
}
