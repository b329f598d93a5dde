import SurveyTestSupport
import Testing

@testable import SurveyCSV

@Suite struct EncodingWatchTests {
  static let watched: [TextEncoding] = [.tcvn3, .vni, .windows1258, .windows1252]

  static func watch(
    _ bytes: [UInt8], _ encoding: TextEncoding, pieces: [Int] = [.max]
  ) throws -> (lines: [UInt64], doubts: EncodingDoubts) {
    var watch = try #require(EncodingWatch(encoding))
    var rest = bytes[...]
    var lines: [UInt64] = []
    var piece = 0
    while true {
      let next = Array(rest.prefix(pieces[piece % pieces.count]))
      rest = rest.dropFirst(next.count)
      // SAFETY: the buffer is the array's own for the length of the call.
      unsafe next.withUnsafeBytes { unsafe watch.take($0) }
      lines += watch.takeDoubtfulLines()
      if next.isEmpty { return (lines, watch.doubts) }
      piece += 1
    }
  }

  /// What is in the encoding that it is read in is never doubted, however short its lines are.
  @Test(arguments: watched) func rightTextIsNotDoubted(_ encoding: TextEncoding) throws {
    let encoded = try EncodedText(encoding)
    for name in ["Surveys/HUONG-DAN.md", "Samples/kiosk-200.csv", "README.md"] {
      let words = try PackageFile.text(name).split { " \n,;".contains($0) }
      for length in 1...4 {
        let lines = stride(from: 0, to: words.count, by: length).map {
          words[$0..<min(words.count, $0 + length)].joined(separator: " ")
        }
        let bytes = encoded.encoded(lines.joined(separator: "\n"))
        let (doubtful, doubts) = try Self.watch(bytes, encoding)
        let shown = doubtful.prefix(5).map { lines[Int($0) - 1] }
        #expect(doubtful.isEmpty, "\(name), \(length) words: \(shown)")
        #expect(doubts.lineCount == lines.count)
        #expect(doubts.firstLine != nil)
      }
    }
  }

  @Test(arguments: [
    ("tcvn3", TextEncoding.tcvn3), ("vni-windows", .vni), ("windows-1258", .windows1258),
    ("windows-1252", .windows1252),
  ])
  func samplesAreNotDoubted(_ name: String, _ encoding: TextEncoding) throws {
    let bytes = try PackageFile.bytes("Samples/encodings/\(name).csv")
    let (lines, doubts) = try Self.watch(bytes, encoding)
    #expect(lines == [] && doubts.others == [])
    #expect(doubts.lineCount == 201 && doubts.firstLine == 2)
  }

  /// Lines of an export in any other encoding are doubted, all of them.
  @Test(arguments: watched) func otherLinesAreDoubted(_ encoding: TextEncoding) throws {
    let lines = try PackageFile.text("Samples/kiosk-200.csv").split(separator: "\n").dropFirst()
    let right = try EncodedText(encoding).encoded(lines.joined(separator: "\n") + "\n")
    for other in [.utf8] + Self.watched where other != encoding && other != .windows1252 {
      let wrong = try EncodedText(other).encoded(lines.prefix(50).joined(separator: "\n"))
      let (doubtful, doubts) = try Self.watch(right + wrong, encoding)
      #expect(doubtful == Array(201...250), "\(other.rawValue) in \(encoding.rawValue)")
      #expect(doubts.lineCount == 250 && doubts.firstLine == 1)
      #expect(
        doubts.others.map(\.encoding) == [other] && doubts.others[0].doubtedCount == 50
          && doubts.others[0].firstLine == 201)
    }
  }

  /// A commune's name has two letters, which is enough where not one of them fits.
  @Test func twoLettersSufficeWhereNoneFits() throws {
    let vni = try EncodedText(.vni)
    #expect(try Self.watch(vni.encoded("P1,UBND xã An Lão,5"), .tcvn3).lines == [1])
    let (lines, doubts) = try Self.watch(vni.encoded("P1,xã Tam Quan,5"), .tcvn3)
    #expect(lines == [])
    #expect(doubts.others.map(\.weakCount) == [1] && doubts.others[0].letters == 1)
    // “Lão” fits in neither, so that nothing is better.
    #expect(try Self.watch([0x6C, 0xC3, 0xA3, 0x80, 0x6F, 0x2C, 0x6C], .tcvn3).lines == [])
    #expect(try Self.watch(Array("P1,UBND xa An Lao,5".utf8), .tcvn3).doubts.others == [])
  }

  /// Lines are numbered as the reader numbers them, wherever a block ends.
  @Test func linesAreThoseOfTheReader() throws {
    let vni = try EncodedText(.vni).encoded("UBND xã An Lão")
    let tcvn3 = try EncodedText(.tcvn3).encoded("đất đai ở đây")
    let long = Array(repeating: UInt8(ascii: "x"), count: 40)
    let lines: [[UInt8]] = [
      tcvn3, vni, [], tcvn3, long + vni, vni + [0x20] + long, long + long + tcvn3, vni,
    ]
    for end in [[0x0A], [0x0D], [0x0D, 0x0A]] as [[UInt8]] {
      for last in [end, []] {
        let bytes = Array(lines.joined(separator: end)) + last
        for pieces in [[.max], [1], [2], [3, 1, 7], [16], [33]] as [[Int]] {
          let (doubtful, doubts) = try Self.watch(bytes, .tcvn3, pieces: pieces)
          #expect(doubtful == [2, 5, 6, 8], "\(end) \(pieces)")
          #expect(doubts.lineCount == 7 && doubts.firstLine == 1)
        }
      }
    }
  }

  /// Blocks change nothing, whatever the bytes.
  @Test func bordersDoNotShow() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SeededRandom(seed: seed)
      let bytes: [UInt8] = (0..<3_000).map { _ in
        let draw = UInt8(truncatingIfNeeded: random.next())
        switch random.next() % 8 {
        case 0: return [0x0A, 0x0D, 0x20, 0x2C][Int(draw) % 4]
        case 1, 2: return draw | 0x80
        default: return Array("aeiouygnhtxc?".utf8)[Int(draw) % 13]
        }
      }
      let whole = try Self.watch(bytes, .tcvn3)
      #expect(whole.doubts.lineCount > 50)
      for pieces in [[1], [2, 5], [31], [64, 3], [1_000]] {
        let (lines, doubts) = try Self.watch(bytes, .tcvn3, pieces: pieces)
        #expect(lines == whole.lines && doubts == whole.doubts, "seed \(seed), \(pieces)")
      }
    }
  }

  @Test func whatCannotBeWatchedIsNot() {
    #expect(EncodingWatch(.utf8) == nil)
    #expect(EncodingWatch(.utf16LE) == nil)
  }
}
