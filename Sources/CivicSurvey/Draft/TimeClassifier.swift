import SurveyDefinition

/// Tells how a column writes times, and never guesses which of day and month comes first.
enum TimeClassifier {
  /// What all formats of one order read.
  private struct Sum {
    var formats: [TimestampFormat] = []
    var reading = ValueFacts.Reading()

    mutating func add(_ format: TimestampFormat, _ other: ValueFacts.Reading) {
      formats.append(format)
      reading.count += other.count
      reading.withOffset += other.withOffset
      reading.first = min(reading.first, other.first)
      reading.last = max(reading.last, other.last)
    }
  }

  /// Serial numbers of days between 1990 and 2100.
  private static let serials = 32_874...73_415

  /// What a column's times are; `nil` where it has none, the reason where they cannot be used.
  static func classify(_ column: ColumnProfile) -> ColumnFinding? {
    guard !column.formats.isEmpty, column.filled > 0 else { return nil }
    if column.isOfNumbers { return serial(column) }
    let sums = [TimeFormats.Order.Kind.yearFirst, .dayFirst, .monthFirst].map { sum($0, column) }
    let counts = sums.map(\.reading.count)
    guard let most = counts.max(), most > 0 else { return nil }
    guard column.isMost(most, percent: 80) else {
      let all = counts[0] + max(counts[1], counts[2])
      let isMixed = column.isMost(column.facts.read) && 10 * all < 12 * column.filled
      return isMixed ? .leftOut(.mixedTime) : nil
    }
    let best = counts.firstIndex(of: most) ?? 0
    var other: TimeFinding.Other?
    if best > 0, counts[1] == counts[2] {
      let month = sums[2]
      other = TimeFinding.Other(
        formats: month.formats, first: month.reading.first, last: month.reading.last)
    }
    return .time(finding(column, sums[best], other))
  }

  private static func finding(
    _ column: ColumnProfile, _ sum: Sum, _ other: TimeFinding.Other? = nil
  ) -> TimeFinding {
    let unread = column.facts.unreadTexts.map {
      LabelFolding.display(String(decoding: $0, as: UTF8.self))
    }
    return TimeFinding(
      formats: sum.formats, read: sum.reading.count, withOffset: sum.reading.withOffset,
      first: sum.reading.first, last: sum.reading.last, otherOrder: other, unread: unread)
  }

  private static func serial(_ column: ColumnProfile) -> ColumnFinding? {
    let sum = sum(.serial, column)
    let serials = serials
    let days = serials.lowerBound - 25_569...serials.upperBound - 25_569
    guard column.words.speaks(of: .time), column.isMost(sum.reading.count),
      days.contains(Int(sum.reading.first.number)), days.contains(Int(sum.reading.last.number))
    else { return nil }
    return .time(finding(column, sum))
  }

  /// The formats of one order that read something, none of which reads what another does.
  private static func sum(_ kind: TimeFormats.Order.Kind, _ column: ColumnProfile) -> Sum {
    var sum = Sum()
    let order = TimeFormats.orders.first { $0.kind == kind }
    let own = Set((order?.formats ?? []).map(\.pattern))
    let found = zip(column.formats, column.facts.readings)
      .filter { own.contains($0.pattern) && $1.count > 0 }
    guard kind == .yearFirst, let iso = found.first(where: { $0.0.pattern == "iso8601" }) else {
      for (format, reading) in found { sum.add(format, reading) }
      return sum
    }
    // What ISO 8601 reads, the patterns with bars read too, and days of one digit besides.
    let bars = found.filter { $0.0.pattern.contains("yyyy-") }
    let barsRead = bars.reduce(0) { $0 + $1.1.count }
    if barsRead > iso.1.count {
      for (format, reading) in bars { sum.add(format, reading) }
    } else {
      sum.add(iso.0, iso.1)
    }
    for (format, reading) in found
    where format.pattern != "iso8601" && !format.pattern.contains("yyyy-") {
      sum.add(format, reading)
    }
    return sum
  }
}
