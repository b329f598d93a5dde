/// The words of an export, spelled as `Surveys/one-stop-shop/2025.1.yaml` accepts them.
enum Vocabulary {
  static let header =
    "response_id,submitted_at,unit,field,channel,respondent,overall,access,procedures,officials,"
    + "results,feedback,needs,comment"

  /// The same with the kiosk after the unit.
  static let headerWithKiosk =
    "response_id,submitted_at,unit,kiosk,field,channel,respondent,overall,access,procedures,"
    + "officials,results,feedback,needs,comment"

  /// In place of a kiosk, where somebody answers at home.
  static let web = Bytes("WEB".utf8)

  /// The number of columns of ``header``.
  static let columnCount = 14

  static let units = bytes([
    "An Thắng", "Trường Thọ", "An Tiến", "Quang Trung", "Quốc Tuấn", "Trường Thành", "Tân Viên",
    "Chiến Thắng", "Thái Sơn", "Mỹ Đức", "An Thọ", "Bát Trang",
  ])

  /// The same as offices write them out, each of over 32 bytes.
  static let longUnits = units.map { Bytes("Bộ phận Một cửa UBND xã ".utf8) + $0 }

  static let fields = bytes([
    "Đất đai", "Xây dựng", "Đầu tư", "Hộ tịch", "Chứng thực", "Bảo trợ xã hội",
    "Đăng ký kinh doanh", "\"Đất đai, xây dựng\"",
  ])
  /// Long names of the same fields, half of them over 32 bytes, as the definition accepts them.
  static let longFields = bytes([
    "Lĩnh vực Đất đai", "Quản lý hoạt động xây dựng", "Đầu tư tại Việt Nam", "Lĩnh vực Hộ tịch",
    "Lĩnh vực Chứng thực", "Lĩnh vực Bảo trợ xã hội",
    "Thành lập và hoạt động của hộ kinh doanh", "\"Đất đai, xây dựng\"",
  ])
  static let unknownField = Bytes("Thể dục thể thao".utf8)

  static let channels = bytes([
    "Trực tuyến tự thực hiện", "Trực tuyến có hỗ trợ", "Bưu chính", "Tại quầy",
  ])

  static let respondents = bytes(["Công dân", "Doanh nghiệp"])

  /// The digits 1 to 5, at their own index; index 0 stands for no answer.
  static let digits = bytes(["", "1", "2", "3", "4", "5"])
  /// The labels of the digits, at the same index.
  static let labels = bytes([
    "", "Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng",
  ])
  static let noOpinion = Bytes("Không ý kiến".utf8)
  static let noOpinionDigit = Bytes("9".utf8)

  /// The ids of the needs.
  static let needs = bytes(["simpler", "faster", "information", "online", "help", "attitude"])
  /// Their labels, at the same index.
  static let needLabels = bytes([
    "Đơn giản hóa thủ tục", "Rút ngắn thời gian giải quyết", "Mở rộng hình thức thông tin",
    "Mở rộng dịch vụ trực tuyến", "Hỗ trợ thực hiện trực tuyến", "Cải thiện thái độ phục vụ",
  ])

  /// Sentences that need no quotes.
  static let remarks = bytes([
    "Cán bộ nhiệt tình", "Giải quyết đúng hẹn", "Trang web dễ dùng", "Chờ hơi lâu",
    "Hướng dẫn rõ ràng", "Mong có thêm chỗ ngồi", "Hồ sơ phải bổ sung hai lần",
    "Nộp trực tuyến rất tiện", "Mạng chậm vào buổi sáng", "Cảm ơn bộ phận Một cửa",
    "Cần mẫu đơn ngắn hơn", "Nhận kết quả qua bưu chính rất nhanh",
    "Chưa biết tra cứu hồ sơ ở đâu", "Đề nghị làm việc cả sáng thứ Bảy",
    "Thanh toán phí bằng mã QR được ngay", "Người già khó dùng máy",
  ])

  /// Sentences with a comma, a quote or a line break.
  static let quotedRemarks = bytes([
    "Nhanh, gọn, lịch sự", "Hẹn ngày 12, đến ngày 15 mới có",
    "Cán bộ nói \"chờ chút\" rồi quên", "Biểu mẫu \"Đơn đăng ký biến động\" quá dài",
    "Dòng một: tốt.\nDòng hai: máy quét hay hỏng.", "Đề nghị:\n- thêm ghế,\n- thêm quạt.",
    "Phí, lệ phí cần niêm yết rõ", "\"Một cửa\" nhưng phải đi hai nơi",
  ])

  private static func bytes(_ texts: [String]) -> [Bytes] {
    texts.map { Bytes($0.utf8) }
  }
}
