/// A figure that is computed: named and versioned, one rule over the answers of one or more questions.
public struct Measure: Sendable {
  /// The measure's id.
  public internal(set) var id: String
  /// Its name for people; `nil` where the definition gives none.
  public internal(set) var title: LocalizedText? = nil
  /// What is computed of which answers.
  public internal(set) var rule: MeasureRule
  /// The questions whose answers are kept together with those of the measure's own, pair by pair.
  public internal(set) var joint: [SatisfiedChoices] = []
  /// The measure's version, printed with every figure; 1 if not given.
  public internal(set) var version: Int

  /// The questions, in the definition's order; one, but of an index and of `comprehensive`.
  public var questions: [String] {
    switch rule {
    case .topbox(let question, _), .bottombox(let question, _), .net(let question, _, _),
      .mean(let question, _), .mean100(let question, _):
      [question]
    case .index(let parts, _), .comprehensive(let parts): parts.map(\.question)
    }
  }

  /// The question, of several the first.
  public var question: String { questions.first ?? "" }

  /// The choice ids that count as satisfied, in the question's order; empty of any but a top box.
  public var satisfied: [String] {
    if case .topbox(_, let satisfied) = rule { satisfied } else { [] }
  }

  /// The unit and the ends of the figure.
  public var scale: MeasureScale { rule.scale }
}

extension Measure {
  /// The share of the answers to one question that satisfy.
  init(id: String, question: String, satisfied: [String], version: Int) {
    self.init(
      id: id, rule: .topbox(question: question, satisfied: satisfied), version: version)
  }
}

/// What a measure computes.
///
/// In the base are the answers to its question; who has no opinion, did not
/// answer, was not asked or cannot be read is not.
public enum MeasureRule: Sendable, Equatable {
  /// What the questions of an index are pooled by.
  public enum IndexBase: String, Sendable, CaseIterable {
    /// All answers are one base: a question that more people answered counts more.
    case answers
    /// The mean of the questions' rates: each counts alike.
    case rates
  }

  /// The share of the answers that satisfy.
  case topbox(question: String, satisfied: [String])
  /// The share of the answers that do not satisfy.
  case bottombox(question: String, dissatisfied: [String])
  /// The share of promoters less that of detractors, in points from −100 to 100.
  case net(question: String, promoters: [String], detractors: [String])
  /// The mean of the answers' values, one value for each choice in the question's order.
  case mean(question: String, values: [ChoiceValue])
  /// The mean of the answers' values on 0…100 over the scale.
  case mean100(question: String, values: [ChoiceValue])
  /// The share of the answers to several questions that satisfy.
  case index([SatisfiedChoices], of: IndexBase)
  /// The share of respondents whose every answer satisfies, among those who answered each of the
  /// questions that they were asked.
  case comprehensive([SatisfiedChoices])

  /// The rule's name in the definition.
  public var name: String {
    switch self {
    case .topbox: "topbox"
    case .bottombox: "bottombox"
    case .net: "net"
    case .mean: "mean"
    case .mean100: "mean100"
    case .index: "index"
    case .comprehensive: "comprehensive"
    }
  }

  /// The unit and the ends of the figure.
  public var scale: MeasureScale {
    switch self {
    case .topbox, .bottombox, .index, .comprehensive:
      return .share
    case .net: return MeasureScale(unit: .points, least: -100, greatest: 100)
    case .mean100: return MeasureScale(unit: .points, least: 0, greatest: 100)
    case .mean(_, let values):
      let values = values.map(\.value.value)
      return MeasureScale(unit: .number, least: values.min() ?? 0, greatest: values.max() ?? 0)
    }
  }

  /// Whether each response of the base either counts or does not: an exact tail can be said of it.
  public var isBinomial: Bool {
    switch self {
    case .topbox, .bottombox, .comprehensive: true
    case .net, .mean, .mean100, .index: false
    }
  }
}

/// A question and the choices that satisfy.
public struct SatisfiedChoices: Sendable, Equatable {
  /// The question's id.
  public let question: String
  /// The choice ids, in the question's order.
  public let satisfied: [String]
}

/// The value of a choice in a mean.
public struct ChoiceValue: Sendable, Equatable {
  /// The choice's id.
  public let choice: String
  /// Its value.
  public let value: DecimalNumber
}

/// What a measure's figure is counted in, and the least and the greatest that it can be.
public struct MeasureScale: Sendable, Equatable {
  /// What a figure is counted in.
  public enum Unit: String, Sendable {
    /// A share, 0…1, shown in percent.
    case share
    /// A number on the question's own scale.
    case number
    /// Points.
    case points
  }

  /// A share from 0 to 1.
  public static let share = MeasureScale(unit: .share, least: 0, greatest: 1)

  /// The unit.
  public let unit: Unit
  /// The least that a figure can be.
  public let least: Double
  /// The greatest that a figure can be; not below `least`.
  public let greatest: Double

  /// Creates a scale.
  public init(unit: Unit, least: Double, greatest: Double) {
    self.unit = unit
    self.least = least
    self.greatest = greatest
  }
}

/// A decimal number, held exactly as `numerator / denominator`.
public struct DecimalNumber: Sendable, Equatable {
  /// Any sign.
  public let numerator: Int
  /// A power of ten.
  public let denominator: Int

  /// The nearest `Double`.
  public var value: Double { Double(numerator) / Double(denominator) }

  /// Reads `5`, `-1` or `3.5` exactly, of at most twelve digits; `nil` of anything else.
  public init?(_ text: some StringProtocol) {
    let isNegative = text.hasPrefix("-")
    let parts = (isNegative ? text.dropFirst() : text[...])
      .split(separator: ".", omittingEmptySubsequences: false)
    let isNumber =
      (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) }
      }
    guard isNumber, text.utf8.count <= 13, let number = Int(parts.joined()) else { return nil }
    numerator = isNegative ? -number : number
    denominator = parts.count == 2 ? parts[1].reduce(1) { power, _ in power * 10 } : 1
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// The number as a definition has it, without zeros at its end: `3.5`.
  public var description: String {
    let digits = String(numerator.magnitude)
    var decimals = 0
    var power = denominator
    while power > 1 {
      power /= 10
      decimals += 1
    }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    var text = String(padded.dropLast(decimals))
    let fraction = padded.suffix(decimals)
    if let end = fraction.lastIndex(where: { $0 != "0" }) { text += "." + fraction[...end] }
    return (numerator < 0 ? "-" : "") + text
  }
}
