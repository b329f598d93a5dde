import CivicSurvey

extension DomainValue {
  /// What a condition names: a category, or by its word (`_missing`) what is none.
  init(condition name: String) {
    switch name {
    case "_missing": self = .missing
    case "_unmapped": self = .unmapped
    case "_noOpinion": self = .noOpinion
    case "_notApplicable": self = .notApplicable
    case "_invalid": self = .invalid
    default: self = .category(name)
    }
  }
}
