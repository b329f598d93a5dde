/// Differences of estimates whose weights were brought to margins: what the margins explain is taken away
/// from the difference's linearised variable, as from that of an estimate.
///
/// R: `svycontrast(svyby(…, covmat = TRUE))` and `svyttest` of the design that `postStratify` or `rake` gave.
extension CalibratedDesign {
  /// The difference of a measure between two domains that no response is in both of.
  ///
  /// - Parameters:
  ///   - first: the sums of the domain whose estimate is subtracted from, by stratum, cluster and cell.
  ///   - second: those of the other one.
  ///   - range: what the difference can be; `nil` cuts nothing.
  ///   - level: strictly between 0 and 1.
  /// - Returns: as ``SampleDesign/difference(_:of:minus:on:in:level:)``.
  public func difference(
    _ scores: Scores, of first: DesignSums, minus second: DesignSums,
    in range: ClosedRange<Double>?, level: Double
  ) -> Result<LinearisedDifference, NoIntervalReason> {
    guard let one = estimate(scores, of: first), let other = estimate(scores, of: second) else {
      return .failure(.noAnswers)
    }
    let codes = Int32(scores.denominator.count)
    let both = first.beside(second, codes: codes).weighted(by: factors)
    let shifted = scores.shifted(by: Int(codes))
    let size = both.size { scores.score($0.code).x != 0 || shifted.score($0.code).x != 0 }
    return design.difference(one, minus: other, size: size, in: range, level: level) {
      guard let left = both.ratio(scores), let right = both.ratio(shifted) else { return nil }
      return covariance(of: [left - right], on: both)?[0, 0]
    }
  }

  /// The difference of a mean of several questions' rates between two domains.
  ///
  /// - Parameter sums: of two questions on either side, with the codes of
  ///   ``meanOfRates(questions:sums:)``.
  /// - Returns: as ``SampleDesign/differenceOfMeanRates(questions:of:minus:level:sums:)``.
  public func differenceOfMeanRates(
    questions: Int, level: Double,
    sums: (_ first: Int, _ second: Int) -> (first: DesignSums, second: DesignSums)
  ) -> Result<LinearisedDifference, NoIntervalReason> {
    let codes = Int32(MeanOfRates.states * MeanOfRates.states)
    return design.differenceOfMeanRates(
      questions: questions, level: level,
      sums: { q, s in
        let pair = sums(q, s)
        return pair.first.beside(pair.second, codes: codes).weighted(by: factors)
      },
      sides: MeanRateSides(
        ratio: { scores, side, pair in
          pair.ratio(side == 0 ? scores : scores.shifted(by: Int(codes)))
        }, place: { $0.code < codes ? (0, $0.code) : (1, $0.code - codes) }),
      covariance: { covariance(of: $0, on: $1) }, scale: { _ in 1 })
  }

  /// The shares of a table's cells with their covariances: groups of codes of one domain, then those of
  /// another; `nil` of nothing.
  ///
  /// - Parameter groups: the number of each code's group, from 0 on; codes past the end are not in the table.
  public func table(
    _ first: DesignSums, _ second: DesignSums, groups: [Int]
  ) -> (shares: [Double], covariance: SquareMatrix)? {
    let columns = (groups.max() ?? -1) + 1
    let both = first.beside(second, codes: Int32(groups.count)).weighted(by: factors)
    let shares = both.shares(of: 2 * columns) { row in
      let (side, code) = Int(row.code).quotientAndRemainder(dividingBy: groups.count)
      return side * columns + groups[code]
    }
    guard !shares.isEmpty, let covariance = covariance(of: shares, on: both) else { return nil }
    return (shares.map(\.value), covariance)
  }

  /// Σw of each code with the new weights.
  ///
  /// - Parameter codes: how many codes there are; others are left out.
  public func weights(of sums: DesignSums, codes: Int) -> [Double] {
    let weighted = sums.weighted(by: factors)
    var totals = [Double](repeating: 0, count: codes)
    for (place, row) in weighted.rows.enumerated() where row.code < codes {
      totals[Int(row.code)] += weighted.weights[place]
    }
    return totals
  }
}

extension DesignSums {
  /// These sums and behind them those of another domain, whose codes follow; codes past the end are left
  /// out of both.
  fileprivate func beside(_ other: DesignSums, codes: Int32) -> DesignSums {
    DesignSums(
      rows.filter { $0.code < codes }
        + other.rows.filter { $0.code < codes }.map { row in
          Row(
            stratum: row.stratum, cluster: row.cluster, unit: row.unit, cell: row.cell,
            code: row.code + codes, sum: row.sum)
        })
  }
}

extension Scores {
  /// The same scores of codes that follow others, which are not in the base.
  fileprivate func shifted(by codes: Int) -> Scores {
    let others = [Double](repeating: 0, count: codes)
    return Scores(numerator: others + numerator, denominator: others + denominator)
  }
}
