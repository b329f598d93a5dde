/// The wordings of what is compared with what: codes of `usage.compare-*`, `tally.break-*` and
/// `tally.compare-*`.
let comparisonWordings: [Wording] = askedWordings + breakWordings + sideWordings

/// The wordings about what is asked.
private let askedWordings: [Wording] = [
  Wording(
    worded: ComparisonCode.unclear,
    vi: (
      "Chưa rõ so sánh gì với gì.",
      "Dùng một trong ba cách: --period 2025Q3 --with 2025Q2; --rest unit=“tên” (hoặc --rest unit); "
        + "--each field."
    ),
    en: (
      "It is not clear what is to be compared with what.",
      "Use one of three: --period 2025Q3 --with 2025Q2; --rest unit=NAME (or --rest unit); "
        + "--each field."
    )),
  Wording(
    worded: ComparisonCode.unknownQuestion,
    vi: (
      "Không có câu hỏi một lựa chọn nào là “{name}”; chỉ so phân bố câu trả lời của câu hỏi mà mỗi người "
        + "chọn một.", "Chọn trong: {known}."
    ),
    en: (
      "“{name}” is no question with a single answer: only of these are the answers compared.",
      "Choose among: {known}."
    )),
  Wording(
    worded: ComparisonCode.questionAcrossBreak,
    vi: (
      "Hai kỳ thuộc hai phần khác nhau của bảng tổng hợp, nên không so phân bố câu trả lời giữa chúng.",
      "Bỏ --question, hoặc chọn hai kỳ cùng một phần."
    ),
    en: (
      "The two periods lie in two parts of the tally, between which answers are not compared.",
      "Leave out --question, or choose two periods of one part."
    )),
  Wording(
    worded: ComparisonCode.otherMeasure,
    vi: (
      "Hai bên tính chỉ số “{measure}” theo hai quy tắc hoặc trên hai thang khác nhau ({first} và "
        + "{second}), nên hiệu của chúng không có nghĩa, kể cả khi dùng --across-breaks.",
      "Chọn bằng --measure một chỉ số mà cả hai bên tính như nhau."
    ),
    en: (
      "The two sides have “{measure}” by two rules or on two scales ({first} and {second}): their "
        + "difference means nothing, with --across-breaks neither.",
      "Choose with --measure one that both sides work out alike."
    )),
  Wording(
    worded: ComparisonCode.rangeForPeriod,
    vi: (
      "“{value}” là một khoảng; so sánh hai kỳ thì mỗi bên là một kỳ.",
      "Cho một kỳ như 2025, 2025H1, 2025Q3, 2025-9M hoặc 2025-07."
    ),
    en: (
      "“{value}” is a range; each side of a comparison is one period.",
      "Give a period such as 2025, 2025H1, 2025Q3, 2025-9M or 2025-07."
    )),
  Wording(
    worded: ComparisonCode.periodsOverlap,
    vi: (
      "Kỳ {first} và kỳ {second} có ngày chung: một phần không so được với tổng chứa nó.",
      "Chọn hai kỳ không có ngày chung, ví dụ 2025Q3 với 2025Q2, hoặc 2025 với 2024."
    ),
    en: (
      "The periods {first} and {second} have days in common: a part cannot be compared with the "
        + "whole that holds it.",
      "Choose two periods without a common day, such as 2025Q3 with 2025Q2, or 2025 with 2024."
    )),
  Wording(
    worded: ComparisonCode.combinedCategory,
    vi: (
      "“{category}” là nhãn gộp của {parts}: phần còn lại cũng chứa các mục này nên không so được.",
      "So chung các mục đó với phần còn lại: --rest {dimension}={parts}."
    ),
    en: (
      "“{category}” is a combined label of {parts}, which its rest would hold too.",
      "Compare these together with the rest: --rest {dimension}={parts}."
    )),
  Wording(
    worded: ComparisonCode.badRest,
    vi: (
      "--rest không đọc được “{value}”.",
      "Viết --rest CHIỀU hoặc --rest CHIỀU=MỤC[,MỤC]; mục có dấu phẩy thì để trong dấu ngoặc kép."
    ),
    en: (
      "--rest cannot read “{value}”.",
      "Write --rest DIM or --rest DIM=CAT[,CAT]; a category with a comma stands in double quotes."
    )),
  Wording(
    worded: ComparisonCode.unknownMeasure,
    vi: ("Không có chỉ số “{name}” ở cả hai bên.", "Chọn trong: {known}."),
    en: ("No measure “{name}” is on both sides.", "Choose among: {known}.")),
  Wording(
    worded: ComparisonCode.noMeasure,
    vi: ("Phiếu khảo sát này không có chỉ số nào để so.", "Khai “measures” trong tệp định nghĩa."),
    en: ("This survey has no measure to compare.", "Give “measures” in the definition.")),
  Wording(
    worded: ComparisonCode.tooManyCategories,
    vi: (
      "“{dimension}” có {count} mục; chỉ so từng cặp khi có nhiều nhất {limit} mục.",
      "So mỗi mục với phần còn lại: --rest {dimension}; hoặc chọn bớt bằng --where."
    ),
    en: (
      "“{dimension}” has {count} {count:category|categories}; all pairs are compared of {limit} at most.",
      "Compare each with the rest: --rest {dimension}; or choose fewer by --where."
    )),
]

/// The wordings about what changed between two parts of a tally; each says which is later.
private let breakWordings: [Wording] = [
  Wording(
    worded: ComparisonCode.versionBreak,
    vi: (
      "Hai kỳ thuộc hai phiên bản phiếu khác nhau: {after} và {before}. Chênh lệch có thể chỉ do đổi "
        + "phiếu.", breakRemedy.vi
    ),
    en: (
      "The two periods lie in two versions of the survey: {after} and {before}. The difference may be "
        + "that of the questions.", breakRemedy.en
    )),
  Wording(
    worded: ComparisonCode.scaleBreak,
    vi: (
      "Chỉ số “{measure}” dùng hai thang trả lời khác nhau: {after} và {before}.", breakRemedy.vi
    ),
    en: (
      "The measure “{measure}” stands on two scales: {after} and {before}.", breakRemedy.en
    )),
  Wording(
    worded: ComparisonCode.measureBreak,
    vi: (
      "Chỉ số “{measure}” được tính theo hai cách khác nhau: {after} và {before}.", breakRemedy.vi
    ),
    en: (
      "The measure “{measure}” is worked out in two ways: {after} and {before}.", breakRemedy.en
    )),
  Wording(
    worded: ComparisonCode.rulesBreak,
    vi: (
      "Hai kỳ được đọc theo hai bộ quy tắc khác nhau của cùng phiên bản phiếu (mã {after} và "
        + "{before}).", breakRemedy.vi
    ),
    en: (
      "The two periods were read by two sets of rules of one version (hashes {after} and {before}).",
      breakRemedy.en
    )),
]

private let breakRemedy = Phrase(
  vi: "Chỉ so qua chỗ gãy này khi có lý do (--across-breaks), và nêu nó cạnh số liệu.",
  en: "Compare across this break only for a reason (--across-breaks), and say so beside the figure."
)

/// The wordings about the two sides.
private let sideWordings: [Wording] = [
  Wording(
    worded: ComparisonCode.incompletePeriod,
    vi: (
      "Kỳ {period} chưa kết thúc (dữ liệu đến {asOfDay}, kỳ đến {lastDay}); so sánh này là tạm tính.",
      "Chạy lại khi có đủ số liệu của kỳ."
    ),
    en: (
      "The period {period} has not ended (data to {asOfDay}, period to {lastDay}); the comparison is "
        + "provisional.", "Run again when the period's data is complete."
    )),
  Wording(
    worded: ComparisonCode.emptyPeriod,
    vi: (
      "Không có lượt nào trong kỳ {period}, nên không có gì để so.",
      "Chọn một kỳ có dữ liệu cho --period và --with."
    ),
    en: (
      "No response is dated in {period}: there is nothing to compare.",
      "Choose periods with data for --period and --with."
    )),
  Wording(
    worded: ComparisonCode.responsesAside,
    vi: (
      "{responsesCount} lượt không thuộc riêng một mục nào của “{dimension}” (không ghi, ngoài danh "
        + "mục, nhãn gộp) nên không đứng về bên nào.",
      "Sửa các nhãn đó nếu cần (--unknown-labels)."
    ),
    en: (
      "{responsesCount} {responsesCount:response is|responses are} of no single category of "
        + "“{dimension}” (not given, not in the list, combined labels), and on neither side.",
      "Mend those labels if need be (--unknown-labels)."
    )),
  Wording(
    worded: ComparisonCode.singleCategory,
    vi: (
      "“{dimension}” có ít hơn hai mục có dữ liệu, nên không có gì để so.",
      "Chọn một chiều có từ hai mục, hoặc bỏ bớt --where."
    ),
    en: (
      "“{dimension}” has fewer than two categories with data: there is nothing to compare.",
      "Choose a dimension with two or more, or leave out --where."
    )),
]
