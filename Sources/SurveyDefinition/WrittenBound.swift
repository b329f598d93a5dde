/// A bound as it is written, before anybody knows the measure that it is for.
struct WrittenBound: Equatable {
  /// Why it is no bound of a measure.
  struct Problem: Error, Equatable {
    let code: DefinitionCode
    let arguments: [String: String]
  }

  /// The most digits of a number or of points: what is held against it then stays exact.
  private static let mostDigits = 6
  /// What stands behind points, in either language.
  private static let points = ["points", "point", "điểm"]

  /// The whole text.
  let text: String
  /// What stands behind the number.
  let unit: MeasureScale.Unit
  /// The number's own text.
  private let digits: String

  init(_ text: String) {
    self.text = text
    let unit = Self.points.first { text.hasSuffix($0) }
    let spaces: Set<Character> = [" ", "\u{A0}"]
    var digits = unit.map { text.dropLast($0.count) } ?? text[...]
    while let last = digits.last, spaces.contains(last) { digits = digits.dropLast() }
    self.digits = String(digits)
    self.unit = unit != nil ? .points : text.hasSuffix("%") ? .share : .number
  }

  /// A number without a unit of which nobody can tell what it is: `90`.
  var isBareInteger: Bool {
    unit == .number && DecimalNumber(text) != nil && !text.contains(".")
  }

  /// The value as it looks by itself: a bare decimal up to 1 is a share.
  var likelyValue: Result<TargetValue, Problem> {
    if unit == .points { return value(on: MeasureScale(unit: .points, least: -100, greatest: 100)) }
    if unit == .number, let number = DecimalNumber(text), text.contains("."), number.value > 1 {
      return .success(TargetValue(.number, number))
    }
    return value(on: .share)
  }

  /// The value on a scale.
  ///
  /// - Parameter measure: for the words of a problem.
  func value(
    on scale: MeasureScale, of measure: Measure? = nil
  ) -> Result<TargetValue, Problem> {
    func problem(_ code: DefinitionCode, _ more: [String: String] = [:]) -> Problem {
      Problem(
        code: code, arguments: ["value": text].merging(more) { _, value in value })
    }
    if scale.unit == .share {
      if unit == .points {
        return .failure(problem(.boundNotShare, ["measure": measure?.id ?? "–"]))
      }
      switch DecimalShare.read(text) {
      case .success(let share): return .success(TargetValue(share))
      case .failure(.unreadable): return .failure(problem(.badShare))
      case .failure(.outOfRange): return .failure(problem(.shareOutOfRange))
      case .failure(.withoutUnit(let share)): return .failure(problem(.shareWithoutUnit, share))
      }
    }
    let ends = ["least": Self.text(scale.least), "greatest": Self.text(scale.greatest)]
    let about = ends.merging(["measure": measure?.id ?? "–"]) { first, _ in first }
    guard unit == scale.unit, let number = DecimalNumber(digits),
      digits.count(where: \.isNumber) <= Self.mostDigits
    else {
      return .failure(
        problem(scale.unit == .points ? .boundNotPoints : .boundNotNumber, about))
    }
    guard (scale.least...scale.greatest).contains(number.value) else {
      return .failure(problem(.boundOffScale, about))
    }
    return .success(TargetValue(scale.unit, number))
  }

  private static func text(_ end: Double) -> String {
    end == end.rounded() ? String(Int(end)) : "\(end)"
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
