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

  private var codes: [String: UInt32] = [:]
  private var aliasCounts: [UInt32: Int] = [:]
  private var aliases = AliasTable()

  /// Adds a spelling; the first code of a folded spelling stays.
  mutating func add(_ spelling: String, code: UInt32) {
    let folded = LabelFolding.fold(spelling)
    if codes[folded] == nil { codes[folded] = code }
  }

  /// The code of the label in `bytes`, which must be valid UTF-8; ``unknown`` if there is none.
  mutating func code(of bytes: Span<UInt8>) -> UInt32 {
    let hash = AliasTable.hash(bytes)
    if let code = aliases.find(bytes, hash: hash) { return code }
    let code = codes[LabelFolding.fold(String(decodingLabel: bytes))] ?? Self.unknown
    remember(bytes, hash: hash, code: code)
    return code
  }

  private mutating func remember(_ bytes: Span<UInt8>, hash: UInt64, code: UInt32) {
    let seen = aliasCounts[code, default: 0]
    let limit = code == Self.unknown ? Self.unknownAliasLimit : Self.aliasLimit
    guard seen < limit else { return }
    aliasCounts[code] = seen + 1
    aliases.insert(bytes, hash: hash, code: code)
  }
}

/// Gives every spelling of an open dimension's labels a code of its own, in the order seen.
///
/// Spellings that fold alike are one category, but which of them is printed depends on the records
/// that are accepted in the end; so they are united only with the sums (``OpenLabelUnion``).
struct OpenLabelTable: Sendable {
  private static let aliasLimit = 64
  /// Spellings kept for each category allowed, on average: no file can grow the table further.
  private static let spellingsPerLabel = 4

  /// The spelling of each code, in its display form.
  private(set) var spellings: [String] = []
  private let blanks: Set<String>
  private var folded: Set<String> = []
  private var codes: [String: UInt32] = [:]
  private var aliasCounts: [Int] = []
  private var aliases = AliasTable()

  /// Creates a table in which `blanks` mean "missing".
  init(blanks: [String] = []) {
    self.blanks = Set(blanks.map(LabelFolding.fold))
  }

  /// The code of the label in `bytes` (valid UTF-8); `nil` if the labels would pass `limit`.
  mutating func code(of bytes: Span<UInt8>, limit: Int) -> UInt32? {
    let hash = AliasTable.hash(bytes)
    if let code = aliases.find(bytes, hash: hash) { return code }
    let spelling = LabelFolding.display(String(decodingLabel: bytes))
    if let code = codes[spelling] {
      remember(bytes, hash: hash, code: code)
      return code
    }
    let label = LabelFolding.fold(spelling)
    if label.isEmpty || blanks.contains(label) { return DimensionCode.missing }
    folded.insert(label)
    guard folded.count <= limit, spellings.count / Self.spellingsPerLabel < limit else {
      return nil
    }
    let code = UInt32(spellings.count)
    codes[spelling] = code
    spellings.append(spelling)
    aliasCounts.append(0)
    remember(bytes, hash: hash, code: code)
    return code
  }

  private mutating func remember(_ bytes: Span<UInt8>, hash: UInt64, code: UInt32) {
    guard aliasCounts[Int(code)] < Self.aliasLimit else { return }
    aliasCounts[Int(code)] += 1
    aliases.insert(bytes, hash: hash, code: code)
  }
}

extension String {
  /// The text of a label, whose bytes the reader has checked.
  init(decodingLabel bytes: Span<UInt8>) {
    // SAFETY: the buffer is the span's own and is used only within the call.
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
