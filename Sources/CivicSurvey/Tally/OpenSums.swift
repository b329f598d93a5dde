import SurveyDefinition

/// The domains at hand and what was counted in them: quick to add to.
///
/// Where every record is one response a domain has a row, in which a byte a count will do
/// (``ByteCounts``); where records have weights or stand for several they are kept one by one
/// (``ResponseLog``).
struct OpenSums: Sendable {
  /// The codes of each domain; those of open dimensions are the decoder's.
  private(set) var domains: DomainTable
  /// Entry `domain * slotCount + slot`.
  private var counts = ByteCounts()
  /// `nil` where every record is one response; then `counts` are not used.
  private var log: ResponseLog?
  /// The numbers of a domain: counts, and behind them sums of weights.
  let slotCount: Int
  /// Where the counts of each question, and of what is derived, begin within a domain's.
  private let firstSlots: [Int]
  /// The place in the key of each column of codes that a batch has.
  private let positions: [Int]
  private let finest: FinestPeriod

  init(_ plan: TabulationPlan) {
    domains = DomainTable(width: plan.keys.count)
    slotCount = plan.sums.slotCount
    firstSlots = plan.sums.firstSlots
    positions = plan.groups.map(\.position)
    finest = plan.survey.finestPeriod
    if plan.survey.mayHaveCounts || plan.sums.weights != nil {
      log = ResponseLog(firstSlots: firstSlots, weights: plan.sums.weights)
    }
  }

  /// Whether responses are kept one by one.
  var keepsResponses: Bool { log != nil }

  /// How far the places of two neighbouring domains lie apart: a row, or one where there are none.
  var stride: Int { log == nil ? slotCount : 1 }

  /// The bytes that are in use: of rows with the notes beside them, or of responses.
  var bytes: Int { log?.bytes ?? counts.bytes }

  /// Whether settling makes little of it: most of the room is the domains', and not that of many
  /// responses in few of them.
  func isSparse(_ room: Int) -> Bool {
    guard let log else { return 2 * domains.count * slotCount > room }
    return 4 * domains.count > log.count
  }

  /// The counts of all domains when nothing more is added; `domains` may be forgotten before them.
  func rows() -> Rows {
    if let log { return .responses(log.rows(domains.count), slotCount) }
    return .counts(counts.rows(domains.count, width: slotCount), slotCount)
  }

  /// The counts of domains, by their number.
  enum Rows {
    case counts(ByteCounts.Rows, Int)
    case responses(ResponseLog.Rows, Int)

    /// All counts as a table.
    ///
    /// - Parameters:
    ///   - keys: `width` codes for each domain; what has equal codes is added up.
    ///   - areDistinct: whether hardly two domains have the same codes.
    /// - Complexity: O(n log n) in the domains, O(n) in the counts.
    func table(keys: [UInt32], width: Int, areDistinct: Bool) -> SumTable {
      switch self {
      case .counts(let rows, let slotCount):
        SumTable.grouped(
          keys: keys, width: width, slotCount: slotCount, room: areDistinct ? rows.packedSize : 0
        ) { rows.add($0, to: &$1) }
      case .responses(let rows, let slotCount):
        SumTable.grouped(keys: keys, width: width, slotCount: slotCount) { rows.add($0, to: &$1) }
      }
    }
  }

  /// The codes of all domains, which are forgotten.
  mutating func takeCodes() -> [UInt32] {
    let codes = domains.codes
    domains = DomainTable(width: domains.width)
    return codes
  }

  /// Forgets every domain; the rows' storage stays.
  mutating func removeAll() {
    domains = DomainTable(width: domains.width)
    counts.removeAll()
    log?.removeAll()
  }

  // MARK: - Adding

  /// The domain of a record, new with counts of 0 if it was not seen; `key` is storage for its codes.
  mutating func domain(
    of record: Int, _ batch: borrowing ResponseBatch, key: inout [UInt32]
  ) -> Int {
    key[KeyColumn.positionOfPeriod] = PeriodCode.code(ofDay: batch.days[record], finest: finest)
    for (dimension, position) in positions.enumerated() {
      key[position] = batch.dimensionCodes[dimension * batch.count + record]
    }
    let domain = domains.number(of: key.span)
    if log == nil { counts.reserve(domains.count * slotCount) }
    return domain
  }

  /// Counts the answers of a batch.
  ///
  /// - Parameter rows: for each record the place of its domain, its number times ``stride``, or
  ///   ``DomainLookup/nowhere``.
  mutating func add(_ batch: borrowing ResponseBatch, rows: [Int]) {
    if log != nil {
      log?.add(batch, domains: rows)
    } else {
      precondition(batch.frequencies.isEmpty)
      counts.add(batch, rows: rows, firstSlots: firstSlots)
    }
  }
}
