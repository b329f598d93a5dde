import SurveyDefinition

/// The wordings about means, scores in points, and measures of several questions.
let definitionIndexWordings: [Wording] = [
  Wording(
    worded: DefinitionCode.promoterAndDetractor,
    vi: (
      "Chỉ số “{measure}” xếp phương án “{choice}” vào cả “promoters” lẫn “detractors”.",
      "Giữ phương án này ở một trong hai danh sách."
    ),
    en: (
      "The measure “{measure}” has the choice “{choice}” among “promoters” and among “detractors”.",
      "Keep it in one of the two lists."
    )),
  Wording(
    worded: DefinitionCode.noValues,
    vi: (
      "Chỉ số “{measure}” tính trung bình, nhưng các phương án sau của câu hỏi “{question}” chưa có "
        + "giá trị bằng số: {choices}.",
      "Ghi giá trị của từng phương án, ví dụ {example}."
    ),
    en: (
      "The measure “{measure}” is a mean, but these choices of “{question}” have no value: {choices}.",
      "Give each choice its value, such as {example}."
    )),
  Wording(
    worded: DefinitionCode.badValue,
    vi: (
      "Giá trị “{value}” của phương án “{choice}” không phải là số.",
      "Viết một số có nhiều nhất 6 chữ số, dùng dấu chấm thập phân, ví dụ 5, -1 hoặc 3.5."
    ),
    en: (
      "The value “{value}” of the choice “{choice}” is not a number.",
      "Write a number of at most 6 digits, with a decimal point, such as 5, -1 or 3.5."
    )),
  Wording(
    worded: DefinitionCode.valuesAlike,
    vi: (
      "Mọi phương án của chỉ số “{measure}” đều có cùng một giá trị, nên kết quả luôn như nhau.",
      "Cho các phương án những giá trị khác nhau ở “values”."
    ),
    en: (
      "All choices of the measure “{measure}” have the same value, so it never changes.",
      "Give the choices different values in “values”."
    )),
  Wording(
    worded: DefinitionCode.questionsOfIndex,
    vi: (
      "Chỉ số “{measure}” gồm {count} câu hỏi; phải có từ 2 đến {limit} câu.",
      "Sửa danh sách “questions”; nếu chỉ có một câu hỏi, dùng “rule: topbox” với “question”."
    ),
    en: (
      "The measure “{measure}” has {count} {count:question|questions}; it takes 2 to {limit}.",
      "Change the list “questions”; of one question, use “rule: topbox” with “question”."
    )),
  Wording(
    worded: DefinitionCode.indexOfCounts,
    vi: (
      "Chỉ số “{measure}” cần biết từng người trả lời các câu hỏi cùng nhau ra sao, nhưng câu hỏi "
        + "“{question}” chỉ có số đếm của từng mức.",
      "Bỏ câu hỏi này khỏi danh sách, hoặc dùng dữ liệu mỗi dòng một phiếu."
    ),
    en: (
      "The measure “{measure}” takes how each person answered its questions together, but “{question}” "
        + "comes as counts of each level.",
      "Take the question off the list, or use data with one response a line."
    )),
  Wording(
    worded: DefinitionCode.indexOfOpen,
    vi: (
      "Chỉ số “{measure}” không gộp được câu hỏi “{question}”: ý kiến chưa trả lời có trễ hạn hay không "
        + "chỉ biết khi lập báo cáo.",
      "Bỏ câu hỏi này khỏi danh sách và tính riêng cho nó một chỉ số."
    ),
    en: (
      "The measure “{measure}” cannot hold the question “{question}”: whether an open opinion is late is "
        + "known only when a report is made.",
      "Take the question off the list, and give it a measure of its own."
    )),
  Wording(
    worded: DefinitionCode.jointWithItself,
    vi: (
      "Chỉ số “{measure}” có câu hỏi “{question}” trong “joint”, nhưng đó chính là câu hỏi của nó.",
      "Chỉ ghi các câu hỏi khác vào “joint”."
    ),
    en: (
      "The measure “{measure}” has the question “{question}” in “joint”, which is its own question.",
      "Name only other questions in “joint”."
    )),
  Wording(
    worded: DefinitionCode.scalesDiffer,
    vi: (
      "Chỉ số “{measure}” gộp các thang đo khác nhau: “{first}” có {firstCount} mức, “{second}” có "
        + "{secondCount} mức.",
      "Chỉ các mức “satisfied” được gộp; hãy xem lại liệu hài lòng ở hai thang có cùng nghĩa không."
    ),
    en: (
      "The measure “{measure}” pools different scales: “{first}” has {firstCount} "
        + "{firstCount:level|levels}, “{second}” {secondCount}.",
      "Only what counts as “satisfied” is pooled; check that it means the same on both scales."
    )),
]

/// The wordings about bounds that do not fit their measure.
let definitionBoundWordings: [Wording] = [
  Wording(
    worded: DefinitionCode.boundNotShare,
    vi: (
      "Chỉ số “{measure}” là một tỷ lệ, nên ngưỡng không thể là “{value}”.",
      "Viết theo dạng 90%, 85.5% hoặc 0.9."
    ),
    en: (
      "The measure “{measure}” is a share, so its bound cannot be “{value}”.",
      "Write it as 90%, 85.5% or 0.9."
    )),
  Wording(
    worded: DefinitionCode.boundNotNumber,
    vi: (
      "Chỉ số “{measure}” là điểm trung bình trên thang {least}–{greatest}, nên ngưỡng không thể là "
        + "“{value}”.",
      "Viết một số trên thang đó, không kèm đơn vị, nhiều nhất 6 chữ số, dùng dấu chấm thập phân."
    ),
    en: (
      "The measure “{measure}” is a mean on the scale {least}–{greatest}, so its bound cannot be “{value}”.",
      "Write a number on that scale, without a unit, of at most 6 digits, with a decimal point."
    )),
  Wording(
    worded: DefinitionCode.boundNotPoints,
    vi: (
      "Chỉ số “{measure}” tính bằng điểm từ {least} đến {greatest}, nên ngưỡng không thể là “{value}”.",
      "Viết số điểm kèm chữ points, ví dụ 80 points."
    ),
    en: (
      "The measure “{measure}” is in points from {least} to {greatest}, so its bound cannot be “{value}”.",
      "Write the points with their unit, such as 80 points."
    )),
  Wording(
    worded: DefinitionCode.boundOffScale,
    vi: (
      "Ngưỡng “{value}” nằm ngoài thang từ {least} đến {greatest} của chỉ số “{measure}”.",
      "Sửa thành một giá trị từ {least} đến {greatest}."
    ),
    en: (
      "The bound “{value}” lies outside of the scale of the measure “{measure}”, {least} to {greatest}.",
      "Write a value from {least} to {greatest}."
    )),
  Wording(
    worded: DefinitionCode.targetAtEnd,
    vi: (
      "Chỉ tiêu “{target}” đòi hỏi mức cuối của thang: số liệu không phải toàn bộ thì không bao giờ "
        + "chứng minh được.",
      "Nếu dữ liệu là toàn bộ, ghi coverage: census; nếu không, hãy đặt ngưỡng nằm trong thang."
    ),
    en: (
      "The target “{target}” asks for the very end of the scale, which a sample can never show.",
      "Where the data hold everyone, write coverage: census; else set a bound within the scale."
    )),
]
