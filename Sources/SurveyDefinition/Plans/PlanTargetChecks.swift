/// What targets of one id must have in common, and how they follow one another.
struct PlanTargetChecks {
  let targets: [PlanTarget]
  let log: DefinitionLog

  func run() {
    var earlier: [String: [PlanTarget]] = [:]
    for target in targets {
      for other in earlier[target.id, default: []] { check(target, other) }
      earlier[target.id, default: []].append(target)
    }
  }

  private func check(_ target: PlanTarget, _ other: PlanTarget) {
    if target.from == other.from {
      report(.targetSameFrom, target, ["target": target.id, "from": target.from.description])
      return
    }
    for (key, differs) in [
      ("source", target.source != other.source), ("period", target.period != other.period),
    ] where differs {
      report(.planTargetsDiffer, target, ["target": target.id, "key": key])
    }
    let (first, second) = target.from < other.from ? (target, other) : (other, target)
    if let until = first.until, second.from < until {
      report(
        .planOverlappingTargets, target,
        [
          "target": target.id, "until": until.description, "from": second.from.description,
        ])
    }
  }

  private func report(
    _ code: DefinitionCode, _ target: PlanTarget, _ arguments: [String: String]
  ) {
    log.report(target.place.diagnostic(code, arguments))
  }
}
