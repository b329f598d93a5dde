/// How much further rates of cells lie from their unit's rate than independent answers would.
///
/// φ = Σ (xᵢ − nᵢ p)² / (nᵢ p (1 − p)) ÷ (k − u) over the k cells, with p the rate of all cells of their
/// unit: Pearson's dispersion of a binomial model with a rate for each of the u units, in R
/// `summary(glm(cbind(x, n - x) ~ unit, family = quasibinomial))$dispersion`. Around 1 the answers of a
/// cell may be independent; above it they resemble one another, and a rate wanders √φ times as far as
/// an interval made of independent answers says.
public struct OverDispersion: Sendable, Equatable {
  /// A cell of fewer answers is left out.
  public static let fewestAnswers = 5
  /// With fewer cells there is no φ.
  public static let fewestCells = 10
  /// Up to this φ nothing is flagged, however sure it is.
  public static let limit = 1.5
  /// The most that the tail of a flagged φ may be.
  static let tailLimit = 0.025

  /// φ; 0 or more.
  public let phi: Double
  /// The cells, k.
  public let cells: Int
  /// The units that the cells belong to, u.
  public let units: Int

  /// The φ of the cells of each unit; `nil` with too few cells, or none beside one for each unit.
  ///
  /// Left out are cells of few answers, then units with a single cell and those whose rate over their
  /// cells is 0 or 1: they say nothing about how rates wander.
  ///
  /// - Parameter units: for each unit its cells. Their order makes no difference but in rounding.
  /// - Complexity: O(cells).
  public init?(_ units: [[RateSample]]) {
    var (sum, cells, counted) = (0.0, 0, 0)
    for unit in units {
      let kept = unit.filter { $0.trials >= Double(Self.fewestAnswers) }
      let successes = kept.reduce(0) { $0 + $1.successes }
      let failures = kept.reduce(0) { $0 + $1.failures }
      guard kept.count > 1, successes > 0, failures > 0 else { continue }
      for cell in kept {
        // x − n p is (x (N − X) − (n − x) X) / N with p = X/N, and N² is below too.
        let distance = cell.successes * failures - cell.failures * successes
        sum += distance * distance / (cell.trials * successes * failures)
      }
      cells += kept.count
      counted += 1
    }
    guard cells >= Self.fewestCells, cells > counted else { return nil }
    self.phi = sum / Double(cells - counted)
    self.cells = cells
    self.units = counted
  }

  /// k − u.
  public var degreesOfFreedom: Int { cells - units }

  /// The probability of such a φ or a greater one where answers are independent, by χ²/(k − u).
  public var pValue: Double {
    ChiSquaredDistribution(degreesOfFreedom: Double(degreesOfFreedom))
      .upperTail(phi * Double(degreesOfFreedom))
  }

  /// Whether answers are shown to resemble one another: φ is above 1.5 and passes the upper 2.5 % point
  /// of χ²/(k − u).
  public var isFlagged: Bool { phi > Self.limit && pValue < Self.tailLimit }
}
