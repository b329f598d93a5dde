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
