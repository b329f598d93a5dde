import CivicSurvey
import SurveyDefinition
import SurveyStatistics

/// The formula of each measure, the intervals' method, and the calendar.
struct MethodSection: ReportPiece {
  let context: ReportContext
  /// Whether the section also says how the respondents were found, and which survey it was.
  var saysHowFound = false

  /// The section.
  var sections: [ReportSection] {
    [
      ReportSection(
        id: "method", title: word(.method),
        blocks: (saysHowFound ? howFound : []) + [.list(items)])
    ]
  }

  private var items: [String] {
    var items = formulas(of: report.survey.measures) + openOpinions
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
    items += means + DesignWords(context: context).method
    if report.verdicts.contains(where: { $0.judgement.pValue != nil }) {
      let limit = numbers.levelPercent((1 - report.query.level) / 2)
      items.append(word(.pValueMeaning, ["limit": limit]))
    }
    items += judgedRows + ParticipationWords(context: context).method
    if !methods.isEmpty { items += overDispersion }
    // The lowest needs an axis of categories, the most wanted only a question about needs.
    let compares =
      (!context.axes.categories.isEmpty && context.isBinomial(context.mainMeasure))
      || report.survey.questions.contains { $0.role == .need }
    if saysHowFound, context.showsIntervals, compares, report.design == nil {
      items.append(word(.comparisonMethod, ["level": level]))
    }
    if !report.periods.isEmpty || report.verdicts.contains(where: { $0.period != nil }) {
      switch report.query.calendar ?? report.survey.calendar {
      case .civil: items.append(word(.calendarCivil))
      case .stateReport15: items.append(word(.calendarStateReport))
      }
    }
    return items
  }

  /// How figures that are no plain rates get their intervals, and why one has none.
  private var means: [String] {
    guard context.showsIntervals,
      report.survey.measures.contains(where: { !$0.rule.isBinomial })
    else { return [] }
    let wholes = report.estimates.ofTheWhole
    let lacks = wholes.contains { $0.value != nil && $0.interval == nil }
    return [word(report.design == nil ? .meanIntervals : .meanIntervalsByDesign)]
      + (lacks
        ? [word(report.design == nil ? .noIntervalReasons : .noIntervalByDesign)] : [])
  }

  /// When a register's open opinions are late, where a measure asks for that.
  private var openOpinions: [String] {
    let isAsked = report.survey.measures.contains {
      $0.questions.contains { report.survey.question($0)?.step == .onTime }
    }
    guard isAsked, let day = report.asOf else { return [] }
    return [word(.openOpinions, ["day": numbers.day(day)])]
  }

  /// How many rows were judged, and how many of them chance alone may have called wrongly.
  private var judgedRows: [String] {
    if report.design != nil {
      let judged = report.verdicts.count { $0.judgement.interval != nil }
      return judged == 0
        ? [] : [word(.judgedRowsByDesign, ["n": numbers.integer(judged)])]
    }
    let judged = report.verdicts.filter(\.judgement.isOfSample)
    guard !judged.isEmpty else { return [] }
    let limit = (1 - report.query.level) / 2
    let text = word(
      .judgedRows,
      [
        "n": numbers.integer(judged.count),
        "k": numbers.tenths(upTo: Double(judged.count) * limit),
        "limit": numbers.levelPercent(limit),
      ])
    let kinds = Set(judged.compactMap(\.period?.kind))
    return [kinds.count > 1 ? text + " " + word(.sharedAnswers) : text]
  }

  /// Whether answers resemble one another, by the main measure in the newest period.
  private var overDispersion: [String] {
    guard let measure = context.mainMeasure, report.design?.clusters == nil else { return [] }
    guard let table = report.overDispersion else {
      guard let unit = report.survey.dimension(.unit)?.id, !report.survey.source.submittedAt.isEmpty
      else { return [word(.overDispersionUnknowable)] }
      return [word(.overDispersionNotSought, ["unit": unit])]
    }
    guard let period = table.newest else { return [] }
    var values = [
      "measure": labels.measure(measure), "period": labels.period(period),
      "cells": numbers.integer(OverDispersion.fewestCells),
      "answers": numbers.integer(OverDispersion.fewestAnswers),
    ]
    guard let dispersion = table.newestRow(of: measure)?.dispersion else {
      return [word(.overDispersionOfTooFew, values)]
    }
    values["phi"] = numbers.decimal(dispersion.phiText)
    values["k"] = numbers.integer(dispersion.cells)
    values["u"] = numbers.integer(dispersion.units)
    return [word(dispersion.isFlagged ? .overDispersed : .notOverDispersed, values)]
  }

  /// One sentence for each list of satisfied choices, with the measures that share it, then one for
  /// each other measure.
  func formulas(of asked: [Measure]) -> [String] {
    var order: [String] = []
    var measures: [String: [String]] = [:]
    for measure in asked {
      guard case .topbox(let question, let satisfied) = measure.rule else { continue }
      let choices = MeasureFormula(context: context).choices(satisfied, of: question)
      if measures[choices] == nil { order.append(choices) }
      measures[choices, default: []].append(
        word(.measureVersion, ["id": measure.id, "version": String(measure.version)]))
    }
    return order.map { choices in
      let names = (measures[choices] ?? []).joined(separator: ", ")
      return word(.formula, ["choices": choices, "measures": names])
    } + asked.compactMap(MeasureFormula(context: context).sentence)
  }

  private func name(_ method: IntervalMethod) -> String {
    switch method {
    case .wilson: word(.wilson)
    case .clopperPearson: word(.clopperPearson)
    case .mean: word(.studentMethod)
    default: method.rawValue
    }
  }

  /// How the respondents were found, and what it means for the figures.
  private var howFound: [ReportBlock] {
    let survey = report.survey
    return [
      .paragraph(word(survey.coverage.caveat)),
      .paragraph(
        word(
          .surveyLine,
          ["id": survey.id, "version": survey.version, "revision": String(survey.revision)])),
      .paragraph(word(.shapeHash, ["hash": report.shapeHash])),
    ]
  }
}
