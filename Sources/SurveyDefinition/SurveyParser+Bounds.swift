/// The bound of a target: `90%` or `0.9`.
extension DefinitionReader {
  /// - Parameter warn: is told of a bound that only everyone's answers could show.
  func bound(
    _ map: DefinitionMap, _ target: String, warn: (String) -> Void = { _ in }
  ) -> TargetBound? {
    switch (map.entry("atLeast"), map.entry("atMost")) {
    case (nil, nil):
      log.report(.noBound, at: map.mark, ["target": target])
      return nil
    case (_?, let atMost?) where map["atLeast"] != nil:
      log.report(.twoBounds, at: atMost.keyMark, ["target": target])
      return nil
    case (_?, _):
      guard let share = readShare(map, "atLeast") else { return nil }
      if share.numerator == share.denominator { warn("atLeast") }
      return .atLeast(share)
    case (nil, _?):
      guard let share = readShare(map, "atMost") else { return nil }
      if share.numerator == 0 { warn("atMost") }
      return .atMost(share)
    }
  }

  /// Reports an end that does not come after the beginning.
  func checkDates(from: Located<CalendarDay>?, until: Located<CalendarDay>?) {
    guard let from, let until, until.value <= from.value else { return }
    log.report(
      .untilBeforeFrom, at: until.mark,
      ["from": from.value.description, "until": until.value.description])
  }

  private func readShare(_ map: DefinitionMap, _ key: String) -> DecimalShare? {
    guard let text = text(map, key) else { return nil }
    func report(_ code: DefinitionCode, _ more: [String: String] = [:]) {
      log.report(
        code, at: text.mark, more.merging(["value": text.value]) { _, value in value })
    }
    switch DecimalShare.read(text.value) {
    case .success(let share): return share
    case .failure(.unreadable): report(.badShare)
    case .failure(.outOfRange): report(.shareOutOfRange)
    case .failure(.withoutUnit(let share)): report(.shareWithoutUnit, share)
    }
    return nil
  }
}

extension SurveyParser {
  func readBound(_ map: DefinitionMap, _ target: String) -> TargetBound? {
    reader.bound(map, target) { key in warnOfCertainty(map, key, target) }
  }

  /// A sample can show neither that all are satisfied nor that none is.
  private func warnOfCertainty(_ map: DefinitionMap, _ key: String, _ target: String) {
    guard let coverage = draft.coverage, coverage != .census, let node = map[key] else { return }
    reader.log.report(.targetCertainty, at: node.mark, ["target": target])
  }
}

extension DecimalShare {
  enum Problem: Error, Equatable {
    case unreadable
    case outOfRange
    /// A bare number; the arguments say what was probably meant.
    case withoutUnit([String: String])
  }

  /// Reads `90%`, `85.5 %` or `0.9` exactly; a number without `%` needs a decimal point.
  static func read(_ text: String) -> Result<DecimalShare, Problem> {
    var digits = text[...]
    let isPercent = digits.last == "%"
    if isPercent {
      digits = digits.dropLast()
      while digits.last == " " || digits.last == "\u{A0}" { digits = digits.dropLast() }
    }
    let isNegative = digits.first == "-"
    if isNegative { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber =
      (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) }
      }
    guard isNumber, digits.count <= 12, let number = Int(parts.joined()) else {
      return .failure(.unreadable)
    }
    guard !isNegative else { return .failure(.outOfRange) }
    let decimals = parts.count == 2 ? parts[1].count : 0
    var numerator = number
    var denominator = (0..<decimals + (isPercent ? 2 : 0)).reduce(1) { power, _ in power * 10 }
    if !isPercent, parts.count == 1 || numerator > denominator {
      let share = plain(number, decimals: decimals + 2)
      return .failure(.withoutUnit(["asPercent": "\(digits)%", "asShare": share]))
    }
    guard numerator <= denominator else { return .failure(.outOfRange) }
    while denominator > 1, numerator % 10 == 0 {
      numerator /= 10
      denominator /= 10
    }
    return .success(DecimalShare(numerator: numerator, denominator: denominator))
  }

  private static func plain(_ number: Int, decimals: Int) -> String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    var text = "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
    while text.hasSuffix("0"), !text.hasSuffix(".0") { text.removeLast() }
    return text
  }
}
