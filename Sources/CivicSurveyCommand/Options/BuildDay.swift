import Glibc
import SurveyDefinition

/// The day that a report for people says it was made on.
enum BuildDay {
  /// The day that `SOURCE_DATE_EPOCH` names (reproducible-builds.org), in the survey's time zone.
  static func day(in zone: SurveyTimeZone) -> CalendarDay? {
    guard let text = unsafe getenv("SOURCE_DATE_EPOCH").map({ unsafe String(cString: $0) }),
      let seconds = Int(text), (0...253_402_300_799).contains(seconds)
    else { return nil }
    let local = seconds + zone.secondsFromUTC(at: Int64(seconds))
    return CalendarDay(number: Int32(local / 86_400 - (local % 86_400 < 0 ? 1 : 0)))
  }
}
