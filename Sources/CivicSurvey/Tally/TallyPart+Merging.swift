import SurveyCSV

/// Adds up many parts of one shape.
///
/// Labels are united as parts come; counts wait behind one another, with the codes of the united
/// labels, until there are as many as are in order already, and sources are put in order once. So
/// the time is O(n log n) in the counts of all, and the memory follows their sum.
struct PartMerger: Sendable {
  /// The parts added so far, but for the sums that wait; its sources are in the order they came.
  private var part: TallyPart
  private var rank: DefinitionRank
  private var unions: [OpenLabelUnion]
  /// Sums in no order, of domains that may come again.
  private var waiting: SumTable
  /// Those by the finest period likewise; see ``TallyPart/dated``.
  private var waitingDated: SumTable?
  /// All that the parts say of sources, runs and losses, added up.
  private var counted = 0
  /// The responses with weights.
  private var weighted = 0
  /// Where each source stands.
  private var places: [XXH128Digest: Int] = [:]

  /// Begins with a part, whose categories no limit concerns.
  init(_ first: TallyPart) throws(RunError) {
    part = TallyPart(first.plan)
    rank = DefinitionRank(first.plan.survey)
    unions = first.plan.labelled.map { OpenLabelUnion($0) }
    waiting = SumTable(first.plan)
    waitingDated = .dated(first.plan)
    try add(first, categoryLimit: .max)
  }

  /// Adds a part; where it throws, the merger has no further use.
  ///
  /// - Throws: as ``TallyPart/merge(_:)``.
  mutating func add(
    _ other: TallyPart, categoryLimit: Int = TabulationOptions.openCategoryLimit
  ) throws(RunError) {
    guard other.plan.shapeHash == part.plan.shapeHash, other.plan.kept == part.plan.kept else {
      throw RunError(.data, .tallyOtherShapePart, ["first": part.name, "second": other.name])
    }
    try count(other)
    for source in other.sources { try add(source) }
    part.lastDays.merge(other.lastDays) { max($0, $1) }
    switch part.plan.survey.duplicates {
    case .keepFirst: part.runs += other.runs
    case .keepAll: part.runs = max(part.runs, other.runs)
    }
    let otherRank = DefinitionRank(other.plan.survey)
    if otherRank > rank { (part.plan, rank) = (other.plan, otherRank) }
    for index in part.losses.indices { part.losses[index].merge(other.losses[index]) }
    let codes = try codes(of: other.openLabels, limit: categoryLimit)
    waiting.append(contentsOf: other.sums, keys: other.sums.keys(recoded: codes, of: part.plan))
    if let dated = other.dated {
      waitingDated?.append(
        contentsOf: dated, keys: dated.keys(recoded: codes, ofDatedIn: part.plan))
    }
    if waiting.countsKept > part.sums.countsKept { settle() }
  }

  /// Sees that no sum leaves its bounds: domains have no more responses than sources have.
  private mutating func count(_ other: TallyPart) throws(RunError) {
    do throws(TallyDamage) {
      counted = try HonestCount.sum(counted, other.runs)
      for source in other.sources {
        counted = try HonestCount.sum(counted, try source.accounting.total())
      }
      for losses in other.losses { counted = try HonestCount.sum(counted, try losses.total()) }
      if part.plan.sums.weights != nil {
        weighted += other.accounting.responses
        guard weighted <= WeightLayout.mostResponses else { throw TallyDamage() }
      }
    } catch {
      throw RunError(.data, .tallyCountsTooGreat, ["survey": part.plan.survey.id])
    }
  }

  /// The sum of all parts.
  mutating func finish() -> TallyPart {
    settle()
    part.openLabels = unions.map(\.labels)
    part.sources.sort { $0.digest < $1.digest }
    return part
  }

  private mutating func settle() {
    part.sums = part.sums.merging(waiting.regrouped(keys: waiting.codes))
    waiting = SumTable(part.plan)
    if let waitingDated {
      part.dated = part.dated?.merging(waitingDated.regrouped(keys: waitingDated.codes))
    }
    waitingDated = .dated(part.plan)
  }

  /// Adds a source; of one without records that comes twice, the SHA-256 is kept if either has it.
  private mutating func add(_ source: SourceSummary) throws(RunError) {
    guard let place = places[source.digest] else {
      places[source.digest] = part.sources.count
      part.sources.append(source)
      return
    }
    guard source.accounting.read == 0 else {
      throw RunError(
        .data, .tallySourceTwice,
        [
          "source": source.digest.description, "survey": part.plan.survey.id,
          "records": String(source.accounting.read),
        ])
    }
    part.sources[place].sha256 = part.sources[place].sha256 ?? source.sha256
  }

  /// Unites the labels of open dimensions; gives the united code of each of the other's codes, and
  /// nothing for a closed dimension.
  private mutating func codes(
    of other: [[String]], limit: Int
  ) throws(RunError) -> [[UInt32]] {
    var codes: [[UInt32]] = other.map { _ in [] }
    for dimension in other.indices {
      for label in other[dimension] {
        codes[dimension].append(
          try unions[dimension].code(
            of: label, limit: part.plan.labelled[dimension].labelLimit(limit)))
      }
    }
    return codes
  }
}
