import SurveyDefinition

/// Which column of a file of counts stands for what.
struct CountColumns {
  /// A dimension's column and what its labels mean.
  struct Dimension {
    let column: Int
    let id: String
    /// The id of each folded spelling; `nil` where any label is a category.
    let meanings: [String: String]?
    /// The spellings, for whoever has misspelt one.
    let spellings: [String]
    let ids: [String]
  }

  private(set) var dimensions: [Dimension] = []
  private(set) var values: [(column: Int, value: CountTable.Value)] = []
  private(set) var period: Int?
  private(set) var from: Int?
  private(set) var until: Int?

  private enum Meaning: Equatable {
    case dimension(Int)
    case value(CountTable.Value)
    case period, from, until
  }

  static let periodNames = ["period", "Kỳ", "Kỳ báo cáo"]
  static let fromNames = ["from", "Từ ngày"]
  // "Đến ngày" would be the last day, and is not taken for the first one behind it.
  static let untilNames = ["until", "Đến trước ngày"]

  /// Whether a line is the header: it names one of the values.
  static func isHeader(_ names: [String], of values: [CountTable.Value]) -> Bool {
    let wanted = Set(values.flatMap(\.names).map(LabelFolding.fold))
    return names.contains { wanted.contains(LabelFolding.fold($0)) }
  }

  /// - Throws: ``RunError`` `header.counts-*`, all problems at once.
  init(
    _ header: [String], of survey: Survey, values wanted: [CountTable.Value],
    at place: Message.Place
  ) throws(RunError) {
    let known = survey.countable
    var meanings: [String: Meaning] = [:]
    func add(_ names: [String], _ meaning: Meaning) {
      for name in names.map(LabelFolding.fold) where meanings[name] == nil {
        meanings[name] = meaning
      }
    }
    // Ids come before titles and columns, whichever dimension has those.
    for (place, label) in known.enumerated() { add([label.id(in: survey)], .dimension(place)) }
    add(Self.periodNames, .period)
    add(Self.fromNames, .from)
    add(Self.untilNames, .until)
    for value in wanted { add(value.names, .value(value)) }
    for (place, label) in known.enumerated() { add(label.names(in: survey), .dimension(place)) }

    var problems: [Message] = []
    var seen: [(meaning: Meaning, name: String)] = []
    for (column, name) in header.enumerated() {
      let folded = LabelFolding.fold(name)
      // A spreadsheet writes empty columns behind the last one.
      if folded.isEmpty { continue }
      guard let meaning = meanings[folded] else {
        var arguments = [
          "name": name,
          "known":
            (known.map { $0.id(in: survey) } + Self.periodNames.prefix(1)
            + wanted.map(\.rawValue)).joined(separator: ", "),
        ]
        let names = known.flatMap { $0.names(in: survey) } + wanted.flatMap(\.names)
        let nearest = NearestLabel.find([name], among: names)
        arguments["suggestion"] = nearest
        problems.append(
          Message(
            worded: nearest == nil
              ? CountFileCode.unknownColumn : CountFileCode.unknownColumnLike,
            severity: .error, arguments, at: place))
        continue
      }
      if let earlier = seen.first(where: { $0.meaning == meaning }) {
        problems.append(
          Message(
            worded: CountFileCode.columnTwice, severity: .error,
            ["first": earlier.name, "second": name], at: place))
        continue
      }
      seen.append((meaning, name))
      switch meaning {
      case .dimension(let index):
        dimensions.append(Dimension(known[index], of: survey, column: column))
      case .value(let value): values.append((column, value))
      case .period: period = column
      case .from: from = column
      case .until: until = column
      }
    }
    if values.isEmpty {
      problems.append(
        Message(
          worded: CountFileCode.noValue, severity: .error,
          ["known": wanted.flatMap(\.names).joined(separator: ", ")], at: place))
    }
    if (from == nil) != (until == nil) || (period != nil && from != nil) {
      problems.append(Message(worded: CountFileCode.unclearDays, severity: .error, [:], at: place))
    }
    guard problems.isEmpty else { throw RunError(.data, problems) }
  }
}

extension CountColumns.Dimension {
  init(_ label: LabelColumn, of survey: Survey, column: Int) {
    self.column = column
    id = label.id(in: survey)
    let entries = label.entries(in: survey)
    var meanings: [String: String] = [:]
    for entry in entries {
      for spelling in entry.spellings { meanings[LabelFolding.fold(spelling)] = entry.id }
    }
    let isOpen =
      if case .dimension(let place) = label { survey.dimensions[place].isOpen } else { false }
    self.meanings = isOpen ? nil : meanings
    spellings = entries.flatMap(\.spellings)
    ids = entries.map(\.id)
  }
}

extension Survey {
  /// What counts may be by: the dimensions, and behind them the questions of which one choice is taken.
  fileprivate var countable: [LabelColumn] {
    dimensions.indices.map(LabelColumn.dimension)
      + questions.indices.filter { questions[$0].isSingleChoice && !questions[$0].isPersonal }
      .map(LabelColumn.question)
  }
}
