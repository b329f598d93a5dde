import SurveyCSV
import SurveyDefinition

/// What one pass over the records of all files has counted, beside the columns.
struct SketchCounts: Sendable {
  /// The records that were looked at.
  var records = 0
  /// Those that could not be split into the header's number of fields.
  var faults = 0
  /// Headers that come again, totals: no responses.
  var notResponses = 0

  mutating func add(_ other: SketchCounts) {
    records += other.records
    faults += other.faults
    notResponses += other.notResponses
  }
}

/// The columns of one file, as the pass sees them.
struct SketchedFile: Sendable {
  /// The header's names as they stand.
  let header: [String]
  /// For each column, the sketch that it adds to.
  let columns: [Int]

  /// The columns below a header of the same names in another order; `nil` where it has others.
  func columns(below other: [String]) -> [Int]? {
    if other == header { return columns }
    let names = header.map(LabelFolding.fold)
    var free: [String: [Int]] = [:]
    for (name, column) in zip(names, columns).reversed() { free[name, default: []].append(column) }
    var found: [Int] = []
    for name in other.map(LabelFolding.fold) {
      guard let column = free[name]?.popLast() else { return nil }
      found.append(column)
    }
    return found.count == columns.count ? found : nil
  }
}

/// Hands out the batches of one file.
///
/// Records are found under the lock, which takes a third of the time of looking at them: two threads
/// are kept busy.
final class SketchReading: Sendable {
  private struct State: ~Copyable {
    var reader: RecordReader
    var columns: [Int]
    var records = 0
    var failure: RunError?

    init(_ reader: consuming RecordReader, columns: [Int]) {
      self.reader = reader
      self.columns = columns
    }
  }

  private let state: Locked<State>
  private let file: SketchedFile
  private let caller: RunCaller
  private let bytesBefore: Int

  init(
    _ reader: consuming RecordReader, _ file: SketchedFile, _ caller: RunCaller, bytesBefore: Int
  ) {
    var reader = reader
    let names = file.header.map(LabelFolding.fold).sorted()
    reader.watch(
      for: HeaderWatch(names: Set(file.header.filter { !$0.isEmpty })) { found, header in
        let found = found.map(LabelFolding.fold)
        return names.count > 1 && found.sorted() == names
          && found != header.map(LabelFolding.fold)
      })
    state = Locked(State(reader, columns: file.columns))
    self.file = file
    self.caller = caller
    self.bytesBefore = bytesBefore
  }

  /// The failure that ends the pass; to be asked when all threads have ended.
  var failure: RunError? { state.read { $0.failure } }
  /// What was found of lines in other encodings, where the file is watched.
  var encodingDoubts: EncodingDoubts? { state.read { $0.reader.encodingDoubts } }
  var bytesRead: Int { state.read { Int($0.reader.rawBytesRead) } }

  /// Fills a batch; gives how many records come before it, and which sketches its columns add to.
  func next(into batch: inout RecordBatch) -> (ordinal: Int, columns: [Int])? {
    let (place, bytes) = state.withLock { state -> ((Int, [Int])?, Int) in
      guard state.failure == nil else { return (nil, 0) }
      let headers = state.reader.headerCount
      do throws(RunError) {
        try caller.checkCancellation()
        do throws(ByteSourceError) {
          guard try state.reader.nextUnchecked(into: &batch) else {
            return (nil, Int(state.reader.rawBytesRead))
          }
        } catch {
          throw RunError(error)
        }
      } catch {
        state.failure = error
        return (nil, 0)
      }
      if state.reader.headerCount > headers {
        state.columns = file.columns(below: state.reader.header) ?? state.columns
      }
      defer { state.records += batch.recordCount }
      return ((state.records, state.columns), Int(state.reader.rawBytesRead))
    }
    caller.tell(bytesRead: bytesBefore + bytes)
    return place
  }
}

/// What one thread looks at records with.
final class SketchWorker {
  private(set) var columns: [ColumnSketch]
  private(set) var counts = SketchCounts()
  private var batch = RecordBatch()
  private var room = ColumnSketch.Room()
  private var skipped: [Bool] = []

  init(_ columns: [ColumnSketch]) { self.columns = columns }

  /// Takes batch after batch until there are none.
  func work(_ reading: SketchReading, _ file: SketchedFile) {
    while let (ordinal, columns) = reading.next(into: &batch) {
      batch.checkText()
      counts.faults += batch.faults.count
      guard batch.recordCount > 0 else { continue }
      findNotResponses(file)
      counts.records += batch.recordCount
      for (place, column) in columns.enumerated() {
        self.columns[column].add(
          &batch, column: place, ordinal: ordinal, skipped: skipped, &room)
      }
    }
  }

  /// Finds headers that come again, and totals.
  private func findNotResponses(_ file: SketchedFile) {
    skipped.removeAll(keepingCapacity: true)
    skipped.append(contentsOf: repeatElement(false, count: batch.recordCount))
    let first = (file.header.first { !$0.isEmpty } ?? "").utf8.drop { $0 == 0x20 }
    for record in 0..<batch.recordCount {
      guard let text = batch.firstText(of: record) else { continue }
      guard
        text.first == first.first && (first.count...first.count + 3).contains(text.count)
          || TotalWord.mayBegin(text.first, text.second, count: text.count)
      else { continue }
      let texts = (0..<batch.width).map {
        LabelFolding.fold(String(decoding: batch.value(record: record, column: $0), as: UTF8.self))
      }
      if isHeader(texts, file.header) || isTotal(texts) {
        skipped[record] = true
        counts.notResponses += 1
        counts.records -= 1
      }
    }
  }

  private func isHeader(_ texts: [String], _ header: [String]) -> Bool {
    zip(texts, header).allSatisfy { $0 == LabelFolding.fold($1) }
  }

  /// A word for a total, beside nothing but numbers.
  private func isTotal(_ texts: [String]) -> Bool {
    let filled = texts.filter { !$0.isEmpty }
    guard let first = filled.first(where: { !LineNumber.isNumber($0[...]) }),
      TotalWord(first) != nil
    else { return false }
    return filled.allSatisfy { $0 == first || LineNumber.isNumber($0[...]) }
      && 2 * filled.count <= texts.count + 1
  }

  /// Adds what another thread has seen.
  func merge(_ other: SketchWorker) {
    for column in columns.indices { columns[column].merge(other.columns[column]) }
    counts.add(other.counts)
  }

  /// What all columns say in the end.
  func settled() -> [SettledColumn] { columns.indices.map { columns[$0].settled() } }
}

// SAFETY: a worker is used by one thread at a time.
extension SketchWorker: @unchecked Sendable {}
