import SurveyTestSupport
import Testing

@testable import SurveyCSV

@Suite struct EncodingDetectorTests {
  private static func sample(_ name: String) throws -> [UInt8] {
    try PackageFile.bytes("Samples/\(name)")
  }

  private static func find(_ bytes: [UInt8]) -> EncodingFinding {
    EncodingDetector.find(bytes[...])
  }

  @Test(arguments: [
    ("tcvn3", TextEncoding.tcvn3), ("vni-windows", .vni), ("windows-1258", .windows1258),
    ("windows-1252", .windows1252),
  ])
  func samplesAreFoundByTheirLetters(_ name: String, _ encoding: TextEncoding) throws {
    let bytes = try Self.sample("encodings/\(name).csv")
    let finding = Self.find(bytes)
    #expect(finding.encoding == encoding)
    #expect(finding.evidence == .letters)
    let fit = try #require(finding.fit(encoding))
    #expect(fit.fitting == fit.letters && fit.letters > 500)
    #expect(finding.firstBadByte == bytes.firstIndex { $0 >= 0x80 })
    #expect(finding.otherLines == nil)
    // The wrong ones fit less than half.
    for other in finding.candidates.dropFirst()
    where encoding != .windows1252 && other.encoding != .windows1252 {
      #expect(2 * other.fit.fitting < other.fit.letters, "\(other.encoding) \(other.fit)")
    }
    // The first forty lines do as well.
    let few = bytes.split(separator: 0x0A).prefix(40).joined(separator: [0x0A])
    #expect(Self.find(Array(few)).encoding == encoding)
  }

  @Test func marksDecide() throws {
    #expect(Self.find(try Self.sample("encodings/utf-16le.csv")).evidence == .mark)
    #expect(Self.find([0xFF, 0xFE]).encoding == .utf16LE)
    #expect(Self.find([0xFE, 0xFF]).encoding == .utf16BE)
    #expect(Self.find([0xEF, 0xBB, 0xBF]).encoding == .utf8)
  }

  @Test func zerosDecideWithoutAMark() throws {
    for (name, encoding) in [("le", TextEncoding.utf16LE), ("be", .utf16BE)] {
      let bytes = try Self.sample("encodings/utf-16\(name).csv")
      let finding = Self.find(Array(bytes.dropFirst(2)))
      #expect(finding.encoding == encoding)
      guard case .zeros(let zeros, let units) = finding.evidence else {
        Issue.record("\(finding.evidence)")
        continue
      }
      #expect(zeros < units && units == bytes.count / 2 - 1)
    }
    // Binary data are no UTF-16.
    #expect(Self.find([1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 7, 9]).encoding == .utf8)
  }

  @Test func utf8AndASCII() throws {
    #expect(Self.find([]).evidence == .ascii)
    #expect(Self.find(Array("a,b\n1,2\n".utf8)).evidence == .ascii)
    #expect(Self.find(Array("đất\n".utf8)).evidence == .utf8(characters: 2, bad: 0))
    #expect(Self.find(try Self.sample("kiosk-200.csv")).encoding == .utf8)
    // Decomposed letters too.
    #expect(Self.find(Array("\u{61}\u{301}\n".utf8)).encoding == .utf8)
  }

  /// Comments cut in the middle of a letter leave a file UTF-8.
  @Test func badBytesInUTF8LeaveItUTF8() throws {
    let path = PackageFile.path("Samples/kiosk-2024-2025.csv.gz")
    let faults = Self.find(Drained(try ByteSource(path: path)).bytes)
    #expect(faults.encoding == .utf8)
    #expect(faults.firstBadByte != nil)
    #expect(faults.otherLines == nil)
    #expect(Self.find(Array("a,b\n1,x".utf8) + [0xE1, 0xBA, 0x0A]).encoding == .utf8)
  }

  /// What the standard library takes for a character is one, and each other byte a bad place.
  @Test func badPlacesAreThoseOfUnicode() {
    let text = Array(String(repeating: "Thủ tục đất đai ở xã, 😀 “rất” nhanh\n", count: 20).utf8)
    let bad: [[UInt8]] = [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xE1, 0xBA],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFF], [0xF1, 0x80, 0x80],
      [0xEE, 0x80], [0xC3],
    ]
    var random = SeededRandom(seed: 6)
    for _ in 0..<200 {
      var bytes = text
      let place = Int.random(in: 0...bytes.count, using: &random)
      bytes.insert(contentsOf: random.element(of: bad), at: place)
      var (characters, bads, position) = (0, 0, 0)
      while position < bytes.count {
        let byte = bytes[position]
        let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let isValid = String(validating: bytes[position...].prefix(length), as: UTF8.self) != nil
        if byte < 0x80 {
          position += 1
        } else if isValid, byte >= 0xC2 {
          characters += 1
          position += length
        } else {
          bads += 1
          position += 1
        }
      }
      #expect(Self.find(bytes).evidence == .utf8(characters: characters, bad: bads))
    }
  }

  @Test func aCutAtTheLookedAtLengthIsNoBadByte() {
    let line = Array("đường sá\n".utf8)
    for shift in 0..<5 {
      var bytes = Array(repeating: UInt8(ascii: "x"), count: shift)
      while bytes.count < EncodingDetector.length + 20 { bytes += line }
      guard case .utf8(_, bad: 0) = Self.find(bytes).evidence else {
        Issue.record("shift \(shift)")
        continue
      }
    }
  }

  @Test func mixedEncodingsShow() throws {
    let utf8 = try Self.sample("kiosk-200.csv")
    let lines = try Self.sample("encodings/tcvn3.csv").split(separator: 0x0A).dropFirst()
    // A few lines in a file that stays what it is.
    let few = Self.find(utf8 + Array(lines.prefix(5).joined(separator: [0x0A])))
    #expect(few.encoding == .utf8)
    let others = try #require(few.otherLines)
    #expect(others.encoding == .tcvn3 && others.line == 202 && !others.areMany)
    // Half and half is nothing.
    let half = Self.find(utf8 + Array(lines.joined(separator: [0x0A])))
    #expect(half.encoding == nil)
    #expect(half.otherLines?.areMany == true)
  }

  /// Text in none of the encodings is not guessed at.
  @Test func whatFitsNothingIsUndecided() {
    let japanese: [UInt8] = [0x93, 0xFA, 0x96, 0x7B, 0x8C, 0xEA, 0x82, 0xCC, 0x95, 0xB6, 0x0A]
    let bytes = Array("a,b\n".utf8) + Array(repeating: japanese, count: 20).flatMap { $0 }
    let finding = Self.find(bytes)
    #expect(finding.encoding == nil)
    #expect(finding.candidates.count == 5)
    #expect(finding.candidates.allSatisfy { !$0.sample.isEmpty })
  }
}
