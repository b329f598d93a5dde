import SurveyCSV
import SurveyDefinition

/// What the cells of a workbook hold, read row by row from the form of OpenDocument that is one file
/// of XML: there a number is a number, whatever its cell looks like.
package struct SpreadsheetCells: ~Copyable {
  /// What a cell holds.
  package enum Cell: Equatable {
    case empty
    case text
    /// A number that is a day of 1 March 1900 to 2199, and the time of that day.
    case time(LocalTimestamp)
    /// Any other number.
    case number
  }

  /// How a cell writes its number.
  private enum Form {
    case empty
    case text
    case date
    case duration
    case number
  }

  /// Cells side by side that hold the same.
  private struct Cells {
    let end: Int
    let form: Form
    /// Where the number stands in ``values``.
    let value: Range<Int>
  }

  private var tags: SpreadsheetTags
  private var isInSheet = false
  private var rowsLeft = 0
  private var row: [Cells] = []
  private var values: [UInt8] = []
  /// The days from the first day of the 1900 system to that of the workbook's.
  private var epoch = 0

  /// - Parameter source: a flat OpenDocument spreadsheet (.fods), as LibreOffice writes it.
  package init(_ source: consuming ByteSource) {
    tags = SpreadsheetTags(source)
  }

  /// Goes to the next sheet and gives its name; `nil` behind the last.
  ///
  /// - Throws: ``RunError`` where the file cannot be read.
  package mutating func nextSheet() throws(RunError) -> String? {
    while try nextRow() {}
    while try nextTag() {
      if tags.isNamed("table:null-date") {
        noteEpoch()
      } else if tags.isNamed("table:table"), tags.kind != .closes {
        isInSheet = tags.kind == .opens
        return name()
      }
    }
    return nil
  }

  /// Goes to the next row of the sheet; false behind the last.
  ///
  /// - Throws: ``RunError`` where the file cannot be read.
  package mutating func nextRow() throws(RunError) -> Bool {
    if rowsLeft > 0 {
      rowsLeft -= 1
      return true
    }
    row.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    while isInSheet, try nextTag() {
      if tags.isNamed("table:table") {
        isInSheet = false
      } else if tags.isNamed("table:table-row") {
        guard tags.kind != .closes else { continue }
        rowsLeft = max(1, count("table:number-rows-repeated")) - 1
        if tags.kind == .opens { try readRow() }
        return true
      } else if tags.kind == .opens, !isGroup {
        try skipElement()
      }
    }
    return false
  }

  /// What the present row holds in a column, from 0.
  package func cell(_ column: Int) -> Cell {
    guard let cells = row.first(where: { column < $0.end }) else { return .empty }
    switch cells.form {
    case .empty: return .empty
    case .text: return .text
    case .date: return SpreadsheetTime.ofDate(values[cells.value]).map(Cell.time) ?? .number
    case .duration:
      return SpreadsheetTime.ofDuration(values[cells.value], epoch: epoch).map(Cell.time) ?? .number
    case .number:
      return SpreadsheetTime.ofNumber(values[cells.value], epoch: epoch).map(Cell.time) ?? .number
    }
  }

  /// Whether a cell of the present row is a date by its own word, and no number besides.
  package func isDate(_ column: Int) -> Bool {
    row.first { column < $0.end }?.form == .date
  }

  /// Whether the present row holds anything.
  package var isEmpty: Bool { row.allSatisfy { $0.form == .empty } }

  // MARK: - Parts

  private mutating func readRow() throws(RunError) {
    var end = 0
    while try nextTag() {
      if tags.isNamed("table:table-row"), tags.kind == .closes { return }
      guard tags.isNamed("table:table-cell") || tags.isNamed("table:covered-table-cell") else {
        if tags.kind == .opens { try skipElement() }
        continue
      }
      end += max(1, count("table:number-columns-repeated"))
      append(until: end)
      if tags.kind == .opens { try skipElement() }
    }
  }

  private mutating func append(until end: Int) {
    var form = Form.empty
    var number: Range<Int>?
    tags.forEachAttribute { name, value in
      if SpreadsheetTags.equals(tags.tag, name, "office:value-type") {
        form = Self.form(tags.tag[value])
      } else if SpreadsheetTags.equals(tags.tag, name, "office:date-value")
        || SpreadsheetTags.equals(tags.tag, name, "office:time-value")
        || SpreadsheetTags.equals(tags.tag, name, "office:value")
      {
        number = value
      }
    }
    let start = values.count
    if let number { values += tags.tag[number] }
    row.append(Cells(end: end, form: form, value: start..<values.count))
  }

  private static func form(_ type: ArraySlice<UInt8>) -> Form {
    switch String(decoding: type, as: UTF8.self) {
    case "date": .date
    case "time": .duration
    case "float", "percentage", "currency": .number
    default: .text
    }
  }

  /// Whether the present tag only holds rows together.
  private var isGroup: Bool {
    tags.isNamed("table:table-row-group") || tags.isNamed("table:table-header-rows")
      || tags.isNamed("table:table-rows")
  }

  /// Goes behind the end of the element whose tag has just been read.
  private mutating func skipElement() throws(RunError) {
    var depth = 1
    while depth > 0, try nextTag() {
      switch tags.kind {
      case .opens: depth += 1
      case .closes: depth -= 1
      case .stands: break
      }
    }
  }

  private mutating func noteEpoch() {
    guard let range = tags.attribute("table:date-value"),
      let first = SpreadsheetTime.day(Array(tags.tag[range]))
    else { return }
    epoch = Int(first.number) - SpreadsheetTime.firstDay
  }

  private func count(_ name: StaticString) -> Int {
    tags.attribute(name).flatMap { Int(String(decoding: tags.tag[$0], as: UTF8.self)) } ?? 1
  }

  private func name() -> String {
    guard let range = tags.attribute("table:name") else { return "" }
    var name = String(decoding: tags.tag[range], as: UTF8.self)
    // The last one makes what the others may not be made of.
    for (entity, text) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"),
    ] {
      name = name.split(separator: entity, omittingEmptySubsequences: false).joined(separator: text)
    }
    return name
  }

  private mutating func nextTag() throws(RunError) -> Bool {
    do throws(ByteSourceError) {
      return try tags.next()
    } catch {
      throw RunError(error)
    }
  }
}
