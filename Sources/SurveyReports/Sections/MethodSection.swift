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
    var items = formulas
    var methods = report.estimates.methods
    for interval in report.verdicts.compactMap(\.judgement.interval)
    where !methods.contains(interval.method) {
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

  /// One sentence for each list of satisfied choices, with the measures that share it.
  private var formulas: [String] {
    var order: [String] = []
    var measures: [String: [String]] = [:]
    for measure in report.survey.measures {
      let question = report.survey.question(measure.question)
      let choices = measure.satisfied.map { id in
        let label = labels.choice(id, of: question)
        return label == id ? id : "\(id) (\(label))"
      }.joined(separator: ", ")
      if measures[choices] == nil { order.append(choices) }
      measures[choices, default: []].append(
        word(.measureVersion, ["id": measure.id, "version": String(measure.version)]))
    }
    return order.map { choices in
      let names = (measures[choices] ?? []).joined(separator: ", ")
      return word(.formula, ["choices": choices, "measures": names])
    }
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
    let items = report.sources.map { source in
      var parts = [word(.bytes, ["n": numbers.integer(source.bytes)])]
      if let first = source.first, let last = source.last {
        parts.append(numbers.days(first, last))
      }
      parts.append("XXH3-128 " + DisplayText.plain(source.digest))
      if let sha256 = source.sha256 { parts.append("SHA-256 " + sha256) }
      let name = source.name.map { DisplayText.plain($0) + ": " } ?? ""
      return name + parts.joined(separator: ", ")
    }
    return [.heading(2, word(.sources)), .list(items)]
  }
}
