import Testing

@testable import SurveyCSV

@Suite struct VietnameseSyllableTests {
  private static func isPossible(_ word: String) -> Bool {
    VietnameseSyllable.isPossible(word.unicodeScalars.map { $0 == "?" ? nil : $0 })
  }

  @Test func wordsArePossible() {
    let text = """
      khảo sát mức độ hài lòng của người dân doanh nghiệp đối với việc giải quyết thủ tục hành chính \
      tại bộ phận một cửa đất đai xây dựng đầu tư hộ tịch chứng thực bảo trợ xã hội đăng ký kinh \
      rất không bình thường trực tuyến toàn trình nghiêng nguyễn huỳnh khuya quých giặt giếng gìn \
      thuở uyên ướt yêu ỷ oẹ ngoằn ngoèo khuỷu xoong quốc quyển quỳnh giữa gì Đắk Lắk ĐẤT ĐấT
      """
    for word in text.split(whereSeparator: \.isWhitespace) {
      #expect(Self.isPossible(String(word)), "\(word)")
    }
  }

  @Test func otherThingsAreNot() {
    for word in ["êt", "đấtt", "ầấ", "bđ", "quảt", "nguễyn", "zá", "", "c«ng", "ngghiêngg"] {
      #expect(!Self.isPossible(word), "\(word)")
    }
  }

  @Test func lostLettersMayBeAny() {
    for word in ["R?t", "h?", "Đ?t", "d?ng", "ng??i", "???ng", "tr?c"] {
      #expect(Self.isPossible(word), "\(word)")
    }
    for word in ["lòng?Vì", "a????b", "x?z", "b?b"] { #expect(!Self.isPossible(word), "\(word)") }
  }
}
