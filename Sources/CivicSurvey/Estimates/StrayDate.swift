import SurveyDefinition

/// A half-month of which the responses are so few and so far from all others that their dates are not
/// believed.
public struct StrayDate: Sendable {
  /// The half-month's first day.
  public let first: CalendarDay
  /// The half-month's last day.
  public let last: CalendarDay
  /// The accepted responses dated in it.
  public let n: Int
  /// Where the first of them stands; `nil` where the files were not read.
  public let place: SourcePlace?
}

extension ResponseDates {
  /// The stray half-months in time order.
  ///
  /// - Parameter places: where the first response of each half-month stands, by its first day.
  public func strayDates(places: [CalendarDay: SourcePlace] = [:]) -> [StrayDate] {
    stray.map { halfMonth, responses in
      StrayDate(
        first: halfMonth.first, last: halfMonth.last, n: responses, place: places[halfMonth.first])
    }
  }

  /// What is to be said of the stray dates before the others and of those after them.
  ///
  /// - Parameters:
  ///   - places: as of ``strayDates(places:)``.
  ///   - names: the file's name of each source's digest.
  public func warnings(
    places: [CalendarDay: SourcePlace] = [:], names: [String: String] = [:]
  ) -> [Message] {
    guard let firstDay, let lastDay else { return [] }
    let all = strayDates(places: places)
    return [all.filter { $0.last < firstDay }, all.filter { lastDay < $0.first }]
      .compactMap { dates in
        guard let first = dates.first, let last = dates.last else { return nil }
        let place = dates.lazy.compactMap(\.place).first.flatMap { place in
          names[place.source].map { Message.Place(file: $0, line: Int(clamping: place.line)) }
        }
        return Message(
          .responseStrayDates, severity: .warning,
          [
            "responsesCount": String(dates.reduce(0) { $0 + $1.n }),
            "strayFromDay": first.first.description, "strayToDay": last.last.description,
            "fromDay": firstDay.description, "toDay": lastDay.description,
          ], at: place)
      }
  }
}
