import Testing

@testable import CivicSurvey
@testable import SurveyReports

@Suite struct PoolTests {
  /// Of a pool that names what is no category, JSON has the same words as `where` has.
  @Test func aPoolNamesWhatIsNoCategory() {
    let pool = DomainValue.pool(["land", "_missing", "_own"])
    #expect(pool.id == "land|_missing|__own")
    #expect(
      pool.json.serialized()
        == JSONValue.array([.string("land"), .null, .string("__own")]).serialized())
    #expect(
      ReportExamples.report(.en).labels.value(pool, on: "field") == "Land + (not given) + _own")
  }
}
