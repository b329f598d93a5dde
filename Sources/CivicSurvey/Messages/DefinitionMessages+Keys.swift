import SurveyDefinition

/// The wordings about keys and kinds of value.
let definitionKeyWordings: [Wording] = [
  Wording(
    worded: DefinitionCode.unknownKey,
    vi: (
      "Không có khóa nào tên “{key}” ở đây.",
      "Các khóa dùng được: {allowed}."
    ),
    en: (
      "There is no key “{key}” here.",
      "Keys that may stand here: {allowed}."
    )),
  Wording(
    worded: DefinitionCode.misspeltKey,
    vi: (
      "Không có khóa nào tên “{key}” ở đây; có phải là “{suggestion}”?",
      "Nếu đúng, hãy sửa thành “{suggestion}”."
    ),
    en: (
      "There is no key “{key}” here; did you mean “{suggestion}”?",
      "If so, write “{suggestion}”."
    )),
  Wording(
    worded: DefinitionCode.missingKey,
    vi: (
      "Thiếu “{path}”.",
      "Thêm khóa này; ý nghĩa của nó được giải thích trong Surveys/README.md."
    ),
    en: (
      "“{path}” is missing.",
      "Add this key; Surveys/README.md explains what it means."
    )),
  Wording(
    worded: DefinitionCode.expectedMap,
    vi: (
      "“{path}” phải là một nhóm khóa, ví dụ vi: Đất đai, en: Land.",
      "Viết mỗi giá trị dưới dạng “khóa: giá trị”."
    ),
    en: (
      "“{path}” must be a map, such as vi: Đất đai, en: Land.",
      "Write each value as “key: value”."
    )),
  Wording(
    worded: DefinitionCode.expectedList,
    vi: (
      "“{path}” phải là một danh sách.",
      "Đặt các giá trị trong dấu ngoặc vuông, cách nhau bằng dấu phẩy: [một, hai]."
    ),
    en: (
      "“{path}” must be a list.",
      "Put the values in square brackets with commas between them: [one, two]."
    )),
  Wording(
    worded: DefinitionCode.expectedText,
    vi: (
      "“{path}” phải là một giá trị đơn (chữ hoặc số), không phải danh sách hay nhóm khóa.",
      "Viết một giá trị; nếu có dấu ngoặc hoặc dấu hai chấm, hãy đặt trong dấu nháy kép."
    ),
    en: (
      "“{path}” must be a single value (text or a number), not a list or a map.",
      "Write one value; where it has brackets or a colon in it, put it in double quotes."
    )),
  Wording(
    worded: DefinitionCode.emptyValue,
    vi: (
      "“{path}” để trống.",
      "Điền giá trị, hoặc xóa cả dòng nếu không dùng."
    ),
    en: (
      "“{path}” is empty.",
      "Fill in a value, or remove the whole line if it is not needed."
    )),
  Wording(
    worded: DefinitionCode.badID,
    vi: (
      "“{value}” (ở “{path}”) không dùng làm mã được.",
      "Mã chỉ gồm chữ cái không dấu, chữ số và các dấu - _ + . và không bắt đầu bằng dấu _; "
        + "tên tiếng Việt ghi ở “vi”."
    ),
    en: (
      "“{value}” (at “{path}”) cannot be an id.",
      "An id has unaccented letters, digits and - _ + . only and does not begin with _; "
        + "names for people go under “vi” and “en”."
    )),
  Wording(
    worded: DefinitionCode.unknownWord,
    vi: (
      "“{path}” không nhận giá trị “{value}”.",
      "Các giá trị dùng được: {allowed}."
    ),
    en: (
      "“{path}” cannot be “{value}”.",
      "Values that may stand here: {allowed}."
    )),
  Wording(
    worded: DefinitionCode.badCount,
    vi: (
      "“{path}” phải là số nguyên từ 1 trở lên, không phải “{value}”.",
      "Viết một số nguyên, ví dụ 1."
    ),
    en: (
      "“{path}” must be a whole number from 1, not “{value}”.",
      "Write a whole number, such as 1."
    )),
  Wording(
    worded: DefinitionCode.badDate,
    vi: (
      "“{path}” phải là một ngày có thật dạng năm-tháng-ngày, không phải “{value}”.",
      "Viết theo dạng 2025-01-31 (từ năm 1900 đến 2199)."
    ),
    en: (
      "“{path}” must be a real day written year-month-day, not “{value}”.",
      "Write it as 2025-01-31 (years 1900 to 2199)."
    )),
  Wording(
    worded: DefinitionCode.badLanguage,
    vi: (
      "“{value}” không phải là mã ngôn ngữ.",
      "Dùng vi cho tiếng Việt, en cho tiếng Anh."
    ),
    en: (
      "“{value}” is not a language tag.",
      "Use vi for Vietnamese, en for English."
    )),
  Wording(
    worded: DefinitionCode.noWording,
    vi: (
      "“{path}” chưa có tên gọi bằng ngôn ngữ nào.",
      "Thêm ít nhất một tên, ví dụ vi: Đất đai, en: Land."
    ),
    en: (
      "“{path}” has no wording in any language.",
      "Add at least one, such as vi: Đất đai, en: Land."
    )),
  Wording(
    worded: DefinitionCode.repeatedValue,
    vi: (
      "“{value}” xuất hiện hai lần trong “{path}”.",
      "Xóa một trong hai."
    ),
    en: (
      "“{value}” stands twice in “{path}”.",
      "Remove one of the two."
    )),
]

/// The wordings about ids, columns and spellings that collide.
let definitionCollisionWordings: [Wording] = [
  Wording(
    worded: DefinitionCode.duplicateID,
    vi: (
      "Mã “{id}” đã được dùng ở dòng {firstLine}.",
      "Chiều phân loại và câu hỏi phải có mã khác nhau: hãy đổi một trong hai."
    ),
    en: (
      "The id “{id}” is already used on line {firstLine}.",
      "Dimensions and questions need ids of their own: rename one of the two."
    )),
  Wording(
    worded: DefinitionCode.reservedID,
    vi: (
      "Mã “{id}” đã dành cho tên kỳ hoặc tên cột của báo cáo.",
      "Chọn mã khác cho chiều phân loại hoặc câu hỏi này."
    ),
    en: (
      "The id “{id}” is reserved for a period or a column of the reports.",
      "Choose another id for this dimension or question."
    )),
  Wording(
    worded: DefinitionCode.duplicateSpelling,
    vi: (
      "Cách viết “{spelling}” được hiểu là cả “{first}” lẫn “{second}”.",
      "Chỉ giữ ở một chỗ (chữ hoa, chữ thường và dấu cách thừa không làm thành hai cách viết)."
    ),
    en: (
      "The spelling “{spelling}” would mean both “{first}” and “{second}”.",
      "Keep it in one place only (letter case and extra spaces make no difference)."
    )),
  Wording(
    worded: DefinitionCode.sharedColumn,
    vi: (
      "Cột “{column}” được dùng cho cả “{first}” lẫn “{second}”.",
      "Mỗi cột chỉ dùng cho một việc; muốn phân tổ theo một câu hỏi, hãy dùng thẳng mã câu hỏi đó."
    ),
    en: (
      "The column “{column}” is used for both “{first}” and “{second}”.",
      "A column feeds one thing; to group by a closed question, use the question's id as it is."
    )),
  Wording(
    worded: DefinitionCode.separatorInSpelling,
    vi: (
      "Phương án “{spelling}” của câu hỏi “{question}” cũng đọc được như nhiều phương án cách nhau bằng “{separator}”.",
      "Ô như vậy được hiểu là một phương án này: hãy dùng dấu ngăn cách khác hoặc đổi cách viết."
    ),
    en: (
      "The choice “{spelling}” of question “{question}” reads like several others with “{separator}” between.",
      "Such a cell is taken for this one choice: use another separator or another spelling."
    )),
]

/// The wordings about times, ids and frequencies of responses.
let definitionSourceWordings: [Wording] = [
  Wording(
    worded: DefinitionCode.badTimeZone,
    vi: (
      "“{value}” không phải là múi giờ.",
      "Việt Nam dùng \"+07:00\" hoặc Asia/Ho_Chi_Minh."
    ),
    en: (
      "“{value}” is not a time zone.",
      "Use an offset such as \"+07:00\", Z, or an IANA name such as Asia/Ho_Chi_Minh."
    )),
  Wording(
    worded: DefinitionCode.missingTimeZone,
    vi: (
      "Định nghĩa có thời gian trả lời (“submittedAt”) nhưng chưa có múi giờ.",
      "Thêm ở đầu tệp: timeZone: \"+07:00\"."
    ),
    en: (
      "The definition has a time of response (“submittedAt”) but no time zone.",
      "Add to the top of the file: timeZone: \"+07:00\"."
    )),
  Wording(
    worded: DefinitionCode.badTimestampFormat,
    vi: (
      "Không hiểu phần “{part}” trong dạng thời gian “{pattern}”.",
      "Dùng các chữ d dd M MM MMM yy yyyy H HH h hh mm ss a, ví dụ dd/MM/yyyy HH:mm, hoặc từ iso8601; "
        + "mỗi phần chỉ dùng một lần."
    ),
    en: (
      "“{part}” in the time format “{pattern}” cannot be read.",
      "Use the letters d dd M MM MMM yy yyyy H HH h hh mm ss a, as in dd/MM/yyyy HH:mm, or the word "
        + "iso8601; each part once."
    )),
  Wording(
    worded: DefinitionCode.incompleteTimestampFormat,
    vi: (
      "Dạng thời gian “{pattern}” còn thiếu “{missing}”.",
      "Cần đủ ngày, tháng, năm; đã có giờ thì cần phút; hh (giờ 1–12) phải đi cùng a (SA/CH)."
    ),
    en: (
      "The time format “{pattern}” lacks “{missing}”.",
      "It needs day, month and year; hours need minutes; hh (1–12) and a (AM/PM) go together."
    )),
  Wording(
    worded: DefinitionCode.ambiguousFormats,
    vi: (
      "Hai dạng thời gian “{first}” và “{second}” đọc “{example}” thành hai thời điểm khác nhau.",
      "Chỉ giữ dạng mà phần mềm xuất dữ liệu thực sự dùng."
    ),
    en: (
      "The time formats “{first}” and “{second}” read “{example}” as two different times.",
      "Keep only the one that the exports really use."
    )),
  Wording(
    worded: DefinitionCode.columnsAndKey,
    vi: (
      "“responseID” có cả “columns” lẫn “key”.",
      "Giữ “columns” nếu một cột là đủ; giữ “key” nếu phải ghép nhiều cột."
    ),
    en: (
      "“responseID” has both “columns” and “key”.",
      "Keep “columns” where one column is the id, “key” where several together are."
    )),
  Wording(
    worded: DefinitionCode.filePartNotAlone,
    vi: (
      "Tên tệp đứng chung với tên cột trong một phần của “key”.",
      "Mỗi phần là một cặp ngoặc vuông: key: {example}."
    ),
    en: (
      "The file's name stands beside names of columns in one part of “key”.",
      "Each part has brackets of its own: key: {example}."
    )),
  Wording(
    worded: DefinitionCode.keyOfFileAlone,
    vi: (
      "“key” chỉ có tên tệp, nên mọi phiếu của một tệp sẽ cùng một mã.",
      "Thêm cột số phiếu, như key: {example}."
    ),
    en: (
      "“key” has the file's name alone, so that all responses of a file would have one id.",
      "Add the column of the serial number, as in key: {example}."
    )),
  Wording(
    worded: DefinitionCode.withinKeepsAll,
    vi: (
      "“within: {within}” không có tác dụng khi mọi bản ghi đều được tính (keep: all).",
      "Viết “keep: first” để mỗi mã chỉ tính một lần, hoặc bỏ “within”."
    ),
    en: (
      "“within: {within}” means nothing where every response counts (keep: all).",
      "Write “keep: first” so that each id counts once, or remove “within”."
    )),
  Wording(
    worded: DefinitionCode.withinWithoutDates,
    vi: (
      "“within: {within}” cần ngày của từng bản ghi, nhưng “source” chưa có “submittedAt”.",
      "Thêm cột ngày vào “source.submittedAt”, hoặc dùng “within: file”."
    ),
    en: (
      "“within: {within}” needs the date of each response, but “source” has no “submittedAt”.",
      "Name the column of dates in “source.submittedAt”, or use “within: file”."
    )),
  Wording(
    worded: DefinitionCode.reservedReason,
    vi: (
      "“{id}” là lý do mà chương trình tự ghi khi phiếu chưa hoàn thành hoặc ngoài thời gian áp dụng.",
      "Đặt mã khác, ví dụ “{id}-2”."
    ),
    en: (
      "“{id}” is the reason that the program gives for responses that are not complete or not in force.",
      "Choose another id, such as “{id}-2”."
    )),
  Wording(
    worded: DefinitionCode.scopeUnconditional,
    vi: (
      "“{path}” chưa nói xét giá trị nào của cột.",
      "Thêm một trong ba: “values” với danh sách giá trị, ví dụ values: [TEST]; “notBlank: true” (ô có nội "
        + "dung); “blank: true” (ô để trống)."
    ),
    en: (
      "“{path}” does not say what is asked of the column.",
      "Add one of three: “values” with a list, such as values: [TEST]; “notBlank: true” (something stands "
        + "in the cell); “blank: true” (nothing does)."
    )),
  Wording(
    worded: DefinitionCode.scopeTwoConditions,
    vi: (
      "“{second}” không dùng được cùng “{first}” trong một mục.",
      "Chỉ để lại một; nếu cần cả hai trong “exclude”, viết thành hai mục."
    ),
    en: (
      "“{second}” cannot stand beside “{first}”.",
      "Keep one of them; where “exclude” needs both, write two entries."
    )),
  Wording(
    worded: DefinitionCode.inForceUndated,
    vi: (
      "“inForce” cần ngày của từng bản ghi, nhưng “source” chưa có “submittedAt”.",
      "Thêm cột ngày vào “source.submittedAt”, hoặc bỏ “inForce”."
    ),
    en: (
      "“inForce” needs the date of each response, but “source” has no “submittedAt”.",
      "Name the column of dates in “source.submittedAt”, or remove “inForce”."
    )),
  Wording(
    worded: DefinitionCode.keepFirstWithoutID,
    vi: (
      "“duplicates: keepFirst” cần biết mã phiếu nhưng “source.responseID” chưa có.",
      "Thêm cột mã phiếu vào “source.responseID”, hoặc dùng keepAll."
    ),
    en: (
      "“duplicates: keepFirst” needs the id of a response, but there is no “source.responseID”.",
      "Name the id's column in “source.responseID”, or use keepAll."
    )),
]
