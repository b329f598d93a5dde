/// Reads a weight: a decimal above 0 and up to 10⁷, in units of 10⁻¹².
public enum DecimalWeight: Equatable, Sendable {
  /// The weight as it is written.
  case exact(UInt64)
  /// A weight of more than twelve decimals, rounded half to even.
  case rounded(UInt64)

  private static let places = 12
  /// More digits than this, leading zeros aside, make no weight up to 10⁷.
  private static let mostDigits = 400

  /// The weight in units.
  public var units: UInt64 {
    switch self {
    case .exact(let units), .rounded(let units): units
    }
  }

  /// The weight that a text stands for; `nil` where it is none, 0, negative or above 10⁷.
  ///
  /// The decimals stand behind a point, or behind a comma unless three digits follow it, which may be
  /// thousands (`1,250`); a leading zero tells them apart (`0,125`). Powers of ten as a program writes
  /// them (`1.5e-3`) are read.
  public static func read(_ text: Span<UInt8>) -> DecimalWeight? {
    var digits = Digits()
    var place = 0
    var decimals: Int?
    var isComma = false
    while place < text.count {
      let byte = text[place]
      if (0x30...0x39).contains(byte) {
        digits.append(byte - 0x30)
        if let count = decimals { decimals = count + 1 }
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), decimals == nil,
        digits.written > 0
      {
        decimals = 0
        isComma = byte == UInt8(ascii: ",")
      } else {
        break
      }
      place += 1
    }
    guard digits.written > 0, decimals != 0 else { return nil }
    if isComma, decimals == 3, !digits.beganWithZero { return nil }
    var exponent = 0
    if place < text.count {
      guard let power = power(text.extracting(place..<text.count)) else { return nil }
      exponent = power
    }
    return digits.weight(exponent: exponent - (decimals ?? 0) + places)
  }

  /// `e-3`: what stands behind the digits.
  private static func power(_ text: Span<UInt8>) -> Int? {
    guard text[0] | 0x20 == UInt8(ascii: "e") else { return nil }
    var place = 1
    var isNegative = false
    if place < text.count, text[place] == UInt8(ascii: "-") || text[place] == UInt8(ascii: "+") {
      isNegative = text[place] == UInt8(ascii: "-")
      place += 1
    }
    guard (1...3).contains(text.count - place) else { return nil }
    var power = 0
    while place < text.count {
      guard (0x30...0x39).contains(text[place]) else { return nil }
      power = power * 10 + Int(text[place] - 0x30)
      place += 1
    }
    return isNegative ? -power : power
  }

  /// The digits of a number: the first 38 of them as they are, of the rest whether one is not 0.
  private struct Digits {
    private static let kept = 38
    private(set) var written = 0
    private(set) var beganWithZero = false
    private var value: UInt128 = 0
    private var count = 0
    /// Digits that were cut off.
    private var cut = 0
    private var hasRest = false

    mutating func append(_ digit: UInt8) {
      if written == 0 { beganWithZero = digit == 0 }
      written += 1
      if count == 0, digit == 0 { return }
      if count < Self.kept {
        value = value * 10 + UInt128(digit)
        count += 1
      } else {
        cut += 1
        hasRest = hasRest || digit != 0
      }
    }

    /// The digits times a power of ten, as a weight.
    func weight(exponent: Int) -> DecimalWeight? {
      guard count > 0, written <= DecimalWeight.mostDigits else { return nil }
      var value = value
      var exponent = exponent + cut
      let greatest = UInt128(SurveyDesign.greatestWeight)
      while exponent > 0 {
        guard value <= greatest else { return nil }
        value *= 10
        exponent -= 1
      }
      // Half to even over all digits at once: what is cut before the last one only says "more".
      var (rest, last): (Bool, UInt128) = (hasRest, 0)
      while exponent < 0 {
        rest = rest || last != 0
        (value, last) = value.quotientAndRemainder(dividingBy: 10)
        exponent += 1
      }
      let isRounded = rest || last != 0
      if last > 5 || (last == 5 && (rest || value % 2 == 1)) { value += 1 }
      guard value > 0, value <= greatest else { return nil }
      let units = UInt64(value)
      return isRounded ? .rounded(units) : .exact(units)
    }
  }
}
