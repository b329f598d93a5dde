/// What is said of margins: counts of the population that responses are weighted to.
let marginWordings: [Wording] = marginFileWordings + marginFitWordings + marginUseWordings

/// What is wrong with the files, beside the responses.
private let marginFileWordings: [Wording] = [
  Wording(
    worded: MarginCode.noDimension,
    vi: (
      "Tệp chỉ có số lượng, không có chiều nào để chia nhóm.",
      "Thêm ít nhất một cột là chiều phân tổ của khảo sát, như lĩnh vực hay đơn vị."
    ),
    en: (
      "There are counts, and no dimension that they are by.",
      "Add a column of a dimension, such as the field or the unit."
    )),
  Wording(
    worded: MarginCode.days,
    vi: (
      "Tệp cơ cấu chia theo ngày (from, until), mà việc điều chỉnh cần các kỳ.",
      "Dùng một cột “period” (Kỳ), như 2025Q3."
    ),
    en: (
      "The counts are by days (from, until), and responses are weighted within periods.",
      "Use a column “period”, such as 2025Q3."
    )),
  Wording(
    worded: MarginCode.nothing,
    vi: (
      "Tệp không có số lượng nào lớn hơn 0.",
      "Điền số lượng của từng nhóm."
    ),
    en: (
      "The file counts nobody.",
      "Fill in how many there are of each category."
    )),
  Wording(
    worded: MarginCode.categoryWithoutResponses,
    vi: (
      "Không có phiếu nào của {names} ({rowsCount} dòng như vậy), nên không phiếu nào đại diện được cho "
        + "số hồ sơ đó.",
      "Gộp dòng đó với nhóm gần nhất, bỏ bớt một cột, hoặc tách thành nhiều tệp, mỗi tệp một cột (khi "
        + "đó chỉ cần mỗi nhóm của từng cột có phiếu)."
    ),
    en: (
      "There is no response of {names} ({rowsCount} such {rowsCount:row|rows}), so that nobody can "
        + "stand for that count.",
      "Add it to the nearest category, drop a column, or give a file a column instead of one of "
        + "combinations: then only each category of a column needs responses."
    )),
  Wording(
    worded: MarginCode.responsesWithoutCount,
    vi: (
      "Số lượng của {names} là 0 nhưng có {responsesCount} phiếu: quyền số của các phiếu này sẽ bằng 0.",
      "Sửa số lượng, hoặc xem lại vì sao có phiếu của nhóm không có hồ sơ nào."
    ),
    en: (
      "The count of {names} is 0, and there {responsesCount:is|are} {responsesCount} "
        + "{responsesCount:response|responses} of it, whose weight would be 0.",
      "Correct the count, or see why anybody answered where nothing was handled."
    )),
  Wording(
    worded: MarginCode.totalsDiffer,
    vi: (
      "Tổng số là {total}, còn tổng của “{other}” là {first}{periodPart}: lệch quá 0,5 %.",
      "Các tệp phải nói về cùng một tổng thể; đối chiếu lại hai tổng."
    ),
    en: (
      "The counts add up to {total}, and those of “{other}” to {first}{periodPart}: more than 0.5 % "
        + "apart.",
      "Files must be of one population; reconcile the two totals."
    )),
  Wording(
    worded: MarginCode.totalsScaled,
    vi: (
      "Tổng số là {total}, còn tổng của “{other}” là {first}{periodPart}: số lượng của tệp này được nhân "
        + "theo tỷ lệ cho bằng tổng đó.",
      "Đối chiếu lại hai tổng nếu chúng phải bằng nhau."
    ),
    en: (
      "The counts add up to {total}, and those of “{other}” to {first}{periodPart}: those of this file are "
        + "scaled to that total.",
      "Reconcile the two totals where they should be equal."
    )),
  Wording(
    worded: MarginCode.periodKinds,
    vi: (
      "Cột “period” có kỳ loại “{kind}”, còn “{other}” có kỳ loại “{first}”.",
      "Dùng cùng một loại kỳ trong mọi tệp."
    ),
    en: (
      "The periods are of the kind “{kind}”, and those of “{other}” of the kind “{first}”.",
      "Use one kind of period in all files."
    )),
  Wording(
    worded: MarginCode.periodInSome,
    vi: (
      "Không có dòng nào của kỳ {period}, trong khi “{other}” có.",
      "Bổ sung kỳ này, hoặc bỏ nó ở tệp kia."
    ),
    en: (
      "There is no row of {period}, and “{other}” has some.",
      "Add the period here, or leave it out there."
    )),
]

/// What becomes of the responses.
private let marginFitWordings: [Wording] = [
  Wording(
    worded: MarginCode.periodWithoutResponses,
    vi: (
      "Kỳ {names} ({periodsCount} kỳ) có số lượng trong tệp nhưng không có phiếu nào, nên không được dùng.",
      "Thêm tệp phiếu của kỳ này nếu có."
    ),
    en: (
      "{periodsCount:A period has|Periods have} counts and no responses ({names}; {periodsCount} in "
        + "all), and {periodsCount:is|are} left out.",
      "Add its responses if there are any."
    )),
  Wording(
    worded: MarginCode.noResponses,
    vi: (
      "Không phiếu nào khớp với một nhóm trong tệp “{name}”.",
      "Xem lại tên nhóm và kỳ trong tệp: chúng phải như trong dữ liệu hoặc định nghĩa."
    ),
    en: (
      "No response is of any category of “{name}”.",
      "See the categories and periods of the file: they must be those of the data or the definition."
    )),
  Wording(
    worded: MarginCode.notConverged,
    vi: (
      "Không tìm được quyền số khớp mọi tệp: sau {roundsCount} vòng, nhóm {names} của tệp này vẫn lệch "
        + "{residualPercent} % so với số lượng.",
      "Các tệp có thể mâu thuẫn nhau, hoặc vài tổ hợp nhóm không có phiếu nào; gộp nhóm hay bỏ bớt tệp."
    ),
    en: (
      "No weights meet all files: after {roundsCount} {roundsCount:round|rounds} {names} of this one is "
        + "still {residualPercent} % off its count.",
      "Files may contradict one another, or combinations have no response; merge categories, or drop a "
        + "file."
    )),
  Wording(
    worded: MarginCode.unmatchedOverLimit,
    vi: (
      "{n} trong {all} phiếu ({sharePercent} %) không thuộc nhóm nào trong các tệp cơ cấu, quá ngưỡng "
        + "{limitPercent} %: {values}.",
      "Thêm các nhóm đó vào tệp, sửa cột trong dữ liệu, hoặc nâng --loss-limit."
    ),
    en: (
      "{n} of {all} responses ({sharePercent} %) are of no category of the margin files, over the limit "
        + "of {limitPercent} %: {values}.",
      "Add the categories to the files, mend the column of the data, or raise --loss-limit."
    )),
  Wording(
    worded: MarginCode.unmatched,
    vi: (
      "{n} trong {all} phiếu ({sharePercent} %) không thuộc nhóm nào trong các tệp cơ cấu và giữ quyền "
        + "số chung: {values}.",
      "Thêm các nhóm đó vào tệp nếu muốn các phiếu này cũng được điều chỉnh."
    ),
    en: (
      "{n} of {all} responses ({sharePercent} %) are of no category of the margin files, and keep the "
        + "overall weight: {values}.",
      "Add the categories to the files, so that these are weighted too."
    )),
  Wording(
    worded: MarginCode.fewResponses,
    vi: (
      "{rowsCount} nhóm trong tệp cơ cấu có dưới {leastCount} phiếu, như {names}: sai số của tỷ lệ đã điều "
        + "chỉnh bị tính thấp hơn thực tế.",
      "Gộp các nhóm ít phiếu, hoặc tách mỗi cột một tệp."
    ),
    en: (
      "{rowsCount} {rowsCount:category|categories} of the margin file {rowsCount:has|have} fewer than "
        + "{leastCount} {leastCount:response|responses}, such as {names}: standard errors of the weighted rates are too small.",
      "Merge categories with few responses, or give each column a file of its own."
    )),
  Wording(
    worded: MarginCode.capped,
    vi: (
      "Hệ số quyền số bị cắt ở mức trần {capFactor}: nhóm {names} còn lệch {residualPercent} % so với số "
        + "lượng trong tệp.",
      "Nâng mức trần (cap), hoặc gộp các nhóm có ít phiếu."
    ),
    en: (
      "Factors were cut at the cap of {capFactor}: {names} is left {residualPercent} % off its count.",
      "Raise the cap, or merge categories with few responses."
    )),
]

/// Where margins are used.
private let marginUseWordings: [Wording] = [
  Wording(
    worded: MarginCode.notWeighted,
    vi: (
      "Khảo sát “{survey}” tính trên toàn bộ (census) hoặc là sổ theo dõi ý kiến, nên không điều chỉnh "
        + "theo cơ cấu.",
      "Bỏ --margins (hoặc khóa “margins” trong định nghĩa)."
    ),
    en: (
      "“{survey}” has everyone in its data (census), or is a register of opinions: nothing is weighted.",
      "Leave out --margins, or the key “margins” of the definition."
    )),
  Wording(
    worded: MarginCode.wanted,
    vi: (
      "Định nghĩa trong bảng kiểm điều chỉnh theo cơ cấu ({names}), mà bảng kiểm không mang theo tệp đó.",
      "Thêm --margins TỆP cho từng tệp, hoặc --survey với định nghĩa đặt cạnh các tệp."
    ),
    en: (
      "The definition in the tally weights to margins ({names}), and a tally carries no such file.",
      "Give each with --margins PATH, or a definition beside them with --survey."
    )),
  Wording(
    worded: MarginCode.otherParts,
    vi: (
      "Chuỗi số liệu của phiên bản khác không được điều chỉnh theo cơ cấu, nên không in cạnh số đã điều "
        + "chỉnh.",
      "Báo cáo riêng phiên bản đó bằng --part."
    ),
    en: (
      "Series of other versions are not weighted to these margins, and are not shown beside figures that "
        + "are.",
      "Report that version by itself with --part."
    )),
  Wording(
    worded: MarginCode.notHere,
    vi: (
      "Khảo sát “{survey}” điều chỉnh theo cơ cấu (“margins”), mà lệnh này chưa tính theo quyền số đó.",
      "Dùng lệnh report hay compare, hoặc một định nghĩa không có “margins” để xem số chưa điều chỉnh."
    ),
    en: (
      "“{survey}” weights to margins, and this command does not work out figures by such weights yet.",
      "Use report or compare, or a definition without “margins” to see figures that are not weighted."
    )),
]
