import CivicSurvey
import Glibc
import SurveyDefinition

/// Plans of one shape as one: their sources are read side by side and added up.
struct PlanRollUp {
  private let plans: [PlanFiles]
  /// For each plan, which of the first plan's sources each of its own stands for.
  private let places: [[Int]]

  /// - Throws: ``RunError`` `plan.other-plan`, `plan.other-targets`.
  init(_ plans: [PlanFiles]) throws(RunError) {
    let first = plans[0].plan
    var places: [[Int]] = [Array(first.sources.indices)]
    for other in plans.dropFirst() {
      guard other.plan.id == first.id else {
        throw RunError(
          .data, .planOtherPlan,
          ["path": other.path, "plan": other.plan.id, "first": first.id],
          at: Message.Place(file: other.path))
      }
      places.append(try Self.places(of: other, in: first))
    }
    self.plans = plans
    self.places = places
  }

  /// Which source of the first plan each source of another stands for: the one that feeds the same
  /// targets.
  private static func places(
    of other: PlanFiles, in first: ScorecardPlan
  ) throws(RunError) -> [Int] {
    func sources(_ plan: ScorecardPlan) -> [String: String?] {
      Dictionary(plan.targets.map { ($0.id, $0.source) }, uniquingKeysWith: { first, _ in first })
    }
    let (own, others) = (sources(first), sources(other.plan))
    var differing = Set(own.keys).symmetricDifference(others.keys)
    var stands: [String: String] = [:]
    for (target, source) in others {
      guard let mine = own[target] else { continue }
      guard let source, let mine else {
        if (source == nil) != (mine == nil) { differing.insert(target) }
        continue
      }
      if stands[source, default: mine] != mine { differing.insert(target) }
      stands[source] = mine
    }
    guard differing.isEmpty else {
      throw RunError(
        .data, .planOtherTargets,
        ["path": other.path, "targets": differing.sorted().joined(separator: ", ")],
        at: Message.Place(file: other.path))
    }
    // A source that feeds no target is read for none.
    return other.plan.sources.map { source in
      stands[source.id].flatMap { id in first.sources.firstIndex { $0.id == id } } ?? -1
    }
  }

  /// Reads everything side by side, and adds up what belongs together.
  ///
  /// - Parameter progress: is told how far all together have come, from any thread.
  func outcomes(
    _ options: Tabulator.Options, threads: Int,
    progress: @escaping @Sendable (Tabulator.Progress) -> Void
  ) -> [ScorecardOutcome] {
    var gathered = plans[0].sources.map { _ in Gathered() }
    for (plan, places) in zip(plans, places) {
      for (found, place) in zip(plan.sources, places) where place >= 0 {
        gathered[place].add(found)
      }
    }
    // What lies in tallies already says by what the exports beside them are counted.
    var jobs: [Tabulator.Job] = []
    for place in gathered.indices { gathered[place].addJobs(to: &jobs, options) }
    let results = Tabulator.run(sideBySide: jobs, threads: threads, progress: progress)
    return gathered.map { $0.outcome(results) }
  }

  /// What belongs to one source of the first plan.
  private struct Gathered {
    private var source: ScorecardSource?
    private var tallies: [TallyPart] = []
    private var exports: [(source: ScorecardSource, inputs: [SurveyInput])] = []
    private var messages: [Message] = []
    private var failures: [Message] = []
    private var jobs: [Int] = []

    mutating func add(_ found: Result<PlanFiles.Found, RunError>) {
      switch found {
      case .failure(let error): failures += error.messages
      case .success(let found):
        source = source?.joined(by: found.source) ?? found.source
        tallies += found.tallies
        messages += found.messages
        if !found.exports.isEmpty { exports.append((found.source, found.exports)) }
      }
    }

    mutating func addJobs(to all: inout [Tabulator.Job], _ options: Tabulator.Options) {
      for (source, inputs) in exports {
        do throws(RunError) {
          // All are counted by the same, so that they can be added up.
          let plan = try source.joined(by: self.source ?? source).tabulationPlan(beside: tallies)
          jobs.append(all.count)
          all.append(
            Tabulator.Job(plan, inputs, bytes: Self.bytes(of: inputs), options: options))
        } catch {
          failures += error.messages
        }
      }
    }

    /// What there is to read, as far as the system tells.
    private static func bytes(of inputs: [SurveyInput]) -> Int {
      inputs.reduce(0) { sum, input in
        switch input {
        case .path(let path), .file(let path, _, _, _):
          var status = stat()
          return unsafe stat(path, &status) == 0 ? sum + Int(status.st_size) : sum
        case .bytes(let bytes, _, _): return sum + bytes.count
        }
      }
    }

    func outcome(_ results: [Result<Tabulator.Result, RunError>]) -> ScorecardOutcome {
      var failures = failures
      var done: [ScorecardReading] = []
      for job in jobs {
        switch results[job] {
        case .success(let result): done.append(result.reading)
        case .failure(let error): failures += error.messages
        }
      }
      guard failures.isEmpty, let source else { return ScorecardOutcome(failures: failures) }
      return source.outcome(tallies, done, messages: messages)
    }
  }
}
