import SurveyCSV
import SurveyDefinition

/// Gives every cluster of a run a number, in the order seen: a label, or a label on one day.
///
/// A cluster may be a person or a place, so a tally must not hold its label: it is known there by the
/// fingerprint of the folded label and the day, 64 bits as 13 letters and digits.
struct ClusterTable: Sendable {
  /// Clusters have no limit of their own: each is a cell at least, and those have one.
  private static let labelLimit = 1 << 28

  private var labels: OpenLabelTable
  private let byDay: Bool
  /// The number of each cluster, by its label's code and its day.
  private var numbers: [UInt64: UInt32] = [:]
  /// The fingerprint of each cluster.
  private(set) var fingerprints: [String] = []
  /// The labels' codes of the column at hand.
  private var codes: [UInt32] = []

  /// - Parameters:
  ///   - blanks: what is no label.
  ///   - byDay: whether a label is a cluster of its own on each day.
  init(blanks: [String], byDay: Bool) {
    labels = OpenLabelTable(blanks: blanks)
    self.byDay = byDay
  }

  /// Numbers the clusters of a column.
  ///
  /// - Parameters:
  ///   - days: the day of each record.
  ///   - take: is given each record's code, ``DimensionCode/missing`` without a label or a day,
  ///     ``DimensionCode/unmapped`` of what is no text.
  mutating func number(
    _ batch: inout RecordBatch, column: Int, days: [Int32], unknown: inout [UnknownValue],
    take: (_ record: Int, _ code: UInt32) -> Void
  ) {
    let missing = batch.recordCount - codes.count
    if missing > 0 { codes += [UInt32](repeating: 0, count: missing) }
    unsafe codes.withUnsafeMutableBufferPointer { codes in
      _ = unsafe labels.codes(
        of: &batch, column: column, limit: Self.labelLimit, into: codes, unknown: &unknown)
    }
    for record in 0..<batch.recordCount {
      take(record, code(of: codes[record], on: days[record]))
    }
  }

  private mutating func code(of label: UInt32, on day: Int32) -> UInt32 {
    guard DimensionCode.isCategory(label) else { return label }
    guard !byDay || day != ResponseBatch.noDay else { return DimensionCode.missing }
    let key = UInt64(label) << 32 | (byDay ? UInt64(UInt32(bitPattern: day)) : 0)
    if let number = numbers[key] { return number }
    let number = UInt32(fingerprints.count)
    numbers[key] = number
    fingerprints.append(Self.fingerprint(of: labels.spellings[Int(label)], on: byDay ? day : nil))
    return number
  }

  /// Digits and small letters alone, which no folding of labels changes.
  private static func fingerprint(of label: String, on day: Int32?) -> String {
    var text = Array(LabelFolding.fold(label).utf8)
    if let day { text += [0] + Array(String(day).utf8) }
    let digits = String(XXH3.hash64(text), radix: 32)
    return String(repeating: "0", count: 13 - digits.count) + digits
  }

  /// Whether a text may be a fingerprint.
  static func isFingerprint(_ text: String) -> Bool {
    text.utf8.count == 13
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "v")).contains($0)
      }
  }
}
