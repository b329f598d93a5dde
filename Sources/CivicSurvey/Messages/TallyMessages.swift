/// The wordings of what is wrong with a tally or with what is asked of one: codes of `tally.*`.
let tallyWordings: [Wording] = questionWordings + fileWordings

/// The wordings about what is asked of a tally.
private let questionWordings: [Wording] = [
  Wording(
    .tallyUnknownDimension,
    vi: ("Không có chiều “{name}”.", "Chọn trong: {known}."),
    en: ("There is no dimension “{name}”.", "Choose among: {known}.")),
  Wording(
    .tallyNotADimension,
    vi: (
      "Câu hỏi “{name}” không dùng làm chiều được.",
      "Chỉ câu hỏi chọn một đáp án mới dùng làm chiều được."
    ),
    en: (
      "The question “{name}” cannot serve as a dimension.",
      "Only a question with one answer can."
    )),
  Wording(
    .tallyDimensionNotKept,
    vi: (
      "Bảng kiểm này không giữ chiều “{name}”; nó giữ: {known}.",
      "Lập lại bảng kiểm từ tệp gốc với --by {name}."
    ),
    en: (
      "This tally does not keep “{name}”; it keeps: {known}.",
      "Make the tally again from the exports, with --by {name}."
    )),
  Wording(
    .tallyUnknownCategory,
    vi: ("“{dimension}” không có mục “{name}”.", "Chọn trong: {known}."),
    en: ("“{dimension}” has no category “{name}”.", "Choose among: {known}.")),
  Wording(
    .tallyUnknownCategoryLike,
    vi: (
      "“{dimension}” không có mục “{name}”; ý bạn là “{suggestion}”?", "Chọn trong: {known}."
    ),
    en: (
      "“{dimension}” has no category “{name}”; did you mean “{suggestion}”?",
      "Choose among: {known}."
    )),
  Wording(
    .tallyCategoryNotInData,
    vi: ("Dữ liệu không có “{name}” trong “{dimension}”.", "Kiểm tra cách viết."),
    en: ("The data has no “{name}” in “{dimension}”.", "Check the spelling.")),
  Wording(
    .tallyWhereEmpty,
    vi: (
      "“{condition}” không khớp lượt nào trong {responsesCount} lượt; “{dimension}” có: {known}.",
      "Chọn trong những mục có trong dữ liệu, hoặc bỏ điều kiện này khỏi --where."
    ),
    en: (
      "“{condition}” fits none of {responsesCount} {responsesCount:response|responses}; “{dimension}” has: {known}.",
      "Choose among what is in the data, or leave this condition out of --where."
    )),
  Wording(
    .tallyPeriodEmpty,
    vi: (
      "Không có lượt nào trong kỳ “{period}” ({first} – {last}); dữ liệu có từ {dataFirst} đến "
        + "{dataLast}.",
      "Chọn một kỳ có dữ liệu cho --period."
    ),
    en: (
      "No response is dated in “{period}” ({first} – {last}); the data is from {dataFirst} to "
        + "{dataLast}.",
      "Choose a period with data for --period."
    )),
  Wording(
    .tallyPeriodWithoutDays,
    vi: (
      "Không có lượt nào trong kỳ “{period}”: không lượt nào có ngày.",
      "Kiểm tra cột thời gian trong bản xuất, hoặc bỏ --period."
    ),
    en: (
      "No response is dated in “{period}”: none has a date.",
      "Check the column of times in the export, or leave out --period."
    )),
  Wording(
    .tallySelectionEmpty,
    vi: (
      "Không lượt nào trong {responsesCount} lượt khớp đồng thời: {conditions}.",
      "Từng điều kiện riêng đều có lượt khớp; bỏ bớt một điều kiện."
    ),
    en: (
      "None of {responsesCount} {responsesCount:response|responses} fits all of these: {conditions}.",
      "Each of them alone fits some; leave one of them out."
    )),
  Wording(
    .tallyNoDates,
    vi: (
      "Phiếu khảo sát này không có ngày, nên không chia theo kỳ được.",
      "Bỏ kỳ khỏi --by và --period, hoặc khai “submittedAt” trong tệp định nghĩa."
    ),
    en: (
      "This survey has no dates, so it cannot be cut by period.",
      "Leave periods out of --by and --period, or give “submittedAt” in the definition."
    )),
  Wording(
    .tallyPeriodTooFine,
    vi: (
      "Bảng kiểm chỉ giữ đến nửa tháng, không chia theo “{name}” được.",
      "Khai “finestPeriod: day” trong tệp định nghĩa rồi đọc lại tệp gốc."
    ),
    en: (
      "The tally keeps half-months, so it cannot be cut by “{name}”.",
      "Give “finestPeriod: day” in the definition and read the exports again."
    )),
  Wording(
    .tallyTooManyAxes,
    vi: ("Chia theo quá nhiều chiều.", "Cho nhiều nhất {limit} chiều trong --by."),
    en: ("The breakdown has too many dimensions.", "Give at most {limit} in --by.")),
  Wording(
    .tallyAxisTwice,
    vi: ("“{name}” có hai lần trong --by.", "Bỏ bớt một."),
    en: ("“{name}” stands twice in --by.", "Leave one out.")),
  Wording(
    .tallyDuplicatesWithinRuns,
    vi: (
      "Bảng kiểm gộp từ {runs} lần chạy; phiếu trùng chỉ được tìm trong từng lần.",
      "Muốn tìm trùng giữa các tệp thì đọc chúng cùng một lần."
    ),
    en: (
      "The tally was merged from {runs} runs; duplicates were sought only within each.",
      "To find them across files, read the files in one run."
    )),
]

/// The wordings about tally files.
private let fileWordings: [Wording] = [
  Wording(
    .tallyNotATally,
    vi: ("Tệp này không phải bảng kiểm.", "Lập bảng kiểm bằng lệnh: civicsurvey tally."),
    en: ("This is no tally.", "Make one with: civicsurvey tally.")),
  Wording(
    .tallyDamaged,
    vi: ("Bảng kiểm bị hỏng.", "Lập lại từ tệp gốc, hoặc chép lại từ bản lưu."),
    en: ("The tally is damaged.", "Make it again from the exports, or copy it anew.")),
  Wording(
    .tallyNewerFormat,
    vi: (
      "Bảng kiểm có định dạng {found}; phiên bản này chỉ đọc đến định dạng {known}.",
      "Dùng bản civicsurvey mới hơn."
    ),
    en: (
      "The tally has format {found}; this version reads up to format {known}.",
      "Use a newer civicsurvey."
    )),
  Wording(
    .tallyUnknownSection,
    vi: (
      "Bảng kiểm có phần “{section}” mà phiên bản này không hiểu.",
      "Dùng bản civicsurvey mới hơn."
    ),
    en: (
      "The tally has a section “{section}” that this version does not know.",
      "Use a newer civicsurvey."
    )),
  Wording(
    .tallySourceTwice,
    vi: (
      "Một tệp gốc ({records} bản ghi, {source}) nằm trong hai bảng kiểm của {survey}.",
      "Mỗi tệp gốc chỉ được tính một lần: bỏ bớt một bảng kiểm."
    ),
    en: (
      "One source ({records} {records:record|records}, {source}) is in two tallies of {survey}.",
      "Each source may count once: leave one of the tallies out."
    )),
  Wording(
    .tallyTooManyCells,
    vi: (
      "Quá {limit} ô: {questions} câu hỏi trong mỗi tổ hợp mục có phiếu. “{name}” có nhiều mục nhất.",
      "Bỏ “{name}”, gộp bớt các mục của nó, hoặc nâng --max-cells."
    ),
    en: (
      "More than {limit} cells: {questions} questions in each combination of categories that occurs. “{name}” has the most categories.",
      "Leave “{name}” out, combine its categories, or raise --max-cells."
    )),
  Wording(
    .tallyTooManyPeriods,
    vi: (
      "Quá {limit} ô: {questions} câu hỏi trong mỗi kỳ có phiếu.",
      "Đọc ít ngày hơn trong một lần, hoặc nâng --max-cells."
    ),
    en: (
      "More than {limit} cells: {questions} questions in each period that occurs.",
      "Read fewer days at a time, or raise --max-cells."
    )),
  Wording(
    .tallySeveralParts,
    vi: ("Bảng kiểm có nhiều phần: {parts}.", "Chọn một phần bằng --part KHẢO-SÁT@PHIÊN-BẢN."),
    en: ("The tally has several parts: {parts}.", "Choose one with --part SURVEY@VERSION.")),
  Wording(
    .tallyNoSuchPart,
    vi: ("Bảng kiểm không có phần “{part}”.", "Chọn trong: {parts}."),
    en: ("The tally has no part “{part}”.", "Choose among: {parts}.")),
  Wording(
    .tallyNoParts,
    vi: ("Bảng kiểm không có phần nào.", "Lập lại từ tệp gốc."),
    en: ("The tally has no parts.", "Make it again from the exports.")),
  Wording(
    .tallyOtherShapePart,
    vi: (
      "“{first}” và “{second}” không cộng được với nhau: câu hỏi, danh mục hoặc quy tắc xét phiếu khác nhau.",
      "Để riêng từng phần."
    ),
    en: (
      "“{first}” and “{second}” do not add up: questions, categories or judging rules differ.",
      "Keep them as two parts."
    )),
  Wording(
    .tallyCountsTooGreat,
    vi: (
      "Cộng các bảng kiểm của “{survey}” lại thì số đếm lớn hơn mọi dữ liệu có thật.",
      "Có tệp không phải do chương trình ghi: lập lại các bảng kiểm từ tệp gốc."
    ),
    en: (
      "The tallies of “{survey}” count more, added up, than any data has.",
      "One of them was not made by this program: make them again from the exports."
    )),
  Wording(
    .tallyOtherShape,
    vi: (
      "Định nghĩa {survey} không thay được: câu hỏi, danh mục hoặc quy tắc xét phiếu đã khác.",
      "Đọc lại tệp gốc bằng định nghĩa này."
    ),
    en: (
      "The definition {survey} cannot stand in: questions, categories or judging rules differ.",
      "Read the exports again with this definition."
    )),
]
