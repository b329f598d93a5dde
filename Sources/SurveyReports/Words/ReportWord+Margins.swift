/// Words about weighting to margins.
extension ReportWord {
  static let marginTitle = ReportWord(vi: "Điều chỉnh theo cơ cấu", en: "Weighting to margins")
  static let marginPost = ReportWord(
    vi:
      "Phiếu được điều chỉnh theo cơ cấu {axes} của {total} trong tệp {files} (hậu phân tầng): mỗi "
      + "phiếu được nhân một hệ số sao cho cơ cấu người trả lời khớp với tệp.",
    en:
      "Responses are weighted to {total} by {axes} in {files} (post-stratification): each has a factor "
      + "that brings the mix of those who answered to that of the file.")
  static let marginRake = ReportWord(
    vi:
      "Phiếu được điều chỉnh theo cơ cấu {axes} của {total} trong các tệp {files} (raking, {rounds} "
      + "vòng): mỗi phiếu được nhân một hệ số sao cho cơ cấu người trả lời khớp với từng tệp.",
    en: "Responses are weighted to {total} by {axes} in {files} (raking, {rounds} "
      + "{rounds:round|rounds}): each has a factor that brings the mix of those who answered to that of "
      + "every file.")
  static let marginByPeriod = ReportWord(
    vi: "Việc điều chỉnh làm riêng trong từng kỳ ({n} kỳ).",
    en: "This was done within each period by itself ({n} {n:period|periods}).")
  static let marginFactors = ReportWord(
    vi:
      "Hệ số từ {least} đến {most} lần mức trung bình; sau điều chỉnh {n} phiếu có giá trị như {kish} "
      + "phiếu (n hiệu dụng theo Kish); lệch lớn nhất so với tệp: {residual}.",
    en:
      "Factors are from {least} to {most} times the average; {n} responses then tell as much as {kish} "
      + "(Kish's effective n); the farthest from the file: {residual}.")
  static let marginCap = ReportWord(
    vi: "Mức trần của hệ số: {cap} lần mức trung bình.",
    en: "Factors are capped at {cap} times the average.")
  static let marginCapped = ReportWord(
    vi:
      "Có hệ số bị cắt ở mức trần, nên cơ cấu không khớp hẳn; sai số chuẩn tính như khi không cắt.",
    en:
      "Some were cut, so that the margins are not met; standard errors are those of margins without a "
      + "cap.")
  static let marginUnmatched = ReportWord(
    vi: "{n} phiếu không thuộc nhóm nào trong tệp và giữ quyền số chung.",
    en:
      "{n} {n:response is|responses are} of no category of the files and {n:keeps|keep} the overall "
      + "weight.")
  static let marginErrors = ReportWord(
    vi:
      "Sai số chuẩn trừ đi phần mà cơ cấu đã giải thích, như gói survey của R (postStratify, rake). Điều "
      + "chỉnh chỉ sửa được chênh lệch giữa các nhóm, không sửa được việc người hài lòng hay không hài "
      + "lòng trong cùng một nhóm trả lời nhiều hơn.",
    en:
      "Standard errors leave out what the margins explain, as R's survey does (postStratify, rake). "
      + "Weighting mends differences between categories alone, not who of one category chose to answer."
  )
  static let marginChangeLine = ReportWord(
    vi: "{measure}: {with} sau điều chỉnh, {without} khi chưa điều chỉnh ({change}).",
    en: "{measure}: {with} with the weights, {without} without them ({change}).")
  static let marginWhy = ReportWord(
    vi: "{change} theo {axis}: {mix} do cơ cấu, {rest} do hệ số khác nhau trong cùng một nhóm.",
    en: "{change} by {axis}: {mix} from the mix, {rest} from other weights within categories.")
  static let marginOver = ReportWord(
    vi: "Trả lời nhiều hơn phần của mình: {names}.",
    en: "More among the answers than in the margins: {names}.")
  static let marginUnder = ReportWord(
    vi: "Trả lời ít hơn phần của mình: {names}.",
    en: "Less among the answers than in the margins: {names}.")
  static let marginShares = ReportWord(
    vi: "{name} ({without} số câu trả lời, {with} sau điều chỉnh)",
    en: "{name} ({without} of answers, {with} weighted)")
  static let marginWithout = ReportWord(vi: "Chưa điều chỉnh", en: "Without")
  static let marginWith = ReportWord(vi: "Đã điều chỉnh", en: "With weights")
  static let marginChange = ReportWord(vi: "Thay đổi", en: "Change")
  static let marginShareWithout = ReportWord(vi: "Tỷ trọng câu trả lời", en: "Share of answers")
  static let marginShareWith = ReportWord(vi: "Tỷ trọng sau điều chỉnh", en: "Weighted share")
  static let marginEffect = ReportWord(vi: "Tác động", en: "Effect")
  static let marginMeans = ReportWord(
    vi: "Tác động: tỷ trọng của nhóm thay đổi làm số chung tăng hay giảm bao nhiêu (cách tách của "
      + "Kitagawa).",
    en: "Effect: what the other share of a category does to the figure of all (Kitagawa's split).")
  static let marginTop = ReportWord(
    vi: "{n} nhóm có tác động lớn nhất, trong {all}; tất cả có trong trang tính và JSON.",
    en: "The {n} with the largest effects, of {all}; all are in the workbook and in JSON.")
  static let marginMeasure = ReportWord(vi: "Chỉ số", en: "Measure")
  static let marginAxis = ReportWord(vi: "Chiều", en: "Dimension")
}
