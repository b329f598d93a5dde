import CivicSurvey
import SurveyDefinition

extension ReportJSON {
  /// The dimensions of the survey and the questions that the report is cut by, in survey order.
  var dimensionsJSON: JSONValue {
    var members: [(String, JSONValue)] = report.survey.dimensions.map { dimension in
      let categories: [(id: String, label: String)] =
        dimension.isOpen
        ? occurringLabels(of: dimension.id).map { ($0, $0) }
        : dimension.categories.map { ($0.id, $0.label.text(in: report.query.locale.rawValue)) }
      return (dimension.id, Self.axisJSON(report.labels.axis(dimension.id), categories))
    }
    for question in report.survey.questions where isAxis(question.id) {
      let categories = question.choices.map {
        (id: $0.id, label: report.labels.choice($0.id, of: question))
      }
      members.append((question.id, Self.axisJSON(report.labels.axis(question.id), categories)))
    }
    return .object(members)
  }

  private static func axisJSON(_ label: String, _ categories: [(id: String, label: String)])
    -> JSONValue
  {
    .object([
      ("label", .string(label)),
      (
        "categories",
        .array(
          categories.map {
            .object([("id", .string(DomainValue.escapedID($0.id))), ("label", .string($0.label))])
          })
      ),
    ])
  }

  private func isAxis(_ id: String) -> Bool {
    report.query.by.contains(id) || report.query.filters.contains { $0.dimension == id }
      || report.verdicts.contains { $0.domain.entries.contains { $0.axis == id } }
  }

  /// The labels of an open dimension that a row shows, in the order of their bytes.
  private func occurringLabels(of axis: String) -> [String] {
    var found: Set<String> = []
    let ofTargets = report.verdicts.flatMap(\.domain.entries)
      .filter { $0.axis == axis }.map(\.value)
    let ofRows = report.estimates.values(on: axis) + report.distributions.values(on: axis)
    for value in ofRows + ofTargets {
      switch value {
      case .category(let label): found.insert(label)
      case .pool(let pool):
        found.formUnion(pool.filter { DomainValue(condition: $0) == .category($0) })
      default: break
      }
    }
    return found.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}
