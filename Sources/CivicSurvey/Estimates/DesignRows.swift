import SurveyStatistics

/// The sums of one measure on some finest domains, by stratum and cluster: what the figures of a design
/// are worked out of.
struct DesignRows: Sendable {
  /// Those of the measure's block.
  var rows: [DesignSums.Row] = []
  /// Of a mean of rates, those of the questions and pairs.
  var pairedRows: [DesignSums.Row] = []

  /// Adds those of other domains.
  mutating func add(_ other: DesignRows) {
    rows += other.rows
    pairedRows += other.pairedRows
  }

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    pairedRows.removeAll(keepingCapacity: true)
  }

  /// What the design says of them; `nil` where nobody is in the base.
  func figures(_ measure: MeasurePlan, _ frame: DesignFrame) -> DesignFigures? {
    let sums = DesignSums(rows)
    guard let estimate = frame.estimate(measure.scores.scores, of: sums) else { return nil }
    guard let pairs = measure.pairs else {
      return DesignFigures(estimate, sums, measure, frame)
    }
    let mean = frame.meanOfRates(questions: pairs.parts.count) {
      Self.sums(pairs.codes($0, $1), pairedRows)
    }
    return mean.map { DesignFigures($0, base: estimate, frame) }
  }

  /// The difference of the measure between these sums and others of the same design.
  ///
  /// - Parameters:
  ///   - other: those that are subtracted; of nobody who is in these.
  ///   - range: what the difference can be.
  func difference(
    from other: DesignRows, _ measure: MeasurePlan, _ frame: DesignFrame,
    in range: ClosedRange<Double>, level: Double
  ) -> Result<LinearisedDifference, NoIntervalReason> {
    if let calibrated = frame.margins?.design {
      guard let pairs = measure.pairs else {
        return calibrated.difference(
          measure.scores.scores, of: DesignSums(rows), minus: DesignSums(other.rows), in: range,
          level: level)
      }
      return calibrated.differenceOfMeanRates(questions: pairs.parts.count, level: level) {
        let codes = pairs.codes($0, $1)
        return (Self.sums(codes, pairedRows), Self.sums(codes, other.pairedRows))
      }
    }
    guard let pairs = measure.pairs else {
      let sums = DesignSums(rows + Self.inSecondCell(other.rows))
      return frame.design.difference(
        measure.scores.scores, of: 0, minus: 1, on: sums, in: range, level: level)
    }
    let paired = pairedRows + Self.inSecondCell(other.pairedRows)
    return frame.design.differenceOfMeanRates(
      questions: pairs.parts.count, of: 0, minus: 1, level: level
    ) { Self.sums(pairs.codes($0, $1), paired) }
  }

  /// Rao and Scott's test that these sums and others of the same design have one distribution; `nil`
  /// where nothing tells.
  ///
  /// - Parameter groups: the number of each answer's group, from 0 on.
  func distributionTest(
    beside other: DesignRows, groups: [Int], _ frame: DesignFrame
  ) -> Result<RaoScottTest, NoIntervalReason> {
    let design = frame.design
    let sums = DesignSums(rows + Self.inSecondCell(other.rows))
    let columns = (groups.max() ?? -1) + 1
    func place(_ row: DesignSums.Row) -> Int? {
      row.code < groups.count ? Int(row.cell) * columns + groups[Int(row.code)] : nil
    }
    let size = sums.size { place($0) != nil }
    let df = (design.isClustered ? size.clusters : size.responses) - size.strata
    guard size.responses > 0 else { return .failure(.noAnswers) }
    guard df > 0 else { return .failure(.noDegreesOfFreedom) }
    let table: (shares: [Double], covariance: SquareMatrix)?
    if let calibrated = frame.margins?.design {
      table = calibrated.table(DesignSums(rows), DesignSums(other.rows), groups: groups)
    } else {
      let shares = sums.shares(of: 2 * columns, by: place)
      table = design.covariance(of: shares, on: sums, among: { place($0) != nil }).map {
        (shares.map(\.value), $0)
      }
    }
    guard let table,
      let test = RaoScottTest(
        shares: table.shares, covariance: table.covariance, columns: columns, n: size.responses,
        degreesOfFreedom: df)
    else { return .failure(.degenerate) }
    return .success(test)
  }

  private static func inSecondCell(_ rows: [DesignSums.Row]) -> [DesignSums.Row] {
    rows.map {
      DesignSums.Row(
        stratum: $0.stratum, cluster: $0.cluster, unit: $0.unit, cell: 1, code: $0.code,
        sum: $0.sum)
    }
  }

  /// The rows with some codes, each with another one.
  private static func sums(_ codes: [Int32: Int32], _ rows: [DesignSums.Row]) -> DesignSums {
    DesignSums(
      rows.compactMap { row in
        codes[row.code].map { code in
          DesignSums.Row(
            stratum: row.stratum, cluster: row.cluster, unit: row.unit, cell: row.cell, code: code,
            sum: row.sum)
        }
      })
  }
}
