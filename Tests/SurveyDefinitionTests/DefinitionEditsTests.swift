import Testing

@testable import SurveyDefinition

/// Additions to a definition's text.
@Suite struct DefinitionEditsTests {
  private static let text = """
    # a comment
    survey: x   # of mine
    version: "1"
    source:
      responseID: { columns: [id, "a, ] b"] }   # one
      submittedAt:
        columns:
          - time
          - 'when # it'
    dimensions:
      field:
        columns: [
          field,   # ] no end
          b
        ]
        categories:
          land: { vi: Đất đai }
          build:
            vi: Xây dựng
            accepts: [XD]

    """

  private func edited(_ body: (inout DefinitionEdits) -> Bool) throws -> [String] {
    var edits = try #require(DefinitionEdits(Array(Self.text.utf8)))
    let isAdded = body(&edits)
    #expect(isAdded)
    let old = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
    let new = edits.text.split(separator: "\n", omittingEmptySubsequences: false)
    return new.difference(from: old).insertions.map { change in
      if case .insert(_, let line, _) = change { String(line) } else { "" }
    }
  }

  @Test func nothingIsChangedOfItself() throws {
    let edits = try #require(DefinitionEdits(Array(Self.text.utf8)))
    #expect(edits.text == Self.text)
    #expect(edits.isEmpty)
  }

  @Test func aListBetweenBrackets() throws {
    #expect(
      try edited { $0.append(["x, y"], toListAt: ["source", "responseID", "columns"]) }
        == ["  responseID: { columns: [id, \"a, ] b\", \"x, y\"] }   # one"])
  }

  @Test func aListOfSeveralLines() throws {
    #expect(
      try edited { $0.append(["c"], toListAt: ["dimensions", "field", "columns"]) }
        == ["      b, c"])
  }

  @Test func aListOfDashes() throws {
    #expect(
      try edited { $0.append(["x: y"], toListAt: ["source", "submittedAt", "columns"]) }
        == ["      - \"x: y\""])
  }

  @Test func aListThatIsNotThere() throws {
    let land = ["dimensions", "field", "categories", "land"]
    #expect(
      try edited { $0.append(["ĐĐ"], toListAt: land + ["accepts"]) }
        == ["      land: { accepts: [ĐĐ], vi: Đất đai }"])
    #expect(
      try edited { $0.append(["d/M/yyyy"], toListAt: ["source", "submittedAt", "formats"]) }
        == ["    formats: [d/M/yyyy]"])
  }

  @Test func aKey() throws {
    #expect(
      try edited { $0.add("optional: true", toMapAt: ["dimensions", "field"]) }
        == ["    optional: true"])
    #expect(
      try edited { edits in
        edits.setRevision(4)
        return true
      } == ["revision: 4"])
    #expect(!(try #require(DefinitionEdits(Array(Self.text.utf8)))).has(["questions"]))
  }

  @Test func aPatchSaysTheSame() throws {
    var edits = try #require(DefinitionEdits(Array(Self.text.utf8)))
    let isAdded = edits.append(["z"], toListAt: ["source", "responseID", "columns"])
    #expect(isAdded)
    edits.setRevision(2)
    #expect(
      edits.patch(file: "my.yaml") == """
        --- my.yaml
        +++ my.yaml
        @@ -2,6 +2,7 @@
         survey: x   # of mine
         version: "1"
        +revision: 2
         source:
        -  responseID: { columns: [id, "a, ] b"] }   # one
        +  responseID: { columns: [id, "a, ] b", z] }   # one
           submittedAt:
             columns:

        """)
  }
}
