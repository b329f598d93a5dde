import SurveyTestSupport
import Testing

@testable import SurveyCSV

/// TCVN 5712-1, with capitals of its own at 0x80–0x9F and at control characters, and TCVN3, which has
/// punctuation there: either is read as what it is, or the line is in doubt.
@Suite struct TCVNTests {
  private static let capitals = [
    "GÒ VẤP", "XÃ AN LÃO", "THỊ TRẤN", "PHƯỜNG TÂN LỢI", "QUẬN PHÚ NHUẬN", "HUYỆN CỦ CHI", "BỘ",
    "XÃ HÒA AN", "SỞ Y TẾ", "HỌ TÊN", "XÃ", "GIÓ", "KHÓ", "XÃ BA VÌ", "HỎI ĐÁP", "KHU PHỐ NHỎ",
    "HỘ TỊCH", "TỈNH NGHỆ AN", "UBND XÃ", "ĐỨC THỌ", "MỸ LỘC", "QUÝ LỘC", "TRÀ BỒNG",
  ]
  private static let small = [
    "Gò Vấp", "xã An Lão", "Ủy ban nhân dân", "Ở đây rất tốt", "Ý kiến khác", "đất đai", "hộ tịch",
    "Ứng Hòa", "Ân Thi", "khá hài lòng", "phường Tân Lợi", "Óc Eo",
  ]
  private static let quoted = [
    "“an toàn”", "“UBND”", "xã “Nông thôn mới”", "‘ưu tiên’", "chờ lâu…", "“AN NINH TRẬT TỰ”",
    "Hà Nội – Huế", "“Ở đây”", "“ăn”", "“a lô”", "“TẬN TÂM”",
  ]

  private static func file(_ phrases: [String], _ random: inout SeededRandom) -> String {
    var text = "mã,đơn vị,ý kiến\n"
    for number in 1...Int(1 + random.next() % 6) {
      let fields = (0..<2).map { _ in phrases[Int(random.next() % UInt64(phrases.count))] }
      text += "P\(number),\(fields.joined(separator: ","))\n"
    }
    return text
  }

  private static func lines(_ text: [UInt8]) -> [String] {
    text.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The lines that come out wrong and are not in doubt, read as what is found.
  private static func silentlyWrong(
    _ bytes: [UInt8], _ right: String, allowed: Set<TextEncoding>
  ) throws -> [String] {
    guard let found = EncodingDetector.find(bytes[...]).encoding else { return [] }
    #expect(allowed.contains(found), "\(found.rawValue): \(right)")
    let read = lines(TextTranscoder.text(of: bytes, found))
    let doubtful = try EncodingWatchTests.watch(bytes, found).lines
    let expected = lines(Array(right.utf8))
    #expect(read.count == expected.count)
    return read.indices.filter {
      read[$0] != expected[$0] && !doubtful.contains(UInt64($0 + 1))
    }.map { read[$0] }
  }

  @Test func allLettersAreThere() throws {
    let small = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
    let letters = (small + small.uppercased()).filter { !$0.isASCII }
    #expect(letters.count == 134)
    let encoded = try EncodedText(.tcvn5712).encoded(letters)
    #expect(encoded.count == letters.count)
    for piece in [1, 3, 8, 64] {
      let decoded = stride(from: 0, to: encoded.count, by: piece).flatMap {
        TextTranscoder.text(of: Array(encoded[$0..<min(encoded.count, $0 + piece)]), .tcvn5712)
      }
      #expect(String(decoding: decoded, as: UTF8.self) == letters)
    }
  }

  @Test func capitalsAreReadOrDoubted() throws {
    let encoded = try EncodedText(.tcvn5712)
    var found = 0
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = SeededRandom(seed: seed)
      let text = Self.file(seed % 2 == 0 ? Self.capitals : Self.capitals + Self.small, &random)
      let bytes = encoded.encoded(text)
      #expect(
        try Self.silentlyWrong(bytes, text, allowed: [.tcvn5712, .tcvn3]) == [], "\(text)")
      if EncodingDetector.find(bytes[...]).encoding == .tcvn5712 { found += 1 }
    }
    // Nearly all are read.
    #expect(found >= 285, "\(found)")
  }

  /// Small letters are the same in both, so either name is right.
  @Test func smallLettersAreRead() throws {
    let encoded = try EncodedText(.tcvn5712)
    for seed in 1...40 as ClosedRange<UInt64> {
      var random = SeededRandom(seed: seed)
      let text = Self.file(Self.small, &random)
      #expect(
        try Self.silentlyWrong(encoded.encoded(text), text, allowed: [.tcvn5712, .tcvn3]) == [],
        "\(text)")
    }
  }

  @Test func punctuationStaysInTCVN3() throws {
    let encoded = try EncodedText(.tcvn3)
    for seed in 1...150 as ClosedRange<UInt64> {
      var random = SeededRandom(seed: seed)
      let text = Self.file(Self.quoted + Self.small, &random)
      let bytes = encoded.encoded(text)
      #expect(EncodingDetector.find(bytes[...]).encoding == .tcvn3, "\(text)")
      #expect(try EncodingWatchTests.watch(bytes, .tcvn3).lines == [], "\(text)")
    }
  }

  @Test func otherEncodingsStay() throws {
    for encoding in [TextEncoding.windows1258, .vni] {
      let encoded = try EncodedText(encoding)
      for seed in 1...40 as ClosedRange<UInt64> {
        var random = SeededRandom(seed: seed)
        let bytes = encoded.encoded(Self.file(Self.quoted + Self.capitals + Self.small, &random))
        let found = EncodingDetector.find(bytes[...]).encoding
        #expect(found == encoding || found == nil)
        #expect(try EncodingWatchTests.watch(bytes, encoding).lines == [])
      }
    }
  }

  /// Lines put into a file of the other are in doubt, one word sufficing.
  @Test func linesOfTheOtherAreDoubted() throws {
    let (vn1, tcvn3) = (try EncodedText(.tcvn5712), try EncodedText(.tcvn3))
    let (capital, quoted) = (vn1.encoded("P1,XÃ An\n"), tcvn3.encoded("P2,“an toàn\n"))
    let plain = vn1.encoded("P3,đất đai\n")
    #expect(try EncodingWatchTests.watch(plain + capital + quoted, .tcvn3).lines == [2])
    let (lines, doubts) = try EncodingWatchTests.watch(plain + capital + quoted, .tcvn5712)
    #expect(lines == [3] && doubts.others.map(\.encoding) == [.tcvn3])
  }

  @Test func tonesStandWhereSpellingPutsThem() {
    func isInPlace(_ text: String) -> Bool {
      VietnameseSyllable.isToneInPlace(
        text.unicodeScalars.map { VietnameseSyllable.letter($0.value) })
    }
    for right in ["oản", "ỏa", "oả", "của", "quả", "giả", "gì", "mười", "mứa", "khuỷu", "tuyển"] {
      #expect(isInPlace(right), "\(right)")
    }
    for wrong in ["ỏan", "aõ", "ỏai", "cuả", "mưòi"] {
      #expect(!isInPlace(wrong), "\(wrong)")
    }
  }
}
