import SurveyCSV
import SurveyDefinition

/// Fills empty cells of columns whose cells were merged with the value above them.
///
/// A batch tells by itself what stands above most of its records; for those before its first value it
/// needs the last value of the batches before. The cells themselves are filled, so that all that comes
/// after (codes, rejections, fingerprints, rows that go back) sees what the merged cell said.
struct FillDown: Sendable {
  /// A value as bytes; `nil` where nothing stands above.
  typealias Value = [UInt8]?

  /// What a batch says of the records behind it.
  private enum Last {
    /// Nothing: what stood above it stands above them.
    case asBefore
    case record(Int)
    /// A header stands between.
    case nothing
  }

  /// Whose value an empty cell takes, where that is no record of the batch.
  private static let before: Int32 = -1
  private static let none: Int32 = -2

  /// The columns of the file that are filled, ascending, and their dimensions in the survey.
  let columns: [Int]
  let dimensions: [Int]
  private let header: Set<String>
  /// For each column, the record whose value each record has.
  private var sources: [[Int32]] = []
  private var lasts: [Last] = []

  /// - Parameter columns: binds the file. The rows of a rejects file that comes back stand below rows
  ///   of anywhere, and have been filled.
  init(_ survey: Survey, _ columns: ResponsePlan) {
    let filled = survey.dimensions.indices.filter {
      survey.dimensions[$0].fillDown == true && columns.markers == nil
    }.compactMap { index in columns.dimensionColumns[index].map { (column: $0, index: index) } }
      .sorted { $0.column < $1.column }
    self.columns = filled.map(\.column)
    self.dimensions = filled.map(\.index)
    self.header = Set(columns.header.map(LabelFolding.display))
  }

  /// What stands above the first record of a file.
  var nothing: [Value] { columns.map { _ in nil } }

  /// Looks for what stands above each record of a batch in which lines that are no responses are set
  /// aside.
  mutating func look(at batch: inout RecordBatch, _ responses: borrowing ResponseBatch) {
    sources.removeAll(keepingCapacity: true)
    lasts.removeAll(keepingCapacity: true)
    for column in columns {
      var above = Self.before
      var last = Last.asBefore
      var sources: [Int32] = []
      sources.reserveCapacity(responses.count)
      for record in 0..<responses.count {
        let range = batch.locateValue(record: record, column: column)
        guard responses.fates[record] != .notResponse else {
          sources.append(Int32(record))
          let text = LabelFolding.display(
            String(decoding: batch.bytes[range], as: UTF8.self))
          if !text.isEmpty, header.contains(text) { (above, last) = (Self.none, .nothing) }
          continue
        }
        if !batch.bytes.span.extracting(range).isBlank {
          (above, last) = (Int32(record), .record(record))
        }
        sources.append(above)
      }
      self.sources.append(sources)
      lasts.append(last)
    }
  }

  /// What stands above the record behind the batch, by what stands above its first one.
  func values(after batch: inout RecordBatch, before: [Value]) -> [Value] {
    columns.indices.map { place in
      switch lasts[place] {
      case .asBefore: return before[place]
      case .nothing: return nil
      case .record(let record): return batch.value(record: record, column: columns[place])
      }
    }
  }

  /// Fills the batch's cells; says whether there was one to fill.
  func fill(_ batch: inout RecordBatch, before: [Value]) -> Bool {
    let earlier = before.map { value in value.map { batch.append($0) } }
    var filled: [Int] = []
    var ranges: [Range<Int>] = []
    var hasFilled = false
    for record in 0..<batch.recordCount {
      filled.removeAll(keepingCapacity: true)
      ranges.removeAll(keepingCapacity: true)
      for (place, column) in columns.enumerated() {
        let source = sources[place][record]
        guard source != Int32(record), source != Self.none else { continue }
        guard
          let range = source == Self.before
            ? earlier[place] : batch.locateValue(record: Int(source), column: column)
        else { continue }
        filled.append(column)
        ranges.append(range)
      }
      guard !filled.isEmpty else { continue }
      if !hasFilled { batch.locateRecords() }
      hasFilled = true
      batch.replace(record, in: filled, by: ranges)
    }
    if hasFilled { batch.recheckText() }
    return hasFilled
  }
}

extension ResponseDecoder {
  /// Reads dimensions of the survey anew, whose cells have been filled.
  ///
  /// - Throws: ``RunError`` `response.too-many-categories`.
  mutating func decodeAgain(
    _ dimensions: [Int], _ batch: inout RecordBatch, columns: ResponsePlan,
    into result: inout ResponseBatch
  ) throws(RunError) {
    for index in dimensions {
      guard let column = columns.dimensionColumns[index] else { continue }
      if let place = places[index] {
        result.unknownLabels.removeAll { Int($0.lossColumn) == place }
      }
      try decodeDimension(&batch, dimension: index, column: column, into: &result)
    }
  }
}
