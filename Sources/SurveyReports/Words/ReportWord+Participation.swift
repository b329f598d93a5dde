/// Words about who took part.
extension ReportWord {
  static let participationRate = ReportWord(vi: "Tỷ lệ tham gia", en: "Participation rate")
  static let responseRate = ReportWord(vi: "Tỷ lệ trả lời", en: "Response rate")
  static let coverageRate = ReportWord(vi: "Độ bao phủ", en: "Coverage")
  static let lowVolume = ReportWord(vi: "ít phiếu bất thường", en: "far fewer than before")
  static let served = ReportWord(vi: "Được phục vụ", en: "Served")
  static let offered = ReportWord(vi: "Được mời", en: "Asked")
  static let participationOfServed = ReportWord(
    vi: "{title}: {rate} ({n} phiếu trên {people} lượt được phục vụ).",
    en: "{title}: {rate} ({n} {n:response|responses} of {people} served).")
  static let participationOfOffered = ReportWord(
    vi: "{title}: {rate} ({n} phiếu trên {people} lượt được mời đánh giá).",
    en: "{title}: {rate} ({n} {n:response|responses} of {people} asked).")
  static let participationMethod = ReportWord(
    vi:
      "{title} = số phiếu đã nhận chia cho {base}, theo tệp kèm theo; để trống khi tệp không đủ mọi "
      + "ngày và mọi mục của dòng. Tỷ lệ này tính trên mọi phiếu đã nhận, kể cả phiếu không trả lời câu "
      + "hỏi (n là số lượt trả lời); phiếu không rõ mục chỉ tính vào dòng chung. Tỷ lệ hài lòng chỉ nói về "
      + "những người đã trả lời.",
    en:
      "{title} = accepted responses over {base}, as the file beside them says; empty where that lacks a "
      + "day or a category of the row. It counts every accepted response, also one without an answer (n "
      + "counts answers); responses without a category count in the whole alone. Rates of satisfaction "
      + "speak of those who answered alone.")
  static let baseOffered = ReportWord(vi: "số lượt được mời đánh giá", en: "those asked")
  static let baseServed = ReportWord(vi: "số lượt được phục vụ", en: "those served")
}
