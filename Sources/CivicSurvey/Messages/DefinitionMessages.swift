import SurveyDefinition

/// The wordings of what is wrong with a definition: one entry for each code of `survey.*`.
///
/// The names in braces of an entry are the arguments of its code, the same in both languages.
let definitionWordings: [Wording] =
  definitionTextWordings + definitionKeyWordings + definitionCollisionWordings
  + definitionSourceWordings + definitionQuestionWordings + definitionOpinionWordings
  + definitionDesignWordings + definitionMeasureWordings + definitionIndexWordings
  + definitionTargetWordings + definitionBoundWordings + definitionPlanWordings

/// The wordings about the text of the file and its YAML.
private let definitionTextWordings: [Wording] = [
  Wording(
    worded: DefinitionCode.notUTF8,
    vi: (
      "Tệp định nghĩa không phải là văn bản UTF-8 (chỗ sai đầu tiên được đánh dấu).",
      "Mở tệp bằng trình soạn thảo văn bản rồi lưu lại với bảng mã UTF-8."
    ),
    en: (
      "The definition is not UTF-8 text (the first bad place is marked).",
      "Open it in a text editor and save it again as UTF-8."
    )),
  Wording(
    worded: DefinitionCode.tooLarge,
    vi: (
      "Tệp định nghĩa lớn hơn {limit} byte.",
      "Kiểm tra xem có nhầm tệp không: tệp định nghĩa chỉ mô tả cuộc khảo sát, không chứa dữ liệu."
    ),
    en: (
      "The definition is larger than {limit} bytes.",
      "Check that this is the right file: a definition describes a survey and holds no data."
    )),
  Wording(
    worded: DefinitionCode.tooDeep,
    vi: (
      "Các khóa hoặc danh sách lồng nhau quá {limit} cấp.",
      "Kiểm tra các dấu ngoặc [ ] { } và dấu gạch đầu dòng ở chỗ được đánh dấu."
    ),
    en: (
      "Maps or lists are nested more than {limit} deep.",
      "Check the brackets [ ] { } and the list dashes at the marked place."
    )),
  Wording(
    worded: DefinitionCode.tooManyAliases,
    vi: (
      "Tệp dùng quá {limit} chỗ tham chiếu (*tên).",
      "Viết thẳng nội dung ra, hoặc khai báo thang đo dùng chung trong “scales”."
    ),
    en: (
      "The file has more than {limit} references (*name).",
      "Write the values out, or define a shared scale under “scales”."
    )),
  Wording(
    worded: DefinitionCode.tooManyNodes,
    vi: (
      "Tệp định nghĩa có quá {limit} giá trị (tính cả các chỗ tham chiếu).",
      "Nếu một chiều phân loại có quá nhiều mục, hãy dùng “open: true” thay cho danh sách mục."
    ),
    en: (
      "The definition has more than {limit} values, references included.",
      "Where a dimension has very many categories, use “open: true” instead of listing them."
    )),
  Wording(
    worded: DefinitionCode.yamlSyntax,
    vi: (
      "Tệp không đúng cú pháp YAML ({problem}).",
      "Xem dòng được đánh dấu và dòng ngay trước nó: thường là thụt lề sai, thiếu dấu nháy hoặc thiếu "
        + "dấu cách sau dấu hai chấm."
    ),
    en: (
      "The file is not valid YAML ({problem}).",
      "Look at the marked line and the one before it: most often the indent is wrong, or a quote or "
        + "the space after a colon is missing."
    )),
  Wording(
    worded: DefinitionCode.emptyDefinition,
    vi: (
      "Tệp định nghĩa không có nội dung.",
      "Bắt đầu từ một định nghĩa mẫu trong thư mục Surveys."
    ),
    en: (
      "The definition is empty.",
      "Start from one of the definitions in the folder Surveys."
    )),
  Wording(
    worded: DefinitionCode.notAMapping,
    vi: (
      "Tệp không phải là một định nghĩa khảo sát: cần các dòng dạng “khóa: giá trị”.",
      "Bắt đầu bằng các khóa survey, version, title, coverage và questions."
    ),
    en: (
      "This is no survey definition: lines of the form “key: value” are expected.",
      "Begin with the keys survey, version, title, coverage and questions."
    )),
  Wording(
    worded: DefinitionCode.duplicateKey,
    vi: (
      "Khóa “{key}” xuất hiện hai lần trong cùng một nhóm (lần đầu ở dòng {firstLine}).",
      "Xóa hoặc đổi tên một trong hai."
    ),
    en: (
      "The key “{key}” stands twice in one map (first on line {firstLine}).",
      "Remove or rename one of the two."
    )),
  Wording(
    worded: DefinitionCode.keyNotText,
    vi: (
      "Tên khóa phải là một đoạn chữ, không thể là danh sách hay nhóm khóa.",
      "Nếu tên khóa có dấu ngoặc hoặc dấu đặc biệt, hãy đặt trong dấu nháy kép."
    ),
    en: (
      "A key must be text, not a list or a map.",
      "Where a key has brackets or other signs of YAML in it, put it in double quotes."
    )),
]
