import SurveyCSV
import SurveyDefinition

/// For each record of a batch a hash of the unit that it names, however it is spelt.
struct UnitHashes {
  /// The place of the unit among the survey's dimensions.
  private let dimension: Int
  /// The hash of each spelling met, by that of its bytes.
  private var known: [UInt64: UInt32] = [:]
  /// Empty where the file has no column of units.
  private var ofRecords: [UInt32] = []

  /// `nil` where the survey has no units, or ids are compared over the whole run.
  init?(_ survey: Survey) {
    guard survey.duplicates == .keepFirst, survey.duplicatesWithin != nil,
      let unit = survey.dimension(.unit),
      let place = survey.dimensions.firstIndex(where: { $0.id == unit.id })
    else { return nil }
    dimension = place
  }

  /// The hash of a record's unit; 0 where it names none.
  func ofRecord(_ record: Int) -> UInt32 { record < ofRecords.count ? ofRecords[record] : 0 }

  /// Computes the hashes of a batch.
  mutating func compute(_ batch: inout RecordBatch, _ columns: ResponsePlan) {
    ofRecords.removeAll(keepingCapacity: true)
    guard let column = columns.dimensionColumns[dimension] else { return }
    for record in 0..<batch.recordCount {
      let range = batch.locateValue(record: record, column: column)
      let bytes = Array(batch.bytes[range])
      ofRecords.append(hash(of: bytes))
    }
  }

  private mutating func hash(of bytes: [UInt8]) -> UInt32 {
    let raw = XXH3.hash64(bytes)
    if let hash = known[raw] { return hash }
    let folded = LabelFolding.fold(String(decoding: bytes, as: UTF8.self))
    let hash =
      folded.isEmpty ? 0 : UInt32(truncatingIfNeeded: XXH3.hash64(Array(folded.utf8)) >> 32) | 1
    known[raw] = hash
    return hash
  }
}
