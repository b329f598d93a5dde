import SurveyCSV
import SurveyDefinition

/// Gives every spelling of an open dimension's labels a code of its own, in the order seen.
///
/// Spellings that fold alike are one category, but which of them is printed depends on the records
/// that are accepted in the end; so they are united only with the sums (``OpenLabelUnion``).
struct OpenLabelTable: Sendable {
  private static let aliasLimit = 64
  /// Spellings kept for each category allowed, on average: no file can grow the table further.
  private static let spellingsPerLabel = 4

  /// A longer label makes no category: no name has so many bytes, and a tally keeps each of them.
  static let longestLabel = 2_048

  /// The spelling of each code, in its display form.
  private(set) var spellings: [String] = []
  private let blanks: Set<String>
  private var folded: Set<String> = []
  private var codes: [String: UInt32] = [:]
  private var aliasCounts: [Int] = []
  private var blankAliases = 0
  private var aliases = AliasTable(stops: LabelTable.unknown)

  /// Creates a table in which `blanks` mean "missing".
  init(blanks: [String] = []) {
    self.blanks = Set(blanks.map(LabelFolding.fold))
  }

  /// Writes the code of each value of a column to `codes`; lists those that make no category.
  ///
  /// False where the number of labels would pass `limit`.
  /// - Precondition: `codes` has an entry for each record.
  mutating func codes(
    of batch: inout RecordBatch, column: Int, limit: Int,
    into codes: UnsafeMutableBufferPointer<UInt32>, unknown: inout [UnknownValue]
  ) -> Bool {
    unknown.removeAll(keepingCapacity: true)
    var record = 0
    while true {
      record = unsafe aliases.codes(
        of: batch, column: column, from: record, into: codes)
      guard record < batch.recordCount else { return true }
      let range = batch.locateValue(record: record, column: column)
      if batch.isText(record: record, column: column) {
        guard let code = code(of: batch.bytes.span, range, limit: limit) else { return false }
        unsafe codes[record] = code
        if code == DimensionCode.unmapped {
          unknown.append(UnknownValue(record: record, range: range))
        }
      } else {
        unsafe codes[record] = DimensionCode.unmapped
        unknown.append(UnknownValue(record: record, range: range))
      }
      record += 1
    }
  }

  private mutating func code(of text: Span<UInt8>, _ range: Range<Int>, limit: Int) -> UInt32? {
    if range.count > Self.longestLabel {
      return text.extracting(range).isBlank ? DimensionCode.missing : DimensionCode.unmapped
    }
    if let code = aliases.find(text, range) { return code }
    let spelling = LabelFolding.display(String(decodingLabel: text.extracting(range)))
    if let code = codes[spelling] {
      remember(text, range, code: code)
      return code
    }
    let label = LabelFolding.fold(spelling)
    if label.isEmpty || blanks.contains(label) {
      if blankAliases < Self.aliasLimit {
        blankAliases += 1
        aliases.insert(text, range, code: DimensionCode.missing)
      }
      return DimensionCode.missing
    }
    // What has lost letters or digits makes no category.
    if LostLetters.isDamaged(spelling) || DamagedCodes.isScientific(spelling) {
      return DimensionCode.unmapped
    }
    folded.insert(label)
    guard folded.count <= limit, spellings.count / Self.spellingsPerLabel < limit else {
      return nil
    }
    let code = UInt32(spellings.count)
    codes[spelling] = code
    spellings.append(spelling)
    aliasCounts.append(0)
    remember(text, range, code: code)
    return code
  }

  private mutating func remember(_ text: Span<UInt8>, _ range: Range<Int>, code: UInt32) {
    guard aliasCounts[Int(code)] < Self.aliasLimit else { return }
    aliasCounts[Int(code)] += 1
    aliases.insert(text, range, code: code)
  }
}
