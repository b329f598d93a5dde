import SurveyCSV
import SurveyDefinition

/// Tells a further line of the header, directly below its first, from a response.
///
/// Survey services have the questions on the first line, and their options or ids of their own on the
/// lines below. Such a line has no id, no date, and not one answer or category that is known.
struct FurtherHeaderRule {
  /// A header has at most so many lines below its first.
  static let most = 3

  /// What services write below a question that is answered in one column, folded.
  private static let marks: Set = ["response", "open-ended response"]
  private static let json = "{\"ImportId\""
  /// A line of the header that no definition speaks of has so many texts, or one in every column.
  private static let fewest = 3

  private let survey: Survey
  private let columns: [NamedColumn]

  init(_ survey: Survey) {
    self.survey = survey
    columns = NamedColumn.all(of: survey)
  }

  /// Refuses a header of which the further lines are none.
  ///
  /// - Parameter names: the names that its lines give together.
  /// - Throws: ``RunError`` `header.too-few-lines`.
  func check(_ lines: [HeaderLine], _ names: [String], file: String) throws(RunError) {
    let wanted = survey.source.header.lines
    guard wanted > 1, let first = lines.first, !MarkerColumns.occur(in: first.cells) else { return }
    let known = first.cells.indices.map { column in
      columns(of: column, named: names[column], below: first.cells)
    }
    var wrong = lines.dropFirst().first { line in
      line.cells.count != first.cells.count
        || !zip(line.cells, known).enumerated().allSatisfy { column, cell in
          let text = LabelFolding.display(cell.0)
          return cell.1.allSatisfy { mayStand(text, below: first.cells[column], $0) }
        }
    }?.line
    if wrong == nil, lines.count < wanted { wrong = (lines.last?.line ?? 0) + 1 }
    guard let wrong else { return }
    throw RunError(
      .data, .headerTooFewLines, ["count": String(wanted), "line": String(wrong)],
      at: Message.Place(file: file, line: Int(wrong)))
  }

  /// How many of the records directly below a header are further lines of it, where no definition
  /// says so; in doubt none.
  func count(of records: [[String]], below header: [String]) -> Int {
    let isFurther: ([String]) -> Bool = { record in
      self.isFurther(record, below: header)
        && !NewHeaderRule(survey, header: header).isNew(record, below: header)
    }
    let count = records.prefix(while: isFurther).count
    guard count > 0, count <= Self.most else { return 0 }
    return count == records.count || isResponse(records[count], below: header) ? count : 0
  }

  private func isFurther(_ record: [String], below header: [String]) -> Bool {
    let texts = record.map(LabelFolding.display)
    let filled = texts.count { !$0.isEmpty }
    guard texts.count == header.count, filled >= min(Self.fewest, texts.count),
      texts != header.map(LabelFolding.display)
    else { return false }
    var identities: [(text: String, name: String)] = []
    var hasMark = false
    for (text, name) in zip(texts, header) {
      let columns = columns(named: [name])
      if columns.contains(where: \.isIdentity) { identities.append((text, name)) }
      if text.isEmpty { continue }
      guard !Self.isNumber(text), columns.allSatisfy({ mayStand(text, below: name, $0) }) else {
        return false
      }
      if columns.contains(where: \.isAnswer), Self.marks.contains(LabelFolding.fold(text)) {
        hasMark = true
      }
    }
    if texts.contains(where: { $0.hasPrefix(Self.json) }) { return true }
    let said = identities.filter { !$0.text.isEmpty }
    if said.isEmpty { return hasMark }
    // What stands in the place of the id and the date is their name, written otherwise.
    return said.allSatisfy { LabelFolding.bare($0.text) == LabelFolding.bare($0.name) }
  }

  /// Whether a text may stand in a column, on a line of the header below the column's name.
  private func mayStand(_ text: String, below name: String, _ column: NamedColumn) -> Bool {
    if text.isEmpty || text.hasPrefix(Self.json) { return true }
    switch column.kind {
    case .id: return !Self.hasDigit(text) || LabelFolding.bare(text) == LabelFolding.bare(name)
    case .date, .day: return !Self.hasDigit(text) || !isDate(text)
    case .number: return !Self.isNumber(text)
    case .answer(let known), .category(let known): return !known.contains(text)
    }
  }

  /// Whether a record that follows a header's lines can be read: by its date, else its id, else an
  /// answer.
  private func isResponse(_ record: [String], below header: [String]) -> Bool {
    guard record.count == header.count else { return false }
    var hasDates = false
    var hasIDs = false
    var isRead = (date: false, id: false, answer: false)
    for (text, name) in zip(record.map(LabelFolding.display), header) {
      for column in columns(named: [name]) {
        switch column.kind {
        case .date:
          hasDates = true
          if isDate(text) { isRead.date = true }
        case .id:
          hasIDs = true
          if !text.isEmpty { isRead.id = true }
        case .day: continue
        case .number: if Self.isNumber(text) { isRead.answer = true }
        case .answer(let known), .category(let known):
          if known.contains(text) { isRead.answer = true }
        }
      }
    }
    return hasDates ? isRead.date : hasIDs ? isRead.id : isRead.answer
  }

  /// What the definition calls by one of these names.
  private func columns(named names: [String]) -> [NamedColumn] {
    let bare = Set(names.map(LabelFolding.bare)).subtracting([""])
    return columns.filter { !$0.names.isDisjoint(with: bare) }
  }

  /// The same of a column with this name below a header's first line; where nothing is called as
  /// either says, what is called by the first line and something below it.
  private func columns(of column: Int, named name: String, below first: [String]) -> [NamedColumn] {
    let exact = columns(named: [name, first[column]])
    let left = first[...column].last { !LabelFolding.bare($0).isEmpty }
    guard exact.isEmpty, survey.source.header.names == .joined, let left else { return exact }
    let beginning = LabelFolding.bare(left) + "/"
    return columns.filter { $0.names.contains { $0.hasPrefix(beginning) } }
  }

  private func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return survey.source.timestampFormats.contains { $0.read(bytes.span) != nil }
  }

  private static func hasDigit(_ text: String) -> Bool {
    text.utf8.contains { (0x30...0x39).contains($0) }
  }

  private static func isNumber(_ text: String) -> Bool {
    hasDigit(text) && !text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }
}

/// A column that the definition names, with what is known to stand in it.
private struct NamedColumn {
  enum Kind {
    case id
    case date
    /// A day that a record may be without.
    case day
    case number
    case category(KnownLabels)
    case answer(KnownLabels)
  }

  /// Its names, bare.
  let names: Set<String>
  let kind: Kind

  var isIdentity: Bool {
    switch kind {
    case .id, .date: true
    case .day, .number, .category, .answer: false
    }
  }

  var isAnswer: Bool {
    if case .answer = kind { true } else { false }
  }

  private init(_ names: [String], _ kind: Kind) {
    self.names = Set(names.map(LabelFolding.bare))
    self.kind = kind
  }

  static func all(of survey: Survey) -> [NamedColumn] {
    let source = survey.source
    let blanks = survey.missing + survey.notApplicable
    var all = source.responseID.map { NamedColumn($0, .id) }
    all.append(NamedColumn(source.submittedAt, .date))
    all.append(NamedColumn(source.frequency, .number))
    all += (survey.opinions?.dayColumns ?? []).map { NamedColumn($0, .day) }
    for dimension in survey.dimensions {
      let known = dimension.categories.flatMap(\.spellings) + (dimension.isOpen ? [] : blanks)
      all.append(NamedColumn(dimension.columns, .category(KnownLabels(known))))
    }
    for question in survey.questions {
      let known = question.choices.flatMap(\.spellings) + question.noOpinion + blanks
      all.append(
        NamedColumn(
          question.columns, .answer(KnownLabels(question.type == .text ? [] : known))))
      all += question.levelColumns.map { NamedColumn($0, .number) }
      let ticks =
        YesNoWords.yes + YesNoWords.no + question.ticked + question.unticked
        + question.noOpinion + blanks
      for (names, choice) in zip(question.choiceColumns, question.choices) {
        // Its own name is what a line of the header says of it.
        all.append(
          NamedColumn(names, .answer(KnownLabels(ticks, besides: choice.spellings))))
      }
    }
    return all
  }
}

/// The labels that a column may have, of which hardly any is ever asked for: they are folded then.
private struct KnownLabels {
  private let labels: [String]
  private let others: [String]

  /// - Parameter others: labels that are none of them, however they are spelled.
  init(_ labels: [String], besides others: [String] = []) {
    self.labels = labels
    self.others = others
  }

  func contains(_ text: String) -> Bool {
    let folded = LabelFolding.fold(text)
    func isSame(_ label: String) -> Bool { LabelFolding.fold(label) == folded }
    return labels.contains(where: isSame) && !others.contains(where: isSame)
  }
}
