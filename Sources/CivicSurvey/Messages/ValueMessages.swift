/// The wordings of what dates and labels say about a file as a whole: codes of `response.*`.
let valueWordings: [Wording] = [
  Wording(
    .responseSwappedDate,
    vi: (
      "Ngày giờ (cột “{column}”) chỉ đọc được khi đổi chỗ ngày và tháng.",
      "Xem tệp ghi ngày trước hay tháng trước, rồi sửa “formats” trong tệp định nghĩa cho đúng."
    ),
    en: (
      "The time (column “{column}”) fits only with day and month exchanged.",
      "See which of the two the file writes first, and correct “formats” in the definition."
    )),
  Wording(
    .responseOtherDateOrder,
    vi: (
      "{file}: {count} phiếu bị loại vì ngày chỉ đọc được theo {other}; không ngày nào trong tệp chỉ "
        + "đọc được theo {given}, nên các phiếu còn lại có thể đã bị đọc nhầm ngày tháng.",
      "Nếu tệp ghi theo {other}, sửa “formats” trong tệp định nghĩa rồi chạy lại."
    ),
    en: (
      "{file}: {count} {count:record is|records are} rejected because {count:its date fits|their dates fit} "
        + "only {other}; none in the file "
        + "fits only {given}, so the others may have been read with day and month exchanged.",
      "If the file writes {other}, correct “formats” in the definition and run again."
    )),
  Wording(
    .responseMixedDateOrders,
    vi: (
      "{file}: {count} phiếu bị loại vì ngày chỉ đọc được theo {other}, còn những ngày khác chỉ đọc "
        + "được theo {given}: tệp có lẽ trộn hai cách ghi.",
      "Tách tệp theo cách ghi ngày, hoặc xuất lại với một cách ghi duy nhất."
    ),
    en: (
      "{file}: {count} {count:record is|records are} rejected because {count:its date fits|their dates fit} "
        + "only {other}, while others fit "
        + "only {given}: the file probably mixes both.",
      "Split the file by the way in which it writes dates, or export it again in one."
    )),
  Wording(
    .responseUndecidedDateOrder,
    vi: (
      "{file}: không ngày nào cho thấy ngày hay tháng đứng trước; đã đọc theo {given}.",
      "Kiểm tra với một ngày biết chắc; nếu tệp ghi theo {other} thì sửa “formats”."
    ),
    en: (
      "{file}: no date shows whether day or month comes first; they are read as {given}.",
      "Compare with a date that you are sure of; if the file writes {other}, correct “formats”."
    )),
  Wording(
    .responseCodeContradictsLabel,
    vi: (
      "“{label}” ({count} lượt) trái với định nghĩa của “{question}”: ở đó {code} là “{defined}”, còn "
        + "“{words}” là {other}.",
      "Có lẽ thang đo của tệp bị đảo: sửa mã trong tệp định nghĩa cho khớp, hoặc ghi cách viết này "
        + "vào “accepts” của lựa chọn đúng."
    ),
    en: (
      "“{label}” ({count} {count:time|times}) contradicts the definition of “{question}”: there {code} is "
        + "“{defined}”, and “{words}” is {other}.",
      "The file's scale may be reversed: correct the codes in the definition, or add the value to "
        + "“accepts” of the choice that it means."
    )),
  Wording(
    .responseRepeatedIDs,
    vi: (
      "{about}{idsCount} mã phiếu gặp hơn một lần: {about}{recordsCount} bản ghi ({sharePercent} % số bản "
        + "ghi có mã) mang mã đã gặp trước đó, nhiều nhất {wherePart}{estimatedPart}; "
        + "{about}{otherCount} mã có câu trả lời khác nhau; {rulePart}.",
      "{remedyPart}"
    ),
    en: (
      "{about}{idsCount} {idsCount:id|ids} came more than once: the {recordsCount:id|ids} of "
        + "{about}{recordsCount} {recordsCount:record|records} ({sharePercent} % of those with an id) came "
        + "before, {recordsCount:|most of them }{wherePart}{estimatedPart}; {about}{otherCount} "
        + "{otherCount:id|ids} came with other answers; {rulePart}.",
      "{remedyPart}"
    )),
]
