import SurveyCSV
import SurveyDefinition

extension LabelMeanings {
  /// So many labels can be given a meaning in one run.
  public static let limit = 100_000

  /// Reads files in which staff have filled in what labels mean.
  ///
  /// Rows without a meaning are left alone. All problems of all files are told together.
  ///
  /// - Parameters:
  ///   - inputs: files as ``TallyPart/writeUnknownLabels(locale:to:)`` writes them, in whatever form
  ///     a spreadsheet has saved them: other separators, columns in another order, other encodings,
  ///     compressed.
  ///   - plan: whose survey the labels belong to.
  ///   - cancellation: ends the reading, wherever it waits.
  /// - Throws: ``RunError`` with `header.*`, `text.*`, `csv.*`, `response.label-*`,
  ///   `response.too-many-labels`, `io.*` or `run.cancelled`.
  public init(
    reading inputs: [SurveyInput], for plan: TabulationPlan,
    cancellation: Cancellation? = nil
  ) throws(RunError) {
    guard !inputs.isEmpty else {
      self.init()
      return
    }
    var reader = LabelSheetReader(plan)
    for input in inputs { try reader.read(input, cancellation) }
    guard reader.problems.isEmpty else { throw RunError(.data, reader.problems) }
    self = reader.meanings
  }
}

/// Reads label files one after the other and collects what is wrong with them.
private struct LabelSheetReader {
  /// A label that has been given a meaning, and where.
  private struct Given {
    let meaning: LabelMeaning
    let text: String
    let place: Message.Place
  }

  var meanings: LabelMeanings
  private(set) var problems: [Message] = []
  private let survey: Survey
  private let decoder: ResponseDecoder
  private var columns: [String: LabelColumn] = [:]
  private var given: [LabelColumn: [String: Given]] = [:]

  init(_ plan: TabulationPlan) {
    survey = plan.survey
    meanings = LabelMeanings(plan.survey)
    decoder = ResponseDecoder(plan, openLimit: 1)
    for column in LabelColumn.all(of: survey) {
      for name in column.names(in: survey).map(LabelFolding.fold) where columns[name] == nil {
        columns[name] = column
      }
    }
  }

  mutating func read(_ input: SurveyInput, _ cancellation: Cancellation?) throws(RunError) {
    do throws(RunError) {
      try take(SheetReader(input, cancellation: cancellation), file: input.name)
    } catch {
      guard error.kind == .data else { throw error }
      problems += error.messages
    }
  }

  private mutating func take(_ sheet: consuming SheetReader, file: String) throws(RunError) {
    meanings.note(sheet.messages)
    guard let places = places(in: sheet.header, at: sheet.headerPlace) else { return }
    while problems.count < SheetReader.listedProblems, let (rows, faults) = try sheet.next() {
      problems += faults
      for row in rows where !row.cells[places.meaning].isEmpty {
        take(
          column: row.cells[places.column], seen: row.cells[places.seen],
          meaning: row.cells[places.meaning], at: row.place)
      }
      guard meanings.count <= LabelMeanings.limit else {
        throw RunError(
          .data, .responseTooManyLabels, ["limit": String(LabelMeanings.limit)],
          at: Message.Place(file: file))
      }
    }
  }

  /// Where column, label and meaning stand; `nil` where the header lacks one.
  private mutating func places(
    in header: [String], at place: Message.Place
  ) -> (column: Int, seen: Int, meaning: Int)? {
    let folded = header.map(LabelFolding.fold)
    func find(_ column: LabelSheetColumn) -> Int? {
      let names = ReportLocale.allCases.map { LabelFolding.fold(column.name(in: $0)) }
      return folded.firstIndex { names.contains($0) }
    }
    if let column = find(.column), let seen = find(.seen), let meaning = find(.meaning) {
      return (column, seen, meaning)
    }
    let names = [LabelSheetColumn.column, .seen, .meaning].map { column in
      "“\(column.name(in: .vi))” (\(column.name(in: .en)))"
    }
    problems.append(
      Message(
        .headerNoLabelColumns,
        [
          "names": names.joined(separator: ", "),
          "header": header.prefix(40).map { "“\($0)”" }.joined(separator: ", "),
        ], at: place))
    return nil
  }

  private mutating func take(
    column name: String, seen: String, meaning text: String, at place: Message.Place
  ) {
    guard let column = columns[LabelFolding.fold(name)] else {
      let known = LabelColumn.all(of: survey).map { $0.id(in: survey) }
      problems.append(
        Message(
          .responseLabelUnknownColumn,
          ["name": name, "known": known.joined(separator: ", ")], at: place))
      return
    }
    let id = column.id(in: survey)
    let label = LabelFolding.fold(seen)
    guard !label.isEmpty else {
      problems.append(Message(.responseLabelEmpty, ["column": id], at: place))
      return
    }
    guard let meaning = decoder.meaning(of: text, in: column) else {
      problems.append(unknownMeaning(text, in: column, at: place))
      return
    }
    if let known = decoder.meaning(of: seen, in: column), known != meaning {
      problems.append(
        Message(
          .responseLabelKnown, ["seen": seen, "meaning": text, "column": id], at: place))
      return
    }
    if let earlier = given[column]?[label] {
      guard earlier.meaning != meaning else { return }
      problems.append(
        Message(
          .responseLabelTwoMeanings,
          [
            "seen": seen, "column": id, "first": earlier.text, "second": text,
            "firstPlace": "\(earlier.place.file):\(earlier.place.line ?? 0)",
          ], at: place))
      return
    }
    given[column, default: [:]][label] = Given(meaning: meaning, text: text, place: place)
    meanings.set(seen, to: meaning, in: column, at: place)
  }

  private func unknownMeaning(
    _ text: String, in column: LabelColumn, at place: Message.Place
  ) -> Message {
    var arguments = [
      "meaning": text, "column": column.id(in: survey),
      "known": column.entryIDs(in: survey).joined(separator: ", "),
    ]
    guard let nearest = NearestLabel.find([text], among: column.spellings(in: survey)) else {
      return Message(.responseLabelUnknownMeaning, arguments, at: place)
    }
    arguments["suggestion"] = nearest
    return Message(.responseLabelUnknownMeaningLike, arguments, at: place)
  }
}
