/// What the codes of a part's dimensions stand for.
struct DimensionValues: Sendable {
  private let dimensions: [KeyColumn]
  private let openLabels: [[String]]

  init(_ part: TallyPart) {
    dimensions = part.plan.dimensions
    openLabels = part.openLabels
  }

  /// What a code of the dimension at `position` of the plan stands for.
  func value(of code: UInt32, at position: Int) -> DomainValue {
    switch code {
    case DimensionCode.missing: .missing
    case DimensionCode.unmapped: .unmapped
    case DimensionCode.noOpinion: .noOpinion
    case DimensionCode.notApplicable: .notApplicable
    case DimensionCode.invalid: .invalid
    default:
      .category(
        dimensions[position].isOpen
          ? openLabels[position][Int(code)] : dimensions[position].categoryIDs[Int(code)])
    }
  }

  /// The code of what is no category; `nil` for all else.
  static func code(of value: DomainValue) -> UInt32? {
    switch value {
    case .missing: DimensionCode.missing
    case .unmapped: DimensionCode.unmapped
    case .noOpinion: DimensionCode.noOpinion
    case .notApplicable: DimensionCode.notApplicable
    case .invalid: DimensionCode.invalid
    case .category, .pool, .rest, .period: nil
    }
  }
}
