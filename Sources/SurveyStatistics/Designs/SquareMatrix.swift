/// A square matrix of figures, such as the covariances of estimates.
public struct SquareMatrix: Sendable, Equatable {
  /// The number of rows and columns.
  public let size: Int
  /// The figures row by row.
  private var values: [Double]

  /// A matrix of zeros.
  public init(size: Int) {
    self.size = size
    values = [Double](repeating: 0, count: size * size)
  }

  /// A figure by row and column.
  public subscript(row: Int, column: Int) -> Double {
    get { values[row * size + column] }
    set { values[row * size + column] = newValue }
  }

  /// Adds a multiple of the outer product of two vectors.
  @inline(__always)
  mutating func add(_ left: [Double], _ right: [Double], times factor: Double) {
    for row in 0..<size where left[row] != 0 {
      let scaled = factor * left[row]
      for column in 0..<size { values[row * size + column] += scaled * right[column] }
    }
  }

  /// Adds a multiple of another matrix.
  mutating func add(_ other: SquareMatrix, times factor: Double) {
    for place in values.indices { values[place] += factor * other.values[place] }
  }

  /// Multiplies every figure.
  mutating func scale(by factor: Double) {
    for place in values.indices { values[place] *= factor }
  }
}

extension SquareMatrix {
  /// The sum of the diagonal.
  var trace: Double { (0..<size).reduce(0) { $0 + self[$1, $1] } }

  /// The trace of the matrix times itself.
  var squareTrace: Double {
    var sum = 0.0
    for row in 0..<size {
      for column in 0..<size { sum += self[row, column] * self[column, row] }
    }
    return sum
  }

  /// X with A X = B, by elimination with the largest pivot; `nil` where A is singular.
  func solved(for right: SquareMatrix) -> SquareMatrix? {
    var (left, right) = (self, right)
    for step in 0..<size {
      let pivot = (step..<size).max { abs(left[$0, step]) < abs(left[$1, step]) } ?? step
      let value = left[pivot, step]
      guard abs(value) > 0, value.isFinite else { return nil }
      for column in 0..<size {
        (left[step, column], left[pivot, column]) = (left[pivot, column], left[step, column])
        (right[step, column], right[pivot, column]) = (right[pivot, column], right[step, column])
      }
      for row in 0..<size where row != step {
        let factor = left[row, step] / value
        guard factor != 0 else { continue }
        for column in 0..<size {
          left[row, column] -= factor * left[step, column]
          right[row, column] -= factor * right[step, column]
        }
      }
    }
    for row in 0..<size {
      for column in 0..<size { right[row, column] /= left[row, row] }
    }
    return right
  }
}
