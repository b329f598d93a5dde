import SurveyCSV
import SurveyDefinition

/// Blanks in the dimensions of one file that look like merged cells, for which nobody has said what they
/// mean.
///
/// A column with a value in most records costs a compare a record and a look at each blank.
struct DimensionBlanks: Sendable {
  /// Runs are looked for in so many records at the beginning: their order is known there.
  private static let sampleLimit = 1_024
  /// Fewer blanks than this show nothing.
  private static let fewestBlanks = 2

  /// A record of the beginning.
  private struct Sampled {
    let ordinal: Int
    /// A fingerprint of the value; `nil` where the cell is blank.
    let value: UInt64?
    let isAnswered: Bool
  }

  private struct Counts {
    /// Accepted records without a value that have an answer.
    var blank = 0
    /// Accepted records with a value.
    var filled = 0
    var sample: [Sampled] = []
  }

  /// By dimension of the plan.
  private var counts: [Counts]

  init(_ plan: TabulationPlan) {
    counts = plan.dimensions.map { _ in Counts() }
  }

  /// Takes in a batch whose records have been judged.
  ///
  /// - Parameter ordinal: how many records and faults of the file come before it.
  mutating func count(
    _ batch: inout RecordBatch, _ responses: borrowing ResponseBatch, ordinal: Int,
    columns: ResponsePlan, plan: TabulationPlan
  ) {
    for (place, dimension) in plan.dimensions.enumerated() {
      guard let column = Self.column(of: dimension, columns, plan) else { continue }
      count(responses, place, plan)
      if ordinal < Self.sampleLimit {
        sample(&batch, responses, ordinal: ordinal, place, column: column, plan)
      }
    }
  }

  /// The column of a dimension whose blanks may be merged cells.
  private static func column(
    of dimension: KeyColumn, _ columns: ResponsePlan, _ plan: TabulationPlan
  ) -> Int? {
    guard case .dimension(let index) = dimension.source, columns.markers == nil,
      columns.levels.isEmpty, plan.survey.dimensions[index].fillDown == nil
    else { return nil }
    return columns.dimensionColumns[index]
  }

  private mutating func count(
    _ responses: borrowing ResponseBatch, _ place: Int, _ plan: TabulationPlan
  ) {
    let first = place * responses.count
    let codes = responses.dimensionCodes.span.extracting(first..<first + responses.count)
    var missing = 0
    for record in codes.indices { missing &+= codes[record] == DimensionCode.missing ? 1 : 0 }
    if responses.areAllAccepted {
      counts[place].filled += codes.count - missing
    } else {
      for record in codes.indices where codes[record] != DimensionCode.missing {
        counts[place].filled += responses.fates[record] == .accepted ? 1 : 0
      }
    }
    guard missing > 0 else { return }
    for record in codes.indices
    where codes[record] == DimensionCode.missing && responses.fates[record] == .accepted {
      counts[place].blank += Self.isAnswered(record, responses, plan) ? 1 : 0
    }
  }

  @inline(__always)
  private static func isAnswered(
    _ record: Int, _ responses: borrowing ResponseBatch, _ plan: TabulationPlan
  ) -> Bool {
    for (index, question) in plan.questions.enumerated() {
      let slot = Int(responses.answerSlots[index * responses.count + record])
      if slot <= question.slot(of: .noOpinion) { return true }
    }
    return false
  }

  /// Notes what stands where at the beginning of the file.
  private mutating func sample(
    _ batch: inout RecordBatch, _ responses: borrowing ResponseBatch, ordinal: Int, _ place: Int,
    column: Int, _ plan: TabulationPlan
  ) {
    var faults = batch.faults[...]
    for record in 0..<responses.count {
      while let fault = faults.first, fault.recordsBefore <= record { faults.removeFirst() }
      let ordinal = ordinal + record + faults.startIndex
      guard ordinal < Self.sampleLimit else { return }
      guard responses.fates[record] == .accepted else { continue }
      let range = batch.locateValue(record: record, column: column)
      let isBlank = batch.bytes.span.extracting(range).isBlank
      counts[place].sample.append(
        Sampled(
          ordinal: ordinal, value: isBlank ? nil : XXH3.hash64(Array(batch.bytes[range])),
          isAnswered: Self.isAnswered(record, responses, plan)))
    }
  }

  /// Adds what another worker has seen of the same file.
  mutating func add(_ other: DimensionBlanks) {
    for place in counts.indices {
      counts[place].blank += other.counts[place].blank
      counts[place].filled += other.counts[place].filled
      counts[place].sample += other.counts[place].sample
    }
  }

  // MARK: - What is said

  func messages(file: String, columns: ResponsePlan, plan: TabulationPlan) -> [Message] {
    zip(plan.dimensions, counts).compactMap { dimension, counts in
      guard let column = Self.column(of: dimension, columns, plan),
        counts.blank >= Self.fewestBlanks,
        counts.blank > counts.filled || Self.hasRuns(counts.sample)
      else { return nil }
      return Message(
        counts.filled == 0 ? .responseDimensionBlank : .responseDimensionMerged,
        severity: .warning,
        [
          "dimension": dimension.id, "column": columns.header[column],
          "blankCount": String(counts.blank),
          "recordsCount": String(counts.blank + counts.filled), "yaml": "fillDown: true",
        ], at: Message.Place(file: file))
    }
  }

  /// Whether blanks come in runs after a value, as below merged cells: a value begins the column, two
  /// records that follow one another never say the same, and a third of the records is blank.
  private static func hasRuns(_ sample: [Sampled]) -> Bool {
    let sample = sample.sorted { $0.ordinal < $1.ordinal }
    guard let first = sample.first, first.value != nil else { return false }
    var (runs, blanks, values) = (0, 0, 1)
    for (above, below) in zip(sample, sample.dropFirst()) {
      guard let value = below.value else {
        blanks += below.isAnswered ? 1 : 0
        if above.value != nil { runs += 1 }
        continue
      }
      values += 1
      if value == above.value { return false }
    }
    return runs >= 2 && blanks >= 2 && 2 * blanks >= values
  }
}
