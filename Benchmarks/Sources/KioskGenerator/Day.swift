import ArgumentParser

/// A day of the Gregorian calendar, counted from 1970-01-01.
struct Day: Comparable {
  let number: Int

  init(number: Int) {
    self.number = number
  }

  /// The day of a calendar date; `nil` where there is no such date.
  init?(year: Int, month: Int, day: Int) {
    // Days from civil, after Howard Hinnant: years begin in March, eras of 400 years have 146,097
    // days.
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
    guard (1900...2199).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard parts == (year, month, day) else { return nil }
  }

  /// Year, month and day.
  var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: ExpressibleByArgument {
  /// Reads `yyyy-MM-dd`.
  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
