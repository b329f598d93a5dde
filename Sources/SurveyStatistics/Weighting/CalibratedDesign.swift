/// A design whose weights were brought to margins: estimates of any domain with R's standard errors, from
/// that domain's sums alone.
///
/// What the margins explain of a linearised variable is taken away from all accepted responses of the
/// margin's categories, those outside of the domain too (see ``Calibration/ratio(_:of:in:)``). What it takes
/// of them is held here once, so that a domain costs what it is and what its margins' categories hold, not
/// what the sample is.
public struct CalibratedDesign: Sendable {
  /// Responses that were calibrated together, such as those of one period.
  public struct Group: Sendable {
    /// The cell that each of the calibration's cells is among all.
    public let cells: [Int]
    /// The calibration of these cells.
    public let calibration: Calibration

    /// Creates a group.
    ///
    /// - Precondition: no cell is in two groups.
    public init(cells: [Int], calibration: Calibration) {
      self.cells = cells
      self.calibration = calibration
    }
  }

  /// The design before the margins.
  public let design: SampleDesign
  /// The factor of each cell.
  public let factors: [Double]
  /// The groups, in the order given.
  public let groups: [Group]
  let explained: ExplainedParts
  let accepted: AcceptedBlocks

  /// Creates a calibrated design.
  ///
  /// - Parameters:
  ///   - accepted: all accepted responses by stratum, cluster, unit and cell, whatever the codes.
  ///   - cells: the number of cells.
  ///   - groups: what was calibrated.
  ///   - factor: that of cells which are in no group.
  /// - Complexity: O(rows log rows).
  public init(
    _ design: SampleDesign, accepted: DesignSums, cells: Int, groups: [Group], others factor: Double
  ) {
    var factors = [Double](repeating: factor, count: cells)
    for group in groups {
      for (own, cell) in group.cells.enumerated() {
        factors[cell] = group.calibration.factors[own]
      }
    }
    self.design = design
    self.factors = factors
    self.groups = groups
    let explained = ExplainedParts(groups, cells: cells)
    self.explained = explained
    self.accepted = AcceptedBlocks(
      accepted.weighted(by: factors), explained.blocks, count: explained.count,
      design)
  }

  /// Kish's effective n of all accepted responses with the new weights; `nil` where no squares are kept.
  public var kishN: Double? { accepted.kishN }

  /// Σw of all accepted responses with the new weights.
  public var weight: Double { accepted.weight }

  /// The estimate of a measure in a domain; `nil` where nobody of it is in the base.
  ///
  /// - Parameter sums: of the domain, by stratum, cluster and cell.
  /// - Complexity: O(rows + accepted rows of the categories that occur in them + clusters).
  public func estimate(_ scores: Scores, of sums: DesignSums) -> DesignEstimate? {
    let weighted = sums.weighted(by: factors)
    guard let linear = weighted.ratio(scores) else { return nil }
    return design.estimate(
      linear, scores, of: weighted, in: { _ in true },
      variance: { covariance(of: [linear], on: weighted).map { max(0, $0[0, 0]) } })
  }

  /// The mean of the rates of k questions in a domain, as
  /// ``SampleDesign/meanOfRates(questions:in:sums:)``.
  ///
  /// - Parameter sums: of a pair of questions in the domain, by stratum, cluster and cell.
  public func meanOfRates(
    questions: Int, sums: (_ first: Int, _ second: Int) -> DesignSums
  ) -> MeanOfRates? {
    design.meanOfRates(
      questions: questions, in: { _ in true },
      sums: { sums($0, $1).weighted(by: factors) },
      covariance: { covariance(of: $0, on: $1) })
  }
}

/// Which cells share what a margin explains, and how much that is.
///
/// A *block* is what explains a part of a variable by itself: a category of the single margin, or all
/// cells that were raked together.
struct ExplainedParts: Sendable {
  private struct Block: Sendable {
    /// What the margins explain of a raked block; `nil` of a category, whose mean it is.
    let raked: RakedMeans?
    let cells: [Int]
  }

  /// The block of each cell; -1 of those that no margin says anything about.
  let blocks: [Int32]
  private let all: [Block]

  /// The number of blocks.
  var count: Int { all.count }

  init(_ groups: [CalibratedDesign.Group], cells: Int) {
    var blocks = [Int32](repeating: -1, count: cells)
    var all: [Block] = []
    for group in groups {
      let margins = group.calibration.margins
      guard margins.count == 1 else {
        for cell in group.cells { blocks[cell] = Int32(all.count) }
        all.append(Block(raked: RakedMeans(group.calibration), cells: group.cells))
        continue
      }
      var members = [[Int]](repeating: [], count: margins[0].totals.count)
      for (own, category) in margins[0].categories.enumerated() {
        if let category { members[category].append(group.cells[own]) }
      }
      for cells in members where !cells.isEmpty {
        for cell in cells { blocks[cell] = Int32(all.count) }
        all.append(Block(raked: nil, cells: cells))
      }
    }
    self.blocks = blocks
    self.all = all
  }

  /// What is explained of a linearised variable, by cell, in the blocks that have any of it.
  ///
  /// - Parameters:
  ///   - sums: calibrated sums of a domain.
  ///   - weights: Σw of all accepted responses with calibrated weights, by block: within a category all
  ///     have one factor, so the mean is that of the design weights.
  ///   - touched: the blocks of the rows of `sums`, ascending.
  func means(
    of influence: [Double], on sums: DesignSums, weights: [Double], in touched: [Int]
  ) -> [Double] {
    var totals = [Double](repeating: 0, count: blocks.count)
    for (place, row) in sums.rows.enumerated() where influence[place] != 0 {
      let block = blocks[Int(row.cell)]
      guard block >= 0 else { continue }
      let n = all[Int(block)].raked == nil ? sums.weights[place] : Double(row.sum.n)
      totals[Int(row.cell)] += n * influence[place]
    }
    var means = [Double](repeating: 0, count: blocks.count)
    for number in touched {
      let block = all[number]
      if let raked = block.raked {
        let own = raked.means(of: block.cells.map { totals[$0] })
        for (cell, mean) in zip(block.cells, own) { means[cell] = mean }
      } else if weights[number] > 0 {
        let mean = block.cells.reduce(0) { $0 + totals[$1] } / weights[number]
        for cell in block.cells { means[cell] = mean }
      }
    }
    return means
  }
}
