import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Blanks that look like merged cells are told; those that do not are not.
@Suite struct DimensionBlankTests {
  private static func yaml(_ key: String) -> String {
    """
    survey: blanks
    version: "1"
    title: { en: Blanks }
    coverage: sample
    dimensions:
      unit: { columns: [unit], open: true\(key) }
    questions:
      overall: { text: { en: Overall }, columns: [overall], choices: { 1: { en: Bad }, 2: { en: Good } } }
    """
  }

  /// The codes of warnings, each with the counts that it names.
  private func warnings(
    _ units: [String], answers: [String] = [], _ key: String = "", blockSize: Int = 128 << 10,
    threads: Int = 1
  ) throws -> [String] {
    let rows = units.enumerated().map { place, unit in
      unit + "," + (answers.isEmpty ? "1" : answers[place % answers.count])
    }
    var options = Tabulator.Options()
    options.blockSize = blockSize
    options.threads = threads
    let text = (["unit,overall"] + rows).joined(separator: "\n") + "\n"
    return try Tabulator(Fixture.plan(Self.yaml(key)), options: options)
      .run([Fixture.input(text)]).messages.filter { $0.severity == .warning }
      .map {
        "\($0.code) \($0.arguments["blankCount"] ?? "?")/\($0.arguments["recordsCount"] ?? "?")"
      }
  }

  private static func repeated(_ units: [String], _ times: Int) -> [String] {
    Array(repeating: units, count: times).flatMap(\.self)
  }

  @Test func mergedCellsAreTold() throws {
    // Groups of three: two thirds are blank.
    let threes = ["A", "", "", "B", "", "", "C", "", ""]
    #expect(try warnings(threes) == ["response.dimension-merged 6/9"])
    // Groups of two and one: a third is blank, in runs after a value.
    #expect(try warnings(["A", "", "B", "C", "", "D"]) == ["response.dimension-merged 2/6"])
    // Whatever the blocks and threads.
    let many = Self.repeated(["A", "", "B", "C", ""], 400)
    for (blockSize, threads) in [(128 << 10, 1), (64, 1), (100, 4)] {
      #expect(
        try warnings(many, blockSize: blockSize, threads: threads)
          == ["response.dimension-merged 800/2000"])
    }
    // The definition has said what a blank means.
    #expect(try warnings(threes, ", fillDown: true") == [])
    #expect(try warnings(threes, ", fillDown: false") == [])
  }

  @Test func otherBlanksAreNot() throws {
    // Some are lacking: values that follow one another are the same now and then.
    #expect(try warnings(["A", "A", "", "A", "B", "", "B", "B", ""]) == [])
    // A blank at the beginning has nothing above it.
    #expect(try warnings(["", "A", "", "B", "C", "", "D"]) == [])
    // Half is not over half.
    #expect(try warnings(["A", "A", "", ""]) == [])
    // Records without an answer may be anything.
    #expect(try warnings(["A", "", "", ""], answers: ["1", "", "", ""]) == [])
    #expect(try warnings(["A", ""]) == [])
  }

  @Test func aColumnWithoutAValueIsTold() throws {
    #expect(try warnings(["", "", ""]) == ["response.dimension-blank 3/3"])
  }
}
