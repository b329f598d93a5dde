import SurveyCSV
import Testing

@testable import CivicSurvey

/// Lines of another encoding than their file's: read as nothing where they are few, else refused.
@Suite struct MixedEncodingTests {
  /// "UBND xã An Lão" and "Đất đai", as each encoding writes them.
  private static let units: [TextEncoding: [UInt8]] = [
    .tcvn3: Array("UBND x".utf8) + [0xB7] + Array(" An L".utf8) + [0xB7] + Array("o".utf8),
    .vni: Array("UBND xa".utf8) + [0xF5] + Array(" An La".utf8) + [0xF5] + Array("o".utf8),
    .utf8: Array("UBND xã An Lão".utf8),
  ]
  private static let fields: [TextEncoding: [UInt8]] = [
    .tcvn3: [0xA7, 0xCA, 0x74, 0x20, 0xAE, 0x61, 0x69],
    .vni: [0xD1, 0x61, 0xE1, 0x74, 0x20, 0xF1, 0x61, 0x69],
    .utf8: Array("Đất đai".utf8),
  ]

  /// Responses, the first ones in one encoding and the rest in others.
  private static func file(_ parts: (TextEncoding, Int)...) -> [UInt8] {
    var bytes = Array("id,date,field,unit,overall\n".utf8)
    var number = 0
    for (encoding, count) in parts {
      for _ in 0..<count {
        number += 1
        bytes += Array("\(number),2025-01-01,".utf8) + (fields[encoding] ?? []) + [0x2C]
        bytes += (units[encoding] ?? []) + Array(",5\n".utf8)
      }
    }
    return bytes
  }

  private static func run(
    _ bytes: [UInt8], named: TextEncoding? = nil, threads: Int = 1, blockSize: Int = 128 << 10
  ) throws -> Tabulator.Result {
    var options = Tabulator.Options()
    options.encoding = named
    options.threads = threads
    options.blockSize = blockSize
    return try Tabulator(Fixture.plan(Fixture.small), options: options).run(
      [.bytes(bytes, name: "a.csv")])
  }

  private static func refusal(_ bytes: [UInt8], named: TextEncoding? = nil) -> Message? {
    do {
      _ = try run(bytes, named: named)
      return nil
    } catch {
      guard let error = error as? RunError, error.kind == .data else { return nil }
      return error.messages.first
    }
  }

  /// More than what is looked at before anything is read.
  private static let many = (EncodingDetector.length / 40) + 1

  @Test(arguments: [
    (TextEncoding.tcvn3, TextEncoding.vni), (.tcvn3, .utf8), (.vni, .tcvn3), (.vni, .utf8),
  ])
  func aSecondEncodingBehindTheFirstBytesIsRefused(
    _ first: TextEncoding, _ second: TextEncoding
  ) throws {
    // 6 % of the lines.
    let count = Self.many * 6 / 94 + 1
    let bytes = Self.file((first, Self.many), (second, count))
    for named in second == .vni ? [nil, first] : [nil] {
      let message = try #require(Self.refusal(bytes, named: named))
      #expect(message.code == "text.encoding-mixed")
      #expect(
        message.arguments == [
          "encoding": first.rawValue, "first": "2", "other": second.rawValue,
          "linesCount": String(count), "otherFirst": String(Self.many + 2),
        ])
      #expect(message.place == Message.Place(file: "a.csv", line: Self.many + 2))
    }
  }

  @Test func aFewLinesAreReadAsNothing() throws {
    let other: [TextEncoding] = [.vni, .utf8]
    for encoding in other {
      // 20 of 421 lines.
      let bytes = Self.file((.tcvn3, 400), (encoding, 20))
      let result = try Self.run(bytes)
      let part = result.part.canonical()
      #expect(part.openLabels[1] == ["UBND xã An Lão"])
      #expect(part.accounting.accepted == 420 && part.accounting.rejected == 0)
      // The field and the unit of each of the twenty.
      #expect(part.losses[0].total == 20 && part.losses[1].total == 20)
      #expect(part.losses[2].total == 0)
      #expect(part.losses[1].entries.count == 1)
      let message = try #require(result.messages.first { $0.severity == .warning })
      #expect(message.code == "text.encoding-doubted")
      #expect(
        message.arguments == [
          "encoding": "TCVN3", "other": encoding.rawValue, "linesCount": "20", "allCount": "421",
        ])
      #expect(message.place?.line == 402)
      #expect(result.messages.count == 2)
      for (threads, blockSize) in [(1, 1), (3, 999), (2, 4_000)] {
        let again = try Self.run(bytes, threads: threads, blockSize: blockSize)
        #expect(Fixture.bytes(again.part) == Fixture.bytes(result.part))
        #expect(again.messages == result.messages)
      }
    }
  }

  /// One in twenty is the limit: 20 of 400 lines, the header among them.
  @Test func theLimitIsOneInTwenty() throws {
    #expect(Self.refusal(Self.file((.tcvn3, 379), (.vni, 20))) == nil)
    #expect(Self.refusal(Self.file((.tcvn3, 378), (.vni, 20)))?.code == "text.encoding-mixed")
  }

  /// What is the same in all encodings is read: numbers, and labels without accents.
  @Test func plainLabelsOfADoubtedLineAreRead() throws {
    var bytes = Self.file((.tcvn3, 100))
    bytes += Array("101,2025-01-01,land,".utf8) + (Self.units[.vni] ?? []) + Array(",5\n".utf8)
    bytes += Array("102,2025-01-01,".utf8) + (Self.fields[.vni] ?? [])
    bytes += Array(",An \"\"\"Thai,4\n".utf8)
    bytes += Array("103,2025-01-01,".utf8) + (Self.fields[.vni] ?? [])
    bytes += Array(",\"An \"\"Thai\"\"\",4\n".utf8)
    let result = try Self.run(bytes)
    let part = result.part.canonical()
    #expect(part.accounting.accepted == 103)
    #expect(Set(part.openLabels[1]) == ["UBND xã An Lão", "An \"\"\"Thai", "An \"Thai\""])
    #expect(part.losses[0].total == 2 && part.losses[1].total == 1)
  }

  /// Lines with one letter each are too little to doubt any, and are told of where there are many.
  @Test func linesOfOneLetterAreTold() throws {
    var bytes = Self.file((.tcvn3, 100))
    for number in 101...106 {
      bytes += Array("\(number),2025-01-01,land,xa".utf8) + [0xF5] + Array(" Tam Quan,5\n".utf8)
    }
    let message = try #require(try Self.run(bytes).messages.first { $0.severity == .warning })
    #expect(message.code == "text.encoding-mixed")
    #expect(message.arguments["linesCount"] == "6" && message.place?.line == 102)
  }

  /// A file in UTF-8 says itself what is no UTF-8 in it.
  @Test func linesInAFileOfUTF8AreBadText() throws {
    let result = try Self.run(Self.file((.utf8, 400), (.vni, 5)))
    #expect(result.part.canonical().openLabels[1] == ["UBND xã An Lão"])
    #expect(result.part.losses[1].total == 5)
    #expect(result.messages.map(\.code) == ["text.encoding-mixed"])
  }
}

extension LabelCounts {
  fileprivate var total: Int { entries.values.reduce(rest) { $0 + $1.count } }
}
