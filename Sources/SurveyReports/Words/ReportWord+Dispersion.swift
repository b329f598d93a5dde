/// What the method says of answers that resemble one another.
extension ReportWord {
  static let overDispersed = ReportWord(
    vi: "φ = {phi}, “{measure}”, {period} ({k} ô đơn vị × nửa tháng của {u} đơn vị). φ bằng "
      + "khoảng 1 khi các lượt trả lời độc lập với nhau; ở đây các lượt cùng đơn vị, cùng thời "
      + "gian giống nhau hơn mức ngẫu nhiên, nên khoảng tin cậy hẹp hơn thực tế và kết luận "
      + "“Đạt”, “Chưa đạt” có thể chưa chắc như đã ghi.",
    en:
      "φ = {phi}, “{measure}”, {period} ({k} {k:cell|cells} of unit × half-month, {u} {u:unit|units}). φ is "
      + "about 1 where answers are independent of one another; here those of one unit and time "
      + "are more alike than chance makes them, so that intervals are too narrow, and “Met” "
      + "and “Missed” may be less sure than they read.")
  static let notOverDispersed = ReportWord(
    vi: "φ = {phi}, “{measure}”, {period} ({k} ô đơn vị × nửa tháng của {u} đơn vị). φ bằng "
      + "khoảng 1 khi các lượt trả lời độc lập với nhau; chưa thấy các lượt cùng đơn vị, cùng "
      + "thời gian giống nhau hơn hẳn mức ngẫu nhiên.",
    en:
      "φ = {phi}, “{measure}”, {period} ({k} {k:cell|cells} of unit × half-month, {u} {u:unit|units}). φ is "
      + "about 1 where answers are independent of one another; those of one unit and time are "
      + "not shown to be much more alike than chance makes them.")
  static let overDispersionOfTooFew = ReportWord(
    vi: "Chưa xét được các lượt trả lời cùng đơn vị, cùng thời gian có giống nhau hơn mức ngẫu "
      + "nhiên không (φ của “{measure}”, {period}): chưa đủ {cells} ô đơn vị × nửa tháng có từ "
      + "{answers} lượt trả lời.",
    en: "Whether answers of one unit and time are more alike than chance makes them (φ of "
      + "“{measure}”, {period}) cannot be said: there are fewer than {cells} cells of unit × "
      + "half-month with at least {answers} answers.")
  static let overDispersionNotSought = ReportWord(
    vi:
      "Chưa xét các lượt trả lời cùng đơn vị, cùng thời gian có giống nhau hơn mức ngẫu nhiên không "
      + "(φ), vì lần chạy này không giữ chiều “{unit}”; thêm --by {unit} hoặc lập báo cáo từ bảng kiểm "
      + "thì có.",
    en:
      "Whether answers of one unit and time are more alike than chance makes them (φ) was not looked "
      + "for: this run does not keep the dimension “{unit}”. It is with --by {unit}, or from a tally."
  )
  static let overDispersionUnknowable = ReportWord(
    vi:
      "Không xét được các lượt trả lời cùng đơn vị, cùng thời gian có giống nhau hơn mức ngẫu nhiên "
      + "không (φ), vì định nghĩa không có ngày trả lời hoặc không có chiều nào là đơn vị (role: "
      + "unit).",
    en: "Whether answers of one unit and time are more alike than chance makes them (φ) cannot "
      + "be looked for: the definition has no date of a response, or no dimension is the unit "
      + "(role: unit).")
}
