import CivicSurvey

/// What could not be used, where every record went, and what else is told.
extension ReportWord {
  // MARK: Losses

  static let losses = ReportWord(vi: "Dữ liệu không dùng được", en: "Data that could not be used")
  static let lossShare = ReportWord(
    vi: "{measure}: {lost} trên {base} ({share}); giới hạn {limit}.",
    en: "{measure}: {lost} of {base} ({share}); the limit is {limit}.")
  static let unknownCounts = ReportWord(
    vi: "{records} bản ghi bị loại không rõ là bao nhiêu lượt, ở đây mỗi bản ghi tính là 1. Nếu "
      + "mỗi bản ghi là {largest} lượt như bản ghi lớn nhất được nhận thì mất {lost} trên {base} ({share}).",
    en: "Rejected records of an unknown count: {records}; each is 1 response here. If each were "
      + "{largest} like the largest accepted record, {lost} of {base} ({share}) would be lost.")
  static let rowLosses = ReportWord(
    vi: "{place}: {lost} trên {base} lượt có câu trả lời không đọc được ({share}), quá giới hạn "
      + "{limit}.",
    en:
      "{place}: of {base} responses {lost} have an answer that cannot be read ({share}), over the "
      + "limit of {limit}.")
  static let rowResponse = ReportWord(
    vi: "{place}: {lost} trên {base} lượt được hỏi có trả lời, kể cả “không ý kiến” ({share}, dưới "
      + "{limit}); {missing} để trống, {invalid} không đọc được.",
    en: "{place}: {lost} of the {base} asked answered or had no opinion ({share}, under {limit}); "
      + "{missing} missing, {invalid} invalid.")
  static let rowsLosses = ReportWord(
    vi: "{measure} – quá {limit} câu trả lời không đọc được ở {places}.",
    en: "{measure} – over {limit} of the answers cannot be read in {places}.")
  static let rowsResponse = ReportWord(
    vi: "{measure} – chưa đến {limit} số lượt được hỏi có trả lời ở {places}.",
    en: "{measure} – under {limit} of those asked answered in {places}.")
  static let rowShare = ReportWord(
    vi: "{place} ({lost} trên {base}: {share})",
    en: "{place} ({lost} of {base}: {share})")
  static let lowResponse = ReportWord(vi: "ít lượt trả lời", en: "few answered")
  static let toMind = ReportWord(vi: "Lưu ý", en: "To mind")
  static let unknownLabels = ReportWord(
    vi: "Cách ghi không có trong danh mục: {column}",
    en: "Spellings that are not in the list: {column}")
  static let label = ReportWord(vi: "Cách ghi", en: "Spelling")
  static let place = ReportWord(vi: "Chỗ đầu tiên", en: "First place")
  static let suggestion = ReportWord(vi: "Gần nhất", en: "Nearest")
  static let otherLabels = ReportWord(vi: "(các cách ghi khác)", en: "(other spellings)")
  static let nearMisses = ReportWord(vi: "Có lẽ chỉ là ghi sai", en: "Probably misspelt")
  static let nearMiss = ReportWord(
    vi: "“{seen}” → “{label}”, {n} lần",
    en: "“{seen}” → “{label}”, {n} {n:time|times}")
  static let pasteNearMisses = ReportWord(
    vi:
      "Nếu đúng, chép phần sau vào tệp định nghĩa, thay cho “accepts” cũ, và tăng “revision”; hoặc "
      + "điền nghĩa vào tệp do --unknown-labels ghi ra rồi đưa lại bằng --labels.",
    en: "If so, put this into the definition, in place of an older “accepts”, and raise "
      + "“revision”; or fill in the file that --unknown-labels writes and give it back with "
      + "--labels.")
  static let withheldLabels = ReportWord(
    vi: "(không hiển thị: cột có dữ liệu cá nhân)",
    en: "(not shown: the column holds personal data)")
  static let moreLabels = ReportWord(
    vi: "(và {n} cách ghi khác)", en: "(and {n} more {n:spelling|spellings})")
  static let rejectedByCode = ReportWord(
    vi: "Bản ghi bị loại, theo lý do",
    en: "Rejected records, by reason")
  static let code = ReportWord(vi: "Mã", en: "Code")
  static let meaning = ReportWord(vi: "Ý nghĩa và cách xử lý", en: "What it means and what to do")
  static let line = ReportWord(vi: "dòng {line}", en: "line {line}")

  // MARK: Accounting

  static let accounting = ReportWord(vi: "Đối chiếu", en: "Accounting")
  static let records = ReportWord(
    vi: "Bản ghi: {read} đã đọc = {accepted} nhận + {rejected} loại + {duplicate} trùng + "
      + "{outOfScope} ngoài phạm vi.",
    en:
      "Records: {read} read = {accepted} accepted + {rejected} rejected + {duplicate} duplicate + "
      + "{outOfScope} out of scope.")
  static let recordsUnsought = ReportWord(
    vi: "Bản ghi: {read} đã đọc = {accepted} nhận + {rejected} loại + {outOfScope} ngoài phạm vi "
      + "(chưa xét trùng).",
    en:
      "Records: {read} read = {accepted} accepted + {rejected} rejected + {outOfScope} out of scope "
      + "(duplicates not looked for).")
  static let outOfScopeBy = ReportWord(
    vi: "Ngoài phạm vi, theo lý do: {reasons}.",
    en: "Out of scope, by reason: {reasons}.")
  static let partialResponses = ReportWord(vi: "chưa hoàn thành", en: "not complete")
  static let outsideOfDays = ReportWord(
    vi: "ngoài thời gian áp dụng {days}", en: "outside of the days in force, {days}")
  static let daysFrom = ReportWord(vi: "từ {from}", en: "from {from}")
  static let daysUntil = ReportWord(vi: "đến hết {last}", en: "up to {last}")
  static let repeatsUnsought = ReportWord(
    vi: "Mã phiếu gặp hơn một lần: không tìm giữa các bảng kiểm; muốn biết thì đọc các tệp cùng "
      + "một lần.",
    en: "Ids that came more than once: not looked for between tallies; read the files together to "
      + "know.")
  static let duplicates = ReportWord(
    vi: "Trong số trùng: {identical} giống hệt, {conflicting} khác câu trả lời.",
    en: "Of the duplicates: {identical} identical, {conflicting} conflicting.")
  static let questionCounts = ReportWord(
    vi: "{measure}: {accepted} nhận = {answered} có trả lời + {noOpinion} không ý kiến + "
      + "{missing} để trống + {notApplicable} không hỏi + {invalid} không đọc được (lượt).",
    en: "{measure}: {accepted} accepted = {answered} answered + {noOpinion} no opinion + "
      + "{missing} missing + {notApplicable} not applicable + {invalid} invalid (responses).")
  static let blank = ReportWord(
    vi: "{n} dòng trống, không tính.",
    en: "Blank lines, not counted: {n}.")
  static let rejectedResponses = ReportWord(
    vi: "Các bản ghi bị loại ứng với {n} lượt.",
    en: "Responses that the rejected records stand for: {n}.")
  static let rejectedUnknown = ReportWord(
    vi: "Các bản ghi bị loại ứng với {n} lượt, chưa kể {records} bản ghi không rõ là bao nhiêu "
      + "lượt (bản ghi lớn nhất được nhận: {largest} lượt).",
    en: "Responses that the rejected records stand for: {n}, not counting rejected records of an "
      + "unknown count: {records} (the largest accepted record: {largest}).")
  static let notResponse = ReportWord(
    vi: "{n} dòng không phải câu trả lời (tiêu đề, dòng tổng), không tính.",
    en: "Lines that are no response (titles, totals), not counted: {n}.")
  static let repaired = ReportWord(
    vi: "{n} bản ghi có dấu ngoặc kép sai đã đọc được.",
    en: "Records with wrong quotes that could still be read: {n}.")
  static let corrected = ReportWord(
    vi: "{n} bản ghi bị loại đã được thay bằng bản sửa.",
    en: "Rejected records replaced by a corrected row: {n}.")
  static let withoutID = ReportWord(
    vi: "{n} lượt không có mã phiếu.",
    en: "Responses without an id: {n}.")
  static let badText = ReportWord(
    vi: "{n} ô không dùng cho số liệu có ký tự không phải UTF-8; phiếu vẫn được tính.",
    en: "Fields that no figure uses and that are not UTF-8: {n}; their responses count.")

  // MARK: Rest

  static let notices = ReportWord(vi: "Lưu ý", en: "Notices")
  static let error = ReportWord(vi: "lỗi", en: "error")
  static let warning = ReportWord(vi: "cảnh báo", en: "warning")
  static let note = ReportWord(vi: "ghi chú", en: "note")
  static let method = ReportWord(vi: "Phương pháp", en: "Method")
  static let formula = ReportWord(
    vi: "Tỷ lệ (quy tắc topbox): số lượt chọn {choices}, trên số lượt có trả lời. Áp dụng cho: "
      + "{measures}.",
    en: "Rate (rule topbox): responses that chose {choices}, over responses that answered. "
      + "Applies to: {measures}.")
  static let measureVersion = ReportWord(
    vi: "{id} (phiên bản {version})",
    en: "{id} (version {version})")
  static let intervalMethod = ReportWord(
    vi: "Khoảng tin cậy: {method}, mức {level}.",
    en: "Confidence intervals: {method}, level {level}.")
  static let judgedRows = ReportWord(
    vi: "Số dòng đánh giá theo mẫu: {n}. Dù mức thật của từng dòng thế nào, trung bình có nhiều "
      + "nhất {k} dòng bị ghi sai là “Đạt” hoặc “Chưa đạt” (mỗi dòng: xác suất nhiều nhất "
      + "{limit}), nếu các lượt trả lời độc lập với nhau.",
    en:
      "Rows judged by a sample: {n}. Whatever their true rates, on average at most {k} {k:is|are} "
      + "falsely called “Met” or “Missed” (each with a probability of at most {limit}), if "
      + "answers are independent of one another.")
  static let sharedAnswers = ReportWord(
    vi: "Kỳ dài gồm các kỳ ngắn bên trong, nên cùng một lượt trả lời có mặt trong nhiều dòng.",
    en: "Longer periods hold shorter ones, so that one answer stands in several rows.")
  static let comparisonMethod = ReportWord(
    vi: "Nơi thấp nhất, điều được mong nhất: những mục mà không phép so với mục nào khác loại "
      + "trừ; khoảng của hiệu theo Newcombe, hiệu chỉnh Holm, mức {level}. Các điều mong muốn là "
      + "của cùng những người trả lời nên so theo cặp, lấy khoảng rộng nhất có thể.",
    en: "Lowest, most wanted: those that no comparison with another excludes; Newcombe's "
      + "intervals of differences, Holm's adjustment, level {level}. What is wanted is compared "
      + "within the same people, by the widest interval possible.")
  static let intervalNone = ReportWord(
    vi: "Không tính khoảng tin cậy.",
    en: "No intervals are computed.")
}
