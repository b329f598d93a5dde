import SurveyDefinition

/// The wordings about targets.
let definitionTargetWordings: [Wording] = [
  Wording(
    worded: DefinitionCode.unknownMeasure,
    vi: (
      "Không có chỉ số nào mang mã “{measure}”.",
      "Các chỉ số đã khai báo: {allowed}."
    ),
    en: (
      "There is no measure “{measure}”.",
      "Measures defined: {allowed}."
    )),
  Wording(
    worded: DefinitionCode.unknownDimension,
    vi: (
      "Không có chiều phân loại hay câu hỏi nào mang mã “{dimension}”.",
      "Các mã dùng được ở đây: {allowed}."
    ),
    en: (
      "There is no dimension or question “{dimension}”.",
      "Ids that may stand here: {allowed}."
    )),
  Wording(
    worded: DefinitionCode.filterQuestionType,
    vi: (
      "Không thể chọn theo câu hỏi “{question}” vì câu hỏi thuộc loại {type}.",
      "Chỉ chọn được theo chiều phân loại hoặc câu hỏi có một câu trả lời (rating, single, yesNo)."
    ),
    en: (
      "The question “{question}” is of type {type}, so responses cannot be selected by it.",
      "Select by a dimension or by a question with one answer (rating, single, yesNo)."
    )),
  Wording(
    worded: DefinitionCode.filterTwice,
    vi: (
      "Chỉ tiêu “{target}” dùng “{dimension}” trong “where” và cả trong “each” hoặc “pooled”.",
      "Chỉ giữ ở một chỗ."
    ),
    en: (
      "The target “{target}” uses “{dimension}” in “where” and again in “each” or “pooled”.",
      "Keep it in one of them."
    )),
  Wording(
    worded: DefinitionCode.tooManyRows,
    vi: (
      "Chỉ tiêu “{target}” sẽ được xét {count} lần trong mỗi kỳ; tối đa là {limit}.",
      "Rút bớt các mục trong “each”."
    ),
    en: (
      "The target “{target}” would be judged {count} times in each period; the most is {limit}.",
      "Name fewer categories in “each”."
    )),
  Wording(
    worded: DefinitionCode.noBound,
    vi: (
      "Chỉ tiêu “{target}” chưa có ngưỡng.",
      "Thêm “atLeast: 90%” (ít nhất) hoặc “atMost: 10%” (nhiều nhất)."
    ),
    en: (
      "The target “{target}” has no bound.",
      "Add “atLeast: 90%” or “atMost: 10%”."
    )),
  Wording(
    worded: DefinitionCode.twoBounds,
    vi: (
      "Chỉ tiêu “{target}” có cả “atLeast” lẫn “atMost”.",
      "Giữ một trong hai; nếu cần cả hai, hãy viết thành hai chỉ tiêu."
    ),
    en: (
      "The target “{target}” has both “atLeast” and “atMost”.",
      "Keep one of them; where both are meant, write two targets."
    )),
  Wording(
    worded: DefinitionCode.shareWithoutUnit,
    vi: (
      "“{value}” không rõ là phần trăm hay tỷ lệ.",
      "Viết {asPercent} hoặc {asShare}."
    ),
    en: (
      "“{value}” may be a percentage or a share.",
      "Write {asPercent} or {asShare}."
    )),
  Wording(
    worded: DefinitionCode.badShare,
    vi: (
      "Không đọc được ngưỡng “{value}”.",
      "Viết theo dạng 90%, 85.5% hoặc 0.9 (dùng dấu chấm thập phân)."
    ),
    en: (
      "The bound “{value}” cannot be read.",
      "Write it as 90%, 85.5% or 0.9 (with a decimal point)."
    )),
  Wording(
    worded: DefinitionCode.shareOutOfRange,
    vi: (
      "Ngưỡng “{value}” nằm ngoài khoảng từ 0 % đến 100 %.",
      "Sửa thành một giá trị từ 0% đến 100%."
    ),
    en: (
      "The bound “{value}” is not between 0 % and 100 %.",
      "Write a value from 0% to 100%."
    )),
  Wording(
    worded: DefinitionCode.targetCertainty,
    vi: (
      "Chỉ tiêu “{target}” đòi hỏi tuyệt đối (100 % hoặc 0 %): số liệu không phải toàn bộ thì không "
        + "bao giờ chứng minh được.",
      "Nếu dữ liệu là toàn bộ, ghi coverage: census; nếu không, hãy đặt ngưỡng thấp hơn 100 % (hoặc cao "
        + "hơn 0 %)."
    ),
    en: (
      "The target “{target}” asks for all or none (100 % or 0 %), which a sample can never show.",
      "Where the data hold everyone, write coverage: census; else set a bound that can be shown."
    )),
  Wording(
    worded: DefinitionCode.untilBeforeFrom,
    vi: (
      "Ngày hết hiệu lực {until} không sau ngày bắt đầu {from}.",
      "“until” là ngày đầu tiên không còn hiệu lực, phải sau “from”."
    ),
    en: (
      "The end {until} is not after the beginning {from}.",
      "“until” is the first day no longer in force; it must be after “from”."
    )),
  Wording(
    worded: DefinitionCode.targetSameFrom,
    vi: (
      "Chỉ tiêu “{target}” được khai báo hai lần với cùng ngày bắt đầu {from}.",
      "Đổi mã, hoặc cho chỉ tiêu sau bắt đầu vào ngày khác."
    ),
    en: (
      "The target “{target}” is given twice with the same first day {from}.",
      "Give one of them another id, or another first day."
    )),
  Wording(
    worded: DefinitionCode.periodTooFine,
    vi: (
      "Chỉ tiêu “{target}” xét theo {period}, nhưng số liệu chỉ giữ chi tiết đến {finest}.",
      "Thêm “finestPeriod: day” ở đầu tệp, hoặc chọn kỳ dài hơn."
    ),
    en: (
      "The target “{target}” is judged by {period}, but figures are kept by {finest} only.",
      "Add “finestPeriod: day” to the top of the file, or choose longer periods."
    )),
  Wording(
    worded: DefinitionCode.periodsWithoutDates,
    vi: (
      "Chỉ tiêu “{target}” có “every”, nhưng định nghĩa không có thời gian trả lời nên chỉ xét một lần "
        + "trên toàn bộ số liệu.",
      "Thêm “source.submittedAt”, hoặc xóa “every”."
    ),
    en: (
      "The target “{target}” has “every”, but without times of response it is judged once, over "
        + "all responses.",
      "Add “source.submittedAt”, or remove “every”."
    )),
]
