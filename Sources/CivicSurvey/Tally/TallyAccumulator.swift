/// Adds up the batches that one thread decodes, in memory that follows what occurs.
///
/// Records are counted in ``OpenSums``, found by ``DomainLookup``. When those have grown, they are
/// settled: their codes of open dimensions become the part's (``SpellingCodes``), and their counts
/// go into a ``SumTable``, in which they take about a tenth of the room, or, where a report shows
/// coarser periods, a hundredth.
struct TallyAccumulator: Sendable {
  private let plan: TabulationPlan
  private let options: TabulationOptions
  private let limit: CellLimit
  private var lookup: DomainLookup
  private var open: OpenSums
  private var spellings: SpellingCodes
  /// What is settled.
  private var sums: SumTable
  /// What is settled by the finest period; see ``TallyPart/dated``.
  private var dated: SumTable?
  /// The bytes that rows may take.
  private var room: Int
  /// The responses with weights so far.
  private var weighted = 0

  init(_ plan: TabulationPlan, _ options: TabulationOptions) {
    self.plan = plan
    self.options = options
    limit = CellLimit(options.maxCells)
    lookup = DomainLookup(plan)
    open = OpenSums(plan)
    spellings = SpellingCodes(plan)
    sums = SumTable(plan)
    dated = .dated(plan)
    room = options.openSumsBytes
  }

  /// Adds the accepted records of a batch.
  ///
  /// - Parameter labels: for each labelled column of the plan, what the batch's codes of an open one
  ///   stand for; one decoder's from first to last.
  /// - Throws: ``RunError`` `response.too-many-categories`, `tally.too-many-cells`,
  ///   `tally.too-many-periods`: what one thread has is in the whole too.
  mutating func add(
    _ batch: borrowing ResponseBatch, labels: () -> [[String]]
  ) throws(RunError) {
    lookup.find(batch, in: &open)
    open.add(batch, rows: lookup.rows)
    if plan.sums.weights != nil { try countWeighted(batch) }
    if isDueToSettle || limit.mayBePassed(by: sums.count + open.domains.count, of: plan) {
      try settle(labels())
    }
  }

  /// The sums of all batches, with which the accumulator begins anew; sources and losses are the
  /// run's to add.
  ///
  /// - Parameter labels: those of the last batch.
  /// - Throws: as ``add(_:labels:)``.
  mutating func finish(labels: [[String]]) throws(RunError) -> TallyPart {
    try settle(labels)
    var part = TallyPart(plan)
    part.sums = sums
    part.dated = dated
    part.openLabels = spellings.labels
    self = TallyAccumulator(plan, options)
    return part
  }

  /// Sees that sums of weights have room for all responses.
  private mutating func countWeighted(_ batch: borrowing ResponseBatch) throws(RunError) {
    for record in 0..<batch.count where batch.fates[record] == .accepted {
      weighted += batch.frequency(of: record)
    }
    guard weighted <= WeightLayout.mostResponses else {
      throw RunError(.data, .tallyCountsTooGreat, ["survey": plan.survey.id])
    }
  }

  /// Whether rows may take no more room.
  private var isDueToSettle: Bool { open.bytes > room }

  /// The most room of rows, unless twice as much as all that are settled already would take is more.
  private static let mostRoom = 64 << 20

  /// - Complexity: O(n log n) in the open domains, O(n) in the counts of all.
  private mutating func settle(_ labels: [[String]]) throws(RunError) {
    guard open.domains.count > 0 else { return }
    makeRoom()
    // One table after the other, each as soon as its keys are known: so little is there at once.
    let rows = open.rows()
    var keys = open.takeCodes()
    try spellings.recode(
      &keys, of: plan, spelled: labels, limit: options.openCategoryLimit)
    if let dated {
      self.dated = dated.merging(
        rows.table(keys: plan.datedKeys(keys), width: dated.width, areDistinct: false))
    }
    sums = sums.merging(
      rows.table(keys: plan.keptKeys(keys), width: sums.width, areDistinct: dated == nil))
    open.removeAll()
    lookup.forget()
    try limit.check(sums, of: plan)
  }

  /// Gives rows more room where domains fill it, and not many responses in few: whoever reads many
  /// domains in turn does not settle for each.
  private mutating func makeRoom() {
    guard open.isSparse(room) else { return }
    let most: Int
    if open.keepsResponses {
      // They take a small share of the room of the rows that they become.
      most = min(4 * room, Self.mostRoom / 2)
    } else {
      most = min(2 * room, max(Self.mostRoom, 2 * sums.count * sums.slotCount))
    }
    room = max(room, most)
  }
}
