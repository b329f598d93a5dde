import SurveyTestSupport
import Testing

@testable import SurveyReports

@Suite struct DisplayTextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3),
    ("\u{111}\u{1EA5}t", 3),  // đất, composed
    ("\u{111}a\u{302}\u{301}t", 3),  // đất, decomposed
    ("\u{6F22}\u{5B57}", 4),  // two ideographs
    ("\u{FF21}", 2), ("\u{D55C}", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("\u{1F600}", 2), ("\u{1F44D}\u{1F3FD}", 2), ("\u{2764}\u{FE0F}", 2),
    ("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", 2), ("\u{1F1FB}\u{1F1F3}", 2),
    ("\u{2026}", 1), ("\u{2013}", 1), ("\u{5D0}\u{5D1}", 2), ("\u{301}", 0),
  ])
  func width(text: String, columns: Int) {
    #expect(DisplayText.width(text) == columns)
  }

  @Test func plainTextStaysOnItsLine() {
    #expect(DisplayText.plain("a\nb\r\nc\td\u{2028}e\u{85}f") == "a b  c d e f")
    #expect(DisplayText.plain("a\u{200B}b\u{1B}[31m\u{202E}c") == "a[U+200B]b[U+001B][31m[U+202E]c")
    #expect(DisplayText.plain("\u{FEFF}x\u{0}") == "[U+FEFF]x[U+0000]")
    let family = "\u{1F468}\u{200D}\u{1F469}"
    #expect(DisplayText.plain(family) == family)
    #expect(DisplayText.plain("a\u{200D}b") == "a[U+200D]b")
    #expect(DisplayText.plain("đất đai") == "đất đai")
  }

  @Test func cutting() {
    #expect(DisplayText.cut("abcdef", to: 6) == "abcdef")
    #expect(DisplayText.cut("abcdefg", to: 6) == "abcde…")
    #expect(DisplayText.cut("\u{6F22}\u{5B57}\u{6F22}", to: 4) == "\u{6F22}…")
  }

  @Test func padding() {
    #expect(DisplayText.pad("\u{6F22}", to: 4) == "\u{6F22}  ")
    #expect(DisplayText.pad("7", to: 3, right: true) == "  7")
    #expect(DisplayText.pad("long", to: 2) == "long")
  }

  @Test func wrapping() {
    #expect(DisplayText.wrap("", to: 10) == [""])
    #expect(DisplayText.wrap("one two three", to: 7) == ["one two", "three"])
    #expect(DisplayText.wrap("abcdefgh", to: 3) == ["abc", "def", "gh"])
    #expect(DisplayText.wrap("it is 86,1 % ≥ 85 %", to: 8) == ["it is", "86,1 %", "≥ 85 %"])
    #expect(DisplayText.wrap("và p = 0,075 x", to: 9) == ["và", "p = 0,075", "x"])
    #expect(DisplayText.wrap("a b c d", to: 1, most: 2) == ["a", "…"])
  }

  @Test func wrappedLinesNeverPassTheWidth() {
    var generator = SeededRandom(seed: 7)
    let pieces = ["a", "đ", "e\u{302}\u{301}", " ", " ", "\u{6F22}", "\u{1F600}", "-", "%", "≥"]
    for _ in 0..<500 {
      let length = Int.random(in: 0...60, using: &generator)
      let text = (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      for columns in [2, 3, 5, 17] {
        let lines = DisplayText.wrap(text, to: columns)
        #expect(lines.allSatisfy { DisplayText.width($0) <= columns }, "\(text) at \(columns)")
        let bare = text.filter { $0 != " " }
        #expect(lines.joined().filter { $0 != " " } == bare)
      }
    }
  }
}
