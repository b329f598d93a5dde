/// Counts of one byte each; of one that comes to 256 a note is made, and it begins anew at 0.
///
/// What a record adds to lies in two lines of a processor's cache instead of eight, and the rows of
/// some thousand domains fit into it. A note is made for every 256th addition to the same count.
struct ByteCounts: Sendable {
  /// So many records are taken together.
  private static let chunkSize = 32

  /// The counts, row after row.
  private var low: [UInt8] = []
  /// The places of counts that began anew, as often as they did.
  private var carries: [UInt32] = []

  /// The bytes that are in use.
  var bytes: Int { low.count + carries.count * MemoryLayout<UInt32>.size }

  /// Makes room for so many counts; new ones are 0.
  mutating func reserve(_ size: Int) {
    if low.count < size { low += repeatElement(0, count: size - low.count) }
  }

  /// Forgets all counts; their storage stays.
  mutating func removeAll() {
    low.removeAll(keepingCapacity: true)
    carries.removeAll(keepingCapacity: true)
  }

  /// All counts of so many rows, of `width` each.
  ///
  /// - Complexity: O(counts + notes).
  func rows(_ count: Int, width: Int) -> Rows { Rows(low, carries, count: count, width: width) }

  /// The counts when nothing more is added.
  struct Rows {
    private let width: Int
    private let low: [UInt8]
    /// Within its row, the place of each count that began anew, row after row.
    private let carried: [UInt32]
    /// Where each row's begin among `carried`, and behind the last one their end.
    private let starts: [UInt32]

    fileprivate init(_ low: [UInt8], _ carries: [UInt32], count: Int, width: Int) {
      self.low = low
      self.width = width
      var starts = [UInt32](repeating: 0, count: count + 2)
      for place in carries { starts[Int(place) / width + 2] += 1 }
      for row in 2..<starts.endIndex { starts[row] += starts[row - 1] }
      var carried = carries
      for place in carries {
        let (row, slot) = Int(place).quotientAndRemainder(dividingBy: width)
        carried[Int(starts[row + 1])] = UInt32(slot)
        starts[row + 1] += 1
      }
      self.carried = carried
      self.starts = starts
    }

    /// About the bytes that the rows will take in a ``SumTable``: two numbers for each count that is
    /// not zero, most of them of one byte, and one byte more where a count is great.
    var packedSize: Int {
      var kept = 0
      for count in low { kept &+= count == 0 ? 0 : 1 }
      return 2 * kept + min(kept, carried.count)
    }

    /// Adds one row to `sums`.
    func add(_ row: Int, to sums: inout [UInt64]) {
      for slot in 0..<width { sums[slot] += UInt64(low[row * width + slot]) }
      for place in starts[row]..<starts[row + 1] { sums[Int(carried[Int(place)])] += 256 }
    }
  }

  // MARK: - Adding

  /// Adds one to what each record of a batch did, record after record.
  ///
  /// - Parameters:
  ///   - rows: for each record where its counts begin, or ``DomainLookup/nowhere``.
  ///   - firstSlots: where the counts of each question, and of what is derived, begin within a row.
  mutating func add(_ batch: borrowing ResponseBatch, rows: [Int], firstSlots: [Int]) {
    let size = low.count
    let count = batch.count
    let lastQuestion = firstSlots.count - 1
    precondition(rows.count >= count && batch.answerSlots.count >= firstSlots.count * count)
    var carries: [UInt32] = []
    swap(&carries, &self.carries)
    // SAFETY: rows and answers have an entry for each record, as just checked; what is counted lies
    // within `low`, as is checked each time.
    unsafe low.withUnsafeMutableBufferPointer { low in
      unsafe rows.withUnsafeBufferPointer { rows in
        unsafe batch.answerSlots.withUnsafeBufferPointer { slots in
          unsafe firstSlots.withUnsafeBufferPointer { firstSlots in
            var first = 0
            while first < count {
              let chunk = first..<min(first &+ Self.chunkSize, count)
              // The first and the last count of a row: where rows are far, all of the chunk's are on
              // their way before one is needed.
              for record in chunk {
                let row = unsafe rows[record]
                guard row >= 0 else { continue }
                let accepted = row &+ SumLayout.accepted
                precondition(accepted < size)
                unsafe Self.count(&low[accepted], at: accepted, &carries)
                guard lastQuestion >= 0 else { continue }
                let slot = unsafe Int(slots[lastQuestion &* count &+ record])
                let place = unsafe row &+ firstSlots[lastQuestion] &+ slot
                precondition(place >= 0 && place < size)
                unsafe Self.count(&low[place], at: place, &carries)
              }
              for record in chunk {
                let row = unsafe rows[record]
                guard row >= 0 else { continue }
                var answer = record
                for question in 0..<max(0, lastQuestion) {
                  let place = unsafe row &+ firstSlots[question] &+ Int(slots[answer])
                  precondition(place >= 0 && place < size)
                  unsafe Self.count(&low[place], at: place, &carries)
                  answer &+= count
                }
              }
              first = chunk.upperBound
            }
            for tick in batch.ticks[..<batch.tickCount] {
              let row = unsafe rows[Int(tick.record)]
              guard row >= 0 else { continue }
              let place = row &+ Int(tick.slot)
              precondition(place < size)
              unsafe Self.count(&low[place], at: place, &carries)
            }
          }
        }
      }
    }
    swap(&carries, &self.carries)
  }

  @inline(__always)
  private static func count(_ value: inout UInt8, at place: Int, _ carries: inout [UInt32]) {
    value &+= 1
    if value == 0 { carry(place, &carries) }
  }

  /// Apart, so that what happens once in 256 times stands in nobody's way.
  @inline(never)
  private static func carry(_ place: Int, _ carries: inout [UInt32]) {
    carries.append(UInt32(truncatingIfNeeded: place))
  }
}
