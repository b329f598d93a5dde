import SurveyTestSupport
import Testing

@testable import SurveyStatistics

/// The cases of `Tests/Reference/cases.csv`, and what became of each: held, or excepted with a reason.
struct CaseLedger {
  private var expected: [String: [String: Double?]] = [:]
  private var seen: [String: Set<String>] = [:]
  private(set) var excepted: [String: Set<String>] = [:]
  /// Cases of which some values are not compared.
  private(set) var partly: [String: Set<String>] = [:]
  private(set) var numbersHeld = 0
  private(set) var largestError = (0.0, "")

  init() throws {
    for line in try PackageFile.text("Tests/Reference/cases.csv").split(separator: "\n") {
      if line.hasPrefix("#") || line.hasPrefix("id,") { continue }
      let cells = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
      expected[String(cells[0]), default: [:]][String(cells[1])] = .some(Double(cells[2]))
    }
  }

  var ids: [String] { expected.keys.sorted() }
  var heldCount: Int { seen.count - excepted.values.reduce(0) { $0 + $1.count } }

  /// The values of a case that are compared; empty for an unknown one.
  func values(_ id: String) -> [String: Double?] { expected[id] ?? [:] }

  /// Compares values of a case with R's.
  mutating func hold(
    _ id: String, _ values: [String: Double?], tolerance: Double = 1e-9, floor: Double = 0
  ) {
    guard let wanted = expected[id] else {
      Issue.record("no case \(id)")
      return
    }
    for (name, value) in values {
      guard let number = wanted[name] else {
        Issue.record("\(id) has no \(name), but \(wanted.keys.sorted().prefix(6))")
        continue
      }
      seen[id, default: []].insert(name)
      guard let number, let value else {
        if number != nil || value != nil {
          Issue.record("\(id) \(name): \(value as Any), R \(number as Any)")
        }
        continue
      }
      let error = abs(value - number) <= floor ? 0 : relativeError(value, number)
      if error > largestError.0, tolerance <= 1e-9 { largestError = (error, "\(id) \(name)") }
      #expect(error <= tolerance, "\(id) \(name): \(value), R \(number)")
      numbersHeld += 1
    }
  }

  /// Cases that are not compared, and why.
  mutating func except(_ reason: String, where isExcepted: (String) -> Bool) {
    for id in expected.keys where isExcepted(id) && seen[id] == nil {
      excepted[reason, default: []].insert(id)
      seen[id] = Set(expected[id, default: [:]].keys)
    }
  }

  /// Single values of a case that are not compared, and why.
  mutating func except(_ reason: String, values: Set<String>, of id: String) {
    seen[id, default: []].formUnion(values)
    partly[reason, default: []].insert(id)
  }

  /// What is neither held nor excepted, whole cases and single values.
  var left: [String] {
    expected.flatMap { id, values in
      let rest = Set(values.keys).subtracting(seen[id] ?? [])
      return rest.isEmpty ? [] : rest.count == values.count ? [id] : rest.map { "\(id) \($0)" }
    }.sorted()
  }
}
