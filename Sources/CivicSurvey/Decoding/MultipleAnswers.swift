import SurveyDefinition

/// Reads several answers out of one cell of a `multiple` question.
struct MultipleAnswers: Sendable {
  /// What one cell says.
  struct Cell: Sendable {
    var kind: AnswerKind
    /// The choices ticked, each once, in the question's order.
    var ticked: [Int32] = []
    /// The byte ranges, within the cell, of answers that are no known choice.
    var unknown: [Range<Int>] = []
  }

  /// Cells kept by their bytes; further ones are read anew each time.
  private static let cacheLimit = 4096

  private let separator: [UInt8]
  private let noneTicked: AnswerKind
  private var choices = LabelTable()
  /// Whole cells that mean something else than choices, such as "no opinion".
  private var wholeCells = LabelTable()
  private var seen = AliasTable()
  private var cells: [Cell] = []
  /// The choices ticked in all cells, one cell's after the other.
  private(set) var tickedChoices: [Int32] = []
  private var tickedEnds: [Int] = []

  init(_ question: Question, missing: [String], notApplicable: [String]) {
    self.separator = Array((question.separator ?? ";").utf8)
    self.noneTicked = question.noneTicked == .answered ? .answered : .missing
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

  /// Reads a cell, whose bytes must be valid UTF-8; the number is for the functions below, and holds
  /// until the next cell is read.
  mutating func read(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    let key = LabelKey(text, range.lowerBound, range.upperBound)
    if let index = seen.find(key, text, range.lowerBound) { return Int(index) }
    return readNew(key, text, range)
  }

  /// Where the choices ticked lie in ``tickedChoices``.
  @inline(__always)
  func ticked(_ cell: Int) -> Range<Int> {
    (cell == 0 ? 0 : tickedEnds[cell - 1])..<tickedEnds[cell]
  }

  /// What kind of answer a cell is.
  @inline(__always)
  func kinds(_ cell: Int) -> AnswerKind { cells[cell].kind }

  /// The byte ranges, within the cell, of answers that are no known choice.
  func unknown(_ cell: Int) -> [Range<Int>] { cells[cell].unknown }

  @inline(never)
  private mutating func readNew(
    _ key: LabelKey, _ text: Span<UInt8>, _ range: Range<Int>
  ) -> Int {
    let cell = parse(text.extracting(range))
    if cells.count > Self.cacheLimit {
      // The place behind those that are kept is used again and again.
      cells.removeLast()
      tickedEnds.removeLast()
      tickedChoices.removeLast(tickedChoices.count - (tickedEnds.last ?? 0))
    } else if cells.count < Self.cacheLimit {
      seen.insert(key, text, range.lowerBound, code: UInt32(cells.count))
    }
    cells.append(cell)
    tickedChoices += cell.ticked
    tickedEnds.append(tickedChoices.count)
    return cells.count - 1
  }

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
      let end = nextSeparator(in: bytes, from: start)
      let part = bytes.extracting(start..<end)
      if !part.isBlank {
        let choice = choices.code(of: bytes, start..<end)
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

extension Choice {
  /// Everything that stands for this choice: its key, its labels and `accepts`.
  var spellings: [String] { [id] + label.entries.map(\.text) + accepts }
}

extension SurveyDefinition.Category {
  /// Everything that stands for this category: its id, its labels and `accepts`.
  var spellings: [String] { [id] + label.entries.map(\.text) + accepts }
}

extension Span<UInt8> {
  /// Whether there is nothing but spaces and tabs.
  var isBlank: Bool {
    for index in indices where self[index] != 0x20 && self[index] != 0x09 { return false }
    return true
  }

  /// The part without spaces and tabs at either end.
  var trimmedRange: Range<Int> {
    var start = 0
    var end = count
    while start < end, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
    while end > start, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }
}
