import SurveyCSV

/// The fields of a rejects file's rows that say what is wrong: column, code, message and remedy.
///
/// A file has few that differ, and rows by the million: each is worded once and then copied.
struct RejectionWords {
  /// What the words depend on, for one header.
  enum Reason: Equatable {
    case record(RecordFate, column: Int)
    case fault(CSVFaultCode, _ fieldCount: Int?, width: Int)
  }

  /// Records of so many widths are rare; then all is worded anew.
  private static let capacity = 64

  private let locale: ReportLocale
  /// The reason that came last is the first.
  private var known: [(reason: Reason, fields: CSVWriter)] = []

  init(_ locale: ReportLocale) { self.locale = locale }

  /// Forgets what columns are called.
  mutating func removeAll() { known.removeAll() }

  /// The fields as they are written.
  ///
  /// - Parameter make: gives the column's name and the message, where the reason is a new one.
  mutating func fields(
    _ reason: Reason, _ make: () -> (column: String, message: Message)
  ) -> CSVWriter {
    if let first = known.first, first.reason == reason { return first.fields }
    if let place = known.firstIndex(where: { $0.reason == reason }) {
      known.swapAt(0, place)
      return known[0].fields
    }
    let (column, message) = make()
    var writer = CSVWriter()
    writer.append(column)
    writer.append(message.code)
    writer.append(message.text(in: locale))
    writer.append(message.remedy(in: locale))
    if known.count == Self.capacity { known.removeAll() }
    known.insert((reason, writer), at: 0)
    return writer
  }
}
