import SurveyCSV
import SurveyDefinition

/// Reads several answers out of one cell of a `multiple` question.
///
/// People tick few different sets of choices, so each cell's bytes are read once and then known.
struct MultipleAnswers: Sendable {
  /// What one cell says.
  struct Cell: Sendable {
    var kind: AnswerKind
    /// The choices ticked, each once, in the question's order.
    var ticked: [Int32] = []
    /// The byte ranges, within the cell, of answers that are no known choice.
    var unknown: [Range<Int>] = []
  }

  /// What a cell counts as: its slot among the question's, and the choices ticked.
  struct KnownCell: Sendable, BitwiseCopyable {
    var slot: UInt32
    /// Where its ticks begin in ``tickedChoices``.
    var firstTick: Int32
    var tickCount: Int32
  }

  /// Behind each cell's ticks at least so many entries can be read.
  static let readableTicks = 4

  /// Cells kept by their bytes; further ones are read anew each time.
  private static let cacheLimit = 4096
  /// The code of a cell that has to be read again, for what is not known in it.
  private static let unknown = LabelTable.unknown

  private let separator: [UInt8]
  private let noneTicked: AnswerKind
  private let choiceCount: Int
  /// A choice may hold the separator: no spelling has more parts than this.
  private let mostParts: Int
  private var choices = LabelTable()
  /// Whole cells that mean something else than choices, such as "no opinion".
  private var wholeCells = LabelTable()
  private var seen = AliasTable(stops: unknown)
  /// The cells kept.
  private(set) var cells: [KnownCell] = []
  /// The choices ticked in them, one cell's after the other.
  private(set) var tickedChoices = [Int32](repeating: 0, count: readableTicks)

  init(_ question: Question, missing: [String], notApplicable: [String]) {
    let separator = question.separator ?? ";"
    self.separator = Array(separator.utf8)
    let spellings: [String] = question.choices.flatMap { $0.spellings }
    self.mostParts = spellings.map { $0.split(separator: separator).count }.max() ?? 1
    self.noneTicked = question.noneTicked == .answered ? .answered : .missing
    self.choiceCount = question.choices.count
    for (index, choice) in question.choices.enumerated() {
      for spelling in choice.spellings { choices.add(spelling, code: UInt32(index)) }
    }
    for spelling in question.noOpinion { add(spelling, .noOpinion) }
    for spelling in missing where !spelling.isEmpty { add(spelling, .missing) }
    for spelling in notApplicable { add(spelling, .notApplicable) }
  }

  private mutating func add(_ spelling: String, _ kind: AnswerKind) {
    wholeCells.add(spelling, code: UInt32(kind.rawValue))
  }

  /// What a spelling means: a choice, or else the kind of answer of a whole cell.
  func meaning(of spelling: String) -> LabelMeaning? {
    choices.code(ofSpelling: spelling).map(LabelMeaning.code)
      ?? wholeCells.code(ofSpelling: spelling).map(LabelMeaning.wholeCell)
  }

  /// Takes in what labels mean beyond the definition's spellings.
  mutating func give(choices: [String: UInt32], wholeCells: [String: UInt32]) {
    self.choices.give(choices)
    self.wholeCells.give(wholeCells)
  }

  /// The labels given to it that a cell had.
  var usedMeanings: Set<String> { choices.usedMeanings.union(wholeCells.usedMeanings) }

  /// What a cell means whose bytes are no text, where that was given.
  mutating func givenCell(_ bytes: Span<UInt8>) -> Cell? {
    let choice = choices.given(bytes)
    if choice != LabelTable.unknown { return Cell(kind: .answered, ticked: [Int32(choice)]) }
    return AnswerKind(rawValue: Int(wholeCells.given(bytes))).map { Cell(kind: $0) }
  }

  /// Writes the number in ``cells`` of each value of a column from `first` on, up to one that has to
  /// be read by ``read(_:_:)``; gives its record.
  ///
  /// - Precondition: `numbers` has an entry for each record.
  func numbers(
    of batch: borrowing RecordBatch, column: Int, from first: Int,
    into numbers: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    unsafe seen.codes(of: batch, column: column, from: first, into: numbers)
  }

  /// Reads a cell, whose bytes must be valid UTF-8, and keeps it unless something in it is unknown.
  mutating func read(_ text: Span<UInt8>, _ range: Range<Int>) -> Cell {
    let cell = parse(text.extracting(range))
    guard cells.count < Self.cacheLimit, cell.unknown.isEmpty, cell.kind != .invalid else {
      return cell
    }
    guard seen.find(text, range) == nil else { return cell }
    seen.insert(text, range, code: UInt32(cells.count))
    let firstTick = tickedChoices.count - Self.readableTicks
    tickedChoices.insert(contentsOf: cell.ticked, at: firstTick)
    cells.append(
      KnownCell(
        slot: UInt32(slot(of: cell.kind)), firstTick: Int32(firstTick),
        tickCount: Int32(cell.ticked.count)))
    return cell
  }

  private func slot(of kind: AnswerKind) -> Int { choiceCount + kind.rawValue }

  private mutating func parse(_ bytes: Span<UInt8>) -> Cell {
    guard !bytes.isBlank else { return Cell(kind: noneTicked) }
    // The whole cell first: a choice may contain the separator.
    let whole = choices.code(of: bytes, 0..<bytes.count)
    if whole != LabelTable.unknown { return Cell(kind: .answered, ticked: [Int32(whole)]) }
    let kind = wholeCells.code(of: bytes, 0..<bytes.count)
    if kind != LabelTable.unknown, let kind = AnswerKind(rawValue: Int(kind)) {
      return Cell(kind: kind)
    }
    var cell = Cell(kind: .invalid)
    var start = 0
    while start <= bytes.count {
      var end = nextSeparator(in: bytes, from: start)
      if !bytes.extracting(start..<end).isBlank {
        let choice = longestChoice(in: bytes, from: start, to: &end)
        if choice == LabelTable.unknown {
          cell.unknown.append(start..<end)
        } else if !cell.ticked.contains(Int32(choice)) {
          cell.ticked.append(Int32(choice))
        }
      }
      start = end + separator.count
    }
    cell.ticked.sort()
    if !cell.ticked.isEmpty {
      cell.kind = .answered
    } else if cell.unknown.isEmpty {
      cell.kind = noneTicked
    }
    return cell
  }

  /// The choice that takes most of the parts from `start` on, and where it ends; else what the first
  /// part is, which ends at `end`.
  private mutating func longestChoice(
    in bytes: Span<UInt8>, from start: Int, to end: inout Int
  ) -> UInt32 {
    var ends = [end]
    while ends.count < mostParts, let last = ends.last, last < bytes.count {
      ends.append(nextSeparator(in: bytes, from: last + separator.count))
    }
    for candidate in ends.dropFirst().reversed() {
      let choice = choices.code(of: bytes, start..<candidate)
      if choice != LabelTable.unknown {
        end = candidate
        return choice
      }
    }
    return choices.code(of: bytes, start..<end)
  }

  private func nextSeparator(in bytes: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position + separator.count <= bytes.count {
      var matches = true
      for (offset, byte) in separator.enumerated() where bytes[position + offset] != byte {
        matches = false
        break
      }
      if matches { return position }
      position += 1
    }
    return bytes.count
  }
}
