/// The wordings of days that cannot be in a register of opinions.
let opinionWordings: [Wording] = [
  Wording(
    .responseOpinionDayUnreadable,
    vi: (
      "Cột “{column}” có {opinionsCount} ô không đọc được thành ngày; ô đầu tiên ở dòng {line}.",
      "Sửa các ô đó thành ngày dạng {pattern}, hoặc để trống nếu chưa làm. Các ý kiến này vẫn được "
        + "tính, nhưng điều ghi ở cột này thì không."
    ),
    en: (
      "“{column}” has {opinionsCount} {opinionsCount:cell that is|cells that are} no day; the first is "
        + "on line {line}.",
      "Write the day as {pattern}, or leave the cell empty where it was not done. The opinions count, "
        + "but not what this column says of them."
    )),
  Wording(
    .responseOpinionDayBeforeReceipt,
    vi: (
      "Cột “{column}” có {opinionsCount} ngày sớm hơn ngày nhận ý kiến; ngày đầu tiên ở dòng {line}.",
      "Sửa ngày đó hoặc ngày nhận. Các ý kiến này vẫn được tính, nhưng điều ghi ở cột này thì không."
    ),
    en: (
      "“{column}” has {opinionsCount} {opinionsCount:day|days} before the opinion was received; the "
        + "first is on line {line}.",
      "Correct it, or the day received. The opinions count, but not what this column says of them."
    )),
  Wording(
    .responseOpinionPublishedUnanswered,
    vi: (
      "Cột “{column}” có ngày công khai của {opinionsCount} ý kiến chưa được trả lời; ý kiến đầu tiên "
        + "ở dòng {line}.",
      "Ghi ngày trả lời, hoặc xóa ngày công khai. Các ý kiến này vẫn được tính, nhưng việc công khai "
        + "thì không."
    ),
    en: (
      "“{column}” has the day of publication of {opinionsCount} {opinionsCount:opinion|opinions} that "
        + "nobody answered; the first is on line {line}.",
      "Write the day of the answer, or delete that of publication. The opinions count, but not that "
        + "they were published."
    )),
]
