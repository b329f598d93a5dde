/// Exact sums and the accounting, in one part for each survey and shape.
///
/// A commutative monoid under ``merge(_:)``, whose identity is the tally without parts.
public struct Tally: Sendable {
  /// The parts, by survey id, version and shape hash.
  public private(set) var parts: [TallyPart]

  /// A tally of the given parts, whose shapes must differ.
  public init(_ parts: [TallyPart] = []) {
    self.parts = parts
    sort()
  }

  /// Adds parts of equal shape and keeps others side by side.
  ///
  /// - Throws: ``RunError`` `tally.source-twice`.
  public mutating func merge(_ other: Tally) throws(RunError) {
    for part in other.parts {
      if let index = parts.firstIndex(where: { $0.plan.shapeHash == part.plan.shapeHash }) {
        try parts[index].merge(part)
      } else {
        parts.append(part)
      }
    }
    sort()
  }

  /// The one part called `name` (`SURVEY@VERSION`), or the only one there is.
  ///
  /// - Throws: ``RunError`` `tally.no-parts`, `tally.several-parts`, `tally.no-such-part`.
  public func part(named name: String?) throws(RunError) -> TallyPart {
    let names = parts.map(\.name).joined(separator: ", ")
    guard !parts.isEmpty else { throw RunError(.data, .tallyNoParts) }
    let matching = name.map { name in parts.filter { $0.name == name } } ?? parts
    guard let part = matching.first else {
      throw RunError(.data, .tallyNoSuchPart, ["part": name ?? "", "parts": names])
    }
    guard matching.count == 1 else {
      throw RunError(.data, .tallySeveralParts, ["parts": names])
    }
    return part
  }

  private mutating func sort() {
    parts.sort {
      let left = $0.plan
      let right = $1.plan
      return (left.survey.id, left.survey.version, left.shapeHash)
        < (right.survey.id, right.survey.version, right.shapeHash)
    }
  }
}
