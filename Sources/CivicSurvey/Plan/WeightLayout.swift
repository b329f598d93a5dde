import SurveyStatistics

/// Where the sums of weights lie in a row of numbers, behind its counts.
///
/// They are kept of the accepted responses, of each choice, and of those who answered a question that
/// takes several. Each is six numbers: a weight is cut into two parts of 32 bits and its square into four,
/// and each part is added up by itself. So sums are plain sums, whatever the order, without a carry, for up
/// to ``mostResponses`` responses.
struct WeightLayout: Sendable {
  /// The bits of one part.
  static let bits: UInt64 = 32
  /// The greatest part.
  static let greatest: UInt64 = (1 << bits) - 1
  /// The parts of a weight.
  static let weightParts = 2
  /// The parts of its square.
  static let squareParts = 4
  /// The numbers of one sum.
  static let parts = weightParts + squareParts
  /// So many responses leave every part within 63 bits.
  static let mostResponses = 1 << 31

  /// By count slot, where its sums of weights begin in the row; -1 where none are kept.
  let places: [Int]
  /// The count slots with sums of weights, ascending.
  let slots: [Int]

  /// - Parameter accepted: the slot of accepted responses.
  init(_ questions: [QuestionSums], accepted: Int, behind countSlots: Int) {
    var slots = [accepted]
    for question in questions {
      slots += question.choiceSlots
      if question.type == .multiple {
        slots.append(question.firstSlot + question.slot(of: .answered))
      }
    }
    var places = [Int](repeating: -1, count: countSlots)
    for (number, slot) in slots.enumerated() { places[slot] = countSlots + number * Self.parts }
    self.slots = slots
    self.places = places
  }

  /// The numbers that they take in a row.
  var slotCount: Int { slots.count * Self.parts }

  /// The sums of a count slot: its count with those of the weights.
  func sum(of slot: Int, in row: [UInt64]) -> WeightSum {
    let place = places[slot]
    let bits = UInt128(Self.bits)
    let weight = UInt128(row[place]) + UInt128(row[place + 1]) << bits
    let lower =
      UInt128(row[place + 2]) + UInt128(row[place + 3]) << bits
      + UInt128(row[place + 4]) << (2 * bits)
    // The last part begins at bit 96: 32 bits of it are in the lower 128.
    let last = row[place + 5]
    let (low, carry) = lower.addingReportingOverflow(UInt128(last) << (3 * bits))
    return WeightSum(
      n: row[slot], weight: weight, squareHigh: last >> Self.bits + (carry ? 1 : 0), squareLow: low)
  }
}

/// The six numbers that one weight adds to a sum.
struct WeightParts: BitwiseCopyable {
  private(set) var parts: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

  /// - Parameters:
  ///   - weight: in units, at most 10¹⁹: below 2⁶⁴.
  ///   - count: how many responses have it, at most ``WeightLayout/mostResponses``.
  @inline(__always)
  init(_ weight: UInt64, times count: UInt64) {
    let (bits, mask) = (WeightLayout.bits, WeightLayout.greatest)
    let square = weight.multipliedFullWidth(by: weight)
    parts = (
      (weight & mask) &* count, (weight >> bits) &* count,
      (square.low & mask) &* count, (square.low >> bits) &* count,
      (square.high & mask) &* count, (square.high >> bits) &* count
    )
  }

  /// Adds them to the sums of a row that begin at `place`.
  @inline(__always)
  func add(to row: inout [UInt64], at place: Int) {
    row[place] &+= parts.0
    row[place + 1] &+= parts.1
    row[place + 2] &+= parts.2
    row[place + 3] &+= parts.3
    row[place + 4] &+= parts.4
    row[place + 5] &+= parts.5
  }
}
