import CivicSurvey
import SurveyDefinition

/// The description of a report's tidy CSV: a Frictionless tabular data package (version 1).
struct ReportDataPackage {
  /// The report.
  let report: Report
  /// The path from the package to the CSV.
  let table: String

  /// Hands the package over.
  func write<Failure>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("profile", "tabular-data-package")
    writer.member("name", .string(Self.packageName(report.survey.id)))
    writer.member("title", .string(report.survey.title.text(in: report.query.locale.rawValue)))
    writer.member("version", .string(report.survey.version))
    writer.member(
      "resources",
      .array([
        .object([
          ("name", .string("estimates")),
          ("path", .string(table)),
          ("profile", .string("tabular-data-resource")),
          ("format", .string("csv")),
          ("mediatype", .string("text/csv")),
          ("encoding", .string("utf-8")),
          ("dialect", .object([("lineTerminator", .string("\n"))])),
          ("schema", schemaJSON),
        ])
      ]))
    writer.endObject()
    writer.finish()
    try writer.flush(atLeast: 1, to: sink)
  }

  /// A package's name has small letters, digits and `. _ -` alone.
  private static func packageName(_ id: String) -> String {
    String(
      id.lowercased().map { character in
        let isPlain =
          character.isASCII
          && (character.isLetter || character.isNumber || "._-".contains(character))
        return isPlain ? character : "-"
      })
  }

  private var schemaJSON: JSONValue {
    let axes = report.query.by.map { axis in
      Column(axis, "string", report.labels.axis(axis), "* stands for all")
    }
    return .object([
      ("fields", .array((Self.leading + axes + figures).map(\.json))),
      ("missingValues", .array([.string("")])),
    ])
  }

  /// A column of the CSV.
  private struct Column {
    let name: String
    let type: String
    let title: String?
    let description: String?
    var limits: [(String, JSONValue)] = []

    init(
      _ name: String, _ type: String, _ title: String? = nil, _ description: String? = nil,
      _ limits: [(String, JSONValue)] = []
    ) {
      self.name = name
      self.type = type
      self.title = title
      self.description = description
      self.limits = limits
    }

    static func count(_ name: String, _ description: String) -> Column {
      Column(name, "integer", nil, description, [("required", .bool(true)), ("minimum", .int(0))])
    }

    static func rate(_ name: String, _ description: String) -> Column {
      Column(name, "number", nil, description, [("minimum", .int(0)), ("maximum", .int(1))])
    }

    var json: JSONValue {
      var members: [(String, JSONValue)] = [("name", .string(name)), ("type", .string(type))]
      if let title { members.append(("title", .string(title))) }
      if let description { members.append(("description", .string(description))) }
      if !limits.isEmpty { members.append(("constraints", .object(limits))) }
      return .object(members)
    }
  }

  private static var leading: [Column] {
    [
      Column("measure", "string", nil, "The measure's id", [("required", .bool(true))])
    ]
  }

  /// The columns behind the axes, as ``ReportCSV`` writes them.
  private var figures: [Column] {
    let scales = report.survey.measures.map(\.scale)
    let ends = [
      ("minimum", JSONValue.number(scales.map(\.least).min() ?? 0)),
      ("maximum", JSONValue.number(scales.map(\.greatest).max() ?? 1)),
    ]
    // A rate needs no more words than it had before there was anything else.
    let areShares = scales.allSatisfy { $0.unit == .share }
    func figure(_ name: String, _ description: String) -> Column {
      areShares
        ? .rate(name, description) : Column(name, "number", nil, description, ends)
    }
    let countsAll = report.survey.measures.allSatisfy(\.rule.isBinomial)
    return [
      Column("first", "date", nil, "The first day of the row's period"),
      Column("last", "date", nil, "The last day of the row's period"),
      .count("n", "The base of the rate: answers"),
      countsAll
        ? .count("satisfied", "The answers that count")
        : Column(
          "satisfied", "integer", nil, "The answers that count, where each does or does not",
          [("minimum", .int(0))]),
      .count("accepted", "Accepted responses: n, noOpinion, missing, notApplicable and invalid"),
      .count("noOpinion", "Answered that they have no opinion"),
      .count("missing", "Left blank"),
      .count("notApplicable", "Not asked"),
      .count("invalid", "Not readable"),
      countsAll
        ? .rate(
          "estimate",
          report.design?.weightedResponses == nil
            ? "satisfied / n" : "weightedSatisfied / weightedN")
        : figure("estimate", "The figure of the measure, on its own scale"),
      figure("lower", "The lower limit of the interval"),
      figure("upper", "The upper limit of the interval"),
      .rate("level", "The level of the interval"),
      Column("method", "string", nil, "The interval's method"),
      Column("flags", "string", nil, "What to mind, joined by ;"),
      Column("reason", "string", nil, "Why a figure is missing"),
    ]
  }
}
