import SurveyDefinition

/// Looks names up in a header and collects what it does not find.
///
/// A name matches whole, after folding; where no column does, one that differs in diacritics and
/// spaces alone ("Linh vuc") is taken, unless it is another thing's name, or two could be meant.
struct ColumnFinder {
  private let header: [String]
  private let folded: [String]
  private let bare: [String]
  /// The columns that have the very name of something.
  private let isNamed: [Bool]
  private let place: Message.Place
  /// What the columns found by their bare names were found as.
  private var claims: [Int: String] = [:]
  /// Whether several columns may match, of which a record has one.
  private let allowsSeveral: Bool
  private(set) var found: Set<Int> = []
  private(set) var alternatives: [(column: Int, others: [Int])] = []
  private(set) var problems: [Message] = []

  /// A message lists at most this many of a file's columns.
  private static let listedColumns = 40

  /// - Parameters:
  ///   - known: every name of a column that may be looked for.
  ///   - allowsSeveral: whether several columns may match, of which a record has one.
  init(header: [String], known: [String], place: Message.Place, allowsSeveral: Bool = false) {
    self.allowsSeveral = allowsSeveral
    let known = Set(known.map(LabelFolding.fold))
    self.header = header
    self.folded = header.map(LabelFolding.fold)
    self.bare = header.map(LabelFolding.bare)
    self.isNamed = folded.map(known.contains)
    self.place = place
  }

  /// The column that has one of `names`.
  ///
  /// - Parameter mayShare: whether it may be another thing's column as well.
  mutating func find(_ names: [String], needed: Bool, mayShare: Bool = false) -> Int? {
    let wanted = Set(names.map(LabelFolding.fold))
    var columns = folded.indices.filter { wanted.contains(folded[$0]) }
    let isExact = !columns.isEmpty
    if !isExact {
      let wanted = Set(names.map(LabelFolding.bare)).subtracting([""])
      columns = bare.indices.filter { !isNamed[$0] && wanted.contains(bare[$0]) }
    }
    if columns.count > 1, allowsSeveral {
      alternatives.append((columns[0], Array(columns.dropFirst())))
    } else if columns.count > 1 {
      problems.append(
        Message(
          .headerColumnTwice,
          ["name": names[0], "columns": columns.map(shown).joined(separator: ", ")], at: place))
    } else if !isExact, !mayShare, let column = columns.first {
      if let other = claims[column], other != names[0] {
        problems.append(
          Message(
            .headerColumnForTwo,
            ["column": shown(column), "first": other, "second": names[0]], at: place))
      }
      claims[column] = names[0]
    }
    if columns.isEmpty, needed { lacks(names) }
    found.formUnion(columns)
    return columns.first
  }

  mutating func lacks(_ names: [String]) {
    var arguments = [
      "name": names[0], "names": names.map { "“\($0)”" }.joined(separator: ", "),
      "header": header.prefix(Self.listedColumns).map { "“\($0)”" }.joined(separator: ", ")
        + (header.count > Self.listedColumns ? ", …" : ""),
    ]
    // A column that is known as something else is no suggestion.
    let free = header.indices.filter { !isNamed[$0] }.map { header[$0] }
    let nearest = NearestLabel.find(names, among: free)
    if let nearest { arguments["suggestion"] = nearest }
    let code: MessageCode = nearest == nil ? .headerMissingColumn : .headerMissingColumnLike
    problems.append(Message(code, arguments, at: place))
  }

  /// Reports a problem of two columns.
  mutating func report(
    _ code: MessageCode, _ arguments: [String: String], first: Int, second: Int
  ) {
    let columns = ["first": shown(first), "second": shown(second)]
    problems.append(Message(code, arguments.merging(columns) { own, _ in own }, at: place))
  }

  /// A column's number, from 1, and name.
  private func shown(_ column: Int) -> String { "\(column + 1) “\(header[column])”" }
}
