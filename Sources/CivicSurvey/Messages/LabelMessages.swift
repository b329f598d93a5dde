/// The wordings of what is wrong with a file that says what labels mean: `response.label-*`.
let labelWordings: [Wording] = [
  Wording(
    .responseLabelUnknownColumn,
    vi: ("Không có cột “{name}” để ghi nghĩa.", "Chọn trong: {known}."),
    en: (
      "There is no column “{name}” whose labels can be given a meaning.", "Choose among: {known}."
    )
  ),
  Wording(
    .responseLabelEmpty,
    vi: (
      "Dòng này có nghĩa nhưng không có cách ghi (“{column}”).", "Ghi cách viết, hoặc xoá nghĩa."
    ),
    en: (
      "This row has a meaning and no label (“{column}”).", "Fill in the label or clear the meaning."
    )),
  Wording(
    .responseLabelUnknownMeaning,
    vi: (
      "“{column}” không có mục “{meaning}”.",
      "Ghi mã hoặc tên của một mục: {known}; hoặc để trống ô nghĩa."
    ),
    en: (
      "“{column}” has no entry “{meaning}”.",
      "Write an entry's id or label: {known}; or leave the meaning empty."
    )),
  Wording(
    .responseLabelUnknownMeaningLike,
    vi: (
      "“{column}” không có mục “{meaning}”; ý bạn là “{suggestion}”?",
      "Ghi mã hoặc tên của một mục: {known}; hoặc để trống ô nghĩa."
    ),
    en: (
      "“{column}” has no entry “{meaning}”; did you mean “{suggestion}”?",
      "Write an entry's id or label: {known}; or leave the meaning empty."
    )),
  Wording(
    .responseLabelKnown,
    vi: (
      "Định nghĩa đã có “{seen}” ở “{column}” với nghĩa khác “{meaning}”.",
      "Xoá nghĩa ở dòng này; muốn đổi thì sửa tệp định nghĩa."
    ),
    en: (
      "The definition has “{seen}” in “{column}” already, and not for “{meaning}”.",
      "Clear the meaning in this row; to change it, mend the definition."
    )),
  Wording(
    .responseLabelTwoMeanings,
    vi: (
      "“{seen}” ({column}) có hai nghĩa: “{first}” ({firstPlace}) và “{second}”.",
      "Giữ một nghĩa, xoá nghĩa kia."
    ),
    en: (
      "“{seen}” ({column}) has two meanings: “{first}” ({firstPlace}) and “{second}”.",
      "Keep one of them and clear the other."
    )),
  Wording(
    .responseLabelsGiven,
    vi: (
      "{count} cách ghi được hiểu theo tệp --labels, không phải theo định nghĩa.",
      "Muốn dùng lâu dài thì thêm vào “accepts” trong tệp định nghĩa."
    ),
    en: (
      "The meaning of {count} {count:label|labels} comes from --labels and not from the definition.",
      "To keep them, add them to “accepts” in the definition."
    )),
  Wording(
    .responseLabelsUnused,
    vi: (
      "{rowsCount} trong {allCount} dòng có nghĩa của tệp --labels không làm thay đổi gì: {rows}.",
      "Cách ghi đó không có trong các tệp này, hoặc định nghĩa đã hiểu rồi; kiểm tra lại cách ghi, "
        + "tên cột và nghĩa đã điền."
    ),
    en: (
      "{rowsCount} of {allCount} {allCount:row|rows} with a meaning in --labels "
        + "{rowsCount:changes|change} nothing: {rows}.",
      "Their labels do not occur in these files, or the definition knows them already; check the "
        + "label, the column and the meaning."
    )),
  Wording(
    .responseTooManyLabels,
    vi: (
      "Có hơn {limit} cách ghi được điền nghĩa.",
      "Cột này có lẽ không phải là một danh mục; chỉ điền những cách ghi hay gặp."
    ),
    en: (
      "More than {limit} labels are given a meaning.",
      "That column is probably no list; fill in the frequent ones only."
    )),
]

/// The names of the columns of the file in which staff fill in what unknown labels mean.
extension Phrase {
  static let labelSheetColumn = Phrase(vi: "Cột", en: "column")
  static let labelSheetSeen = Phrase(vi: "Cách ghi", en: "seen")
  static let labelSheetCount = Phrase(vi: "Số lượt", en: "count")
  static let labelSheetSuggestion = Phrase(vi: "Gợi ý", en: "suggestion")
  static let labelSheetMeaning = Phrase(vi: "Nghĩa", en: "meaning")
}
