import CivicSurvey
import SurveyDefinition

/// A share as people write it: `5%`, `0.05` or `0,05`, from 0 to 1.
enum ShareText {
  static func share(_ text: String) -> DecimalShare? {
    let isPercent = text.hasSuffix("%")
    let number = text.dropLast(isPercent ? 1 : 0).map { $0 == "," ? "." : $0 }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts[0].isEmpty, parts.last?.isEmpty == false,
      number.allSatisfy({ $0 == "." || ("0"..."9").contains($0) }), number.count <= 12,
      let digits = Int(String(parts.joined()))
    else { return nil }
    let decimals = (parts.count == 2 ? parts[1].count : 0) + (isPercent ? 2 : 0)
    let denominator = (0..<decimals).reduce(1) { product, _ in product * 10 }
    return digits <= denominator
      ? DecimalShare(numerator: digits, denominator: denominator) : nil
  }

  /// A share above 0 and below 1, as a number.
  static func openShare(_ text: String) -> Double? {
    guard let share = share(text), share.numerator > 0, share.numerator < share.denominator else {
      return nil
    }
    return Double(share.numerator) / Double(share.denominator)
  }
}
