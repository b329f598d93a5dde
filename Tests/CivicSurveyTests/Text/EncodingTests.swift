import SurveyCSV
import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// The same responses in another encoding give the same figures.
@Suite struct EncodingTests {
  private static let names = ["utf-16le", "utf-16be", "windows-1258", "tcvn3", "vni-windows"]

  private static func survey() throws -> Survey {
    try Survey(contentsOf: PackageFile.path("Surveys/one-stop-shop/2025.1.yaml"))
  }

  private static func run(
    _ inputs: [SurveyInput], encoding: TextEncoding? = nil, threads: Int = 1,
    blockSize: Int = 256 << 10
  ) throws -> Tabulator.Result {
    var options = Tabulator.Options()
    options.encoding = encoding
    options.threads = threads
    options.blockSize = blockSize
    return try Tabulator(try TabulationPlan(survey()), options: options).run(inputs)
  }

  private static func sample(_ name: String) -> SurveyInput {
    .path(PackageFile.path("Samples/\(name).csv"))
  }

  private static func codes(_ bytes: [UInt8], encoding: TextEncoding? = nil) -> [String] {
    do {
      _ = try run([.bytes(bytes, name: "a.csv")], encoding: encoding)
      return []
    } catch let error as RunError {
      return error.messages.map(\.code)
    } catch {
      return ["\(error)"]
    }
  }

  private static func bytes(_ name: String) throws -> [UInt8] {
    try PackageFile.bytes("Samples/\(name).csv")
  }

  @Test(arguments: names)
  func figuresAreTheSame(_ name: String) throws {
    let plain = try Self.run([Self.sample("kiosk-200")]).part
    for (threads, blockSize) in [(1, 256 << 10), (3, 999)] {
      let result = try Self.run(
        [Self.sample("encodings/\(name)")], threads: threads, blockSize: blockSize)
      #expect(TallyFile.figuresHash(of: result.part) == TallyFile.figuresHash(of: plain))
      #expect(result.part.accounting.accepted == 200)
      #expect(result.messages.count == 1 && result.messages[0].severity == .note)
      // The source is hashed as it stands.
      let bytes = try Self.bytes("encodings/\(name)")
      #expect(result.part.sources[0].digest == XXH128Digest.of(bytes))
      #expect(result.part.sources[0].bytes == bytes.count)
    }
  }

  @Test func theEvidenceIsTold() throws {
    let result = try Self.run([Self.sample("encodings/tcvn3")])
    let message = try #require(result.messages.first)
    #expect(message.code == "text.encoding-detected")
    #expect(
      message.text(in: .en)
        == "Read as TCVN3: 2,460 of 2,460 letters fit TCVN3; UTF-8 fails at byte 153.")
  }

  @Test func aWrongNameIsRefused() throws {
    let utf8 = try Self.bytes("kiosk-200")
    let tcvn3 = try Self.bytes("encodings/tcvn3")
    let utf16 = try Self.bytes("encodings/utf-16le")
    #expect(Self.codes(utf8, encoding: .tcvn3) == ["text.encoding-mismatch"])
    #expect(Self.codes(tcvn3, encoding: .utf8) == ["text.encoding-mismatch"])
    #expect(Self.codes(tcvn3, encoding: .vni) == ["text.encoding-mismatch"])
    #expect(Self.codes(utf8, encoding: .utf16LE) == ["text.encoding-without-zeros"])
    #expect(Self.codes(utf16, encoding: .utf8) == ["text.encoding-against-mark"])
    #expect(
      Self.codes(Array(utf16.dropFirst(2)), encoding: .utf8) == ["text.encoding-against-zeros"])
    // The right name, and any for what is ASCII.
    #expect(Self.codes(tcvn3, encoding: .tcvn3) == [])
  }

  @Test func mixedAndUnclearFilesAreRefused() throws {
    let utf8 = try Self.bytes("kiosk-200")
    let lines = try Self.bytes("encodings/tcvn3").split(separator: 0x0A).dropFirst()
    #expect(Self.codes(utf8 + lines.joined(separator: [0x0A])) == ["text.encoding-mixed"])
    let junk = (0..<400).map { UInt8(truncatingIfNeeded: 0x81 + $0 * 7 % 30) }
    #expect(Self.codes(Array("a,b\n".utf8) + junk) == ["text.encoding-undecided"])
  }

  @Test func emptySheetsAreEmpty() {
    let sheets: [[UInt8]] = [
      [0xFF, 0xFE], [0xFF, 0xFE, 0x0D, 0, 0x0A, 0], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF],
    ]
    for bytes in sheets {
      #expect(Self.codes(bytes) == ["header.empty-file"])
    }
  }

  /// The definition may name what the option may.
  @Test func bothNameTheSameEncodings() {
    #expect(SourceEncoding.allCases.map(\.rawValue) == TextEncoding.offered.map(\.rawValue))
    for encoding in TextEncoding.offered {
      #expect(TextEncoding(name: encoding.rawValue) == encoding)
    }
  }

  /// Rejects name the place in the file as it stands.
  @Test func rejectsNameThePlaceInTheSource() throws {
    let header = Array("id,date,field,unit,overall\n".utf8)
    let lines: [[UInt8]] = [
      [0x61, 0x2C] + Array("2025-01-01,".utf8) + [0xA7, 0xCA, 0x74, 0x20, 0xAE, 0x61, 0x69]
        + Array(",An,5\n".utf8),
      Array("b,39.01.2025,".utf8) + [0xA7, 0xCA, 0x74, 0x20, 0xAE, 0x61, 0x69]
        + Array(",An,5\n".utf8),
    ]
    var options = Tabulator.Options()
    options.encoding = .tcvn3
    let rejects = Gathered<[UInt8]>()
    _ = try Tabulator(Fixture.plan(Fixture.small), options: options).run(
      [.bytes(header + lines[0] + lines[1], name: "a.csv")],
      rejects: rejects.add)
    let row = try #require(
      String(decoding: rejects.bytes, as: UTF8.self).split(separator: "\n").last)
    let place = header.count + lines[0].count
    #expect(row.contains(",Đất đai,") && row.contains(",3,\(place),"))
  }
}
