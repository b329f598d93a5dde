/// The newest opinions, as many as there is room for.
///
/// Which ones they are does not depend on the order in which they come.
struct OpinionRoom: Sendable {
  /// How many have come.
  private(set) var admitted = 0
  private var opinions: [Opinion] = []
  private var size = 0
  private let most: Int
  private let mostBytes: Int

  init(most: Int = OpinionQuery.mostOpinions, mostBytes: Int = OpinionQuery.mostBytes) {
    self.most = most
    self.mostBytes = mostBytes
  }

  mutating func add(_ opinion: Opinion) {
    admitted += 1
    opinions.append(opinion)
    size += opinion.size
    // What is cut off now would be cut off in the end: others only push it further back.
    if opinions.count >= 2 * most || size >= 2 * mostBytes { cut() }
  }

  /// The newest, in their order.
  mutating func finish() -> [Opinion] {
    cut()
    return opinions
  }

  private mutating func cut() {
    opinions.sort { $0.precedes($1) }
    var kept = 0
    var bytes = 0
    while kept < min(most, opinions.count) {
      bytes += opinions[kept].size
      if bytes > mostBytes, kept > 0 { break }
      kept += 1
    }
    opinions.removeLast(opinions.count - kept)
    size = opinions.reduce(0) { $0 + $1.size }
  }
}
