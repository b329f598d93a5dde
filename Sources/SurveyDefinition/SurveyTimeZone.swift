import Foundation

/// The zone in which a response's day is taken: a fixed offset or an IANA zone.
public struct SurveyTimeZone: Sendable, Hashable, CustomStringConvertible {
  private enum Rule: Sendable, Hashable {
    case fixed(seconds: Int)
    case named(TimeZone)
  }

  /// `Z`, `+07:00`, `-03:30` or the IANA name, as it stands in tallies and reports.
  public let id: String
  private let rule: Rule

  /// Universal time.
  public static let utc = SurveyTimeZone(id: "Z", rule: .fixed(seconds: 0))

  private init(id: String, rule: Rule) {
    self.id = id
    self.rule = rule
  }

  /// Reads `Z`, `UTC`, `±hh:mm` (up to 18 hours) or an IANA name that this system knows.
  public init?(_ text: String) {
    if text == "Z" || text == "UTC" {
      self = .utc
    } else if let seconds = Self.fixedOffset(text) {
      self = seconds == 0 ? .utc : SurveyTimeZone(id: text, rule: .fixed(seconds: seconds))
    } else if Self.isName(text), let zone = TimeZone(identifier: text) {
      self.init(id: text, rule: .named(zone))
    } else {
      return nil
    }
  }

  /// The zone's id.
  public var description: String { id }

  /// Seconds to add to universal time at that moment to get local time.
  ///
  /// - Complexity: O(1) for a fixed offset; a look-up in the system's zone data for a name.
  public func secondsFromUTC(at unixSeconds: Int64) -> Int {
    switch rule {
    case .fixed(let seconds): seconds
    case .named(let zone):
      zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(unixSeconds)))
    }
  }

  /// `Area/City`: nothing else reaches the system, which also takes abbreviations and offsets.
  private static func isName(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count >= 2
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy {
            (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0)
              || "_+-".utf8.contains($0)
          }
      }
  }

  private static func fixedOffset(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":") else { return nil }
    let sign: Int
    switch bytes[0] {
    case UInt8(ascii: "+"): sign = 1
    case UInt8(ascii: "-"): sign = -1
    default: return nil
    }
    let digits = [bytes[1], bytes[2], bytes[4], bytes[5]].map { Int($0) - 48 }
    guard digits.allSatisfy((0...9).contains) else { return nil }
    let minutes = digits[2] * 10 + digits[3]
    let seconds = (digits[0] * 10 + digits[1]) * 3600 + minutes * 60
    guard minutes < 60, seconds <= 18 * 3600 else { return nil }
    return sign * seconds
  }
}

extension SurveyTimeZone {
  /// The day of a timestamp in this zone: one with an offset is converted, one without is local.
  ///
  /// `2025-03-31T17:30Z` is 1 April in `+07:00`.
  public func day(of timestamp: LocalTimestamp) -> CalendarDay {
    guard let offset = timestamp.offsetSeconds else { return timestamp.day }
    let universal =
      Int64(timestamp.day.number) * 86_400 + Int64(timestamp.secondOfDay) - Int64(offset)
    let local = universal + Int64(secondsFromUTC(at: universal))
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    return CalendarDay(number: Int32(clamping: day))
  }
}
