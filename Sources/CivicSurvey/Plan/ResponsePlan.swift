import SurveyDefinition

/// A tabulation plan bound to one file's header: every name is a column number.
struct ResponsePlan: Sendable {
  /// The header's names, as read.
  let header: [String]
  /// The parts of the id; empty where the survey names none or the file lacks them.
  let idColumns: [Int]
  let dateColumn: Int?
  let frequencyColumn: Int?
  /// For each of the survey's dimensions, its column; `nil` where an optional one is absent.
  let dimensionColumns: [Int?]
  /// For each of the survey's questions, its column; `nil` where an optional one is absent.
  let questionColumns: [Int?]
  /// The columns that nothing of the above reads.
  let unusedColumns: Set<Int>
  /// Where the file is a rejects file, its marker columns.
  let markers: MarkerColumns?
  /// In a rejects file of several exports, which of them may have the values of a column: the
  /// column that is read, and the others, one of which a row has at most.
  let alternatives: [(column: Int, others: [Int])]

  /// Binds `survey` to `header`; all problems of the header are reported together.
  ///
  /// - Throws: ``RunError`` `header.missing-column`, `header.column-twice`.
  init(_ survey: Survey, header: [String], file: String, line: Int) throws(RunError) {
    let place = Message.Place(file: file, line: line)
    let markers = try MarkerColumns(header, at: place)
    let header = markers == nil ? header : header.map(MarkerColumns.columnName)
    var finder = ColumnFinder(header: header, place: place, allowsSeveral: markers != nil)
    let source = survey.source
    let parts = source.responseID.map { finder.find($0, needed: false) }
    self.header = header
    // A key of which the file has only some parts identifies nothing: all or none.
    if parts.contains(where: { $0 != nil }) {
      for (names, part) in zip(source.responseID, parts) where part == nil { finder.lacks(names) }
    }
    self.idColumns = parts.compactMap { $0 }
    self.dateColumn =
      source.submittedAt.isEmpty ? nil : finder.find(source.submittedAt, needed: true)
    self.frequencyColumn =
      source.frequency.isEmpty ? nil : finder.find(source.frequency, needed: false)
    self.dimensionColumns = survey.dimensions.map {
      finder.find($0.columns, needed: !$0.isOptional)
    }
    self.questionColumns = survey.questions.map {
      finder.find($0.columns, needed: !$0.isOptional)
    }
    self.unusedColumns = Set(header.indices).subtracting(finder.found)
      .subtracting(markers?.all ?? [])
    self.markers = markers
    self.alternatives = finder.alternatives
    guard finder.problems.isEmpty else { throw RunError(.data, finder.problems) }
  }
}

/// Looks names up in a header and collects what it does not find.
private struct ColumnFinder {
  let header: [String]
  let folded: [String]
  let place: Message.Place
  /// Whether several columns may match, of which a record has one.
  let allowsSeveral: Bool
  var found: Set<Int> = []
  var alternatives: [(column: Int, others: [Int])] = []
  var problems: [Message] = []

  /// A message lists at most this many of a file's columns.
  private static let listedColumns = 40

  init(header: [String], place: Message.Place, allowsSeveral: Bool) {
    self.allowsSeveral = allowsSeveral
    self.header = header
    self.folded = header.map(LabelFolding.fold)
    self.place = place
  }

  mutating func find(_ names: [String], needed: Bool) -> Int? {
    let wanted = Set(names.map(LabelFolding.fold))
    let columns = folded.indices.filter { wanted.contains(folded[$0]) }
    if columns.count > 1, allowsSeveral {
      alternatives.append((columns[0], Array(columns.dropFirst())))
    } else if columns.count > 1 {
      let listed = columns.map { "\($0 + 1) “\(header[$0])”" }.joined(separator: ", ")
      problems.append(
        Message("header.column-twice", ["name": names[0], "columns": listed], at: place))
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
    let nearest = NearestLabel.find(names, among: header)
    if let nearest { arguments["suggestion"] = nearest }
    let code = nearest == nil ? "header.missing-column" : "header.missing-column-like"
    problems.append(Message(code, arguments, at: place))
  }
}
