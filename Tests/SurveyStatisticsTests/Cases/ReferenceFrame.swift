import SurveyTestSupport
import Testing

/// One of the data files in Tests/Reference/data, as texts by column.
struct ReferenceFrame {
  let count: Int
  private let columns: [String: [String]]

  init(_ name: String) throws {
    let lines = try PackageFile.text("Tests/Reference/data/\(name).csv").split(separator: "\n")
    let records = lines.map(Self.fields)
    let header = try #require(records.first)
    var columns: [String: [String]] = [:]
    for (place, name) in header.enumerated() {
      columns[name] = records.dropFirst().map { $0[place] }
    }
    self.columns = columns
    count = records.count - 1
  }

  subscript(column: String) -> [String] { columns[column, default: []] }

  /// A column of whole numbers; blanks and others are `nil`.
  func integers(_ column: String) -> [Int?] { self[column].map { Int($0) } }

  /// Fields of a line with quotes round some of them; none holds a line break.
  private static func fields(_ line: Substring) -> [String] {
    var (fields, field, isQuoted) = ([String](), "", false)
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        fields.append(field)
        field = ""
      default: field.append(character)
      }
    }
    return fields + [field]
  }
}

/// Texts numbered in their order.
struct Numbering {
  let labels: [String]
  let numbers: [Int32]

  init(_ texts: [String]) {
    labels = Set(texts).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(labels, Int32(0)...))
    numbers = texts.map { places[$0, default: 0] }
  }
}
