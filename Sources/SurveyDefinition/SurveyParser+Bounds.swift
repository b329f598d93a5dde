/// The bound of a target: `90%` or `0.9`, `4.2`, `80 points`.
extension DefinitionReader {
  /// What is asked of a bound: the side, and the value as it is written.
  struct SideOfBound {
    let key: String
    let text: Located<String>
  }

  func bound(_ map: DefinitionMap, _ target: String) -> SideOfBound? {
    switch (map.entry("atLeast"), map.entry("atMost")) {
    case (nil, nil):
      log.report(.noBound, at: map.mark, ["target": target])
      return nil
    case (_?, let atMost?):
      log.report(.twoBounds, at: atMost.keyMark, ["target": target])
      return nil
    case (_?, nil): return text(map, "atLeast").map { SideOfBound(key: "atLeast", text: $0) }
    case (nil, _?): return text(map, "atMost").map { SideOfBound(key: "atMost", text: $0) }
    }
  }

  /// Reports an end that does not come after the beginning.
  func checkDates(from: Located<CalendarDay>?, until: Located<CalendarDay>?) {
    guard let from, let until, until.value <= from.value else { return }
    log.report(
      .untilBeforeFrom, at: until.mark,
      ["from": from.value.description, "until": until.value.description])
  }
}

extension DefinitionReader.SideOfBound {
  func bound(_ value: TargetValue) -> TargetBound {
    key == "atLeast" ? .atLeast(value) : .atMost(value)
  }
}

extension SurveyParser {
  /// - Parameter measure: the target's; a share is expected where it is not known.
  func readBound(_ map: DefinitionMap, _ target: String, of measure: Measure?) -> TargetBound? {
    guard let side = reader.bound(map, target) else { return nil }
    switch WrittenBound(side.text.value).value(on: measure?.scale ?? .share, of: measure) {
    case .success(let value):
      let bound = side.bound(value)
      warnOfCertainty(bound, measure?.scale ?? .share, target, at: side.text.mark)
      return bound
    case .failure(let problem):
      reader.log.report(problem.code, at: side.text.mark, problem.arguments)
      return nil
    }
  }

  /// A sample can show neither that all are satisfied nor that none is.
  private func warnOfCertainty(
    _ bound: TargetBound, _ scale: MeasureScale, _ target: String, at mark: YAMLMark
  ) {
    guard let coverage = draft.coverage, coverage != .census else { return }
    let end =
      switch bound {
      case .atLeast: scale.greatest
      case .atMost: scale.least
      }
    guard bound.value.value == end else { return }
    reader.log.report(
      scale.unit == .share ? .targetCertainty : .targetAtEnd, at: mark, ["target": target])
  }
}
