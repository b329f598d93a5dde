import Foundation
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// Every planted line in every place and form is masked whole, and nothing else of the sentence is;
/// every harmless line stays as it is.
@Suite struct PersonalMaskTests {
  /// A line of `planted.txt`.
  struct Planted: CustomTestStringConvertible, Sendable {
    let kind: PersonalKind
    /// The words before what is masked, the masked with `|` in it, the words behind.
    let before: String
    let secret: String

    var testDescription: String { before + secret }

    init?(_ line: Substring) {
      let parts = line.split(separator: "\t")
      guard parts.count == 2, let kind = PersonalKind(rawValue: String(parts[0])) else {
        return nil
      }
      self.kind = kind
      let words = parts[1]
      if words.hasSuffix("}"), !words.hasPrefix("{"), let open = words.firstIndex(of: "{"),
        kind != .email
      {
        before = String(words[..<open])
        secret = String(words[words.index(after: open)...].dropLast())
      } else {
        before = ""
        secret = String(words)
      }
    }

    static func lines() throws -> [Planted] {
      try texts("planted.txt").compactMap { Planted($0[...]) }
    }
  }

  static func texts(_ name: String) throws -> [String] {
    try PackageFile.text("Tests/CivicSurveyTests/Opinions/\(name)")
      .split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
  }

  private static func masked(_ text: String) -> String {
    PersonalMask.mask(text).text { "[\($0.rawValue)]" }
  }

  private static func wide(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0x30...0x39).contains(scalar.value)
            ? Unicode.Scalar(scalar.value - 0x30 + 0xFF10) ?? scalar : scalar
        }))
  }

  @Test func listsAreRich() throws {
    let planted = try Planted.lines()
    #expect(planted.count == (try Self.texts("planted.txt").count))
    for kind in PersonalKind.allCases { #expect(planted.count { $0.kind == kind } >= 10) }
    #expect(try Self.texts("harmless.txt").count >= 200)
  }

  @Test(arguments: try Planted.lines())
  func plantedIsMaskedEverywhere(_ planted: Planted) {
    let plain = planted.secret.replacing("|", with: "")
    var wrong: [String] = []
    let broken = ["\n", "\r\n", " \n "].map { planted.secret.replacing("|", with: $0) }
    for secret in [plain] + broken {
      for form in [secret, Self.wide(secret), secret.decomposedStringWithCanonicalMapping] {
        let before = planted.before
        let mask = "[\(planted.kind.rawValue)]"
        let places: [(String, String)] = [
          ("", ""), ("", " là của gia đình tôi."), ("Xin trả lời giúp tôi qua ", ""),
          ("Xin trả lời tôi qua ", "."), ("Gia đình (", ") xin hỏi."), ("Tôi ở xa, ", ", xin hỏi."),
          ("Kính gửi xã.\n", "\nXin cảm ơn."), ("«", "»"),
        ]
        for (left, right) in places {
          let shown = left + before + mask + right
          let text = left + before + form + right
          for text in [text, text.decomposedStringWithCanonicalMapping] {
            let masked = Self.masked(text)
            if masked != shown { wrong.append(masked) }
          }
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) of them, such as \(wrong.prefix(2))")
  }

  @Test(arguments: try texts("harmless.txt"))
  func harmlessStays(_ text: String) {
    for (left, right) in [
      ("", ""), ("Tôi hỏi về ", ""), ("", " là đúng."), ("Theo đó (", ") thì sao?"), ("- ", ";"),
      ("Việc này\n", "\nđã lâu."),
    ] {
      #expect(Self.masked(left + text + right) == left + text + right)
      let wide = Self.wide(left + text + right)
      #expect(Self.masked(wide) == wide)
    }
  }

  /// Two numbers beside one another are two; parts of an address are one.
  @Test(arguments: [
    ("0912345678, 0987654321", "[phone], [phone]"),
    ("0912345678,0987654321", "[phone],[phone]"), ("0912345678.0987654321", "[phone].[phone]"),
    ("0912345678 - 0987654321", "[phone] - [phone]"),
    ("0912345678/0987654321", "[phone]/[phone]"),
    ("0912345678 031099012345", "[phone] [idNumber]"),
    ("số nhà 12, ngõ 34, tổ 5, thị trấn An Lão", "[address], thị trấn An Lão"),
    ("SĐT 0912345678 STK 0011001234567", "SĐT [phone] STK [account]"),
    ("a@b.vn; 0912 345 678", "[email]; [phone]"),
    ("09\u{200B}12345678", "[phone]"), ("0\u{FE0F}\u{20E3}912345678", "[phone]"),
    ("٠٩١٢٣٤٥٦٧٨", "[phone]"), ("＋８４　９１２－３４５－６７８", "[phone]"),
    ("𝟎𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", "[phone]"), ("a＠b．vn", "[email]"),
    ("09\u{7}12345678", "[phone]"), ("０９１２\u{200D}３４５６７８", "[phone]"),
  ])
  func besideOneAnother(_ text: String, _ shown: String) {
    #expect(Self.masked(text) == shown)
  }

  @Test func countsByKind() {
    let masked = PersonalMask.mask("0912345678, 0987654321, a@b.vn, thôn 3")
    #expect(masked.counts == [.phone: 2, .email: 1, .address: 1])
    #expect(PersonalMask.mask("").pieces == [])
  }

  /// Names are nobody's to decide but the office's.
  @Test(arguments: [
    ("Cảm ơn ông Nguyễn Văn A đã giúp.", ["ông Nguyễn Văn A"]),
    ("bà Trần Thị B và anh Lê C", ["bà Trần Thị B", "anh Lê C"]),
    ("Chị Hoa ở bộ phận một cửa", ["Chị Hoa"]),
    ("ông nguyễn văn a", ["ông nguyễn văn a"]),
    ("Tôi tên là phạm văn d.", ["Tôi tên là phạm văn d"]),
    ("tôi tên Hoàng Đ", ["tôi tên Hoàng Đ"]),
    ("bà con nông dân, anh chị em", []),
    ("Họ và tên: Lê Thị E", ["Họ và tên: Lê Thị E"]),
  ])
  func namesAreListed(_ text: String, _ excerpts: [String]) {
    for form in [text, text.decomposedStringWithCanonicalMapping] {
      let masked = PersonalMask.mask(form)
      #expect(masked.doubts.map(\.excerpt) == excerpts)
      #expect(masked.doubts.allSatisfy { $0.kind == .name })
      #expect(masked.text { _ in "" } == text)
    }
  }

  @Test(arguments: [
    ("mã 21053100015", DoubtKind.digits, "21053100015"),
    ("ở số 45 Nguyễn Trãi", .address, "số 45 Nguyễn Trãi"),
    ("ở 45/2 Trần Phú", .address, "45/2 Trần Phú"),
    ("xem facebook.com/nguyenvana nhé", .link, "facebook.com/nguyenvana"),
  ])
  func otherDoubtsAreListed(_ text: String, _ kind: DoubtKind, _ excerpt: String) {
    #expect(PersonalMask.mask(text).doubts == [MaskedText.Doubt(kind: kind, excerpt: excerpt)])
  }
}
