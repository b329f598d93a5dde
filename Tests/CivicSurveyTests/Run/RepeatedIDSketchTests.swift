import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// The ids that come again, against a dictionary that keeps them all.
@Suite struct RepeatedIDSketchTests {
  /// One record: its id, its answers, its file.
  private struct Seen {
    let id: Int
    let answers: UInt32
    let file: Int
  }

  /// What a dictionary finds.
  private struct Naive {
    var ids = 0
    var records = 0
    var otherAnswers = 0

    init(_ records: [Seen]) {
      for (_, copies) in Dictionary(grouping: records, by: \.id) where copies.count > 1 {
        ids += 1
        self.records += copies.count - 1
        if Set(copies.map(\.answers)).count > 1 { otherAnswers += 1 }
      }
    }
  }

  /// Records of files one after the other, of ids some of which come again.
  private static func records(
    _ random: inout SeededRandom, count: Int, ids: Int, files: Int
  ) -> [Seen] {
    (0..<count).map { place in
      Seen(
        id: random.below(ids), answers: UInt32(random.below(3)), file: place * files / count)
    }
  }

  /// The two files, by their numbers, that share most ids; ties by number, one twice where most ids
  /// come again within it.
  private static func closestFiles(_ records: [Seen]) -> [Int]? {
    var shared: [[Int]: Int] = [:]
    for (_, copies) in Dictionary(grouping: records, by: \.id) {
      let files = Dictionary(grouping: copies, by: \.file).mapValues(\.count)
      for first in files.keys {
        for second in files.keys where second > first || second == first && files[first] ?? 0 > 1 {
          shared[[first, second], default: 0] += 1
        }
      }
    }
    return shared.min { left, right in
      left.value == right.value
        ? left.key.lexicographicallyPrecedes(right.key) : left.value > right.value
    }?.key
  }

  private static func hash(_ id: Int) -> UInt64 { IDHash.of(Array("K05-\(id)".utf8)) }

  /// Takes records in, file by file; within a file in any order.
  private static func sketch(_ records: [Seen], capacity: Int) -> RepeatedIDSketch {
    var sketch = RepeatedIDSketch(capacity: capacity)
    for record in records {
      sketch.add(hash(record.id), answers: record.answers, file: record.file)
    }
    return sketch
  }

  @Test(arguments: 0..<60)
  func upToItsCapacityItIsExact(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let ids = 1 + random.below(900)
    let records = Self.records(
      &random, count: random.below(3_000), ids: ids, files: 1 + random.below(5))
    var sketch = Self.sketch(records, capacity: 1_024)
    let naive = Naive(records)
    let found = sketch.figures()
    #expect(
      found
        == RepeatedIDSketch.Figures(
          ids: naive.ids, records: naive.records, otherAnswers: naive.otherAnswers, share: 1))
    let pair = sketch.closestFiles(["a", "b", "c", "d", "e"])
    #expect(pair.map { [$0.0, $0.1] } == Self.closestFiles(records))
  }

  @Test(arguments: 0..<30)
  func theOrderOfRecordsDoesNotMatter(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let records = Self.records(&random, count: 6_000, ids: 3_000, files: 4)
    let names = ["d", "a", "c", "b"]
    var first = Self.sketch(records, capacity: 256)
    let figures = first.figures()
    let pair = first.closestFiles(names)
    let closest = try #require(pair)
    #expect(figures.share < 1)
    // Other files come first, and within a file the records come in another order.
    let order = [2, 0, 3, 1]
    let others = order.flatMap { file in
      records.filter { $0.file == file }.shuffled(using: &random)
    }.map { Seen(id: $0.id, answers: $0.answers, file: order.firstIndex(of: $0.file) ?? 0) }
    var second = Self.sketch(others, capacity: 256)
    #expect(second.figures() == figures)
    let otherPair = second.closestFiles(order.map { names[$0] })
    let other = try #require(otherPair)
    #expect(
      [names[closest.0], names[closest.1]]
        == [names[order[other.0]], names[order[other.1]]])
  }

  /// Of 200,000 ids every tenth comes again, half of these with other answers.
  ///
  /// Of the ids that a sketch knows the share that comes again is binomial but for the drawing
  /// without replacement, so that the figure's relative standard error is at most
  /// √((1 − p) / (p · 65,536)): for p = 0.1 1.2 %, for p = 0.05 1.7 %. Five of them are allowed.
  @Test func beyondItsCapacityItEstimates() {
    var records = (0..<200_000).map { Seen(id: $0, answers: 1, file: 0) }
    records += stride(from: 0, to: 200_000, by: 10).map {
      Seen(id: $0, answers: $0 % 20 == 0 ? 2 : 1, file: 1)
    }
    var sketch = Self.sketch(records, capacity: RepeatedIDSketch.capacity)
    let found = sketch.figures()
    // The share of the ids known has a relative standard error of 1 / √65,536 = 0.4 %.
    #expect(abs(found.share * 200_000 / 65_536 - 1) < 5 * 0.004)
    #expect(found.ids == found.records)
    #expect(abs(Double(found.scaled(found.ids)) / 20_000 - 1) < 5 * 0.012)
    #expect(abs(Double(found.scaled(found.otherAnswers)) / 10_000 - 1) < 5 * 0.017)
    let closest = sketch.closestFiles(["a", "b"])
    #expect(closest?.0 == 0 && closest?.1 == 1)
  }

  @Test func oneIDMayComeVeryOften() {
    var sketch = RepeatedIDSketch(capacity: 4_096)
    for _ in 0..<70_000 { sketch.add(Self.hash(1), answers: 0, file: 0) }
    let found = sketch.figures()
    #expect(found == RepeatedIDSketch.Figures(ids: 1, records: 69_999, otherAnswers: 0, share: 1))
    let files = sketch.closestFiles(["a"])
    #expect(files?.0 == 0 && files?.1 == 0)
  }

  @Test func theFilesThatShareMostAreNamed() {
    var sketch = RepeatedIDSketch()
    // Ids 1 and 2 are in files 0 and 1, 2 and 3 in files 1 and 2, 9 twice in file 2.
    for (id, file) in [(1, 0), (2, 0), (1, 1), (2, 1), (3, 1), (2, 2), (3, 2), (9, 2), (9, 2)] {
      sketch.add(Self.hash(id), answers: 0, file: file)
    }
    _ = sketch.figures()
    // Of the ties the first by name: b with a, before b with c.
    let byName = sketch.closestFiles(["c", "b", "a"])
    #expect(byName.map { [$0.0, $0.1] } == [2, 1])
    let byOtherNames = sketch.closestFiles(["a", "b", "c"])
    #expect(byOtherNames.map { [$0.0, $0.1] } == [0, 1])
  }

  /// Hashes of short ids do not depend on what lies behind them, and their lower bits are even.
  @Test func aHashDependsOnTheBytesAlone() {
    for count in 0...70 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 33) }
      for behind in [[UInt8](repeating: 0, count: 8), [UInt8](repeating: 0xFF, count: 8)] {
        let longer = bytes + behind
        unsafe longer.withUnsafeBufferPointer { buffer in
          guard let first = buffer.baseAddress else { return }
          let hash = unsafe IDHash.of(first, count: count, hasWord: true)
          #expect(hash == IDHash.of(bytes))
        }
      }
    }
    let hashes = Set((0..<100_000).map { IDHash.of(Array(String($0).utf8)) })
    #expect(hashes.count == 100_000)
    let small = hashes.count { $0 < .max / 10 }
    // Binomial: 10,000 ± 5 · √(100,000 · 0.1 · 0.9) = ± 474.
    #expect(abs(small - 10_000) < 475)
  }
}

extension RepeatedIDSketch {
  /// Takes in one record.
  fileprivate mutating func add(_ hash: UInt64, answers: UInt32, file: Int) {
    add([HashedID(hash: hash, record: 0, answers: answers)], count: 1, file: file)
  }
}
