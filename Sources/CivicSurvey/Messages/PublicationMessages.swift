/// The wordings of what is said when opinions are published.
let publicationWordings: [Wording] = [
  Wording(
    .responseOpinionUnreadable,
    vi: (
      "{opinionsCount} ý kiến được công khai có chỗ không phải là văn bản (ký tự bị hỏng); ý kiến đầu "
        + "tiên ở dòng này. Trên trang, chỗ hỏng hiện là \u{FFFD}.",
      "Sửa chỗ hỏng trong sổ, hoặc nêu đúng bảng mã bằng --encoding, rồi chạy lại; --review liệt kê "
        + "từng chỗ."
    ),
    en: (
      "{opinionsCount} published {opinionsCount:opinion has|opinions have} bytes that are no text; the "
        + "first is on this line. They show as \u{FFFD} on the page.",
      "Mend them in the register, or name its encoding with --encoding, and run again; --review lists "
        + "each."
    )),
  Wording(
    .responseNoPublicOpinion,
    vi: (
      "Không có ý kiến nào được phép công khai: không ý kiến nào thỏa {conditions}.",
      "Đánh dấu trong sổ những ý kiến được công khai; điều kiện nằm ở opinions, publish, where của tệp "
        + "định nghĩa."
    ),
    en: (
      "No opinion may be published: none has {conditions}.",
      "Mark in the register which opinions are public; the condition is the definition's opinions, "
        + "publish, where."
    )),
  Wording(
    .usageNoOpinions,
    vi: (
      "{path} không phải là định nghĩa của sổ ý kiến: không có phần opinions.",
      "Thêm phần opinions (nêu câu hỏi chứa nội dung ý kiến), hoặc cho tệp định nghĩa của sổ ý kiến."
    ),
    en: (
      "{path} is no register of opinions: it has no opinions.",
      "Add opinions (with the question that holds the words), or name the register's definition."
    )),
  Wording(
    .usageNoPublication,
    vi: (
      "{path} không cho biết ý kiến nào được công khai: phần opinions không có publish.",
      "Thêm publish vào opinions, ví dụ: publish: { where: { public: [yes] }, mask: true }"
    ),
    en: (
      "{path} does not say which opinions may be published: its opinions have no publish.",
      "Add publish to opinions, for example: publish: { where: { public: [yes] }, mask: true }"
    )),
  Wording(
    .usageOpinionsOfTally,
    vi: (
      "{path} là tệp tổng hợp, chỉ có các con số, không giữ lời của ai.",
      "Chạy civicsurvey opinions với tệp định nghĩa và chính sổ ý kiến."
    ),
    en: (
      "{path} is a tally: it has figures and keeps nobody's words.",
      "Run civicsurvey opinions with the definition and the register itself."
    )),
  Wording(
    .usageOpinionsFormat,
    vi: (
      "Trang ý kiến không có dạng của {path}.",
      "Ghi ra .html, .md hoặc .txt; các con số ở mọi dạng thì dùng civicsurvey report."
    ),
    en: (
      "A page of opinions is not written as {path}.",
      "Write it to .html, .md or .txt; civicsurvey report has the figures in every format."
    )),
]
