import Testing

@testable import SurveyDefinition

@Suite struct TimestampFormatTests {
  struct Reading: Sendable {
    let pattern: String
    let text: String
    /// `yyyy-MM-dd`, seconds of the day and offset; `nil` where the text does not match.
    let expected: (day: String, second: Int, offset: Int?)?

    init(_ pattern: String, _ text: String, _ expected: (String, Int, Int?)?) {
      self.pattern = pattern
      self.text = text
      self.expected = expected
    }
  }

  static let readings: [Reading] = [
    Reading("dd/MM/yyyy", "31/03/2025", ("2025-03-31", 0, nil)),
    Reading("dd/MM/yyyy", "1/03/2025", nil),
    Reading("dd/MM/yyyy", "31/03/2025 ", nil),
    Reading("dd/MM/yyyy", " 31/03/2025", nil),
    Reading("dd/MM/yyyy", "", nil),
    Reading("dd/MM/yyyy", "29/02/2024", ("2024-02-29", 0, nil)),
    Reading("dd/MM/yyyy", "29/02/2025", nil),
    Reading("dd/MM/yyyy", "00/01/2025", nil),
    Reading("dd/MM/yyyy", "01/13/2025", nil),
    Reading("dd/MM/yyyy", "01/01/1899", nil),
    Reading("dd/MM/yyyy", "01/01/1900", ("1900-01-01", 0, nil)),
    Reading("dd/MM/yyyy", "31/12/2199", ("2199-12-31", 0, nil)),
    Reading("dd/MM/yyyy", "01/01/2200", nil),
    Reading("dd/MM/yyyy", "01/01/20250", nil),
    Reading("d/M/yyyy", "1/3/2025", ("2025-03-01", 0, nil)),
    Reading("d/M/yyyy", "01/03/2025", ("2025-03-01", 0, nil)),
    Reading("d/M/yyyy", "001/03/2025", nil),
    Reading("dd/MM/yyyy HH:mm:ss", "01/04/2025 00:30:05", ("2025-04-01", 1805, nil)),
    Reading("dd/MM/yyyy HH:mm:ss", "01/04/2025 23:59:59", ("2025-04-01", 86_399, nil)),
    Reading("dd/MM/yyyy HH:mm:ss", "01/04/2025 24:00:00", nil),
    Reading("dd/MM/yyyy HH:mm:ss", "01/04/2025 23:60:00", nil),
    Reading("dd/MM/yyyy HH:mm:ss", "01/04/2025 23:59:60", nil),
    Reading("dd/MM/yyyy HH:mm", "01/04/2025 7:05", nil),
    Reading("dd/MM/yyyy H:mm", "01/04/2025 7:05", ("2025-04-01", 25_500, nil)),
    Reading("dd/MM/yyyy hh:mm a", "01/04/2025 12:00 SA", ("2025-04-01", 0, nil)),
    Reading("dd/MM/yyyy hh:mm a", "01/04/2025 12:00 CH", ("2025-04-01", 43_200, nil)),
    Reading("dd/MM/yyyy hh:mm a", "01/04/2025 01:00 pm", ("2025-04-01", 46_800, nil)),
    Reading("dd/MM/yyyy h:mm:ss a", "01/04/2025 1:00:01 Am", ("2025-04-01", 3601, nil)),
    Reading("dd/MM/yyyy h:mm a", "01/04/2025 0:30 AM", nil),
    Reading("dd/MM/yyyy h:mm a", "01/04/2025 13:30 PM", nil),
    Reading("dd/MM/yyyy h:mm a", "01/04/2025 1:30 XM", nil),
    Reading("yyyyMMddHHmmss", "20250401003005", ("2025-04-01", 1805, nil)),
    Reading("HH:mm dd.MM.yyyy", "07:05 01.04.2025", ("2025-04-01", 25_500, nil)),
    Reading("dd–MM–yyyy", "01–04–2025", ("2025-04-01", 0, nil)),
    Reading("iso8601", "2025-03-31", ("2025-03-31", 0, nil)),
    Reading("iso8601", "2025-03-31T17:30Z", ("2025-03-31", 63_000, 0)),
    Reading("iso8601", "2025-03-31 17:30:01", ("2025-03-31", 63_001, nil)),
    Reading("iso8601", "2025-03-31T17:30:01.123456+07:00", ("2025-03-31", 63_001, 25_200)),
    Reading("iso8601", "2025-03-31T17:30:01,5-0330", ("2025-03-31", 63_001, -12_600)),
    Reading("iso8601", "2025-03-31T17:30:01+07", ("2025-03-31", 63_001, 25_200)),
    Reading("iso8601", "2025-03-31T17:30:01+19:00", nil),
    Reading("iso8601", "2025-03-31T17:30:01.+07:00", nil),
    Reading("iso8601", "2025-03-31T", nil),
    Reading("iso8601", "2025-03-31T17", nil),
    Reading("iso8601", "2025-3-31", nil),
    Reading("iso8601", "2025-03-31Z", nil),
    Reading("iso8601", "2025-03-31T17:30Zx", nil),
    // By hand, and with Excel and LibreOffice: 1 is 31 December 1899, 25569 is 1 January 1970.
    Reading("excelSerial", "45747", ("2025-03-31", 0, nil)),
    Reading("excelSerial", "45747.5", ("2025-03-31", 43_200, nil)),
    Reading("excelSerial", "45747,75", ("2025-03-31", 64_800, nil)),
    // 23:59:59 is 0.999988425925926 of a day.
    Reading("excelSerial", "45747.999988425926", ("2025-03-31", 86_399, nil)),
    Reading("excelSerial", "45747.9999999999", ("2025-04-01", 0, nil)),
    Reading("excelSerial", "25569", ("1970-01-01", 0, nil)),
    Reading("excelSerial", "61", ("1900-03-01", 0, nil)),
    Reading("excelSerial", "60", nil),
    Reading("excelSerial", "109574", ("2199-12-31", 0, nil)),
    Reading("excelSerial", "109574,9999999999", nil),
    Reading("excelSerial", "109575", nil),
    Reading("excelSerial", "20250331", nil),
    Reading("excelSerial", "45747,", nil),
    Reading("excelSerial", "45747.5.1", nil),
    Reading("excelSerial", "-45747", nil),
    Reading("excelSerial", "4.5747E4", nil),
    Reading("excelSerial", "", nil),
    Reading("M/d/yy H:mm:ss", "3/31/25 17:30:00", ("2025-03-31", 63_000, nil)),
    Reading("M/d/yy", "3/31/2025", nil),
    Reading("dd/MM/yy", "01/01/00", ("2000-01-01", 0, nil)),
    Reading("dd/MM/yy", "31/12/99", ("2099-12-31", 0, nil)),
    Reading("MMM d, yyyy h:mm:ss a", "Mar 31, 2025 5:30:00 PM", ("2025-03-31", 63_000, nil)),
    Reading("d MMM yyyy", "1 SEPT 2025", ("2025-09-01", 0, nil)),
    Reading("d MMM yyyy", "1 Sep 2025", ("2025-09-01", 0, nil)),
    Reading("d MMM yyyy", "1 September 2025", nil),
    Reading("d MMM yyyy", "1 thg 12 2025", ("2025-12-01", 0, nil)),
    Reading("d MMM yyyy", "1 Thg 1 2025", ("2025-01-01", 0, nil)),
    Reading("d MMMM, yyyy", "1 tháng 11, 2025", ("2025-11-01", 0, nil)),
    Reading("d MMMM, yyyy", "1 THÁNG 11, 2025", ("2025-11-01", 0, nil)),
    Reading("d MMMM, yyyy", "1 may, 2025", ("2025-05-01", 0, nil)),
    Reading("d MMMM, yyyy", "1 tháng 13, 2025", nil),
    Reading("EEE, d MMM yyyy", "Mon, 31 Mar 2025", ("2025-03-31", 0, nil)),
    Reading("EEE d/M/yyyy", "Th 2 31/3/2025", ("2025-03-31", 0, nil)),
    Reading("EEE d/M/yyyy", "CN 30/3/2025", ("2025-03-30", 0, nil)),
    Reading("EEE d/M/yyyy", "Xyz 30/3/2025", nil),
    Reading("dd/MM/yyyy HH:mm:ss.SSS", "31/03/2025 17:30:01.999", ("2025-03-31", 63_001, nil)),
    Reading("dd/MM/yyyy HH:mm:ss.S", "31/03/2025 17:30:01.", nil),
    Reading("dd/MM/yyyy HH:mm XXX", "31/03/2025 17:30 +07:00", ("2025-03-31", 63_000, 25_200)),
    Reading("dd/MM/yyyy HH:mmXXX", "31/03/2025 17:30Z", ("2025-03-31", 63_000, 0)),
    Reading("dd/MM/yyyy HH:mm xx", "31/03/2025 17:30 -0330", ("2025-03-31", 63_000, -12_600)),
    Reading("dd/MM/yyyy HH:mm z", "31/03/2025 17:30 GMT+7", ("2025-03-31", 63_000, 25_200)),
    Reading("dd/MM/yyyy HH:mm z", "31/03/2025 17:30 UTC", ("2025-03-31", 63_000, 0)),
    Reading("dd/MM/yyyy HH:mm z", "31/03/2025 17:30 utc+05:30", ("2025-03-31", 63_000, 19_800)),
    Reading("dd/MM/yyyy HH:mm z", "31/03/2025 17:30 +7", nil),
    Reading("dd/MM/yyyy HH:mm z", "31/03/2025 17:30 GMT+07:", nil),
    Reading("dd/MM/yyyy HH:mm z", "31/03/2025 17:30 ICT", nil),
    Reading("dd/MM/yyyy HH:mm z", "31/03/2025 17:30 GMT+19", nil),
    // date -u -d @1743442200: 31 March 2025, 17:30.
    Reading("epochSeconds", "1743442200", ("2025-03-31", 63_000, 0)),
    Reading("epochSeconds", "1743442200.75", ("2025-03-31", 63_000, 0)),
    Reading("epochMilliseconds", "1743442200999", ("2025-03-31", 63_000, 0)),
    Reading("epochSeconds", "0", ("1970-01-01", 0, 0)),
    Reading("epochSeconds", "7258118400", nil),
    Reading("epochSeconds", "-1", nil),
    Reading("epochSeconds", "1743442200.", nil),
    Reading("epochSeconds", "", nil),
  ]

  @Test(arguments: readings)
  func reads(_ reading: Reading) throws {
    let format = try #require(TimestampFormat(reading.pattern))
    let stamp = format.read(Array(reading.text.utf8).span)
    #expect(stamp?.day.description == reading.expected?.day)
    #expect(stamp?.secondOfDay == reading.expected?.second)
    #expect(stamp?.offsetSeconds == reading.expected.flatMap(\.offset))
  }

  /// Every format reads what it writes, for every day of three years.
  @Test(arguments: ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd", "d.MM.yyyy", "yyyyMMdd", "iso8601"])
  func readsEveryDay(_ pattern: String) throws {
    let format = try #require(TimestampFormat(pattern))
    let start = try #require(CalendarDay(year: 2023, month: 1, day: 1))
    for offset in 0..<1096 {
      let day = start.advanced(by: offset)
      let (year, month, dayOfMonth) = day.components
      let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
      let text =
        switch pattern {
        case "dd/MM/yyyy": "\(two(dayOfMonth))/\(two(month))/\(year)"
        case "d/M/yyyy": "\(dayOfMonth)/\(month)/\(year)"
        case "d.MM.yyyy": "\(dayOfMonth).\(two(month)).\(year)"
        case "yyyyMMdd": "\(year)\(two(month))\(two(dayOfMonth))"
        default: day.description
        }
      #expect(format.read(Array(text.utf8).span)?.day == day)
    }
  }

  @Test(arguments: [
    "", "dd/MM/YYYY", "dd/MM/yyy", "dd/MM/yy yyyy", "dd MMM MM yyyy", "MMMMM dd yyyy",
    "EEEE dd/MM/yyyy",
    "dd/MM/yyyy HH:mm S", "dd/MM/yyyy XXX", "dd/MM/yyyy HH:mm:ssSdd", "dd MMMyyyy",
    "dd/MM/yyyy HH:mm XXX z", "DD/MM/yyyy", "ddd/MM/yyyy", "dd/MM/yyyy'T'HH:mm",
    "dd/MM/yyyy HH", "dd/MM/yyyy mm", "dd/MM/yyyy hh:mm", "dd/MM/yyyy HH:mm a", "dd/MM",
    "dd/MM/yyyy HH:ss", "dMyyyy", "dd/MM/yyyy hh:HH:mm a", "iso 8601", "dd/MM/yyyy 0", "đd/MM/yyyy",
  ])
  func refusesPatterns(_ pattern: String) {
    #expect(TimestampFormat(pattern) == nil)
  }

  @Test(arguments: [
    ("dd/MM/yyyy HH:mm", "MM/dd/yyyy HH:mm"), ("M-d-yyyy h:mm a", "d-M-yyyy h:mm a"),
    ("yyyyMMdd", "yyyyddMM"), ("iso8601", nil), ("excelSerial", nil), ("d/M/yy", "M/d/yy"),
    ("d MMM yyyy", nil), ("epochSeconds", nil),
  ])
  func exchangesDayAndMonth(_ pattern: String, _ swapped: String?) throws {
    let format = try #require(TimestampFormat(pattern))
    #expect(format.withDayAndMonthSwapped == swapped.flatMap(TimestampFormat.init))
  }

  @Test(arguments: [
    ("dd/MM/yyyy", "MM/dd/yyyy", true), ("d/M/yyyy", "MM/dd/yyyy", true),
    ("dd/MM/yyyy", "d/M/yyyy", false), ("dd/MM/yyyy", "yyyy/MM/dd", false),
    ("dd/MM/yyyy HH:mm", "MM/dd/yyyy", false), ("dd/MM/yyyy HH:mm", "M/d/yyyy H:mm", true),
    ("yyyy-MM-dd", "iso8601", false), ("yyyy-dd-MM", "iso8601", true),
    ("dd-MM-yyyy", "iso8601", false), ("yyyyMMdd", "yyyyddMM", true),
    ("dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy ss:mm:HH", true),
    ("dd/MM/yyyy h:mm a", "dd/MM/yyyy H:mm", false),
    ("excelSerial", "dd/MM/yyyy", false), ("excelSerial", "yyyyMMdd", false),
    ("d/M/yy", "M/d/yy", true), ("d/M/yy", "d/M/yyyy", false), ("d MMM yyyy", "MMM d yyyy", false),
    ("d MMM yyyy", "d MMMM yyyy", false), ("dd.MM.yy", "yy.MM.dd", true),
    ("epochSeconds", "epochMilliseconds", true), ("epochSeconds", "excelSerial", true),
    ("epochSeconds", "yyyyMMdd", true), ("epochSeconds", "dd/MM/yyyy", false),
    ("dd/MM/yyyy HH:mm XXX", "MM/dd/yyyy HH:mm XXX", true),
    // 20 03 2011 or 2003 20 11: one of the two is never a day of 1900 to 2199.
    ("ddMMyyyy", "yyyyMMdd", false),
  ])
  func findsAmbiguity(_ first: String, _ second: String, _ expected: Bool) throws {
    let left = try #require(TimestampFormat(first))
    let right = try #require(TimestampFormat(second))
    #expect((left.ambiguousText(with: right) != nil) == expected)
    #expect((right.ambiguousText(with: left) != nil) == expected)
    #expect(left.ambiguousText(with: left) == nil)
  }
}

@Suite struct SurveyTimeZoneTests {
  @Test func theLastHoursOfAQuarterInUniversalTimeBelongToTheNext() throws {
    let zone = try #require(SurveyTimeZone("+07:00"))
    let format = try #require(TimestampFormat("iso8601"))
    func day(_ text: String) -> String? {
      format.read(Array(text.utf8).span).map { zone.day(of: $0).description }
    }
    #expect(day("2025-03-31T17:30Z") == "2025-04-01")
    #expect(day("2025-03-31T16:59:59Z") == "2025-03-31")
    #expect(day("2025-03-31T17:30") == "2025-03-31")
    #expect(day("2025-04-01T00:30+07:00") == "2025-04-01")
    #expect(day("2025-01-01T00:00+14:00") == "2024-12-31")
    #expect(day("1900-01-01T00:00Z") == "1900-01-01")
    #expect(day("1969-12-31T16:59Z") == "1969-12-31")
    #expect(day("1969-12-31T17:00Z") == "1970-01-01")
  }

  @Test(arguments: [
    ("Z", "Z", 0), ("UTC", "Z", 0), ("+00:00", "Z", 0), ("-00:00", "Z", 0),
    ("+07:00", "+07:00", 25_200), ("-03:30", "-03:30", -12_600),
    ("Asia/Ho_Chi_Minh", "Asia/Ho_Chi_Minh", 25_200),
  ])
  func reads(_ text: String, _ id: String, _ seconds: Int) throws {
    let zone = try #require(SurveyTimeZone(text))
    #expect(zone.id == id)
    #expect(zone.secondsFromUTC(at: 1_743_442_200) == seconds)
  }

  @Test func namedZonesHaveSummerTime() throws {
    let zone = try #require(SurveyTimeZone("Europe/Copenhagen"))
    // 2025-03-30T00:59:59Z and one second later, when summer time began.
    #expect(zone.secondsFromUTC(at: 1_743_296_399) == 3600)
    #expect(zone.secondsFromUTC(at: 1_743_296_400) == 7200)
  }

  @Test(arguments: [
    "", "z", "+7", "+0700", "07:00", "+19:00", "+07:60", "GMT", "Asia/Hanoi", "ICT", "Asia/",
    "/UTC",
    "Asia/../Asia/Bangkok", "asia/ho chi minh",
  ])
  func refuses(_ text: String) {
    #expect(SurveyTimeZone(text) == nil)
  }
}
