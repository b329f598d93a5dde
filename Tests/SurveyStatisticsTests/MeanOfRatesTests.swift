import Testing

@testable import SurveyStatistics

@Suite struct MeanOfRatesTests {
  /// One response: its stratum, cluster, weight and what it is to either question: 0 no answer, 1 an answer,
  /// 2 a satisfied one.
  private typealias Response = (
    stratum: Int32, cluster: Int32, weight: UInt64, states: (Int32, Int32)
  )

  private static func sums(
    _ responses: [Response], _ first: Int, _ second: Int, cells: [Int32]
  ) -> DesignSums {
    DesignSums(
      responses.enumerated().map { place, response in
        let states = [response.states.0, response.states.1]
        var sum = WeightSum()
        sum.add(weight: response.weight)
        return DesignSums.Row(
          stratum: response.stratum, cluster: response.cluster, cell: cells[place],
          code: 3 * states[first] + states[second], sum: sum)
      })
  }

  private static func sums(_ responses: [Response], _ first: Int, _ second: Int) -> DesignSums {
    sums(responses, first, second, cells: responses.map { _ in 0 })
  }

  private static let unit: UInt64 = 1_000_000_000_000

  /// Each is satisfied with one of the two: the rates add up to 1 whatever the weights.
  ///
  /// Nothing varies. Σ of the covariances is then what rounding leaves (1e-18 here), and its root 1e-9 no error.
  @Test(arguments: [false, true])
  func ratesThatTakeEachOtherAwayHaveNoError(isClustered: Bool) throws {
    let weights = [1.2, 3.7, 0.9, 2.3, 0.05, 1.1].map { UInt64($0 * Double(Self.unit)) }
    let responses = weights.enumerated().map { place, weight -> Response in
      let cluster = isClustered ? Int32(place / 2) : 0
      return (0, cluster, weight, place % 3 == 0 ? (2, 1) : (1, 2))
    }
    let design = try SampleDesign(
      strata: [.init(units: isClustered ? 3 : 6)], isClustered: isClustered)
    let mean = try #require(
      design.meanOfRates(questions: 2) { Self.sums(responses, $0, $1) })
    #expect(abs(mean.value - 0.5) < 1e-15)
    #expect(mean.standardError == 0)
    #expect(mean.interval(level: 0.95) == .failure(.degenerate))
    let difference = design.differenceOfMeanRates(
      questions: 2, of: 0, minus: 1, level: 0.95
    ) { Self.sums(responses, $0, $1, cells: [0, 0, 0, 1, 0, 1]) }
    #expect(difference == .failure(.degenerate))
  }

  /// The strata of `average` are those in which any question is answered, for every pair of them.
  ///
  /// R 4.2, survey 4.1, `options(survey.lonely.psu = "average")`:
  /// `d <- data.frame(st = c(1,1,1,2,3,3), cl = c(1,1,2,3,4,5), w = c(1,2,1,1,1,3),
  ///   a1 = c(1,1,1,1,0,0), y1 = c(1,0,0,1,0,0), a2 = 1, y2 = c(0,1,1,0,1,0))`,
  /// `r1 <- with(d, sum(w*y1) / sum(w*a1)); r2 <- with(d, sum(w*y2) / sum(w*a2))`,
  /// `d$e <- with(d, (a1*(y1-r1) / sum(w*a1) + (y2-r2) / sum(w*a2)) / 2)`,
  /// `SE(svytotal(~e, svydesign(~cl, strata = ~st, weights = ~w, data = d)))`.
  @Test func strataOfAverageAreThoseOfAllQuestions() throws {
    let responses: [Response] = [
      (0, 0, 1, (2, 1)), (0, 0, 2, (1, 2)), (0, 1, 1, (1, 2)), (1, 2, 1, (2, 1)),
      (2, 3, 1, (0, 2)), (2, 4, 3, (0, 1)),
    ].map { ($0.0, $0.1, $0.2 * Self.unit, $0.3) }
    let design = try SampleDesign(
      strata: [.init(units: 2), .init(units: 1), .init(units: 2)], isClustered: true,
      lonelyPSU: .average)
    let mean = try #require(
      design.meanOfRates(questions: 2) { Self.sums(responses, $0, $1) })
    #expect(abs(mean.value - 0.422_222_222_222_222_2) < 1e-15)
    #expect(abs(try #require(mean.standardError) / 0.132_459_758_277_265_17 - 1) < 1e-12)
  }
}
