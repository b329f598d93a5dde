import CivicSurvey
import SurveyDefinition
import SurveyStatistics

extension ReportDocument {
  /// The diagnostics; losses over the limit stand in the first line already.
  var notices: [ReportBlock] {
    let items = report.diagnostics.filter { $0.code != Report.lossCode }.map { message in
      let severity: ReportWord =
        switch message.severity {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
      let place = message.place.map { place in
        ([place.file] + [place.line, place.column].compactMap { $0.map(String.init) })
          .joined(separator: ":") + ": "
      }
      let remedy = message.help(in: report.query.locale).map { " " + $0 } ?? ""
      return DisplayText.plain(
        "\(place ?? "")\(word(severity)): \(message.text(in: report.query.locale))\(remedy)"
          + " [\(message.code)]")
    }
    return items.isEmpty ? [] : [.heading(2, word(.notices)), .list(items)]
  }

  /// The formula of each measure, the intervals' method, and the calendar.
  var method: [ReportBlock] {
    var items = report.survey.measures.map(formula)
    let intervals =
      report.estimates.compactMap(\.interval) + report.verdicts.compactMap(\.judgement.interval)
    var methods: [IntervalMethod] = []
    for interval in intervals where !methods.contains(interval.method) {
      methods.append(interval.method)
    }
    if methods.isEmpty {
      items.append(word(.intervalNone))
    } else {
      let names = methods.map(name).joined(separator: ", ")
      items.append(word(.intervalMethod, ["method": names, "level": level]))
    }
    if report.verdicts.contains(where: { $0.judgement.pValue != nil }) {
      items.append(word(.pValueMeaning))
    }
    if !report.periods.isEmpty || report.verdicts.contains(where: { $0.period != nil }) {
      switch report.query.calendar ?? report.survey.calendar {
      case .civil: items.append(word(.calendarCivil))
      case .stateReport15: items.append(word(.calendarStateReport))
      }
    }
    return [.heading(2, word(.method)), .list(items)]
  }

  private func formula(_ measure: Measure) -> String {
    let question = report.survey.question(measure.question)
    let choices = measure.satisfied.map { id in
      let label = labels.choice(id, of: question)
      return label == id ? id : "\(id) (\(label))"
    }
    let sentence = word(
      .formula,
      ["measure": labels.measure(measure.id), "choices": choices.joined(separator: ", ")])
    return sentence + " "
      + word(
        .formulaID,
        ["id": measure.id, "version": String(measure.version), "formula": measure.formula])
  }

  private func name(_ method: IntervalMethod) -> String {
    switch method {
    case .wilson: word(.wilson)
    case .clopperPearson: word(.clopperPearson)
    }
  }

  /// What was read.
  var sources: [ReportBlock] {
    guard !report.sources.isEmpty else { return [] }
    let rows = report.sources.map { source in
      let days = source.first.flatMap { first in
        source.last.map { numbers.days(first, $0) }
      }
      return [
        ReportCell(DisplayText.plain(source.name ?? "")),
        ReportCell(numbers.integer(source.bytes)), ReportCell(days ?? ""),
        ReportCell(DisplayText.plain(source.digest)),
      ]
    }
    return [
      .heading(2, word(.sources)),
      .table(
        ReportTable(
          header: [
            ReportCell(word(.name)), ReportCell(word(.bytes)), ReportCell(word(.firstLast)),
            ReportCell(word(.digest)),
          ],
          alignments: [.left, .right, .left, .left], rows: rows)),
    ]
  }
}
