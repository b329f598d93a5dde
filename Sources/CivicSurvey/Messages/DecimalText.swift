/// Numbers in messages, which have a point in every language.
enum DecimalText {
  /// A number that is not negative, to the nearest.
  ///
  /// - Parameter digits: behind the point, 1 or 2.
  static func fixed(_ value: Double, digits: Int) -> String {
    let scale = digits == 1 ? 10 : 100
    let number = Int(min(value * Double(scale), 1e15).rounded())
    let fraction = String(number % scale)
    return "\(number / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
