import SurveyCSV
import SurveyDefinition

/// Turns the bytes of a label into a small code.
///
/// A label matches as a whole, after NFC, trimming, collapsing of spaces and case folding: never by
/// a part of it, for KHÔNG HÀI LÒNG contains HÀI LÒNG. The hot path compares raw bytes with those
/// seen before (aliases); only bytes that were not seen are folded and looked up as text.
struct LabelTable: Sendable {
  /// The code of a label that the table does not know.
  static let unknown = UInt32.max - 8

  /// Raw spellings kept for one code; more take the slow path, so that no file can grow the table.
  private static let aliasLimit = 64
  /// Raw spellings kept for labels that are not known.
  private static let unknownAliasLimit = 1024

  private let blank: UInt32?
  private let readsWholeDecimals: Bool
  private var codes: [String: UInt32] = [:]
  /// What labels mean beyond the definition's spellings, by the folded form that is kept of them.
  private var given: [String: UInt32] = [:]
  /// Those of them that a value had.
  private(set) var usedMeanings: Set<String> = []
  private var aliasCounts: [UInt32: Int] = [:]
  private var aliases = AliasTable(stops: unknown)

  /// An empty table, in which spaces and tabs alone mean `blank`.
  ///
  /// - Parameter readsWholeDecimals: whether `5,0` and `5.00` are spellings of `5`, as spreadsheets
  ///   write whole numbers. Nothing is rounded: `4,5` is no spelling of anything.
  init(blank: UInt32? = nil, readsWholeDecimals: Bool = false) {
    self.blank = blank
    self.readsWholeDecimals = readsWholeDecimals
  }

  /// Adds a spelling; the first code of a folded spelling stays.
  mutating func add(_ spelling: String, code: UInt32) {
    let folded = LabelFolding.fold(spelling)
    if codes[folded] == nil { codes[folded] = code }
  }

  /// Takes in what labels mean beyond the spellings added; these keep their codes.
  mutating func give(_ meanings: [String: UInt32]) { given = meanings }

  /// The code of a spelling that was added; `nil` if there is none.
  func code(ofSpelling spelling: String) -> UInt32? { codes[LabelFolding.fold(spelling)] }

  /// Writes the code of each value of a column to `codes`; lists those without one, whose bytes are
  /// no text among them, with whatever code.
  ///
  /// - Precondition: `codes` has an entry for each record.
  mutating func codes(
    of batch: inout RecordBatch, column: Int, into codes: UnsafeMutableBufferPointer<UInt32>,
    unknown: inout [UnknownValue]
  ) {
    unknown.removeAll(keepingCapacity: true)
    var record = 0
    while true {
      record = unsafe aliases.codes(
        of: batch, column: column, from: record, into: codes)
      guard record < batch.recordCount else { return }
      let range = batch.locateValue(record: record, column: column)
      let isText = batch.isText(record: record, column: column)
      let code =
        isText
        ? code(of: batch.bytes.span, range) : given(batch.bytes.span.extracting(range))
      unsafe codes[record] = code
      if code == Self.unknown { unknown.append(UnknownValue(record: record, range: range)) }
      record += 1
    }
  }

  /// The code of one label, whose bytes must be valid UTF-8; ``unknown`` if there is none.
  mutating func code(of text: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    if let code = aliases.find(text, range) { return code }
    let label = text.extracting(range)
    let folded = LabelFolding.fold(String(decodingLabel: label))
    var code = codes[folded] ?? Self.unknown
    if code == Self.unknown { code = given(label) }
    if code == Self.unknown, readsWholeDecimals, let digits = Self.wholeNumber(folded) {
      code = codes[digits] ?? Self.unknown
    }
    if let blank, label.isBlank { code = blank }
    remember(text, range, code: code)
    return code
  }

  /// The code that a label, valid UTF-8 or not, was given beyond the spellings added.
  mutating func given(_ label: Span<UInt8>) -> UInt32 {
    guard !given.isEmpty else { return Self.unknown }
    let bytes = label.indices.map { label[$0] }
    let kept = LabelFolding.fold(KeptLabel.text(of: bytes, display: LabelFolding.display))
    guard let code = given[kept] else { return Self.unknown }
    usedMeanings.insert(kept)
    return code
  }

  /// The digits before a point or comma that only zeros follow.
  private static func wholeNumber(_ text: String) -> String? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
      parts[0].utf8.allSatisfy({ $0 &- 48 <= 9 }), parts[1].utf8.allSatisfy({ $0 == 48 })
    else { return nil }
    return String(parts[0])
  }

  private mutating func remember(_ text: Span<UInt8>, _ range: Range<Int>, code: UInt32) {
    let seen = aliasCounts[code, default: 0]
    let limit = code == Self.unknown ? Self.unknownAliasLimit : Self.aliasLimit
    guard seen < limit else { return }
    aliasCounts[code] = seen + 1
    aliases.insert(text, range, code: code)
  }
}

/// A value that means nothing known.
struct UnknownValue {
  let record: Int
  /// Where it lies in the batch's bytes.
  let range: Range<Int>
}

extension String {
  /// The text of a label, whose bytes the reader has checked.
  init(decodingLabel bytes: Span<UInt8>) {
    // SAFETY: the buffer is the span's own and is used only within the call.
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
