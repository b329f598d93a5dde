import SurveyTestSupport
import Testing

@testable import SurveyStatistics

/// Post-stratification and raking with unequal weights, against R's `postStratify` and `rake`.
struct CasesOfMargins {
  let kiosk: CasesOfKiosk
  /// Age, sex, field and quarter.
  let cells: Numbering
  let parts: [[String]]
  let accepted: DesignSums
  let overall: DesignSums

  init(_ kiosk: CasesOfKiosk) throws {
    self.kiosk = kiosk
    let frame = kiosk.sample.frame
    cells = Numbering(
      (0..<frame.count).map { record in
        ["age", "sex", "field", "quarter"].map { frame[$0][record] }.joined(separator: "|")
      })
    parts = cells.labels.map { $0.split(separator: "|").map(String.init) }
    accepted = kiosk.sample.sums(
      cells: cells.numbers, Array(repeating: 0, count: frame.count))
    // Only those who answered, so that the rest is found.
    let codes = CasesOfKiosk.codes(frame["overall"])
    let answers = kiosk.sample.sums(cells: cells.numbers, codes)
    overall = DesignSums(answers.rows.filter { $0.code > 0 }).completed(to: accepted, code: 0)
    #expect(overall.rows == answers.rows)
  }

  /// A margin file over one of the parts of a cell.
  static func margin(_ name: String, _ values: [String], file: String? = nil) throws -> Margin {
    let frame = try ReferenceFrame("margin_\(file ?? name)")
    let categories = frame[name]
    return Margin(
      categories: values.map { categories.firstIndex(of: $0) },
      totals: frame["Freq"].compactMap { Double($0) })
  }

  func hold(_ ledger: inout CaseLedger) throws {
    let design = kiosk.sample.design
    let margins = try ["age", "sex", "field"].enumerated().map { place, name in
      try Self.margin(name, parts.map { $0[place] })
    }
    for (name, count) in [("post", 1), ("rake2", 2), ("rake3", 3)] {
      let id = "\(kiosk.id).\(name)"
      let calibration = try Calibration(accepted, to: Array(margins.prefix(count)))
      #expect(calibration.residual < 1e-13 && !calibration.isCapped && calibration.unmatched == 0)
      #expect(calibration.rounds <= 30)
      let calibrated = CalibratedDesign(
        design, accepted: accepted, cells: parts.count,
        groups: [.init(cells: Array(parts.indices), calibration: calibration)], others: 0)
      func estimate(
        _ scores: Scores, _ isIn: @escaping ([String]) -> Bool = { _ in true }
      ) throws -> DesignEstimate {
        let estimate = try #require(
          design.estimate(scores, of: overall, calibratedBy: calibration) { isIn(parts[Int($0)]) })
        // The same from the domain's own sums.
        let own = DesignSums(overall.rows.filter { isIn(parts[Int($0.cell)]) })
        let fast = try #require(calibrated.estimate(scores, of: own))
        #expect(relativeError(fast.value, estimate.value) < 1e-14)
        if let error = estimate.standardError, error > 0 {
          #expect(relativeError(try #require(fast.standardError), error) < 1e-11)
        }
        #expect(fast.degreesOfFreedom == estimate.degreesOfFreedom)
        return fast
      }
      let whole = try estimate(kiosk.rate)
      ledger.hold("\(id).mean", whole.pair)
      let hundred = try #require(Scores.mean100([nil, 1, 2, 3, 4, 5]))
      ledger.hold("\(id).m100", try estimate(hundred).pair)
      ledger.hold(
        "\(id).dom", try estimate(kiosk.rate) { $0[2] == "đất đai" && $0[3] == "2025Q2" }.pair)
      for field in Set(parts.map { $0[2] }) {
        let one = try estimate(kiosk.rate) { $0[2] == field }
        let label = field.replacing(" ", with: "_")
        ledger.hold("\(id).f", ["\(label).estimate": one.value, "\(label).se": one.standardError])
      }
      let everyone = try estimate(.rate(Array(repeating: true, count: 6)))
      ledger.hold(
        "\(id).g",
        [
          "sum": everyone.weightedN, "kish": calibration.kishN,
          "gmin": calibration.smallestAdjustment * calibration.overallFactor,
          "gmax": calibration.largestAdjustment * calibration.overallFactor,
        ])
      ledger.except(
        "single final weights are not in the sums", values: ["min", "max"], of: "\(id).g")
      for (cell, part) in parts.enumerated() {
        let label = part.prefix(3).joined(separator: "|").replacing(" ", with: "_")
        ledger.hold("\(id).cells", [label: calibration.factors[cell]])
      }
      CasesOfIntervals.hold(
        "\(id).ci", whole, df: everyone.degreesOfFreedom, n: everyone.n, in: &ledger)
    }
  }

  /// The example of R's `help(rake)`.
  static func holdApi(_ api: CasesOfApi, _ ledger: inout CaseLedger) throws {
    let (sample, frame) = (api.sample, api.sample.frame)
    let cells = Numbering(zip(frame["field"], frame["q_target"]).map { "\($0)|\($1)" })
    let parts = cells.labels.map { $0.split(separator: "|").map(String.init) }
    let bands = sample.sums(cells: cells.numbers, frame["band"].map { Int($0) ?? 0 })
    let scores = Numbering(frame["api00"])
    let continuous = sample.sums(cells: cells.numbers, scores.numbers.map { Int($0) })
    let values = scores.labels.map { Double($0) }
    let good = Scores.rate((0...5).map { $0 == 0 ? nil : $0 >= 4 })
    let fields = try margin("field", parts.map { $0[0] }, file: "api_field")
    let targets = try margin("q_target", parts.map { $0[1] }, file: "api_target")
    let raked = try Calibration(bands, to: [fields, targets])
    let post = try Calibration(bands, to: [fields])
    func estimate(
      _ scores: Scores, _ sums: DesignSums, _ calibration: Calibration, _ field: String? = nil
    ) throws -> DesignEstimate {
      try #require(
        sample.design.estimate(scores, of: sums, calibratedBy: calibration) {
          field == nil || parts[Int($0)][0] == field
        })
    }
    ledger.hold("api.rake.api00", try estimate(.mean(values), continuous, raked).pair)
    ledger.hold("api.rake.good", try estimate(good, bands, raked).pair)
    ledger.hold("api.rake.post", try estimate(.mean(values), continuous, post).pair)
    for field in ["E", "H", "M"] {
      let one = try estimate(good, bands, raked, field)
      ledger.hold(
        "api.rake.by", ["\(field).estimate": one.value, "\(field).se": one.standardError])
    }
    let weight = try #require(Double(frame["pw"][0]))
    for (place, factor) in raked.factors.sorted().enumerated() {
      // R rounds these to nine decimals.
      ledger.hold("api.rake.weights", ["v\(place + 1)": factor * weight], floor: 1e-9)
    }
    ledger.except("totals are not estimated") { $0.hasSuffix("nroll") }
  }
}
