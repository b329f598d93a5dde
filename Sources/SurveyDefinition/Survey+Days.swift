/// The days of responses.
extension Survey {
  /// The day of a response's time: one without an offset is of the zone that the definition names for
  /// the export, else local already; a day without a time of day is itself.
  public func day(of timestamp: LocalTimestamp) -> CalendarDay {
    guard let zone = source.timeZone, zone != timeZone, timestamp.offsetSeconds == nil,
      timestamp.hasTimeOfDay
    else { return timeZone.day(of: timestamp) }
    let local = Int64(timestamp.day.number) * 86_400 + Int64(timestamp.secondOfDay)
    let near = local - Int64(zone.secondsFromUTC(at: local))
    return timeZone.day(
      of: LocalTimestamp(
        day: timestamp.day, secondOfDay: timestamp.secondOfDay,
        offsetSeconds: zone.secondsFromUTC(at: near)))
  }

  /// Whether the day of a time without an offset hangs on the time of day.
  public var movesUnmarkedTimes: Bool { source.timeZone.map { $0 != timeZone } ?? false }
}
