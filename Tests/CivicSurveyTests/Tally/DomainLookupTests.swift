import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// The domain that a record's counts go to has the record's codes, however many codes there are.
@Suite struct DomainLookupTests {
  @Test(arguments: [(1, 3), (2, 40), (3, 3_000), (4, 90_000)] as [(UInt64, Int)])
  func rowsAreTheRecords(seed: UInt64, units: Int) throws {
    let plan = try Fixture.plan(Fixture.small, alsoBy: ["overall"])
    var random = SeededRandom(seed: seed)
    var lookup = DomainLookup(plan)
    var sums = OpenSums(plan)
    let reserved = [DimensionCode.missing, DimensionCode.invalid, DimensionCode.unmapped]
    for round in 1...12 {
      var batch = ResponseBatch()
      let count = 50 + random.below(400)
      batch.reset(count: count, dimensions: plan.dimensions.count, blocks: 1)
      // More codes and years in each round, and sums that are settled now and then.
      let years = Int32(round * round)
      for record in 0..<count {
        if !random.chance(5) {
          batch.days[record] = 20_000 - Int32(random.below(Int(years) * 365))
        }
        for (dimension, column) in plan.dimensions.enumerated() {
          let most = column.isOpen ? max(1, units * round / 12) : column.categoryIDs.count
          let code =
            random.chance(10) ? random.element(of: reserved) : UInt32(random.below(most))
          batch.dimensionCodes[dimension * count + record] = code
        }
        if random.chance(5) { batch.reject(record, .unreadableDate) }
      }
      lookup.find(batch, in: &sums)
      sums.add(batch, rows: lookup.rows)
      for record in 0..<count {
        guard batch.fates[record] == .accepted else {
          #expect(lookup.rows[record] == DomainLookup.nowhere)
          continue
        }
        let domain = lookup.rows[record] / sums.stride
        let codes = Array(sums.domains.codes(of: domain))
        let period = PeriodCode.code(
          ofDay: batch.days[record], finest: plan.survey.finestPeriod)
        let own = plan.dimensions.indices.map { batch.dimensionCodes[$0 * count + record] }
        #expect(codes == [period] + own)
      }
      if round % 5 == 0 {
        sums.removeAll()
        lookup.forget()
      }
    }
  }
}
