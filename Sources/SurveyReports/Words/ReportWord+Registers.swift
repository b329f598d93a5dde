/// What the method says of a register's figures.
extension ReportWord {
  static let openOpinions = ReportWord(
    vi: "Đúng hạn: ý kiến chưa trả lời mà có hạn trước ngày {day} tính là trễ; ý kiến chưa đến hạn "
      + "không tính vào tỷ lệ này.",
    en:
      "On time: open opinions that were due before {day} count as late; those that are not due yet "
      + "are not in this rate.")
}
