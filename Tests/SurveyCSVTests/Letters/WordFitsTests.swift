import SurveyTestSupport
import Testing

@testable import SurveyCSV

/// A line's letters are those of its words, whatever is remembered of these.
@Suite struct WordFitsTests {
  @Test(arguments: [TextEncoding.tcvn3, .tcvn5712])
  func aLineFitsAsItsWordsDo(_ tcvn: TextEncoding) throws {
    let readers = LineReader.all(tcvn)
    var words = WordFits(readers)
    var lines: [[UInt8]] = []
    let text = try PackageFile.text("Surveys/HUONG-DAN.md")
    for encoding in readers.map(\.encoding) {
      let encoded = try EncodedText(encoding).encoded(text)
      lines += encoded.split(separator: 0x0A).prefix(150).map(Array.init)
    }
    var random = SeededRandom(seed: 5)
    for _ in 0..<3_000 {
      lines.append(
        (0..<Int.random(in: 1...60, using: &random)).map { _ in
          let draw = UInt8(truncatingIfNeeded: random.next())
          switch random.next() % 8 {
          case 0: return random.element(of: [0x20, 0x2C, 0x0D, 0x3F, 0x01, 0x11, 0x2D])
          case 1, 2: return draw | 0x80
          case 3: return max(1, draw)
          default: return random.element(of: Array("aeiouygnhtxcđ".utf8))
          }
        })
    }
    // Runs of bytes that no word is as long as.
    lines.append([UInt8](repeating: 0xE1, count: 400) + Array(" được".utf8))
    for line in lines {
      let expected = readers.map { $0.fit(line[...]) }
      #expect(words.fits(line: line[...]) == expected, "\(line)")
    }
  }
}
