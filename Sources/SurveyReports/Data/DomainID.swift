import CivicSurvey

extension DomainValue {
  /// The id of a place on an axis; `_missing` where JSON has `null`, a pool's ids joined by `|`.
  var id: String {
    switch self {
    case .category(let id): Self.escapedID(id)
    case .pool(let ids): ids.map { DomainValue(condition: $0).id }.joined(separator: "|")
    case .rest: "_rest"
    case .period(let period): period.id
    case .missing: "_missing"
    case .unmapped: "_unmapped"
    case .noOpinion: "_noOpinion"
    case .notApplicable: "_notApplicable"
    case .invalid: "_invalid"
    }
  }

  /// The place in JSON.
  var json: JSONValue {
    switch self {
    case .missing: .null
    case .pool(let ids): .array(ids.map { DomainValue(condition: $0).json })
    case .category, .rest, .period, .unmapped, .noOpinion, .notApplicable, .invalid: .string(id)
    }
  }

  /// A label that begins with `_` gets a second one, so that it is not taken for a reserved word.
  static func escapedID(_ id: String) -> String {
    // What begins with another byte needs no look at characters.
    id.utf8.first == UInt8(ascii: "_") && id.hasPrefix("_") ? "_" + id : id
  }
}

extension Domain {
  /// The domain as an object: an absent axis means "all".
  var json: JSONValue {
    .object(entries.map { ($0.axis, $0.value.json) })
  }
}
