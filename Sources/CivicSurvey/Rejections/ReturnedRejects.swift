/// Which records of a run's exports have come back as rows of rejects files.
///
/// A row stands for its record whatever is thought of that now: so the pass over the export leaves
/// out exactly the records listed here, and each row is judged in their stead. A row in which
/// nothing is filled in stands for nothing: the export rejects its record as before. Where the run
/// has no export, the rows are responses like others, and only rows that came back twice are sought.
///
/// Memory: 24 bytes a row, up to ``TabulationOptions/returnedLimit`` rows.
struct ReturnedRejects: Sendable {
  /// More exports, and more distant records, have no key.
  static let sourceLimit = 1 << 16
  static let byteLimit: UInt64 = 1 << 48

  /// One row.
  struct Entry: Sendable, BitwiseCopyable {
    /// The number of the source, then the offset of the record.
    let key: UInt64
    /// What shows that it is this record; see ``ReturnedRow/check``.
    let check: UInt64
    /// The line of the row in its rejects file.
    let row: UInt32
    /// The number of that file in the run.
    let file: UInt16
    let isFilled: Bool
  }

  /// What is to be done with a row.
  enum Fate {
    /// It is a response like others.
    case judged
    /// Another rejects file has it too, and is the one that counts.
    case superseded
    /// Nothing in it is its own: the export has its record, or the row above it.
    case passedOver
    /// No export has its record, and nothing is filled in.
    case notMended
  }

  /// The rows that count, by ascending key.
  private(set) var entries: [Entry] = []
  /// Whether the exports are there that the rows come from.
  let hasExports: Bool
  /// The names of the run's files.
  let files: [String]
  /// The numbers of sources by the name that rows call them.
  private(set) var numbers: [String: Int] = [:]
  /// The sources without a column for frequencies, in which each record is one response.
  let withoutFrequency: Set<Int>

  init(hasExports: Bool, files: [String], withoutFrequency: Set<Int>) {
    self.hasExports = hasExports
    self.files = files
    self.withoutFrequency = withoutFrequency
  }

  static func key(_ source: Int, _ byte: UInt64) -> UInt64 { UInt64(source) << 48 | byte }

  mutating func setNumber(of source: String, to number: Int) { numbers[source] = number }

  mutating func append(_ entry: Entry) { entries.append(entry) }

  /// Puts the rows in order and keeps of those that stand for one record the one that counts: the
  /// last one that is filled in.
  ///
  /// - Returns: the rows that stand for one record within one file, in pairs.
  mutating func settle() -> [(first: Entry, second: Entry)] {
    entries.sort { ($0.key, $0.file, $0.row) < ($1.key, $1.file, $1.row) }
    var twice: [(first: Entry, second: Entry)] = []
    var kept = 0
    for entry in entries {
      if kept > 0, entries[kept - 1].key == entry.key {
        let other = entries[kept - 1]
        if other.file == entry.file { twice.append((other, entry)) }
        if entry.isFilled || !other.isFilled { entries[kept - 1] = entry }
      } else {
        entries[kept] = entry
        kept += 1
      }
    }
    entries.removeLast(entries.count - kept)
    return twice
  }

  /// The place of the row that stands for a record; `nil` if there is none.
  ///
  /// - Complexity: O(log n).
  func index(ofSource source: Int, byte: UInt64) -> Int? {
    guard byte < Self.byteLimit else { return nil }
    let key = Self.key(source, byte)
    let index = firstIndex(from: key)
    return index < entries.count && entries[index].key == key ? index : nil
  }

  /// The places of the rows that stand for records of a source that begin in a stretch of it.
  func indices(ofSource source: Int, bytes: ClosedRange<UInt64>) -> Range<Int> {
    let upper = min(bytes.upperBound, Self.byteLimit - 1)
    guard bytes.lowerBound <= upper else { return 0..<0 }
    let first = firstIndex(from: Self.key(source, bytes.lowerBound))
    return first..<firstIndex(from: Self.key(source, upper) + 1)
  }

  private func firstIndex(from key: UInt64) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What is to be done with a row of the file with number `file`.
  func fate(of row: ReturnedRow, file: Int) -> Fate {
    if hasExports, !row.isFilled { return .passedOver }
    if let number = numbers[row.source], let byte = row.byte,
      let index = index(ofSource: number, byte: byte), Int(entries[index].file) != file
    {
      return .superseded
    }
    if row.isFilled { return .judged }
    return row.isFragment ? .passedOver : .notMended
  }
}
