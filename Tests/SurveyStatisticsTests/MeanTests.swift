import SurveyTestSupport
import Testing

@testable import SurveyStatistics

@Suite struct MeanTests {
  /// `t.test(rep(1:5, c(2, 3, 9, 20, 16)))$conf.int`, R 4.2.2.
  @Test func aPlainMeanHasStudentsInterval() throws {
    let rows = [2, 3, 9, 20, 16].enumerated().map { place, n in
      DesignSums.Row(
        stratum: 0, cluster: 0, cell: 0, code: Int32(place), sum: WeightSum(counted: n))
    }
    let design = try SampleDesign.simple(responses: 50)
    let mean = try #require(
      design.estimate(.mean([1, 2, 3, 4, 5]), of: DesignSums(rows)))
    let interval = try mean.interval(in: 1...5, level: 0.95).get()
    #expect(relativeError(mean.value, 3.9) < 1e-15)
    #expect(relativeError(interval.lower, 3.600_277_408_166_49) < 1e-12)
    #expect(relativeError(interval.upper, 4.199_722_591_833_51) < 1e-12)
    #expect(interval.method == .mean && interval.flags.isEmpty)
  }

  /// `confint(svymean(~m100, d, na.rm = TRUE), df = 19)` of the kiosks' clusters, R 4.2.2, survey 4.1.
  @Test func aDesignsMeanHasR() throws {
    let interval = try Result.ofMean(
      86.190_356_988_782_8, standardError: 0.774_026_834_629_083, degreesOfFreedom: 19,
      in: 0...100, level: 0.95
    ).get()
    #expect(relativeError(interval.lower, 84.570_300_205_146_61) < 1e-12)
    #expect(relativeError(interval.upper, 87.810_413_772_418_98) < 1e-12)
  }

  @Test func withoutAStandardErrorThereIsNone() throws {
    func outcome(_ error: Double?, _ df: Int) -> Result<Interval, NoIntervalReason> {
      .ofMean(4, standardError: error, degreesOfFreedom: df, in: 1...5, level: 0.95)
    }
    #expect(outcome(0, 9) == .failure(.degenerate))
    #expect(outcome(nil, 9) == .failure(.degenerate))
    #expect(outcome(0.1, 0) == .failure(.noDegreesOfFreedom))
    let cut = try outcome(0.5, 3).get()
    #expect(cut.upper == 5 && cut.flags == [.clipped] && cut.lower > 1)
  }

  @Test func theIntervalAloneDecides() throws {
    func judge(
      _ bound: MeanTargetRule.Bound, _ value: Double?, _ limits: (Double, Double)?,
      census: Bool = false
    ) -> Judgement {
      MeanTargetRule(bound, isCensus: census).judgement(
        of: value,
        limits.map {
          .success(Interval(lower: $0.0, upper: $0.1, level: 0.95, method: .mean))
        } ?? .failure(.degenerate))
    }
    #expect(judge(.atLeast(4.2), 4.4, (4.2, 4.6)).verdict == .met)
    #expect(judge(.atLeast(4.2), 4.4, (4.199, 4.6)).verdict == .reachedNotShown)
    #expect(judge(.atLeast(4.2), 4.1, (4.0, 4.2)).verdict == .notReachedNotExcluded)
    #expect(judge(.atLeast(4.2), 4.1, (4.0, 4.199)).verdict == .missed)
    #expect(judge(.atMost(20), 15, (10, 20)).verdict == .met)
    #expect(judge(.atMost(20), 25, (20.1, 30)).verdict == .missed)
    #expect(judge(.atMost(20), 15, (10, 21)).verdict == .reachedNotShown)
    #expect(judge(.atLeast(4.2), 4.4, nil).reason == .degenerate)
    #expect(judge(.atLeast(4.2), nil, nil).reason == .noAnswers)
    #expect(judge(.atLeast(4.2), 4.2, nil, census: true).verdict == .met)
    #expect(judge(.atLeast(4.2), 4.199, nil, census: true).verdict == .missed)
  }
}
