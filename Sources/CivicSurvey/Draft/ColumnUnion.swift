import SurveyDefinition

/// The columns of all files together, by their names.
struct ColumnUnion {
  /// The names as the first file that has them writes them.
  private(set) var names: [String] = []
  /// Whether a file has the name twice.
  private(set) var isRepeated: [Bool] = []
  /// In how many files each is.
  private(set) var fileCounts: [Int] = []
  /// The formats to try on the values of each.
  private(set) var formats: [[TimestampFormat]] = []
  /// For each file, the column that each of its own is.
  private(set) var columns: [[Int]] = []

  init(_ files: [DraftFile]) {
    struct Key: Hashable {
      let name: String
      let occurrence: Int
    }
    var places: [Key: Int] = [:]
    var texts: [[String]] = []
    for file in files {
      var seen: [String: Int] = [:]
      var own: [Int] = []
      for (column, name) in file.header.enumerated() {
        let folded = LabelFolding.fold(name)
        let occurrence = seen[folded, default: 0]
        seen[folded] = occurrence + 1
        let key = Key(name: folded, occurrence: occurrence)
        let place = places[key] ?? names.count
        if place == names.count {
          places[key] = place
          names.append(name)
          isRepeated.append(false)
          fileCounts.append(0)
          texts.append([])
        }
        if occurrence > 0, !folded.isEmpty {
          isRepeated[place] = true
          if let first = places[Key(name: folded, occurrence: 0)] { isRepeated[first] = true }
        }
        fileCounts[place] += 1
        texts[place] += file.head.map { $0[column] }
        own.append(place)
      }
      columns.append(own)
    }
    formats = texts.map(TimeFormats.candidates)
  }
}
