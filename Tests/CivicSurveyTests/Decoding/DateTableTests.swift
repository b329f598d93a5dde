import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey
@testable import SurveyCSV

/// The table of dates against the formats themselves, one text at a time.
@Suite struct DateTableTests {
  static let formats = ["dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm", "dd.MM.yyyy", "iso8601"]
    .compactMap { TimestampFormat($0) }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func dateIsTheFormats(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    // Few dates, so that most are found again; years 8 apart share a place.
    let texts = (0..<4_000).map { _ in Self.text(&random) }
    let csv = "d\n" + texts.map { $0 + "\n" }.joined()
    var reader = try RecordReader(ByteSource(bytes: Array(csv.utf8), name: "dates.csv"))
    var batch = RecordBatch()
    var table = DateTable(Self.formats)
    var read = 0
    while try reader.next(into: &batch) {
      var days = [Int32](repeating: ResponseBatch.noDay, count: batch.recordCount)
      var record = 0
      while true {
        record = table.days(of: batch, column: 0, from: record, into: &days)
        guard record < batch.recordCount else { break }
        let range = batch.locateValue(record: record, column: 0)
        if let day = Self.day(batch.bytes.span.extracting(range)) {
          days[record] = day
          table.remember(day, for: batch.bytes.span, range)
        }
        record += 1
      }
      for (record, day) in days.enumerated() {
        let bytes = Array(texts[read + record].utf8.filter { $0 != UInt8(ascii: "\"") })
        let expected = Self.day(bytes.span) ?? ResponseBatch.noDay
        #expect(day == expected, "\(texts[read + record])")
      }
      read += batch.recordCount
    }
    #expect(read == texts.count)
  }

  private static func day(_ text: Span<UInt8>) -> Int32? {
    for format in formats {
      if let timestamp = format.read(text) { return timestamp.day.number }
    }
    return nil
  }

  private static func text(_ random: inout SeededRandom) -> String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let year = String(random.element(of: [1899, 1900, 2017, 2025, 2033, 2199, 2200]))
    let month = two(random.element(of: [0, 1, 2, 12, 13]))
    let day = two(random.element(of: [0, 1, 9, 28, 29, 30, 31, 32]))
    let time = two(random.element(of: [0, 23, 24])) + ":" + two(random.element(of: [0, 59, 60]))
    let second = ":" + two(random.element(of: [0, 59, 60]))
    let shown: String =
      switch random.below(9) {
      case 0, 1, 2: "\(day)/\(month)/\(year) \(time)\(second)"
      case 3: "\(day)/\(month)/\(year) \(time)"
      case 4: "\(day).\(month).\(year)"
      case 5: "\(year)-\(month)-\(day)T\(time)\(second)"
      case 6: "\(year)-\(month)-\(day) \(time)\(second)"
      case 7: "\(year)-\(month)-\(day)"
      default: "\(day)/\(month)/\(year)T\(time)\(second)"
      }
    guard random.chance(10) else { return random.chance(10) ? "\"\(shown)\"" : shown }
    var bytes = Array(shown.utf8)
    bytes[random.below(bytes.count)] = random.element(of: Array("0:/x ".utf8))
    return String(decoding: bytes, as: UTF8.self)
  }
}
