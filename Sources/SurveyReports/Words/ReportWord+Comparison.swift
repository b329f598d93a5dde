import CivicSurvey

/// What a comparison says.
extension ReportWord {
  static let comparison = ReportWord(vi: "So sánh", en: "Comparison")
  static let comparisonOf = ReportWord(vi: "So sánh: {title}", en: "Comparison: {title}")
  static let firstSide = ReportWord(vi: "Bên thứ nhất", en: "First")
  static let secondSide = ReportWord(vi: "Bên thứ hai", en: "Second")
  static let differenceColumn = ReportWord(vi: "Chênh lệch (điểm)", en: "Difference (points)")
  static let adjustedColumn = ReportWord(vi: "p", en: "p")
  static let figureDifference = ReportWord(vi: "Chênh lệch", en: "Difference")
  static let findingColumn = ReportWord(vi: "Kết luận", en: "Finding")
  static let points = ReportWord(vi: "{n} điểm", en: "{n} points")
  static let isHigher = ReportWord(vi: "Cao hơn", en: "Higher")
  static let isLower = ReportWord(vi: "Thấp hơn", en: "Lower")
  static let isDifferent = ReportWord(vi: "Khác nhau", en: "Different")
  static let isEqual = ReportWord(vi: "Bằng nhau", en: "Equal")
  static let isNotShown = ReportWord(vi: "Chưa phân biệt được", en: "Not shown to differ")
  static let isNotCompared = ReportWord(vi: "Chưa so được", en: "Not compared")

  // MARK: The first sentence

  static let oneHigher = ReportWord(
    vi: "{first} cao hơn {second}: {one} so với {other}, chênh {points}{sure}.",
    en: "{first} is higher than {second}: {one} against {other}, {points}{sure}.")
  static let oneLower = ReportWord(
    vi: "{first} thấp hơn {second}: {one} so với {other}, chênh {points}{sure}.",
    en: "{first} is lower than {second}: {one} against {other}, {points}{sure}.")
  static let oneEqual = ReportWord(
    vi: "{first} bằng {second}: cùng {one}.",
    en: "{first} and {second} are equal: {one}.")
  static let oneNotShown = ReportWord(
    vi: "Chưa phân biệt được {first} với {second}: {one} so với {other}, chênh {points}{sure}.",
    en: "{first} is not shown to differ from {second}: {one} against {other}, {points}{sure}.")
  static let oneNotCompared = ReportWord(
    vi: "Chưa so được {first} với {second}: {reason}.",
    en: "{first} cannot be compared with {second}: {reason}.")
  static let oneSure = ReportWord(
    vi: " (khoảng {level}: {range}; p {p})",
    en: " ({level} interval: {range}; p {p})")
  static let ofMeasure = ReportWord(
    vi: "{text} Câu hỏi: “{measure}”.", en: "{text} Question: “{measure}”.")
  static let distributionOf = ReportWord(
    vi: "Phân bố câu trả lời: {question}", en: "Distribution of answers: {question}")
  static let answerCells = ReportWord(
    vi: "Mỗi bên: trong ngoặc là số câu trả lời. p: {adjusted}.",
    en: "Each side: the answers in brackets. p: {adjusted}.")
  static let ofQuestion = ReportWord(
    vi: "{text} Phân bố câu trả lời cho: “{question}”.",
    en: "{text} Distribution of the answers to “{question}”.")
  static let answersDiffer = ReportWord(
    vi: "{first} và {second} trả lời khác nhau{sure}.",
    en: "{first} and {second} answered differently{sure}.")
  static let answersEqual = ReportWord(
    vi: "{first} và {second} trả lời như nhau.", en: "{first} and {second} answered alike.")
  static let answersNotShown = ReportWord(
    vi: "Chưa phân biệt được câu trả lời của {first} với của {second}{sure}.",
    en: "The answers of {first} are not shown to differ from those of {second}{sure}.")
  static let answersSure = ReportWord(vi: " (p {p})", en: " (p {p})")
  static let nameDifferent = ReportWord(
    vi: "{first} khác {second}", en: "{first} unlike {second}")
  static let someDiffer = ReportWord(
    vi: "{k} trong {n} so sánh cho thấy khác biệt{sure}: {names}.",
    en: "{k} of {n} comparisons {k:shows|show} a difference{sure}: {names}.")
  static let noneDiffer = ReportWord(
    vi: "Trong {n} so sánh, chưa so sánh nào cho thấy khác biệt{sure}.",
    en: "Of {n} {n:comparison|comparisons}, none shows a difference{sure}.")
  static let sureHolm = ReportWord(
    vi: ", chắc {level} cho cả {m} so sánh cùng lúc (Holm)",
    en: ", at {level} for all {m} together (Holm)")
  static let sureRate = ReportWord(
    vi: ", trong số được nêu có thể sai khoảng {error} (Benjamini–Hochberg, {m} so sánh)",
    en: ", of which about {error} may be false (Benjamini–Hochberg, {m} comparisons)")
  static let sureEach = ReportWord(
    vi: ", chắc {level} cho từng so sánh một, chưa tính việc so {m} lần",
    en: ", at {level} each, without regard to there being {m}")
  static let nameHigher = ReportWord(
    vi: "{first} cao hơn {second} ({points})", en: "{first} above {second} ({points})")
  static let nameLower = ReportWord(
    vi: "{first} thấp hơn {second} ({points})", en: "{first} below {second} ({points})")

  static let moreDifferences = ReportWord(
    vi: "; và {n} so sánh khác", en: "; and {n} more")

  // MARK: Tables

  static let comparisonCells = ReportWord(
    vi: "Mỗi bên: tỷ lệ (số câu trả lời). Chênh lệch: bên thứ nhất trừ bên thứ hai, tính bằng điểm "
      + "phần trăm; dưới là khoảng tin cậy {level}. p: {adjusted}.",
    en: "Each side: rate (answers). Difference: first less second, in percentage points; below "
      + "it the "
      + "{level} interval. p: {adjusted}.")
  static let comparisonCellsOfCensus = ReportWord(
    vi: "Mỗi bên: tỷ lệ (số câu trả lời). Chênh lệch: bên thứ nhất trừ bên thứ hai, tính bằng điểm "
      + "phần trăm, đúng chứ không ước lượng.",
    en: "Each side: rate (answers). Difference: first less second, in percentage points; exact, "
      + "not "
      + "estimated.")
  static let figureCells = ReportWord(
    vi: "Mỗi bên: số đo (số câu trả lời). Chênh lệch: bên thứ nhất trừ bên thứ hai, theo đơn "
      + "vị của chỉ số (của tỷ lệ là điểm phần trăm); dưới là khoảng tin cậy {level}. p: "
      + "{adjusted}.",
    en: "Each side: figure (answers). Difference: first less second, in the measure's unit (of "
      + "a rate in percentage points); below it the {level} interval. p: {adjusted}.")
  static let figureCellsOfCensus = ReportWord(
    vi: "Mỗi bên: số đo (số câu trả lời). Chênh lệch: bên thứ nhất trừ bên thứ hai, theo đơn "
      + "vị của chỉ số (của tỷ lệ là điểm phần trăm), đúng chứ không ước lượng.",
    en: "Each side: figure (answers). Difference: first less second, in the measure's unit (of "
      + "a rate in percentage points); exact, not estimated.")
  static let answersPooled = ReportWord(
    vi: "Kiểm định gộp làm một vì quá ít người chọn: {answers}.",
    en: "Taken together by the test, because too few gave them: {answers}.")
  static let adjustedHolm = ReportWord(
    vi: "đã điều chỉnh theo Holm cho {m} so sánh",
    en: "adjusted by Holm for {m} {m:comparison|comparisons}")
  static let adjustedRate = ReportWord(
    vi: "đã điều chỉnh theo Benjamini–Hochberg cho {m} so sánh",
    en: "adjusted by Benjamini–Hochberg for {m} {m:comparison|comparisons}")
  static let adjustedOnce = ReportWord(vi: "một kiểm định duy nhất", en: "of the only test")
  static let adjustedNot = ReportWord(vi: "chưa điều chỉnh", en: "not adjusted")
  static let onlyDifferences = ReportWord(
    vi: "Bảng chỉ nêu {k} dòng có khác biệt trong {n} so sánh; CSV và JSON có đủ.",
    en: "The table has the {k} {k:row|rows} that differ of {n} comparisons; CSV and JSON have all.")
  static let mixTitle = ReportWord(
    vi: "Thay đổi do cơ cấu hay do mức hài lòng", en: "The change by mix and by rate")
  static let mixBy = ReportWord(vi: "Theo", en: "By")
  static let mixChange = ReportWord(vi: "Thay đổi", en: "Change")
  static let mixPart = ReportWord(vi: "Do cơ cấu", en: "By mix")
  static let ratePart = ReportWord(vi: "Do tỷ lệ trong từng mục", en: "By rates within")
  static let mixMeans = ReportWord(
    vi: "Điểm phần trăm, {first} trừ {second}. Do cơ cấu: vì tỷ trọng các mục đổi; do tỷ lệ: vì "
      + "tỷ lệ "
      + "trong từng mục đổi. Hai phần cộng lại đúng bằng thay đổi (Kitagawa); chưa kiểm định.",
    en: "Percentage points, {first} less {second}. By mix: because the shares of the categories "
      + "changed; by rates: because the rates within them did. Both add up to the change "
      + "(Kitagawa); "
      + "neither is tested.")

  static let mixMeansOfFigures = ReportWord(
    vi: "Theo đơn vị của chỉ số (của tỷ lệ là điểm phần trăm), {first} trừ {second}. Do cơ "
      + "cấu: vì tỷ trọng các mục đổi; do tỷ lệ: vì số đo trong từng mục đổi. Hai phần cộng "
      + "lại đúng bằng thay đổi (Kitagawa); chưa kiểm định.",
    en: "In the measure's unit (of a rate in percentage points), {first} less {second}. By "
      + "mix: because the shares of the categories changed; by rates: because the figures "
      + "within them did. Both add up to the change (Kitagawa); neither is tested.")

  // MARK: Method

  static let comparisonNewcombe = ReportWord(
    vi: "Khoảng tin cậy của chênh lệch: Newcombe (phương pháp 10), mức {level}. Kiểm định: z "
      + "với tỷ lệ "
      + "gộp, hai phía.",
    en: "Interval of a difference: Newcombe's (method 10), level {level}. Test: z with the "
      + "pooled rate, "
      + "two-sided.")
  static let comparisonLinearised = ReportWord(
    vi: "Khoảng tin cậy và kiểm định của chênh lệch theo thiết kế mẫu: tuyến tính hóa Taylor, "
      + "tính cả phần hai bên có chung cụm; phân phối t, mức {level}, hai phía, bậc tự do bằng "
      + "số cụm (hoặc số phiếu) trừ số tầng trừ 1, như svyttest của R.",
    en: "Interval and test of a difference by the design: Taylor linearisation, with what both "
      + "sides share of clusters; t, level {level}, two-sided; degrees of freedom: clusters "
      + "(or responses) less strata less 1, as R's svyttest.")
  static let comparisonWelch = ReportWord(
    vi: "Khoảng tin cậy và kiểm định của chênh lệch điểm trung bình, điểm hay chỉ số: Welch "
      + "(mỗi bên một sai số chuẩn), phân phối t, mức {level}, hai phía.",
    en: "Interval and test of a difference of means, points or indexes: Welch's (each side "
      + "with its own standard error), t, level {level}, two-sided.")
  static let comparisonWelchOfSamples = ReportWord(
    vi: "Khoảng tin cậy và kiểm định của chênh lệch: Welch, phân phối t, mức {level}, hai "
      + "phía; hai bên được coi là hai mẫu độc lập, mỗi bên theo thiết kế mẫu của mình.",
    en: "Interval and test of a difference: Welch's, t, level {level}, two-sided; the sides "
      + "are taken for two independent samples, each by a design of its own.")
  static let comparisonPearson = ReportWord(
    vi: "Kiểm định phân bố câu trả lời: khi bình phương của Pearson, không hiệu chỉnh.",
    en: "Test of the distribution of answers: Pearson's chi-squared, without correction.")
  static let comparisonRaoScott = ReportWord(
    vi:
      "Kiểm định phân bố câu trả lời theo thiết kế mẫu: F của Rao và Scott, bậc hai, như svychisq "
      + "của R.",
    en:
      "Test of the distribution of answers by the design: Rao and Scott's F, second order, as R's "
      + "svychisq.")
  static let comparisonShownOfAnswers = ReportWord(
    vi:
      "Câu trả lời chỉ được nói là khác nhau khi p đã điều chỉnh không quá {error}, mỗi bên có từ "
      + "{fewest} câu trả lời và bảng không có ô nào quá ít (Cochran: mọi ô chờ đợi ít nhất 1, không quá "
      + "một phần năm số ô dưới 5); phương án quá ít người chọn được gộp lại cho đến khi đủ.",
    en:
      "Answers are said to differ only where the adjusted p is at most {error}, with {fewest} answers "
      + "or more on each side and no cell of the table too small (Cochran: all expected at least 1, no "
      + "more than a fifth of them under 5); the rarest answers are taken together until so.")
  static let comparisonShownByErrors = ReportWord(
    vi: "Chỉ nói cao hơn hay thấp hơn khi p đã điều chỉnh không quá {error} và khoảng tin cậy "
      + "không chứa 0, mỗi bên có từ {fewest} câu trả lời; tỷ lệ quá lệch hoặc ít câu trả lời "
      + "thì không kết luận khác biệt.",
    en: "Higher or lower is said only where the adjusted p is at most {error} and the interval "
      + "excludes 0, with {fewest} answers or more on each side; of rates next to 0 or 100 % "
      + "with few answers no difference is said to be shown.")
  static let comparisonHolm = ReportWord(
    vi: "{m} so sánh được kiểm định cùng lúc; p đã điều chỉnh theo Holm, nên khả năng có dù chỉ "
      + "một "
      + "khác biệt nêu sai không quá {error}.",
    en: "{m} {m:comparison was|comparisons were} tested together; p is adjusted by Holm, so "
      + "that the "
      + "probability of even one false difference is at most {error}.")
  static let comparisonRate = ReportWord(
    vi: "{m} so sánh được kiểm định cùng lúc; p đã điều chỉnh theo Benjamini–Hochberg: trong "
      + "các khác "
      + "biệt được nêu, trung bình không quá {error} là sai.",
    en: "{m} {m:comparison was|comparisons were} tested together; p is adjusted by "
      + "Benjamini–Hochberg: of the differences shown, at most {error} are expected to be false.")
  static let comparisonUnadjusted = ReportWord(
    vi: "{m} so sánh, p chưa điều chỉnh: dù không có khác biệt nào, vẫn có thể nêu sai khoảng "
      + "{k} so "
      + "sánh.",
    en: "{m} {m:comparison|comparisons}, p not adjusted: about {k} may be shown falsely though "
      + "nothing "
      + "differs.")
  static let comparisonOnce = ReportWord(
    vi: "Chỉ có một kiểm định nên p không cần điều chỉnh.",
    en: "There is one test, so p needs no adjustment.")
  static let comparisonShown = ReportWord(
    vi: "Chỉ nói cao hơn hay thấp hơn khi p đã điều chỉnh không quá {error} và khoảng tin cậy "
      + "không "
      + "chứa 0, mỗi bên có từ {fewest} câu trả lời; nơi số liệu quá lệch hoặc ít, khoảng "
      + "Newcombe ở "
      + "mức chung cho mọi so sánh cũng phải không chứa 0.",
    en: "Higher or lower is said only where the adjusted p is at most {error} and the interval "
      + "excludes "
      + "0, with {fewest} answers or more on each side; where few answers are expected in a "
      + "cell of "
      + "the test, Newcombe's interval at the level of all comparisons together excludes 0 too.")
  static let comparisonCensus = ReportWord(
    vi: "Đếm đủ mọi người nên chênh lệch là đúng: không có khoảng tin cậy, không kiểm định.",
    en: "Everyone is counted, so a difference is exact: no interval and no test.")
  static let comparisonRest = ReportWord(
    vi: "Một mục được so với phần còn lại (mọi mục khác), không so với tổng có chứa nó.",
    en: "A category is compared with the rest (every other one), never with the whole that "
      + "holds it.")

  // MARK: The change of a report

  static let changeLine = ReportWord(
    vi: "So với {period} ({rate}): {points} (khoảng {level}: {range}), {finding}.",
    en: "Against {period} ({rate}): {points} ({level} interval: {range}), {finding}.")
  static let changeLineOfCensus = ReportWord(
    vi: "So với {period} ({rate}): {points}.",
    en: "Against {period} ({rate}): {points}.")
  static let changeIsShown = ReportWord(vi: "đã phân biệt được", en: "shown to differ")
  static let changeIsNotShown = ReportWord(
    vi: "chưa phân biệt được với không đổi", en: "not shown to differ")
  static let changeIsNotCompared = ReportWord(
    vi: "chưa kết luận: {reason}", en: "no finding: {reason}")

  static let changeSure = ReportWord(vi: "({range}) đã chắc", en: "({range}) shown")
  static let changeUnsure = ReportWord(vi: "({range}) chưa chắc", en: "({range}) not shown")

  // MARK: After the run

  static let closingComparison = ReportWord(
    vi: "So sánh ({n} dòng): {findings}.",
    en: "Comparisons ({n} {n:row|rows}): {findings}.")
  static let closingReadComparison = ReportWord(
    vi: "Đọc kết quả so sánh.", en: "Read the comparison.")

  // MARK: Sheets

  static let rateOfFirst = ReportWord(vi: "Tỷ lệ 1", en: "Rate 1")
  static let answersCompared = ReportWord(vi: "Câu trả lời", en: "Answers")
  static let questionHead = ReportWord(vi: "Câu hỏi", en: "Question")
  static let shareOfFirst = ReportWord(vi: "Tỷ lệ 1", en: "Share 1")
  static let shareOfSecond = ReportWord(vi: "Tỷ lệ 2", en: "Share 2")
  static let figureOfFirst = ReportWord(vi: "Số đo 1", en: "Figure 1")
  static let figureOfSecond = ReportWord(vi: "Số đo 2", en: "Figure 2")
  static let differenceMethod = ReportWord(vi: "Cách tính", en: "Method")
  static let answersOfFirst = ReportWord(vi: "Trả lời 1", en: "Answers 1")
  static let rateOfSecond = ReportWord(vi: "Tỷ lệ 2", en: "Rate 2")
  static let answersOfSecond = ReportWord(vi: "Trả lời 2", en: "Answers 2")
  static let pHead = ReportWord(vi: "p chưa điều chỉnh", en: "Unadjusted p")
  static let adjustedHead = ReportWord(vi: "p điều chỉnh", en: "Adjusted p")
}
