import SurveyDefinition

/// A tabulation plan bound to one file's header: every name is a column number.
struct ResponsePlan: Sendable {
  /// The header's names, as read.
  let header: [String]
  /// The parts of the id; empty where the survey names none or the file lacks them.
  let idColumns: [Int]
  /// The part of an id that the file's name is, also where ids are compared within a file alone;
  /// `nil` where it is none.
  let filePart: String?
  let dateColumn: Int?
  let frequencyColumn: Int?
  /// For each of the survey's dimensions, its column; `nil` where an optional one is absent.
  let dimensionColumns: [Int?]
  /// For each of the survey's questions, its column; `nil` where an optional one is absent, where
  /// its choices have columns, and for all questions of an aggregated file.
  let questionColumns: [Int?]
  /// For each of the survey's questions, the columns of its choices; empty where it has none.
  let choiceColumns: [[Int]]
  /// The columns that hold counts of answers; empty unless the file is aggregated.
  let levels: [LevelColumn]
  /// The columns of a register's days; `nil` where the survey is none.
  let opinionDays: OpinionColumns?
  /// The columns of the sample's design; `nil` where the survey has none.
  let design: DesignColumns?
  /// The column of each rule that leaves responses out.
  let scope: [Int]
  /// Where a cell of a text column may say how many responses gave one answer.
  let counted: [CountedColumn]
  /// The columns that nothing of the above reads.
  let unusedColumns: Set<Int>
  /// Where the file is a rejects file, its marker columns.
  let markers: MarkerColumns?
  /// In a rejects file of several exports, which of them may have the values of a column: the
  /// column that is read, and the others, one of which a row has at most.
  let alternatives: [(column: Int, others: [Int])]

  /// Whether a record may stand for another number of responses than one.
  var hasCounts: Bool { frequencyColumn != nil || !levels.isEmpty || !counted.isEmpty }

  /// Binds `survey` to `header`; all problems of the header are reported together.
  ///
  /// - Throws: ``RunError`` `header.missing-column`, `header.column-twice`, `header.column-for-two`,
  ///   `header.two-ways`.
  init(_ survey: Survey, header: [String], file: String, line: Int) throws(RunError) {
    let place = Message.Place(file: file, line: line)
    let markers = try MarkerColumns(header, at: place)
    let header = markers == nil ? header : header.map(MarkerColumns.columnName)
    var finder = ColumnFinder(
      header: header, known: SurveyColumns(survey).names, place: place,
      allowsSeveral: markers != nil)
    let source = survey.source
    let parts = source.responseID.map { finder.find($0, needed: false) }
    self.header = header
    // A key of which the file has only some parts identifies nothing: all or none.
    if parts.contains(where: { $0 != nil }) {
      for (names, part) in zip(source.responseID, parts) where part == nil { finder.lacks(names) }
    }
    self.idColumns = parts.compactMap { $0 }
    self.filePart =
      source.isIDOfFile || survey.duplicatesWithin == .file ? FilePart.of(file) : nil
    self.dateColumn =
      source.submittedAt.isEmpty ? nil : finder.find(source.submittedAt, needed: true)
    self.frequencyColumn =
      source.frequency.isEmpty ? nil : finder.find(source.frequency, needed: false)
    self.dimensionColumns = survey.dimensions.map {
      finder.find($0.columns, needed: !$0.isOptional)
    }
    let questions = QuestionColumns(survey.questions, &finder)
    self.questionColumns = questions.single
    self.choiceColumns = questions.ofChoices
    self.levels = questions.levels
    self.opinionDays = survey.opinions.map { OpinionColumns($0, &finder) }
    self.design = survey.design.map { DesignColumns($0, &finder) }
    self.scope = survey.scope.rules.compactMap {
      finder.find($0.columns, needed: true, mayShare: true)
    }
    self.counted = survey.questions.enumerated().compactMap { place, question in
      guard let form = question.counted,
        let text = survey.questions.firstIndex(where: { $0.id == form.question }),
        let column = questions.single[text]
      else { return nil }
      return CountedColumn(question: place, column: column, form: form)
    }
    self.unusedColumns = Set(header.indices).subtracting(finder.found)
      .subtracting(markers?.all ?? [])
    self.markers = markers
    self.alternatives = finder.alternatives
    guard finder.problems.isEmpty else { throw RunError(.data, finder.problems) }
  }

  /// The column of the date in a header, whatever else is wrong with it.
  static func dateColumn(_ survey: Survey, header: [String]) -> Int? {
    columns([survey.source.submittedAt], survey, header: header).first
  }

  /// The columns of a register's days in a header, those that it has.
  static func dayColumns(_ survey: Survey, header: [String]) -> [Int] {
    columns(survey.opinions?.dayColumns ?? [], survey, header: header)
  }

  private static func columns(
    _ wanted: [[String]], _ survey: Survey, header: [String]
  ) -> [Int] {
    let isReturned = MarkerColumns.occur(in: header)
    var finder = ColumnFinder(
      header: isReturned ? header.map(MarkerColumns.columnName) : header,
      known: SurveyColumns(survey).names, place: Message.Place(file: ""),
      allowsSeveral: isReturned)
    return wanted.filter { !$0.isEmpty }.compactMap { finder.find($0, needed: false) }
  }
}

/// A column that says how many responses gave one answer.
struct LevelColumn: Sendable {
  let question: Int
  let choice: Int
  let column: Int
  /// The level of which the column counts the rest and itself together; `nil` where it counts its
  /// own choice alone.
  var counted: Int? = nil
}

/// A column of text in which a cell may say how many responses gave one answer.
struct CountedColumn: Sendable {
  let question: Int
  let column: Int
  private let before: [UInt8]
  private let between: [UInt8]
  private let behind: [UInt8]

  init(question: Int, column: Int, form: CountedForm) {
    self.question = question
    self.column = column
    before = Array(form.parts[0].utf8)
    between = Array(form.parts[1].utf8)
    behind = Array(form.parts[2].utf8)
  }

  /// The answer's and the count's place in a cell; `nil` of any other text.
  ///
  /// ASCII letters match in either case; everything else is as in the form.
  func places(in cell: Span<UInt8>) -> (choice: Range<Int>, count: Range<Int>)? {
    let all = cell.trimmedRange
    let end = all.upperBound - behind.count
    guard end >= all.lowerBound, Self.matches(behind, cell, at: end),
      Self.matches(before, cell, at: all.lowerBound)
    else { return nil }
    let start = all.lowerBound + before.count
    var first = end
    while first > start, (0x30...0x39).contains(cell[first - 1]) { first -= 1 }
    guard first < end else { return nil }
    // A form ends in what stands before the digits, as it is written there.
    let middle = first - between.count
    guard middle >= start, Self.matches(between, cell, at: middle) else { return nil }
    return (start..<middle, first..<end)
  }

  private static func matches(_ part: [UInt8], _ cell: Span<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + part.count <= cell.count else { return false }
    for place in part.indices where lowered(part[place]) != lowered(cell[start + place]) {
      return false
    }
    return true
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}

/// The columns of the questions, in whichever of the ways a file has them.
private struct QuestionColumns {
  private(set) var single: [Int?]
  private(set) var ofChoices: [[Int]]
  private(set) var levels: [LevelColumn] = []

  init(_ questions: [Question], _ finder: inout ColumnFinder) {
    single = questions.map { _ in nil }
    ofChoices = questions.map { _ in [] }
    let counts = questions.map { question in
      question.levelColumns.map { finder.find($0, needed: false) }
    }
    let isAggregated = counts.contains { $0.contains { $0 != nil } }
    for (place, question) in questions.enumerated() {
      if isAggregated {
        // Responses of which only counts are known were asked nothing else.
        guard !question.levelColumns.isEmpty else { continue }
        let columns = Self.all(counts[place], question.levelColumns, question, &finder)
        addLevels(columns, of: question, at: place)
        if let first = columns.first { Self.checkAlone(question, first, &finder) }
      } else if !question.choiceColumns.isEmpty {
        let found = question.choiceColumns.map { finder.find($0, needed: false) }
        if found.contains(where: { $0 != nil }) || question.columns.isEmpty {
          ofChoices[place] = Self.all(found, question.choiceColumns, question, &finder)
          if let first = ofChoices[place].first { Self.checkAlone(question, first, &finder) }
        } else {
          single[place] = finder.find(question.columns, needed: !question.isOptional)
        }
      } else if question.columns.isEmpty {
        _ = Self.all(counts[place], question.levelColumns, question, &finder)
      } else {
        single[place] = finder.find(question.columns, needed: !question.isOptional)
      }
    }
  }

  /// Adds a question's counts; one that counts all comes behind the other, which it is less by.
  private mutating func addLevels(_ columns: [Int], of question: Question, at place: Int) {
    for (choice, column) in columns.enumerated() where choice != question.restChoice {
      levels.append(LevelColumn(question: place, choice: choice, column: column))
    }
    guard let rest = question.restChoice, !columns.isEmpty else { return }
    levels.append(
      LevelColumn(
        question: place, choice: rest, column: columns[rest], counted: levels.count - 1))
  }

  /// The columns of all choices; empty where one is lacking, which is a problem unless all are and
  /// may be.
  private static func all(
    _ found: [Int?], _ names: [[String]], _ question: Question, _ finder: inout ColumnFinder
  ) -> [Int] {
    let columns = found.compactMap { $0 }
    if columns.count == found.count { return columns }
    if !columns.isEmpty || !question.isOptional {
      for (names, column) in zip(names, found) where column == nil { finder.lacks(names) }
    }
    return []
  }

  /// Reports a file that has the answers twice: in one column, and in columns of the choices.
  private static func checkAlone(
    _ question: Question, _ other: Int, _ finder: inout ColumnFinder
  ) {
    guard !question.columns.isEmpty, let column = finder.find(question.columns, needed: false)
    else { return }
    finder.report(.headerTwoWays, ["question": question.id], first: column, second: other)
  }
}
