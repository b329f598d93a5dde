import Testing

@testable import SurveyReports

/// Text that could hide, move or reorder what stands around it, in HTML and in JSON.
@Suite struct HiddenScalarTests {
  private static func html(_ text: String) -> String {
    var writer = HTMLWriter()
    writer.text(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Every scalar that may be meant, between letters that stay.
  private static let scalars =
    (UInt32(0)...0x2100).compactMap(Unicode.Scalar.init)
    + ["\u{FEFF}", "\u{FFFD}", "\u{1F600}", "\u{10FFFF}"]

  @Test func controlsAndMarksOfDirectionAreNotInHTML() {
    for scalar in Self.scalars {
      let text = Self.html("a" + String(scalar) + "b")
      switch HiddenScalar(scalar) {
      case .control, .direction, .lineEnd:
        #expect(text == "ab" || text == "a b", "\(scalar.value)")
      case .zeroWidth: #expect(text.unicodeScalars.contains(scalar))
      case nil: #expect(text.unicodeScalars.count > 2)
      }
    }
    #expect(Self.html("a\u{85}b\u{9B}31m\u{61C}c") == "ab31mc")
    #expect(Self.html("a\tb\nc\rd\u{2028}e") == "a b cd e")
    #expect(Self.html("<đ & \u{202E}'đ'>\u{a0}") == "&lt;đ &amp; &#39;đ&#39;&gt;\u{a0}")
  }

  @Test func allAreSpelledOutInJSON() {
    for scalar in Self.scalars {
      let text = JSONValue.string(String(scalar)).serialized()
      let isEscaped = text.contains("\\")
      #expect(isEscaped == (HiddenScalar(scalar) != nil || scalar == "\"" || scalar == "\\"))
    }
  }

  /// The fast look at bytes misses none.
  @Test func theFirstByteTells() throws {
    for scalar in Self.scalars where HiddenScalar(scalar) != nil {
      let first = try #require(String(scalar).utf8.first)
      #expect(HiddenScalar.mayBegin(with: first))
    }
  }
}
