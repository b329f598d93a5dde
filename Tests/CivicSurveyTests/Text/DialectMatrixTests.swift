import SurveyCSV
import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// One set of responses in every encoding, with every separator, line end and style of dates, has one
/// figures' hash.
@Suite struct DialectMatrixTests {
  struct Dialect: CustomTestStringConvertible, Sendable {
    var file: String
    var separator: Character
    var lineEnd: String
    var date: Date

    var testDescription: String {
      "\(file) \(separator.debugDescription) \(lineEnd.debugDescription) \(date)"
    }
  }

  /// How a time is written; the samples have `14/03/2025 08:00:00`.
  enum Date: CaseIterable {
    case slashes
    case withoutSeconds
    case iso8601
    case withOffset

    func of(_ text: String) -> String {
      let parts = text.split { "/ :".contains($0) }.map(String.init)
      guard parts.count == 6 else { return text }
      let day = "\(parts[2])-\(parts[1])-\(parts[0])"
      return switch self {
      case .slashes: text
      case .withoutSeconds: String(text.dropLast(3))
      case .iso8601: "\(day)T\(parts[3]):\(parts[4]):\(parts[5])"
      case .withOffset: "\(day)T\(parts[3]):\(parts[4]):\(parts[5])+07:00"
      }
    }
  }

  private static let files = [
    "Samples/kiosk-200.csv", "Samples/encodings/tcvn3.csv", "Samples/encodings/vni-windows.csv",
    "Samples/encodings/windows-1258.csv", "Samples/encodings/utf-16le.csv",
    "Samples/encodings/utf-16be.csv",
  ]

  static let all: [Dialect] = files.flatMap { file in
    [",", ";", "\t", "|"].flatMap { (separator: Character) in
      ["\n", "\r\n", "\r"].flatMap { lineEnd in
        Date.allCases.map {
          Dialect(file: file, separator: separator, lineEnd: lineEnd, date: $0)
        }
      }
    }
  }

  @Test(arguments: files) func theFiguresAreTheSame(file: String) throws {
    let plan = try TabulationPlan(
      Survey(contentsOf: PackageFile.path("Surveys/one-stop-shop/2025.1.yaml")))
    let plain = try Tabulator(plan).run([.path(PackageFile.path("Samples/kiosk-200.csv"))])
    let hash = TallyFile.figuresHash(of: plain.part)
    #expect(plain.part.accounting.accepted == 200)
    for dialect in Self.all where dialect.file == file {
      let bytes = try Self.rewritten(dialect)
      let part = try Tabulator(plan).run([.bytes(bytes, name: "a.csv")]).part
      #expect(TallyFile.figuresHash(of: part) == hash, "\(dialect.testDescription)")
    }
  }

  /// The file's records joined in another way.
  private static func rewritten(_ dialect: Dialect) throws -> [UInt8] {
    let bytes = try PackageFile.bytes(dialect.file)
    let isWide = dialect.file.contains("utf-16")
    let isBig = dialect.file.contains("utf-16be")
    // Units of one byte or two: all that is changed is ASCII in each of the encodings.
    var units: [UInt16] = bytes.map(UInt16.init)
    if isWide {
      units = stride(from: 0, to: bytes.count, by: 2).map {
        let pair = (UInt16(bytes[$0]), UInt16(bytes[$0 + 1]))
        return isBig ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0
      }
    }
    let separator = UInt16(dialect.separator.asciiValue ?? 0)
    var result: [UInt16] = []
    for record in records(units) {
      let fields = record.map { field in
        // Only the times are all ASCII and have two slashes.
        let text = String(decoding: field, as: UTF16.self)
        let isTime = text.utf8.count == 19 && text.count { $0 == "/" } == 2
        let units = isTime ? Array(dialect.date.of(text).utf16) : field
        guard units.contains(where: { [separator, 0x22, 0x0A, 0x0D].contains($0) }) else {
          return units
        }
        return [0x22] + units.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
      }
      result += fields.joined(separator: [separator])
      result += dialect.lineEnd.utf16
    }
    guard isWide else { return result.map { UInt8(truncatingIfNeeded: $0) } }
    return result.flatMap { unit in
      let pair = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
      return isBig ? pair : pair.reversed()
    }
  }

  /// The fields of each record, with commas and LF.
  private static func records(_ units: [UInt16]) -> [[[UInt16]]] {
    var records: [[[UInt16]]] = []
    var fields: [[UInt16]] = []
    var field: [UInt16] = []
    var isQuoted = false
    for unit in units {
      switch unit {
      case 0x22: isQuoted.toggle()
      case 0x2C where !isQuoted:
        fields.append(field)
        field = []
      case 0x0A where !isQuoted:
        records.append(fields + [field])
        fields = []
        field = []
      default: field.append(unit)
      }
    }
    return records
  }
}
