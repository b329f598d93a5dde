import Foundation
import SurveyTestSupport
import Testing

@testable import SurveyStatistics

/// What CDC has printed of the National Ambulatory Medical Care Survey 2019, to every digit.
@Suite struct PublishedTableTests {
  @Test func namcsIsMetDigitByDigit() throws {
    let frame = try ReferenceFrame(path: "Samples/namcs2019.csv.gz")
    let printed = try ReferenceFrame("namcs-published")
    let sample = try ReferenceSample(
      frame, strata: frame["CSTRATM"], clusters: frame["CPSUM"], weight: "PATWT",
      lonelyPSU: .adjust)
    #expect(frame.count == 8250 && printed.count == 29)
    func percent(_ share: Double) -> String { String(format: "%.1f", 100 * share) }
    for row in 0..<printed.count {
      let (variable, level) = (printed["variable"][row], printed["level"][row])
      let codes = frame[variable].map { text in
        let value = Self.shown(text, of: variable)
        return value.isEmpty || value == "NA" ? 2 : value == level ? 1 : 0
      }
      let sums = sample.sums(codes)
      let estimate = try #require(sample.design.estimate(.rate([false, true, nil]), of: sums))
      let rate = try #require(estimate.rate)
      let interval = try IntervalRule(.betaNCHS, level: 0.95).outcome(of: rate).get()
      let at = "\(variable) \(level)"
      #expect(sums.size { $0.code == 1 }.responses == Int(printed["n"][row]), "\(at)")
      #expect(percent(rate.rate) == printed["percent"][row], "\(at)")
      #expect(percent(rate.standardError) == printed["se"][row], "\(at)")
      #expect(percent(interval.lower) == printed["lower"][row], "\(at)")
      #expect(percent(interval.upper) == printed["upper"][row], "\(at)")
    }
  }

  /// Runs of spaces are one; two kinds of "unknown" are shown as one.
  private static func shown(_ text: String, of variable: String) -> String {
    let value = text.split(separator: " ").joined(separator: " ")
    return variable == "PRIMCARE" && ["Blank", "Unknown"].contains(value)
      ? "Unknown if PCP" : value
  }
}
