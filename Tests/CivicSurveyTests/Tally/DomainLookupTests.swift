import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// The cache before the table of domains: it must not show.
@Suite struct DomainLookupTests {
  /// More domains than the cache begins with, in no order, far apart and with every code.
  @Test(arguments: [1, 4]) func domainsAreTheTables(openDimensions: Int) throws {
    let dimensions = (0..<openDimensions).map {
      "  open\($0): { columns: [o\($0)], open: true }\n"
    }.joined()
    let plan = try Fixture.plan(
      """
      survey: lookup
      version: "1"
      title: { en: Lookup }
      coverage: census
      timeZone: "+07:00"
      source: { submittedAt: { columns: [date], formats: [yyyy-MM-dd] } }
      dimensions:
        closed: { columns: [c], categories: { a: { en: A }, b: { en: B } } }
      \(dimensions)questions:
        q: { text: { en: Q }, columns: [q], choices: { y: { en: Yes }, n: { en: No } } }
      """)
    var random = SeededRandom(seed: 7)
    var lookup = DomainLookup(plan)
    var sums = OpenSums(plan)
    var expected: [[UInt32]: UInt64] = [:]
    for _ in 0..<40 {
      var batch = ResponseBatch()
      batch.reset(count: 500, dimensions: plan.dimensions.count, questions: 1)
      for record in 0..<batch.count {
        let days: [Int32] = [ResponseBatch.noDay, -25_567, 0, 84_005]
        batch.days[record] = days[random.below(4)]
        var key = [PeriodCode.code(ofDay: batch.days[record], finest: plan.survey.finestPeriod)]
        for dimension in plan.dimensions.indices {
          let codes: [UInt32] = [
            DimensionCode.missing, DimensionCode.unmapped, 0, 1,
            plan.dimensions[dimension].isOpen ? UInt32(random.below(400_000)) : 1,
          ]
          let code = codes[random.below(codes.count)]
          batch.dimensionCodes[dimension * batch.count + record] = code
          key.append(code)
        }
        expected[key, default: 0] += 1
      }
      lookup.find(batch, in: &sums)
      sums.add(batch, rows: lookup.rows)
    }
    #expect(sums.domains.count == expected.count)
    for domain in 0..<sums.domains.count {
      var row = [UInt64](repeating: 0, count: plan.slotCount)
      sums.add(domain, to: &row)
      #expect(expected[Array(sums.domains.codes(of: domain))] == row[0])
    }
  }
}
