import RealModule

/// Gauss and Legendre's quadrature with 24 nodes: exact for polynomials up to degree 47.
///
/// Nodes are the roots of the Legendre polynomial, found by Newton's method from
/// cos(π (i − ¼) / (n + ½)) (Abramowitz and Stegun 1964, 22.16.6 and 25.4.29).
enum GaussLegendre {
  /// A node on [−1, 1] and its weight; the weights add up to 2.
  struct Node: Sendable {
    var position: Double
    var weight: Double
  }

  static let nodes: [Node] = (1...24).map { node($0, of: 24) }

  /// The integral of `function` from 0 to `end`, cut into `panels` equal parts.
  static func integral(to end: Double, panels: Int, of function: (Double) -> Double) -> Double {
    let half = end / Double(panels) / 2
    var sum = 0.0
    for panel in 0..<panels {
      let centre = half * Double(2 * panel + 1)
      for node in nodes { sum += node.weight * function(centre + half * node.position) }
    }
    return sum * half
  }

  private static func node(_ index: Int, of count: Int) -> Node {
    let n = Double(count)
    var x = Double.cos(Double.pi * (Double(index) - 0.25) / (n + 0.5))
    var slope = 0.0
    for _ in 0..<6 {
      var (previous, current) = (1.0, x)
      for k in 2...count {
        let k = Double(k)
        (previous, current) = (current, ((2 * k - 1) * x * current - (k - 1) * previous) / k)
      }
      slope = n * (x * current - previous) / (x * x - 1)
      x -= current / slope
    }
    return Node(position: x, weight: 2 / ((1 - x * x) * slope * slope))
  }
}
