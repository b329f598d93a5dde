import SurveyCSV
import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Labels read as nothing known: kept in bounded memory, merged exactly.
@Suite struct LabelCountsTests {
  private static func place(_ line: UInt64) -> SourcePlace {
    SourcePlace(source: "00", line: line)
  }

  private static func counts(_ numbers: some Sequence<Int>) -> LabelCounts {
    var counts = LabelCounts()
    for number in numbers {
      counts.add("label \(number)", count: number % 3 + 1, first: place(UInt64(number)))
    }
    return counts
  }

  private static func content(_ counts: LabelCounts) -> [String] {
    var counts = counts
    return counts.sorted().map { "\($0.label) \($0.entry.count) \($0.entry.first.line)" }
      + ["\(counts.rest)"]
  }

  /// The labels with the smallest hashes, found by sorting all of them.
  @Test func ofTooManyTheSmallestHashesAreKept() throws {
    let all = Array(0..<20_500)
    let hashes = all.map { XXH3.hash64(Array("label \($0)".utf8)) }
    let ranked = all.sorted { hashes[$0] < hashes[$1] }
    let kept = Set(ranked.prefix(10_000))
    let wanted = kept.map { "label \($0) \($0 % 3 + 1) \($0)" }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let rest = all.filter { !kept.contains($0) }.reduce(0) { $0 + $1 % 3 + 1 }
    let content = Self.content(Self.counts(all))
    #expect(content.dropLast().sorted() == wanted.sorted())
    #expect(content.last == "\(rest)")
  }

  @Test func mergingIsExactInEveryOrder() throws {
    let whole = Self.content(Self.counts(Array(0..<12_000) + Array(6_000..<9_000)))
    var random = SeededRandom(seed: 3)
    let pieces = [
      Self.counts(0..<11_000), Self.counts(6_000..<9_000), Self.counts(11_000..<12_000),
    ]
    for _ in 0..<3 {
      var pieces = pieces
      pieces.shuffle(using: &random)
      var sum = LabelCounts()
      for var piece in pieces {
        // As it comes out of a file: pruned.
        _ = piece.sorted()
        sum.merge(piece)
      }
      #expect(Self.content(sum) == whole)
    }
  }

  @Test func aFileKeepsThemExactly() throws {
    let plan = try Fixture.plan(Fixture.small)
    let header = "id,date,field,unit,overall\n"
    let rows = (0..<11_000).map { ",,x\($0 * 11 % 10_500),A,5\n" }
    let first = header + rows[..<4_000].joined()
    let second = header + rows[4_000...].joined()
    let together = Fixture.bytes(try Fixture.part(plan, first, second))
    var merged = try TallyFile.decode(Fixture.bytes(Fixture.part(plan, second)), name: "b")
    try merged.merge(TallyFile.decode(Fixture.bytes(Fixture.part(plan, first)), name: "a"))
    #expect(TallyFile.encode(merged) == together)
    let losses = try TallyFile.decode(together, name: "t").parts[0].losses[0]
    // 11,000 records over 10,500 labels: 10,000 are kept, and nothing is lost of the sum.
    #expect(losses.entries.count == 10_000)
    #expect(losses.entries.values.reduce(losses.rest) { $0 + $1.count } == 11_000)
    let rest = try #require(
      TallyFile.decode(together, name: "t").parts[0].report(Self.byField).losses.last {
        $0.column == .dimension("field")
      })
    #expect(rest.label == nil && rest.first == nil && rest.n == losses.rest)
  }

  private static var byField: ReportQuery {
    var query = ReportQuery()
    query.by = ["field"]
    return query
  }

  @Test func theSmallestPlaceStays() {
    var counts = LabelCounts()
    counts.add("a", count: 1, first: SourcePlace(source: "02", line: 1))
    counts.add("a", count: 1, first: SourcePlace(source: "01", line: 9))
    counts.add("a", count: 1, first: SourcePlace(source: "01", line: 10))
    #expect(counts.entries["a"]?.first == SourcePlace(source: "01", line: 9))
    #expect(counts.entries["a"]?.count == 3)
  }

  @Test(arguments: [
    // 200 bytes fit; the 201st goes, and with it the whole character that it belongs to.
    (String(repeating: "a", count: 200), 200), (String(repeating: "a", count: 201), 200),
    (String(repeating: "đ", count: 100), 200), ("a" + String(repeating: "đ", count: 100), 199),
    (String(repeating: "ế", count: 67), 198), (String(repeating: "😀", count: 51), 200),
    ("a" + String(repeating: "👩‍👩‍👧", count: 12), 199),
  ])
  func longLabelsAreCutBetweenCharacters(_ text: String, _ bytes: Int) {
    let label = KeptLabel.text(of: Array(text.utf8), display: LabelFolding.display)
    #expect(label.utf8.count == bytes)
    #expect(text.hasPrefix(label))
  }

  @Test func bytesThatAreNoTextAreShownEscaped() {
    // C3 begins a character that A9 would end, and 28 does not.
    let label = KeptLabel.text(
      of: [0x20, 0x61, 0xC3, 0x28, 0x5C, 0xFF, 0xC4, 0x91], display: LabelFolding.display)
    #expect(label == #"a\xC3(\\\xFFđ"#)
  }
}
