/// The questions of a mean of rates two by two: where their counts lie among a domain's slots.
struct RatePairs: Sendable {
  /// One question: its slots, and which of its choices satisfy.
  struct Part: Sendable {
    let sums: QuestionSums
    let isSatisfied: [Bool]
  }

  /// What a question's part of a pair is: not in the base, in it, satisfied.
  private static let states = 3
  /// The codes of a pair, 3 a + b.
  static let codesOfPair = 9

  /// The questions, in the survey's order.
  let parts: [Part]
  /// The first slot of each pair of questions.
  ///
  /// (0, 1), (0, 2), (1, 2), (0, 3) and so on: the first question before the second.
  let firstSlots: [Int]

  /// `nil` where the plan does not keep a pair.
  init?(_ parts: [DerivedSums.Part], in plan: TabulationPlan) {
    var firstSlots: [Int] = []
    for (place, second) in parts.enumerated() {
      for first in parts[..<place] {
        guard let sums = plan.sums.derived(.pair, of: [first, second]) else { return nil }
        firstSlots.append(sums.firstSlot)
      }
    }
    self.firstSlots = firstSlots
    self.parts = parts.map {
      Part(sums: plan.questions[$0.question], isSatisfied: $0.isSatisfied)
    }
  }

  /// The place of a pair among ``firstSlots``.
  static func place(_ first: Int, _ second: Int) -> Int { second * (second - 1) / 2 + first }

  /// How many codes are counted: three for each question alone, nine for each pair.
  var codeCount: Int { Self.states * parts.count + Self.codesOfPair * firstSlots.count }

  /// For each slot of a domain the place of its code, or -1.
  func places(among slotCount: Int) -> [Int] {
    var places = [Int](repeating: -1, count: slotCount)
    for (number, part) in parts.enumerated() {
      for (choice, isSatisfied) in part.isSatisfied.enumerated() {
        places[part.sums.firstSlot + choice] = Self.states * number + (isSatisfied ? 2 : 1)
      }
    }
    for (number, slot) in firstSlots.enumerated() {
      for code in 0..<Self.codesOfPair {
        places[slot + code] = Self.states * parts.count + Self.codesOfPair * number + code
      }
    }
    return places
  }

  /// What the places among ``MeasureCounts/codes`` that tell of a pair are as codes of the pair, 3 a + b; of
  /// a question twice, those of the question alone.
  func codes(_ first: Int, _ second: Int) -> [Int32: Int32] {
    guard first < second else {
      return Dictionary(
        uniqueKeysWithValues: (1..<Self.states).map {
          (Int32(Self.states * first + $0), Int32((Self.states + 1) * $0))
        })
    }
    let start = Self.states * parts.count + Self.codesOfPair * Self.place(first, second)
    return Dictionary(
      uniqueKeysWithValues: (0..<Self.codesOfPair).map { (Int32(start + $0), Int32($0)) })
  }

  /// How many answered a question, and how many of these it satisfies, by the codes that were counted.
  func rate(_ question: Int, _ codes: [Int]) -> (satisfied: Int, n: Int) {
    let first = Self.states * question
    return (codes[first + 2], codes[first + 1] + codes[first + 2])
  }

  /// The counts of a pair by its nine codes; of a question twice, those of the question alone.
  func pair(_ first: Int, _ second: Int, _ codes: [Int]) -> [Int] {
    guard first < second else {
      var counts = [Int](repeating: 0, count: Self.codesOfPair)
      for state in 1..<Self.states {
        counts[(Self.states + 1) * state] = codes[Self.states * first + state]
      }
      return counts
    }
    let start = Self.states * parts.count + Self.codesOfPair * Self.place(first, second)
    return Array(codes[start..<start + Self.codesOfPair])
  }
}
