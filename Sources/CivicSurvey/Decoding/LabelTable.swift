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
  private var codes: [String: UInt32] = [:]
  private var aliasCounts: [UInt32: Int] = [:]
  private var aliases = AliasTable()
  /// The codes of labels of one byte, ``unread`` where none has been asked for.
  private var shortCodes = [UInt32](repeating: unread, count: 256)

  private static let unread = unknown - 1

  /// An empty table, in which spaces and tabs alone mean `blank`.
  init(blank: UInt32? = nil) {
    self.blank = blank
  }

  /// Adds a spelling; the first code of a folded spelling stays.
  mutating func add(_ spelling: String, code: UInt32) {
    let folded = LabelFolding.fold(spelling)
    if codes[folded] == nil { codes[folded] = code }
  }

  /// The code of each value, ``unknown`` where there is none.
  mutating func codes(of text: Span<UInt8>, _ ranges: FieldRanges, into codes: inout [UInt32]) {
    let count = ranges.starts.count
    if codes.count < count { codes += [UInt32](repeating: 0, count: count - codes.count) }
    // SAFETY: all three arrays have an entry for each record.
    unsafe ranges.starts.withUnsafeBufferPointer { starts in
      unsafe ranges.ends.withUnsafeBufferPointer { ends in
        unsafe codes.withUnsafeMutableBufferPointer { codes in
          for record in 0..<count {
            let start = unsafe Int(starts[record])
            let end = unsafe Int(ends[record])
            if end - start == 1 {
              let short = shortCodes[Int(text[start])]
              if short != Self.unread {
                unsafe codes[record] = short
                continue
              }
            }
            let key = LabelKey(text, start, end)
            let known = aliases.find(key, text, start)
            unsafe codes[record] = known ?? code(ofNew: key, text, start, end)
          }
        }
      }
    }
  }

  /// The code of one label, whose bytes must be valid UTF-8; ``unknown`` if there is none.
  mutating func code(of text: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    let key = LabelKey(text, range.lowerBound, range.upperBound)
    if let code = aliases.find(key, text, range.lowerBound) { return code }
    return code(ofNew: key, text, range.lowerBound, range.upperBound)
  }

  @inline(never)
  private mutating func code(
    ofNew key: LabelKey, _ text: Span<UInt8>, _ start: Int, _ end: Int
  ) -> UInt32 {
    let label = text.extracting(start..<end)
    var code = codes[LabelFolding.fold(String(decodingLabel: label))] ?? Self.unknown
    if let blank, label.isBlank { code = blank }
    remember(key, text, start, code: code)
    return code
  }

  private mutating func remember(
    _ key: LabelKey, _ text: Span<UInt8>, _ start: Int, code: UInt32
  ) {
    if key.count == 1 {
      shortCodes[Int(text[start])] = code
      return
    }
    let seen = aliasCounts[code, default: 0]
    let limit = code == Self.unknown ? Self.unknownAliasLimit : Self.aliasLimit
    guard seen < limit else { return }
    aliasCounts[code] = seen + 1
    aliases.insert(key, text, start, code: code)
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
  private var blankAliases = 0
  /// Whether a label was met that makes no category, because letters or digits of it were lost.
  private(set) var hasDamaged = false
  private var aliases = AliasTable()

  /// Creates a table in which `blanks` mean "missing".
  init(blanks: [String] = []) {
    self.blanks = Set(blanks.map(LabelFolding.fold))
  }

  /// The code of each value; false where the number of labels would pass `limit`.
  ///
  /// Values that `isSkipped` are not looked at; any code may be given for them.
  mutating func codes(
    of text: Span<UInt8>, _ ranges: FieldRanges, limit: Int, into codes: inout [UInt32],
    isSkipped: (Int) -> Bool
  ) -> Bool {
    let count = ranges.starts.count
    if codes.count < count { codes += [UInt32](repeating: 0, count: count - codes.count) }
    for record in 0..<count {
      let start = Int(ranges.starts[record])
      let end = Int(ranges.ends[record])
      let key = LabelKey(text, start, end)
      if let code = aliases.find(key, text, start) {
        codes[record] = code
      } else if isSkipped(record) {
        codes[record] = DimensionCode.unmapped
      } else {
        guard let code = code(ofNew: key, text, start, end, limit: limit) else { return false }
        codes[record] = code
      }
    }
    return true
  }

  @inline(never)
  private mutating func code(
    ofNew key: LabelKey, _ text: Span<UInt8>, _ start: Int, _ end: Int, limit: Int
  ) -> UInt32? {
    let spelling = LabelFolding.display(String(decodingLabel: text.extracting(start..<end)))
    if let code = codes[spelling] {
      remember(key, text, start, code: code)
      return code
    }
    let label = LabelFolding.fold(spelling)
    if label.isEmpty || blanks.contains(label) {
      if blankAliases < Self.aliasLimit {
        blankAliases += 1
        aliases.insert(key, text, start, code: DimensionCode.missing)
      }
      return DimensionCode.missing
    }
    if LostLetters.isDamaged(spelling) || DamagedCodes.isScientific(spelling) {
      hasDamaged = true
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
    remember(key, text, start, code: code)
    return code
  }

  private mutating func remember(
    _ key: LabelKey, _ text: Span<UInt8>, _ start: Int, code: UInt32
  ) {
    guard aliasCounts[Int(code)] < Self.aliasLimit else { return }
    aliasCounts[Int(code)] += 1
    aliases.insert(key, text, start, code: code)
  }
}

extension String {
  /// The text of a label, whose bytes the reader has checked.
  init(decodingLabel bytes: Span<UInt8>) {
    // SAFETY: the buffer is the span's own and is used only within the call.
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
