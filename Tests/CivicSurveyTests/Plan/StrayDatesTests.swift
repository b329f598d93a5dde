import SurveyDefinition
import Testing

@testable import CivicSurvey

/// Which half-months are stray; by hand from the rule, each case at its edge.
@Suite struct StrayDatesTests {
  /// Half-months by their distance to the first half of January 2025, and what each has.
  private static func believed(
    _ counts: KeyValuePairs<Int, Int>, openEnds: StrayDates.OpenEnds = [.start, .end]
  ) -> [Int] {
    let origin = (2025 * 12) * 2
    let counts = counts.map { (halfMonth: HalfMonth(number: origin + $0.key), responses: $0.value) }
    return StrayDates.believed(counts, openEnds: openEnds).map {
      counts[$0].halfMonth.number - origin
    }
  }

  @Test func distance() {
    // Exactly 24 half-months away is believed, 25 is not.
    #expect(Self.believed([-24: 1, 0: 500, 1: 500]) == [-24, 0, 1])
    #expect(Self.believed([-25: 1, 0: 500, 1: 500]) == [0, 1])
    #expect(Self.believed([0: 500, 1: 500, 25: 1]) == [0, 1, 25])
    #expect(Self.believed([0: 500, 1: 500, 26: 1]) == [0, 1])
    #expect(Self.believed([-600: 1, 0: 500, 4200: 1]) == [0])
  }

  @Test func count() {
    // 3 whatever there are in all; beyond, 0.1 %: of 4,000 responses 4.
    #expect(Self.believed([-600: 3, 0: 100]) == [0])
    #expect(Self.believed([-600: 4, 0: 100]) == [-600, 0])
    #expect(Self.believed([-600: 4, 0: 3996]) == [0])
    #expect(Self.believed([-600: 4, 0: 3995]) == [-600, 0])
    #expect(Self.believed([-600: 5, 0: 3996]) == [-600, 0])
    // Less than half: 2 of 5, not 2 of 4.
    #expect(Self.believed([-600: 2, 0: 3]) == [0])
    #expect(Self.believed([-600: 2, 0: 2]) == [-600, 0])
    #expect(Self.believed([-600: 1]) == [-600])
    #expect(Self.believed([:]) == [])
  }

  @Test func fromTheOutsideIn() {
    // What is together at one end: 1 + 2, near to one another or not.
    #expect(Self.believed([-600: 1, -599: 2, 0: 100]) == [0])
    #expect(Self.believed([-600: 1, -300: 2, 0: 100]) == [0])
    // The inner ones are too many together: the outer one is still stray, far from them.
    #expect(Self.believed([-600: 1, -300: 3, 0: 100]) == [-300, 0])
    // The inner ones are near the data: they are believed.
    #expect(Self.believed([-600: 1, -20: 2, 0: 100]) == [-20, 0])
    // 1, 2 and 100 with no gap behind the second.
    #expect(Self.believed([-30: 1, -20: 2, 0: 100]) == [-30, -20, 0])
    // A gap in the middle of much data is a gap.
    #expect(Self.believed([0: 100, 48: 100]) == [0, 48])
  }

  @Test func whatADefinitionBoundsIsBelieved() {
    #expect(Self.believed([-600: 1, 0: 500, 600: 1], openEnds: .end) == [-600, 0])
    #expect(Self.believed([-600: 1, 0: 500, 600: 1], openEnds: .start) == [0, 600])
    #expect(Self.believed([-600: 1, 0: 500, 600: 1], openEnds: []) == [-600, 0, 600])
  }

  @Test func halfMonths() {
    let days = (-40_000..<90_000).lazy.map { CalendarDay(number: $0) }
    var previous: HalfMonth?
    for day in days {
      let halfMonth = HalfMonth(containing: day)
      #expect(halfMonth.first <= day && day <= halfMonth.last)
      if let previous, previous != halfMonth {
        #expect(halfMonth.number == previous.number + 1)
        #expect(halfMonth.first == day && [1, 15].contains(day.components.day))
      }
      previous = halfMonth
    }
  }
}
