import SurveyCSV

/// Exact sums and the accounting, in one part for each survey and shape.
///
/// A commutative monoid under ``merge(_:)``, whose identity is the tally without parts.
public struct Tally: Sendable {
  /// The parts, by survey id, version and shape hash; no two have one shape.
  public let parts: [TallyPart]

  /// The tally without parts.
  public init() {
    parts = []
  }

  /// A tally of one part.
  public init(_ part: TallyPart) {
    parts = [part]
  }

  /// The tally of several parts; those of equal shape are added up.
  ///
  /// - Throws: as ``merge(_:)``.
  public init(_ parts: [TallyPart]) throws(RunError) {
    var merger = TallyMerger()
    for part in parts { try merger.add(part) }
    self = merger.finish()
  }

  /// - Parameter distinct: parts of different shapes.
  fileprivate init(distinct parts: some Sequence<TallyPart>) {
    self.parts = parts.sorted {
      let left = $0.plan
      let right = $1.plan
      return (left.survey.id, left.survey.version, left.shapeHash)
        < (right.survey.id, right.survey.version, right.shapeHash)
    }
  }

  /// Adds parts of equal shape and keeps others side by side; nothing changes where it throws.
  ///
  /// Of many tallies, a ``TallyMerger`` makes the sum faster.
  ///
  /// - Throws: ``RunError`` `tally.source-twice`, `response.too-many-categories`.
  public mutating func merge(_ other: Tally) throws(RunError) {
    self = try Tally(parts + other.parts)
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
}

/// Adds up many tallies, of which it holds only the sum: in any order, with the same bytes.
public struct TallyMerger: Sendable {
  private var parts: [XXH128Digest: PartMerger] = [:]

  /// A merger that has added nothing.
  public init() {}

  /// Adds a tally; where it throws, the merger has no further use.
  ///
  /// - Throws: as ``Tally/merge(_:)``.
  public mutating func add(_ tally: Tally) throws(RunError) {
    for part in tally.parts { try add(part) }
  }

  mutating func add(_ part: TallyPart) throws(RunError) {
    let shape = part.plan.shapeHash
    if parts[shape] == nil {
      parts[shape] = try PartMerger(part)
    } else {
      try parts[shape]?.add(part)
    }
  }

  /// The sum of all tallies, with which the merger begins anew.
  public mutating func finish() -> Tally {
    var sums: [TallyPart] = []
    for var merger in parts.values { sums.append(merger.finish()) }
    parts = [:]
    return Tally(distinct: sums)
  }
}
