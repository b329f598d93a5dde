import Foundation
import SurveyDefinition
import SurveyTestSupport
import Testing

@Suite struct LabelFoldingTests {
  @Test(arguments: [
    ("đất đai", "ĐẤT ĐAI"),
    ("đất đai", "đâ\u{301}t đai"),
    ("đất đai", "đa\u{302}\u{301}t\u{A0} đai"),
    ("đất đai", "\u{FEFF}Đất\t\n đai "),
    ("hài lòng", "HÀI LÒNG"),
    ("response_id", " Response_ID\r\n"),
    ("thời gian", "THỜI  GIAN"),
    ("", " \u{A0}\u{FEFF}\t"),
    ("a b", "A\u{3000}B"),
    ("😀", "😀"),
  ])
  func foldsAlike(_ folded: String, _ text: String) {
    #expect(Array(LabelFolding.fold(text).utf8) == Array(folded.utf8))
  }

  @Test(arguments: [
    ("KHÔNG HÀI LÒNG", "HÀI LÒNG"), ("hòa", "hoà"), ("dat", "đạt"), ("a b", "ab"),
    ("Đất đai", "Đất đai."), ("5", "5.0"),
  ])
  func keepsApart(_ left: String, _ right: String) {
    #expect(LabelFolding.fold(left) != LabelFolding.fold(right))
  }

  /// U+FE0F asks for an emoji's coloured form; keyboards write it, and exports drop it.
  @Test func anEmojiIsTheSameInBothForms() {
    #expect(LabelFolding.fold("☹\u{FE0F}") == LabelFolding.fold("☹"))
    #expect(LabelFolding.fold("☹\u{FE0E} Tệ") == "☹ tệ")
    #expect(LabelFolding.fold("☹") != LabelFolding.fold("☺"))
  }

  /// What nobody sees in a label makes no second one, nor a second column, nor a second unit printed.
  @Test(arguments: [
    "\u{200B}", "\u{AD}", "\u{200E}", "\u{200F}", "\u{FEFF}", "\u{2060}", "\u{200C}", "\u{200D}",
    "\u{202A}", "\u{202C}", "\u{2066}", "\u{2069}", "\u{34F}", "\u{61C}", "\u{180E}",
  ])
  func whatIsInvisibleIsNoPartOfALabel(_ mark: String) {
    for label in ["An Lão", "Xã An La\u{303}o", "ĐẤT ĐAI", "5", "Ward 1"] {
      for place in 0...label.unicodeScalars.count {
        var scalars = label.unicodeScalars
        let index = scalars.index(scalars.startIndex, offsetBy: place)
        scalars.insert(contentsOf: mark.unicodeScalars, at: index)
        let marked = String(scalars)
        #expect(LabelFolding.fold(marked).utf8.elementsEqual(LabelFolding.fold(label).utf8))
        #expect(LabelFolding.display(marked).utf8.elementsEqual(LabelFolding.display(label).utf8))
        #expect(LabelFolding.bare(marked) == LabelFolding.bare(label))
      }
    }
    #expect(LabelFolding.fold(" " + mark + " ") == "")
  }

  /// Emoji, and scripts in which a joiner changes the word, keep theirs.
  @Test func whatJoinsEmojiStays() {
    for label in ["👩\u{200D}⚕\u{FE0F}", "می\u{200C}خواهم", "🏴\u{E0067}\u{E0062}\u{E007F}"] {
      #expect(LabelFolding.display(label).unicodeScalars.elementsEqual(label.unicodeScalars))
    }
    #expect(LabelFolding.fold("👩\u{200D}⚕") != LabelFolding.fold("👩⚕"))
    #expect(LabelFolding.fold("👩\u{200D}⚕\u{FE0F}") == LabelFolding.fold("👩\u{200D}⚕"))
  }

  @Test(arguments: [
    ("linhvuc", "Lĩnh vực"), ("linhvuc", "LINH VUC"), ("linhvuc", " LinhVực "),
    ("donvi", "Đơn vị"), ("donvi", "đo\u{31B}n vi\u{323}"), ("ngay_tao", "Ngày_tạo"), ("", " "),
  ])
  func bareTextHasNoMarksAndNoSpaces(_ bare: String, _ text: String) {
    #expect(Array(LabelFolding.bare(text).utf8) == Array(bare.utf8))
  }

  @Test func displayKeepsTheCase() {
    let shown = LabelFolding.display(" LĨNH VỰC  Đa\u{302}\u{301}t đai ")
    #expect(Array(shown.utf8) == Array("LĨNH VỰC Đất đai".utf8))
    #expect(LabelFolding.display("  A  b ") == "A b")
  }

  /// The quick path for ASCII agrees with the plain one, and folding twice changes nothing.
  @Test func foldingIsStable() {
    var random = SeededRandom(seed: 766)
    let ranges: [ClosedRange<UInt32>] = [0x01...0x7F, 0x80...0x24F, 0x300...0x36F, 0x1E00...0x1FFF]
    for _ in 0..<4000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        let range = ranges[Int.random(in: ranges.indices, using: &random)]
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
          text.append(scalar)
        }
      }
      let folded = LabelFolding.fold(String(text))
      #expect(Array(LabelFolding.fold(folded).utf8) == Array(folded.utf8), "\(Array(text))")
      let marked = LabelFolding.fold(String(text) + " é")
      #expect(marked == (folded.isEmpty ? "é" : folded + " é"))
    }
  }

  /// The definition of folding, letter by letter: what the fast way must give.
  private static func slow(_ text: String, lowercase: Bool) -> String {
    var composed = text.precomposedStringWithCanonicalMapping
    if lowercase { composed = composed.lowercased().precomposedStringWithCanonicalMapping }
    return composed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func lettersFoldAsUnicodeSays() {
    let scalars =
      (0x21...0x24F).filter { $0 != 0xA0 && $0 != 0x85 && $0 != 0xAD } + Array(0x1E00...0x1EFF)
    let marks = ["", "\u{301}", "\u{323}", "a", " b"]
    for scalar in scalars.compactMap(Unicode.Scalar.init) {
      for mark in marks {
        let text = " x " + String(Character(scalar)) + mark
        #expect(LabelFolding.fold(text) == Self.slow(text, lowercase: true), "\(scalar.value)")
        #expect(LabelFolding.display(text) == Self.slow(text, lowercase: false), "\(scalar.value)")
        let scalars = LabelFolding.fold(text).unicodeScalars.map(\.value)
        #expect(scalars == Self.slow(text, lowercase: true).unicodeScalars.map(\.value))
      }
    }
  }
}
