import SurveyDefinition

/// The wordings about what a plan says: codes of `plan.*`.
let definitionPlanWordings: [Wording] = [
  Wording(
    worded: DefinitionCode.planUnknownSource,
    vi: (
      "Kế hoạch không có nguồn số liệu nào mang mã “{source}”.",
      "Khai báo nguồn đó trong “sources”; các nguồn đã có: {allowed}."
    ),
    en: (
      "The plan has no source “{source}”.",
      "Name it in “sources”; sources there are: {allowed}."
    )),
  Wording(
    worded: DefinitionCode.planUnusedSource,
    vi: (
      "Không chỉ tiêu nào dùng nguồn “{source}”.",
      "Ghi mã này vào “source” của một chỉ tiêu, hoặc xoá nguồn."
    ),
    en: (
      "No target uses the source “{source}”.",
      "Name it as the “source” of a target, or remove it."
    )),
  Wording(
    worded: DefinitionCode.planTargetsDiffer,
    vi: (
      "Các lần khai báo của chỉ tiêu “{target}” có “{key}” khác nhau.",
      "Chỉ tiêu cùng mã chỉ được đổi mức theo thời gian; nếu là chỉ tiêu khác thì đặt mã khác."
    ),
    en: (
      "The targets “{target}” differ in “{key}”.",
      "Of one id only the bound may change in time; give another target another id."
    )),
  Wording(
    worded: DefinitionCode.planOverlappingTargets,
    vi: (
      "Chỉ tiêu “{target}” áp dụng đến trước {until}, nhưng mức tiếp theo đã bắt đầu từ {from}.",
      "Bỏ “until”: mức cũ tự hết khi mức mới bắt đầu; hoặc sửa ngày cho không chồng nhau."
    ),
    en: (
      "The target “{target}” holds until {until}, but its next bound begins on {from}.",
      "Remove “until”, since a bound ends where the next begins; or mend the days."
    )),
  Wording(
    worded: DefinitionCode.planBoundWithoutUnit,
    vi: (
      "“{value}” không rõ là phần trăm, tỷ lệ, điểm trung bình hay điểm.",
      "Của một tỷ lệ, viết {asPercent} hoặc {asShare}; của điểm trung bình, viết {asNumber}; của điểm, "
        + "viết {asPoints}."
    ),
    en: (
      "“{value}” may be a percentage, a share, a mean or points.",
      "Of a share, write {asPercent} or {asShare}; of a mean {asNumber}; of points {asPoints}."
    )),
  Wording(
    worded: DefinitionCode.planBadDue,
    vi: (
      "“{value}” không phải là một ngày trong năm.",
      "Viết tháng rồi ngày, mỗi phần hai chữ số: 12-15 là ngày 15 tháng 12."
    ),
    en: (
      "“{value}” is no day of the year.",
      "Write month and day in two digits each, such as 12-15 for 15 December."
    )),
]

/// The wordings about a plan's files: codes of `plan.*`.
let planWordings: [Wording] = [
  Wording(
    .planPathOutside,
    vi: (
      "“{path}” nằm ngoài thư mục phía trên thư mục của kế hoạch.",
      "Chép tệp vào cạnh kế hoạch, hoặc thêm --outside nếu tin các tệp ở đó."
    ),
    en: (
      "“{path}” lies outside of the folder above the plan's.",
      "Copy the file to the plan, or add --outside where the files there are to be trusted."
    )),
  Wording(
    .planNoFile,
    vi: (
      "Không có tệp nào ứng với “{path}”.",
      "Kiểm tra tên tệp; đường dẫn tính từ thư mục của kế hoạch."
    ),
    en: ("There is no file for “{path}”.", "Check the name; paths begin at the plan's folder.")),
  Wording(
    .planNoDefinition,
    vi: (
      "Không đọc được tệp định nghĩa “{path}”.",
      "Kiểm tra tên tệp; đường dẫn tính từ thư mục của kế hoạch."
    ),
    en: (
      "The definition “{path}” cannot be read.",
      "Check the name; paths begin at the plan's folder."
    )),
  Wording(
    .planOtherTally,
    vi: (
      "Bảng kiểm “{path}” không thuộc định nghĩa {survey}: có {parts}.",
      "Đưa bảng kiểm làm bằng đúng định nghĩa và phiên bản đó, hoặc sửa “definition” của nguồn."
    ),
    en: (
      "The tally “{path}” is not one of the definition {survey}: it holds {parts}.",
      "Give a tally made with that definition and version, or mend the source's “definition”."
    )),
  Wording(
    .planPartsLeftOut,
    vi: (
      "Bảng kiểm “{path}” còn có số liệu của định nghĩa khác, không dùng ở đây: {parts}.",
      "Khai báo một nguồn riêng với định nghĩa đó nếu cần số liệu này."
    ),
    en: (
      "The tally “{path}” also holds figures of other definitions, which are not used here: {parts}.",
      "Name a source of its own with that definition where they are needed."
    )),
  Wording(
    .planOtherPlan,
    vi: (
      "“{path}” là kế hoạch {plan}, không phải {first}.",
      "Chỉ gộp được các kế hoạch cùng mã “plan”."
    ),
    en: (
      "“{path}” is the plan {plan}, not {first}.",
      "Only plans of one id (“plan”) can be rolled up."
    )),
  Wording(
    .planOtherTargets,
    vi: (
      "Kế hoạch “{path}” không có cùng chỉ tiêu và nguồn với kế hoạch đầu: {targets}.",
      "Các kế hoạch được gộp phải có cùng các mã chỉ tiêu, mỗi chỉ tiêu lấy từ nguồn tương ứng."
    ),
    en: (
      "The plan “{path}” does not have the targets and sources of the first: {targets}.",
      "Plans that are rolled up need the same ids of targets, each from the source that corresponds."
    )),
  Wording(
    .planOtherShape,
    vi: (
      "Nguồn “{source}” của các kế hoạch đếm khác nhau nên không gộp được: {parts}.",
      "Dùng cùng một định nghĩa (câu hỏi, danh mục, cách tính) cho các kế hoạch."
    ),
    en: (
      "The source “{source}” counts otherwise in one of the plans: {parts}.",
      "Use one definition (questions, categories, rules) for all of them."
    )),
]
