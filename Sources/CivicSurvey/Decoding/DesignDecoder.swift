import SurveyCSV
import SurveyDefinition

/// What a decoder learns of a sample's design: strata, waves, sizes and clusters as codes, weights as
/// numbers.
struct DesignDecoder: Sendable {
  private let plan: DesignPlan
  /// Whether a response without a cluster lies in a cluster of such responses.
  private let takesMissingClusters: Bool
  private var strata: OpenLabelTable
  private var waves: OpenLabelTable
  private var sizes = SizeTable()
  private var secondSizes = SizeTable()
  private var clusters: ClusterTable
  private var units: ClusterTable
  /// How many labels a stratum's or a wave's column may have.
  private let limit: Int

  init?(_ plan: TabulationPlan, limit: Int) {
    guard let design = plan.design else { return nil }
    self.plan = design
    self.limit = limit
    takesMissingClusters = plan.survey.coverage == .selfSelected
    let blanks = plan.survey.missing + plan.survey.notApplicable
    strata = OpenLabelTable(blanks: blanks)
    waves = OpenLabelTable(blanks: blanks)
    clusters = ClusterTable(blanks: blanks, byDay: design.design.clustersByDay)
    units = ClusterTable(blanks: blanks, byDay: false)
  }

  /// For each key of the design, what its codes stand for.
  var spellings: [[String]] {
    plan.keys.map { key in
      switch key.source {
      case .design(.stratum): strata.spellings
      case .design(.wave): waves.spellings
      case .design(.size): sizes.spellings
      case .design(.cluster): clusters.fingerprints
      case .design(.second): units.fingerprints
      case .design(.secondSize): secondSizes.spellings
      case .period, .dimension, .question, .due: []
      }
    }
  }

  /// Reads the weights of a batch.
  func decodeWeights(_ batch: inout RecordBatch, column: Int, into result: inout ResponseBatch) {
    let cap = plan.design.weightCap ?? .max
    for record in 0..<result.count {
      let range = batch.locateValue(record: record, column: column)
      let all = batch.bytes.span.extracting(range)
      let weight = DecimalWeight.read(all.extracting(all.trimmedRange))
      if case .rounded? = weight { result.roundedWeights.append(Int32(record)) }
      let units = weight?.units ?? 0
      if units > cap { result.cappedWeights.append(Int32(record)) }
      result.weights.append(min(units, cap))
      if weight == nil { result.reject(record, .unreadableWeight, column: column) }
    }
  }

  /// Reads the parts of the keys; dates have been read before.
  ///
  /// - Throws: ``RunError`` `response.too-many-categories`.
  mutating func decodeKeys(
    _ batch: inout RecordBatch, _ columns: DesignColumns, unknown: inout [UnknownValue],
    into result: inout ResponseBatch
  ) throws(RunError) {
    for key in plan.keys {
      let place = key.position - KeyColumn.position(ofDimension: 0)
      switch key.source {
      case .design(.stratum):
        guard let column = columns.stratum else { continue }
        try Self.decode(
          &strata, &batch, key, at: place, column, limit, unknown: &unknown, into: &result)
      case .design(.wave):
        guard let column = columns.wave else { continue }
        try Self.decode(
          &waves, &batch, key, at: place, column, limit, unknown: &unknown, into: &result)
      case .design(.size):
        guard let column = columns.size else { continue }
        Self.decode(&sizes, &batch, at: place, column, into: &result)
      case .design(.cluster):
        guard let column = columns.cluster else { continue }
        Self.decode(
          &clusters, &batch, at: place, column, mayBeMissing: takesMissingClusters,
          unknown: &unknown, into: &result)
      case .design(.second):
        guard let column = columns.second else { continue }
        Self.decode(
          &units, &batch, at: place, column, mayBeMissing: false, unknown: &unknown, into: &result)
      case .design(.secondSize):
        guard let column = columns.secondSize else { continue }
        Self.decode(&secondSizes, &batch, at: place, column, into: &result)
      case .period, .dimension, .question, .due: continue
      }
    }
  }

  private static func decode(
    _ table: inout OpenLabelTable, _ batch: inout RecordBatch, _ key: KeyColumn, at place: Int,
    _ column: Int, _ limit: Int, unknown: inout [UnknownValue], into result: inout ResponseBatch
  ) throws(RunError) {
    var isComplete = true
    unsafe result.withDimension(place) { codes in
      isComplete = unsafe table.codes(
        of: &batch, column: column, limit: limit, into: codes, unknown: &unknown)
    }
    guard isComplete else {
      throw RunError(
        .data, .responseTooManyCategories, ["name": key.id, "limit": String(limit)])
    }
    for record in 0..<result.count
    where !DimensionCode.isCategory(result.dimensionCodes[place * result.count + record]) {
      result.reject(record, .unreadableStratum, column: column)
    }
  }

  private static func decode(
    _ sizes: inout SizeTable, _ batch: inout RecordBatch, at place: Int, _ column: Int,
    into result: inout ResponseBatch
  ) {
    for record in 0..<result.count {
      let range = batch.locateValue(record: record, column: column)
      let all = batch.bytes.span.extracting(range)
      let code = sizes.code(of: all.extracting(all.trimmedRange))
      result.dimensionCodes[place * result.count + record] = code ?? DimensionCode.missing
      if code == nil { result.reject(record, .unreadableSize, column: column) }
    }
  }

  private static func decode(
    _ clusters: inout ClusterTable, _ batch: inout RecordBatch, at place: Int, _ column: Int,
    mayBeMissing: Bool, unknown: inout [UnknownValue], into result: inout ResponseBatch
  ) {
    let first = place * result.count
    var codes: [UInt32] = []
    swap(&codes, &result.dimensionCodes)
    clusters.number(&batch, column: column, days: result.days, unknown: &unknown) {
      codes[first + $0] = $1
    }
    swap(&codes, &result.dimensionCodes)
    for record in 0..<result.count {
      let code = result.dimensionCodes[first + record]
      let isRead =
        DimensionCode.isCategory(code)
        || (code == DimensionCode.missing && mayBeMissing)
      if !isRead { result.reject(record, .unreadableCluster, column: column) }
    }
  }
}

/// The population sizes that occur, each with a code.
struct SizeTable: Sendable {
  /// More digits than this make no population.
  private static let mostDigits = 15

  private var codes: [Int: UInt32] = [:]
  /// Each size in digits.
  private(set) var spellings: [String] = []

  /// The code of a whole number from 1; `nil` of any other text.
  mutating func code(of text: Span<UInt8>) -> UInt32? {
    guard let size = Self.size(text) else { return nil }
    if let code = codes[size] { return code }
    let code = UInt32(spellings.count)
    codes[size] = code
    spellings.append(String(size))
    return code
  }

  /// Digits; a point with a zero or two behind them, as programs write whole numbers, is no part of them.
  ///
  /// Three may be thousands.
  static func size(_ text: Span<UInt8>) -> Int? {
    var size = 0
    var place = 0
    while place < text.count, (0x30...0x39).contains(text[place]) {
      guard place < mostDigits else { return nil }
      size = size * 10 + Int(text[place] - 0x30)
      place += 1
    }
    guard place > 0, size > 0 else { return nil }
    if place == text.count { return size }
    guard text[place] == UInt8(ascii: "."), (2...3).contains(text.count - place) else {
      return nil
    }
    for rest in place + 1..<text.count where text[rest] != UInt8(ascii: "0") { return nil }
    return size
  }

  /// The size that a label of a tally stands for; `nil` where it is none.
  static func size(_ label: String) -> Int? { size(label.utf8.span) }
}
