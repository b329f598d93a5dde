import SurveyDefinition

/// The wordings about registers of opinions.
let definitionOpinionWordings: [Wording] = [
  Wording(
    worded: DefinitionCode.opinionsUndated,
    vi: (
      "“opinions” cần ngày nhận của từng ý kiến, nhưng “source” chưa có “submittedAt”.",
      "Thêm cột ngày nhận, như source: { submittedAt: { columns: [Ngày nhận] } }."
    ),
    en: (
      "“opinions” needs the day on which each was received, but “source” has no “submittedAt”.",
      "Name its column, as in source: { submittedAt: { columns: [Received] } }."
    )),
  Wording(
    worded: DefinitionCode.opinionsCounted,
    vi: (
      "“opinions” cần mỗi ý kiến một dòng, nhưng câu hỏi “{question}” đếm nhiều người trong một dòng.",
      "Bỏ “levelColumns” hoặc “counted” ở câu hỏi đó, hoặc tách thành hai tệp định nghĩa."
    ),
    en: (
      "“opinions” has one line an opinion, but the question “{question}” counts many on one.",
      "Remove “levelColumns” or “counted” from that question, or make two definitions."
    )),
  Wording(
    worded: DefinitionCode.opinionQuestionMisspelt,
    vi: (
      "“{key}” của “opinions” ghi “{question}”, nhưng không có câu hỏi này; có phải là “{suggestion}”?",
      "Nếu đúng, hãy sửa thành “{suggestion}”."
    ),
    en: (
      "“{key}” of “opinions” names “{question}”, which is no question; did you mean “{suggestion}”?",
      "If so, write “{suggestion}”."
    )),
  Wording(
    worded: DefinitionCode.opinionNeedsText,
    vi: (
      "“{key}” của “opinions” ghi “{question}”, nhưng đó không phải là câu hỏi dạng chữ (type: text).",
      "Các câu hỏi dùng được ở đây: {allowed}."
    ),
    en: (
      "“{key}” of “opinions” names “{question}”, which is no question of type text.",
      "Questions that may stand here: {allowed}."
    )),
  Wording(
    worded: DefinitionCode.opinionPersonal,
    vi: (
      "“{key}” của “opinions” không thể là “{question}”: câu hỏi này chứa thông tin riêng (personal).",
      "Chọn cột khác; chỉ bỏ “personal: true” khi cột đó thật sự không có tên, số điện thoại, địa chỉ."
    ),
    en: (
      "“{key}” of “opinions” cannot be “{question}”, which holds personal data (personal: true).",
      "Name another; remove “personal: true” only if the column truly has no names or numbers."
    )),
  Wording(
    worded: DefinitionCode.opinionIDUsed,
    vi: (
      "Mã “{id}” là câu hỏi mà “opinions” tự lập, nên không thể khai báo thêm lần nữa.",
      "Xóa khai báo này (các cột ngày trong “opinions” đã thay cho nó), hoặc đổi sang mã khác."
    ),
    en: (
      "“{id}” is a question that “opinions” makes by itself, so nothing else can have this id.",
      "Remove it (the columns of days in “opinions” stand for it), or give it another id."
    )),
  Wording(
    worded: DefinitionCode.opinionDueTwice,
    vi: (
      "“due” có cả “columns” lẫn “days”.",
      "Chỉ giữ một: cột ghi sẵn hạn trả lời, hoặc số ngày kể từ ngày nhận."
    ),
    en: (
      "“due” has both “columns” and “days”.",
      "Keep one: a column with the day, or the number of days after the day received."
    )),
  Wording(
    worded: DefinitionCode.opinionBadDays,
    vi: (
      "“days: {value}” không phải là số ngày.",
      "Ghi một số nguyên từ 0 đến {limit}, ví dụ days: 15."
    ),
    en: (
      "“days: {value}” is no number of days.",
      "Write a whole number from 0 to {limit}, such as days: 15."
    )),
  Wording(
    worded: DefinitionCode.opinionDueUnanswered,
    vi: (
      "“due” cần ngày trả lời để biết đúng hạn hay không, nhưng “opinions” chưa có “answered”.",
      "Thêm cột ngày trả lời, như answered: { columns: [Ngày trả lời] }, hoặc bỏ “due”."
    ),
    en: (
      "“due” needs the day of the answer, but “opinions” has no “answered”.",
      "Name its column, as in answered: { columns: [Answered] }, or remove “due”."
    )),
]
