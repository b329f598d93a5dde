import SurveyDefinition
import SurveyStatistics

/// What in margins does not match, by itself or with the responses, each at its line.
struct MarginChecks {
  /// A message names so many rows.
  private static let most = 5

  private let margins: Margins

  init(_ margins: Margins) { self.margins = margins }

  /// Refuses files whose periods are not the same.
  func checkPeriods() throws(RunError) {
    let dated = margins.tables.filter { $0.periods != nil }
    guard let first = dated.first, let kind = first.periods else { return }
    for table in dated.dropFirst() where table.periods != kind {
      throw RunError(
        .data, worded: MarginCode.periodKinds,
        ["kind": table.periods?.rawValue ?? "", "other": first.name, "first": kind.rawValue],
        at: Message.Place(file: table.name))
    }
    guard margins.within != nil else { return }
    let periods = dated.map { Set($0.rows.compactMap(\.period)) }
    for (table, own) in zip(dated, periods) {
      for (other, others) in zip(dated, periods) {
        guard let missing = others.subtracting(own).min() else { continue }
        throw RunError(
          .data, worded: MarginCode.periodInSome, ["period": missing.id, "other": other.name],
          at: Message.Place(file: table.name))
      }
    }
  }

  /// Everything in which counts and responses do not match.
  func problems(of part: MarginPart) -> [Message] {
    guard part.matched > 0 else { return [] }
    var problems: [Message] = []
    for (place, table) in margins.tables.enumerated() {
      let rows = zip(part.rows[place], part.responses[place]).map {
        (row: table.rows[$0], responses: $1)
      }
      let lacking = rows.filter { $0.row.count > 0 && $0.responses == 0 }.map(\.row)
      if let first = lacking.first {
        problems.append(
          Message(
            worded: MarginCode.categoryWithoutResponses,
            ["names": names(lacking, table), "rowsCount": String(lacking.count)],
            at: Message.Place(file: table.name, line: first.line)))
      }
      let unwanted = rows.filter { $0.row.count == 0 && $0.responses > 0 }
      if let first = unwanted.first {
        problems.append(
          Message(
            worded: MarginCode.responsesWithoutCount,
            [
              "names": names(unwanted.map(\.row), table),
              "responsesCount": String(unwanted.reduce(0) { $0 + $1.responses }),
            ], at: Message.Place(file: table.name, line: first.row.line)))
      }
      let (total, first) = (part.total(of: place), part.total(of: 0))
      if abs(total - first) > Calibration.totalTolerance * first {
        problems.append(totals(of: place, part, MarginCode.totalsDiffer, .error))
      }
    }
    return problems
  }

  /// That counts are scaled to the first file's total, of each file the first period in which they are.
  func scaledTotals(_ parts: [MarginPart]) -> [Message] {
    margins.tables.indices.compactMap { place in
      parts.first { $0.total(of: place) != $0.total(of: 0) }.map {
        totals(of: place, $0, MarginCode.totalsScaled, .note)
      }
    }
  }

  private func totals(
    of place: Int, _ part: MarginPart, _ code: MarginCode, _ severity: Message.Severity
  ) -> Message {
    Message(
      worded: code, severity: severity,
      [
        "total": Self.number(part.total(of: place)), "other": margins.tables[0].name,
        "first": Self.number(part.total(of: 0)),
        "periodPart": part.period == nil ? "none" : "marginsOfPeriod",
        "period": part.period?.id ?? "",
      ], at: Message.Place(file: margins.tables[place].name))
  }

  /// Of fewer responses a category's own spread, which standard errors stand on, is not known well.
  private static let fewestResponses = 10

  /// That categories have few responses, of each file the first such row; none where all have enough.
  func fewResponses(of parts: [MarginPart]) -> [Message] {
    margins.tables.indices.compactMap { place in
      let table = margins.tables[place]
      let few = parts.flatMap { part in
        zip(part.rows[place], part.responses[place]).filter {
          table.rows[$0].count > 0 && $1 < Self.fewestResponses
        }.map { table.rows[$0.0] }
      }
      guard let first = few.first else { return nil }
      return Message(
        worded: MarginCode.fewResponses, severity: .warning,
        [
          "names": names([first], table), "rowsCount": String(few.count),
          "leastCount": String(Self.fewestResponses),
        ], at: Message.Place(file: table.name, line: first.line))
    }
  }

  private func names(_ rows: [MarginTable.Row], _ table: MarginTable) -> String {
    rows.prefix(Self.most).map { "“\(table.label($0))”" }.joined(separator: ", ")
      + (rows.count > Self.most ? ", …" : "")
  }

  /// A category of a part by its place.
  private func name(_ margin: Int, _ category: Int, _ part: MarginPart) -> String {
    let table = margins.tables[margin]
    return "“\(table.label(table.rows[part.rows[margin][category]]))”"
  }

  private func place(_ margin: Int, _ category: Int, _ part: MarginPart) -> Message.Place {
    let table = margins.tables[margin]
    return Message.Place(
      file: table.name, line: table.rows[part.rows[margin][category]].line)
  }

  /// What raking could not do.
  func error(_ error: CalibrationError, in part: MarginPart) -> RunError {
    guard case .notConverged(let margin, let category, let residual, let rounds) = error else {
      return RunError(
        .data, worded: MarginCode.noResponses, ["name": margins.tables[0].name])
    }
    return RunError(
      .data, worded: MarginCode.notConverged,
      [
        "names": name(margin, category, part), "roundsCount": String(rounds),
        "residualPercent": DecimalText.fixed(100 * residual, digits: 2),
      ], at: place(margin, category, part))
  }

  /// That factors were cut, and what is left of the margins.
  func capped(_ calibration: Calibration, _ part: MarginPart) -> Message {
    let (margin, category) = (calibration.residualMargin, calibration.residualCategory)
    return Message(
      worded: MarginCode.capped, severity: .warning,
      [
        "capFactor": Self.number(margins.cap ?? 1), "names": name(margin, category, part),
        "residualPercent": DecimalText.fixed(100 * calibration.residual, digits: 2),
      ], at: place(margin, category, part))
  }

  /// That periods of the files have no responses; `nil` where all have.
  func withoutResponses(_ periods: [Period]) -> Message? {
    guard !periods.isEmpty else { return nil }
    return Message(
      worded: MarginCode.periodWithoutResponses, severity: .note,
      [
        "names": periods.prefix(Self.most).map(\.id).joined(separator: ", ")
          + (periods.count > Self.most ? ", …" : ""),
        "periodsCount": String(periods.count),
      ])
  }

  /// A number in digits, whole where it is.
  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }
}
