import SurveyDefinition

/// The wordings about the design of a sample.
let definitionDesignWordings: [Wording] = [
  Wording(
    worded: DefinitionCode.designOfCensus,
    vi: (
      "“design” dành cho dữ liệu chọn mẫu, nhưng “coverage” là census: mọi người đều có trong dữ liệu.",
      "Bỏ “design”, hoặc ghi coverage: sample (mẫu chọn ngẫu nhiên) hay self-selected (tự nguyện trả lời)."
    ),
    en: (
      "“design” is about a sample, but “coverage” is census: everyone is in the data.",
      "Remove “design”, or write coverage: sample (drawn by chance) or self-selected."
    )),
  Wording(
    worded: DefinitionCode.designOfOpinions,
    vi: (
      "Sổ ý kiến (“opinions”) không dùng được cùng “design”.",
      "Bỏ một trong hai, hoặc tách thành hai tệp định nghĩa."
    ),
    en: (
      "A register of opinions (“opinions”) has no “design”.",
      "Remove one of the two, or make two definitions."
    )),
  Wording(
    worded: DefinitionCode.designUndated,
    vi: (
      "“{key}” cần ngày của từng phiếu, nhưng “source” chưa có “submittedAt”.",
      "Thêm cột ngày vào “source”, hoặc bỏ “{key}”."
    ),
    en: (
      "“{key}” needs the day of each response, but “source” has no “submittedAt”.",
      "Name the column of dates under “source”, or remove “{key}”."
    )),
  Wording(
    worded: DefinitionCode.designNothingNested,
    vi: (
      "“nested” nói về cụm nằm trong tầng, nhưng “design” chưa có đủ “strata” và “clusters”.",
      "Thêm phần còn thiếu, hoặc bỏ “nested”."
    ),
    en: (
      "“nested” is about clusters within strata, but “design” does not have both “strata” and “clusters”.",
      "Add what is missing, or remove “nested”."
    )),
  Wording(
    worded: DefinitionCode.designSecondAlone,
    vi: (
      "“second” là bước chọn phiếu trong từng cụm, nên cần “clusters” (không “optional”) và “populationSize” "
        + "(số cụm của tầng).", "Thêm phần còn thiếu, hoặc bỏ “second”."
    ),
    en: (
      "“second” is how responses were drawn within clusters: it needs “clusters” that are not optional, and "
        + "“populationSize”, the clusters of the stratum.",
      "Add what is missing, or remove “second”."
    )),
  Wording(
    worded: DefinitionCode.marginsNotWeighted,
    vi: (
      "“margins” điều chỉnh mẫu theo cơ cấu tổng thể, nhưng dữ liệu này là toàn bộ (census) hoặc là sổ ý "
        + "kiến.",
      "Bỏ “margins”, hoặc ghi coverage: sample hay self-selected."
    ),
    en: (
      "“margins” weight a sample to its population, but this is a census, or a register of opinions.",
      "Remove “margins”, or write coverage: sample or self-selected."
    )),
  Wording(
    worded: DefinitionCode.marginsBadCap,
    vi: (
      "“{value}” không dùng được làm mức trần của hệ số.",
      "Ghi một số từ 1 trở lên (so với hệ số trung bình), như cap: 5."
    ),
    en: (
      "“{value}” is no cap of a factor.",
      "Write a number from 1 on, as a multiple of the average factor: cap: 5."
    )),
  Wording(
    worded: DefinitionCode.designBadCap,
    vi: (
      "“{value}” không dùng được làm mức trần của quyền số.",
      "Ghi một số lớn hơn 0, tối đa 10000000 và có tối đa 12 chữ số thập phân, như cap: 5."
    ),
    en: (
      "“{value}” cannot be the most that a weight counts.",
      "Write a number above 0, at most 10000000, of at most 12 decimals, as in cap: 5."
    )),
]
