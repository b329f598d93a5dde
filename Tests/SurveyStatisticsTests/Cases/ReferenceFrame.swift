import SurveyCSV
import SurveyTestSupport
import Testing

/// A data file, one of Tests/Reference/data by its name, as texts by column.
struct ReferenceFrame {
  let count: Int
  private let columns: [String: [String]]

  init(_ name: String) throws {
    try self.init(path: "Tests/Reference/data/\(name).csv")
  }

  init(path: String) throws {
    var reader = try RecordReader(ByteSource(path: PackageFile.path(path)))
    var columns = [[String]](repeating: [], count: reader.header.count)
    var batch = RecordBatch()
    while try reader.next(into: &batch) {
      try #require(batch.faults.isEmpty)
      for record in 0..<batch.recordCount {
        for column in columns.indices {
          columns[column].append(
            String(decoding: batch.value(record: record, column: column), as: UTF8.self))
        }
      }
    }
    count = columns.first?.count ?? 0
    self.columns = Dictionary(uniqueKeysWithValues: zip(reader.header, columns))
  }

  subscript(column: String) -> [String] { columns[column, default: []] }

  /// A column of whole numbers; blanks and others are `nil`.
  func integers(_ column: String) -> [Int?] { self[column].map { Int($0) } }
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
