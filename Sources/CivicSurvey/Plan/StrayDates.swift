import SurveyDefinition

/// Tells the half-months of wrong clocks from those of the data.
///
/// A kiosk whose clock was reset dates its answers in 2000, a hand that slips in 2199. So few
/// responses, so far from all others, make no period: one of them would make a hundred empty ones,
/// and a newest period of its own.
enum StrayDates {
  /// The half-months of dated responses and how many each has.
  typealias Counts = [(halfMonth: HalfMonth, responses: Int)]

  /// The ends of time at which dates may be stray: those that no definition bounds.
  struct OpenEnds: OptionSet {
    let rawValue: Int
    /// Nothing says from when on responses count.
    static let start = OpenEnds(rawValue: 1)
    /// Nothing says until when they do.
    static let end = OpenEnds(rawValue: 2)
  }

  /// So many half-months or fewer from the others, a date is believed.
  private static let mostDistance = 24
  /// So many responses at one end may be stray, however few there are in all.
  private static let fewResponses = 3

  /// The places in `counts` that are believed: all but the outermost of each end that lie more than 24
  /// half-months from what is nearer the middle and hold, together at that end, at most 0.1 % of the
  /// responses or at most 3, whichever is more, and less than half of them.
  ///
  /// - Parameter counts: in time order; none of them 0.
  static func believed(
    _ counts: Counts, openEnds: OpenEnds = [.start, .end]
  ) -> Range<Int> {
    let all = counts.reduce(0) { $0 + $1.responses }
    let most = max(all / 1000, fewResponses)
    /// How many of the outermost at one end are stray; `counts` from outside in.
    func stray(_ counts: some Sequence<(halfMonth: HalfMonth, responses: Int)>) -> Int {
      var (count, together, previous) = (0, 0, Optional<HalfMonth>.none)
      for (place, entry) in counts.enumerated() {
        if let previous, abs(entry.halfMonth.number - previous.number) > mostDistance {
          count = place
        }
        together += entry.responses
        guard together <= most, 2 * together < all else { break }
        previous = entry.halfMonth
      }
      return count
    }
    let start = openEnds.contains(.start) ? stray(counts) : 0
    let end = openEnds.contains(.end) ? stray(counts.reversed()) : 0
    return start..<counts.count - end
  }
}

extension ResponseScope {
  /// The ends of time that the days in force leave open: what they admit at another is believed.
  var openEnds: StrayDates.OpenEnds {
    var ends: StrayDates.OpenEnds = []
    if from == nil { ends.insert(.start) }
    if until == nil { ends.insert(.end) }
    return ends
  }
}
