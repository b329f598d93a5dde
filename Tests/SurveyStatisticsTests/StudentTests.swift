import SurveyTestSupport
import Testing

@testable import SurveyStatistics

@Suite struct StudentTests {
  @Test func studentAgreesWithR() throws {
    for row in try ReferenceTable("student", rows: 112).rows {
      let df = try row.figure("df")
      let student = StudentDistribution(degreesOfFreedom: df == 0 ? .infinity : df)
      let critical = student.criticalValue(level: try row.figure("level"))
      #expect(relativeError(critical, try row.figure("critical")) < 1e-10, "line \(row.line)")
      let tails = student.bothTails(try row.figure("t"))
      #expect(relativeError(tails, try row.figure("tails")) < 1e-10, "line \(row.line)")
      #expect(student.bothTails(-(try row.figure("t"))) == tails)
    }
    let one = StudentDistribution(degreesOfFreedom: 1)
    // Cauchy's: tan(π · 0.475).
    #expect(relativeError(one.criticalValue(level: 0.95), 12.706_204_736_174_7) < 1e-13)
    #expect(one.bothTails(0) == 1)
    #expect(one.bothTails(.infinity) == 0)
  }

  /// On either side of where the expansion begins t is the same, to the digits that it promises.
  @Test func theExpansionMeetsNewtonsMethod() {
    for level in [0.5, 0.8, 0.95, 0.99, 0.998, 0.999_9] {
      for df in [2000, 2000.5, 5000, 80_000, 1e9] {
        let student = StudentDistribution(degreesOfFreedom: df)
        let tails = student.bothTails(student.criticalValue(level: level))
        #expect(relativeError(tails, 1 - level) < 1e-11, "\(level) \(df)")
      }
    }
  }

  @Test func fAgreesWithR() throws {
    for row in try ReferenceTable("f", rows: 42).rows {
      let f = FDistribution(
        numerator: try row.figure("d1"), denominator: try row.figure("d2"))
      let upper = f.upperTail(try row.figure("f"))
      #expect(relativeError(upper, try row.figure("upper")) < 1e-10, "line \(row.line)")
    }
    let f = FDistribution(numerator: 3, denominator: 7)
    #expect(f.upperTail(0) == 1)
    #expect(f.upperTail(.infinity) == 0)
  }

  /// t² is F(1, ν).
  @Test func studentSquaredIsF() {
    var random = SeededRandom(seed: 5)
    for _ in 0..<300 {
      let t = Double.random(in: 0...9, using: &random)
      let df = Double.random(in: 1...500, using: &random)
      let tails = StudentDistribution(degreesOfFreedom: df).bothTails(t)
      let f = FDistribution(numerator: 1, denominator: df).upperTail(t * t)
      #expect(relativeError(tails, f) < 1e-11)
    }
  }
}
