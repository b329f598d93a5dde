import CivicSurvey
import SurveyDefinition

extension Report {
  /// A domain as an object: an absent axis means "all".
  static func domainJSON(_ domain: Domain) -> JSONValue {
    .object(domain.entries.map { ($0.axis, json(of: $0.value)) })
  }

  static func json(of value: DomainValue) -> JSONValue {
    switch value {
    case .missing: .null
    case .pool(let ids): .array(ids.map { .string(escapedID($0)) })
    case .category, .period, .unmapped, .noOpinion, .notApplicable, .invalid:
      .string(id(of: value))
    }
  }

  /// The id of a place on an axis; `_missing` where JSON has `null`, a pool's ids joined by `|`.
  static func id(of value: DomainValue) -> String {
    switch value {
    case .category(let id): escapedID(id)
    case .pool(let ids): ids.map(escapedID).joined(separator: "|")
    case .period(let period): period.id
    case .missing: "_missing"
    case .unmapped: "_unmapped"
    case .noOpinion: "_noOpinion"
    case .notApplicable: "_notApplicable"
    case .invalid: "_invalid"
    }
  }

  /// A category as it stands in a condition, where what is no category has a word of its own.
  static func conditionJSON(_ name: String) -> JSONValue {
    json(of: DomainValue(condition: name))
  }

  /// A label that begins with `_` gets a second one, so that it is not taken for a reserved word.
  static func escapedID(_ id: String) -> String {
    id.hasPrefix("_") ? "_" + id : id
  }

  /// The dimensions of the survey and the questions that the report is cut by, in survey order.
  var dimensionsJSON: JSONValue {
    var members: [(String, JSONValue)] = survey.dimensions.map { dimension in
      let categories: [(id: String, label: String)] =
        dimension.isOpen
        ? occurringLabels(of: dimension.id).map { ($0, $0) }
        : dimension.categories.map { ($0.id, $0.label.text(in: query.locale.rawValue)) }
      return (dimension.id, Self.axisJSON(labels.axis(dimension.id), categories))
    }
    for question in survey.questions where isAxis(question.id) {
      let categories = question.choices.map {
        (id: $0.id, label: labels.choice($0.id, of: question))
      }
      members.append((question.id, Self.axisJSON(labels.axis(question.id), categories)))
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
            .object([("id", .string(escapedID($0.id))), ("label", .string($0.label))])
          })
      ),
    ])
  }

  private func isAxis(_ id: String) -> Bool {
    query.by.contains(id) || query.filters.contains { $0.dimension == id }
      || verdicts.contains { $0.domain.entries.contains { $0.axis == id } }
  }

  /// The labels of an open dimension that a row shows, in the order of their bytes.
  private func occurringLabels(of axis: String) -> [String] {
    var found: Set<String> = []
    let ofTargets = verdicts.flatMap(\.domain.entries).filter { $0.axis == axis }.map(\.value)
    for value in estimates.values(on: axis) + distributions.values(on: axis) + ofTargets {
      switch value {
      case .category(let label): found.insert(label)
      case .pool(let pool): found.formUnion(pool)
      default: break
      }
    }
    return found.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}
