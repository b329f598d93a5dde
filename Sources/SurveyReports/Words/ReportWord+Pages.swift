import CivicSurvey

/// What only a page says.
extension ReportWord {
  static let trendBroken = ReportWord(
    vi:
      "Đường nối bị ngắt ở chỗ bộ câu hỏi đổi phiên bản: số liệu trước và sau không so sánh được.",
    en: "The line is broken where the survey's version changed: figures before and after cannot be "
      + "compared.")
  static let trendGaps = ReportWord(
    vi: "Chỗ trống: kỳ không có lượt đánh giá nào; không nối đường qua đó.",
    en: "Where nothing stands, nobody responded in the period; no line leads over it.")
  static let axisCut = ReportWord(
    vi: "Trục bắt đầu từ {low} %, không phải từ 0.",
    en: "The axis begins at {low} %, not at 0.")
  static let versionOf = ReportWord(vi: "Phiên bản {version}", en: "Version {version}")
  static let overallLine = ReportWord(
    vi: "Mức hài lòng chung: {rate} (khoảng tin cậy {interval}; {n} lượt trả lời).",
    en: "Satisfied overall: {rate} (interval {interval}; {n} {n:answer|answers}).")
  static let overallLineOfFacts = ReportWord(
    vi: "{measure} {rate} (khoảng tin cậy {interval}; {n} lượt).",
    en: "{measure} {rate} (interval {interval}; {n} {n:answer|answers}).")
  static let overallLineOfCensus = ReportWord(
    vi: "{measure} {rate} ({n} lượt).",
    en: "{measure} {rate} ({n} {n:answer|answers}).")
  static let summaryLine = ReportWord(
    vi: "Kỳ: {period}. {n} lượt đánh giá trong kỳ.",
    en: "Period: {period}. {n} {n:rating|ratings} in it.")
  static let summaryAll = ReportWord(vi: "Toàn bộ dữ liệu: {all}", en: "All data: {all}")
  static let targetsAtAGlance = ReportWord(vi: "Chỉ tiêu: đạt hay chưa", en: "Targets: met or not")
  static let noTargets = ReportWord(
    vi: "Bộ câu hỏi không có chỉ tiêu.",
    en: "The survey has no target.")
  static let moreTargets = ReportWord(
    vi: "Còn {n} dòng khác trong mục Chỉ tiêu{basis}: {verdicts}.",
    en: "{n} more {n:row stands|rows stand} under Targets{basis}: {verdicts}.")
  static let byWorstVerdict = ReportWord(
    vi: " (tính theo kết quả kém nhất của mỗi dòng)", en: " (each by its worst verdict)")
  static let notInThesePeriods = ReportWord(
    vi: "không thuộc các kỳ này",
    en: "not of these periods")
  static let jointlyMissed = ReportWord(
    vi: "{period}: xét cùng lúc cả {k} dòng (hiệu chỉnh Holm), vẫn chắc chắn chưa đạt: {names}.",
    en: "{period}: all {k} rows taken together (Holm's adjustment), still missed for sure: "
      + "{names}.")
  static let noneJointlyMissed = ReportWord(
    vi: "{period}: xét cùng lúc cả {k} dòng (hiệu chỉnh Holm) thì chưa thể nói chắc dòng nào "
      + "chưa đạt.",
    en: "{period}: all {k} rows taken together (Holm's adjustment), none is missed for sure.")
  static let sureness = ReportWord(
    vi: "Khoảng tin cậy {interval}; {n} lượt.",
    en: "Interval {interval}; {n} {n:answer|answers}.")
  static let answersOf = ReportWord(vi: "{n} lượt.", en: "{n} {n:answer|answers}.")
  static let lowest = ReportWord(vi: "{axis} thấp nhất", en: "Lowest: {axis}")
  static let noLowest = ReportWord(
    vi: "Chưa đủ câu trả lời để so sánh (mỗi nơi cần ít nhất 30 lượt).",
    en: "Too few answers to compare (30 in each are needed).")
  static let lowestLine = ReportWord(
    vi: "{name}: {rate} trên {n} lượt trả lời.",
    en: "{name}: {rate} of {n} {n:answer|answers}.")
  static let lowestInterval = ReportWord(
    vi: "Khoảng tin cậy {interval}.",
    en: "Interval {interval}.")
  static let lowestSure = ReportWord(
    vi: "Thấp hơn từng nơi khác trong {k} nơi được so.",
    en: "It is lower than each other of the {k} compared.")
  static let lowestOneOf = ReportWord(
    vi: "Một trong {m} nơi sau, chưa phân biệt được với nhau (so {k} nơi): {names}.",
    en: "One of these {m}, which cannot be told apart ({k} compared): {names}.")
  static let lowestAny = ReportWord(
    vi: "Chưa phân biệt được nơi nào thấp nhất trong {k} nơi: {names}.",
    en: "Which of the {k} is lowest cannot be told: {names}.")
  static let lowestLeftOut = ReportWord(
    vi: "{n} nơi có dưới 30 lượt trả lời nên không được so.",
    en: "Left out for fewer than 30 answers: {n}.")
  static let ofAllData = ReportWord(
    vi: "Tính trên toàn bộ dữ liệu, không riêng kỳ này.",
    en: "Of all the data, not of this period alone.")
  static let noneExpected = ReportWord(
    vi: "Định nghĩa chưa ghi nơi nào phải gửi dữ liệu (expected), nên không biết còn thiếu ai.",
    en: "The definition does not say who should send data (expected), so nobody can be missed.")
  static let allSent = ReportWord(
    vi: "{axis}: cả {n} nơi phải gửi trong kỳ đều đã gửi.",
    en: "{axis}: all {n} that should have sent data of the period have.")
  static let silentOf = ReportWord(
    vi: "{axis}: {k} trong {n} nơi phải gửi trong kỳ chưa gửi phiếu nào: {names}.",
    en: "{axis}: {k} of {n} that should have sent data of the period sent none: {names}.")
  static let andMore = ReportWord(vi: " và {n} nơi khác", en: " and {n} more")
  static let whoAnswered = ReportWord(vi: "Ai đã trả lời", en: "Who answered")
  static let caveatSelfSelected = ReportWord(
    vi: "Người trả lời tự chọn, không phải mẫu ngẫu nhiên: số liệu cho biết ý kiến của những "
      + "lượt đã đánh giá, không phải của mọi người đã dùng dịch vụ. Khoảng tin cậy là "
      + "khoảng theo mô hình: mức dao động nếu những lượt này là một mẫu ngẫu nhiên của mọi "
      + "lượt phục vụ.",
    en: "People chose themselves whether to answer; they are no random sample. The figures "
      + "tell what those ratings say, not what everybody who used the services thinks. "
      + "Intervals are model intervals: how far a rate would wander if these ratings were a "
      + "random draw of all cases served.")
  static let caveatSample = ReportWord(
    vi: "Mẫu được chọn ngẫu nhiên: khoảng tin cậy cho biết sai số do chọn mẫu; không tính "
      + "sai số do không trả lời.",
    en: "The sample was drawn by chance: intervals tell its sampling error, not the error "
      + "from people who did not answer.")
  static let caveatCensus = ReportWord(
    vi: "Dữ liệu gồm mọi trường hợp, nên không có sai số chọn mẫu và không có khoảng tin cậy.",
    en: "The data hold every case, so that there is no sampling error and no interval.")
  static let actions = ReportWord(vi: "Việc nên làm", en: "What to do")
  static let actionLosses = ReportWord(
    vi: "Bổ sung các cách ghi chưa biết vào định nghĩa (hoặc dùng --unknown-labels và "
      + "--labels) rồi chạy lại: mất quá nhiều dữ liệu nên chưa đánh giá được.",
    en: "Add the unknown labels to the definition (or use --unknown-labels and --labels) and "
      + "run again: too much was lost to judge.")
  static let firstLines = ReportWord(
    vi: "Cần biết trước khi dùng các số dưới đây ({n}):",
    en: "To know before the figures below are used ({n}):")
  static let actionWarnings = ReportWord(
    vi: "Xem {n} cảnh báo và làm theo cách xử lý ghi ở mục “Lưu ý” của báo cáo.",
    en: "Look at the {n:warning|warnings} ({n}) and do what “Notices” in the report says.")
  static let actionRejects = ReportWord(
    vi: "Sửa {n} bản ghi bị loại: ghi ra bằng --rejects, sửa trong Excel, đưa lại cùng tệp gốc.",
    en:
      "Mend {n} rejected {n:record: write it|records: write them} with --rejects, correct {n:it|them} in "
      + "Excel, give {n:it|them} back with the export.")
  static let actionSilent = ReportWord(
    vi: "Hỏi {n} nơi chưa gửi dữ liệu.",
    en: "Ask the {n} that sent nothing.")
  static let actionLowest = ReportWord(
    vi: "Xem lại việc phục vụ ở nơi thấp nhất trước: {name}.",
    en: "Look first at the lowest: {name}.")
  static let actionLowestOf = ReportWord(
    vi: "Xem lại việc phục vụ ở các nơi có thể là thấp nhất: {names} (chưa phân biệt được với "
      + "nhau).",
    en: "Look at those that may be the lowest: {names} (they cannot be told apart).")
  static let actionMoreAnswers = ReportWord(
    vi: "Kỳ chưa kết thúc, có thể thu thêm phiếu. Để có 80 % khả năng khẳng định là đạt, nếu mức "
      + "thật đúng như số đo: {rows}.",
    en: "The period has not ended; more answers may be collected. To show it four times in five, "
      + "if the true rate is what was measured: {rows}.")
  static let actionMoreAnswersRow = ReportWord(
    vi: "{name}, {period}: cần khoảng {n} lượt trả lời (nay có {have})",
    en: "{name}, {period}: about {n} {n:answer|answers} (now {have})")
  static let actionNeed = ReportWord(
    vi: "Điều được mong nhất: {need} ({share} trong {n} lượt trả lời câu này).",
    en: "Most wanted: {need} ({share} of {n} who answered this).")
  static let actionNeeds = ReportWord(
    vi: "Được mong nhất, chưa phân biệt được với nhau: {needs} (trong {n} lượt trả lời câu này).",
    en: "Most wanted, not to be told apart: {needs} (of {n} who answered this).")
  static let actionNothing = ReportWord(
    vi: "Không có việc gì phải làm ngay.",
    en: "Nothing has to be done at once.")
  static let actionNoResponses = ReportWord(
    vi: "Kiểm tra xem đã đưa đúng tệp chưa: không có lượt đánh giá nào để tính.",
    en: "See whether these are the right files: there is no response to count.")
  static let actionReport = ReportWord(
    vi: "Lập báo cáo: civicsurvey report {path}", en: "Report on it: civicsurvey report {path}")
  static let closingVerdicts = ReportWord(
    vi: "Chỉ tiêu ({n} dòng{provisional}): {verdicts}.",
    en: "Targets ({n} {n:row|rows}{provisional}): {verdicts}.")
  static let closingProvisional = ReportWord(
    vi: ", trong đó {n} tạm tính", en: ", {n} provisional")
  static let closingWritten = ReportWord(vi: "Đã ghi: {paths}", en: "Written: {paths}")
  static let closingRead = ReportWord(vi: "Đọc báo cáo.", en: "Read the report.")
  static let closingNext = ReportWord(vi: "Việc tiếp theo: {action}", en: "Next: {action}")
  static let moreRows = ReportWord(
    vi: "Còn {n} dòng không hiện ở đây; xem trong tệp Excel, CSV hoặc JSON.",
    en: "{n} more {n:row is|rows are} not shown here; see the workbook, CSV or JSON.")
  static let tooWide = ReportWord(
    vi: "Bảng có {n} cột, quá rộng để hiện ở đây; xem trong tệp Excel, CSV hoặc JSON.",
    en: "The table has {n} columns, too wide to be shown here; see the workbook, CSV or JSON.")
  static let chartTarget = ReportWord(vi: "Chỉ tiêu", en: "Target")
  static let chartOverall = ReportWord(vi: "Chung: {rate}", en: "Overall: {rate}")
  static let trend = ReportWord(vi: "Diễn biến theo kỳ", en: "Trend")
  static let trendOf = ReportWord(vi: "Theo kỳ: {measure}", en: "Period by period: {measure}")
  static let cross = ReportWord(vi: "Hai chiều", en: "Two at a time")
  static let heatMeans = ReportWord(
    vi: "Mỗi ô: {figure}, dưới là số lượt trả lời. Ô chỉ có màu khi khoảng tin cậy {level} nằm hẳn "
      + "về một phía của chỉ tiêu của dòng hoặc cột, nếu không có chỉ tiêu thì của mức chung "
      + "trong cùng kỳ; ô không màu: chưa phân biệt được. Trong những ô có mức thật bằng đúng "
      + "mức đó, vẫn có khoảng {rest} có màu do ngẫu nhiên. Ô in nghiêng có dưới 10 lượt, không "
      + "nên so sánh. Sắp theo tên, không xếp hạng.",
    en: "Each cell: the {figure}, under it the number of answers. A cell is shaded only where its "
      + "{level} interval lies wholly on one side of the target of the row or column, where "
      + "there is none of the overall rate of the same period; without a shade it cannot be told "
      + "from it. Of the cells whose true rate is just that, about {rest} are shaded by chance. "
      + "Cells in italics have fewer than 10 answers and should not be compared. Ordered by "
      + "name, not ranked.")
  static let heatMeansOfCensus = ReportWord(
    vi: "Mỗi ô: {figure}, dưới là số lượt. Màu nền so với chỉ tiêu của dòng hoặc cột nếu có, nếu "
      + "không thì so với mức chung trong cùng kỳ; ô in nghiêng có dưới 10 lượt, không nên so "
      + "sánh. Sắp theo tên, không xếp hạng.",
    en:
      "Each cell: the {figure}, under it the number of answers. Shades compare with the target of "
      + "the row or column where there is one, else with the overall rate of the same period; "
      + "cells in italics have fewer than 10 answers and should not be compared. Ordered by "
      + "name, not ranked.")
  static let sheetHeatMeans = ReportWord(
    vi: "Tỷ lệ chỉ có màu khi khoảng tin cậy nằm hẳn về một phía của chỉ tiêu, nếu không có chỉ "
      + "tiêu thì của mức chung trong cùng kỳ.",
    en: "A rate is shaded only where its interval lies wholly on one side of the target, where "
      + "there is none of the overall rate of the same period.")
  static let sheetHeatMeansOfFigures = ReportWord(
    vi: "Kết quả chỉ có màu khi khoảng tin cậy nằm hẳn về một phía của chỉ tiêu, nếu không có chỉ "
      + "tiêu thì của mức chung trong cùng kỳ.",
    en: "A figure is shaded only where its interval lies wholly on one side of the target, where "
      + "there is none of the overall figure of the same period.")
  static let sheetHeatMeansOfCensus = ReportWord(
    vi: "Màu so với chỉ tiêu, nếu không có chỉ tiêu thì với mức chung trong cùng kỳ.",
    en: "Shades compare with the target, where there is none with the overall rate of the same "
      + "period.")
  static let profile = ReportWord(vi: "Các yếu tố", en: "Factors")
  static let profileMeans = ReportWord(
    vi: "Tỷ lệ của từng yếu tố, bên cạnh mức chung. Hai số cùng do những người ấy trả lời, nên "
      + "chỉ nhìn hai tỷ lệ thì chưa kết luận được cao hơn hay thấp hơn; thấp cũng không có "
      + "nghĩa là nguyên nhân.",
    en: "Each factor's rate beside the overall one. Both come from the same people, so that the "
      + "two rates alone do not tell which is higher; nor is what is low the cause.")
  static let factor = ReportWord(vi: "Yếu tố", en: "Factor")
  static let factorSheet = ReportWord(vi: "Yếu tố", en: "Factors")
  static let answeredBoth = ReportWord(vi: "Trả lời cả hai câu", en: "Answered both")
  static let factorsTitle = ReportWord(
    vi: "Từng yếu tố so với mức chung", en: "Each factor beside the overall question")
  static let factorsBeside = ReportWord(
    vi: "Từng yếu tố so với “{measure}”", en: "Each factor beside “{measure}”")
  static let factorsCompared = ReportWord(
    vi: "So từng người: tỷ lệ của yếu tố trừ đi “{measure}”, trên những người trả lời cả hai câu "
      + "(kiểm định McNemar chính xác, khoảng Newcombe cho cặp). p đã hiệu chỉnh theo Holm.",
    en: "Person by person: the factor's rate less “{measure}”, of those who answered both (exact "
      + "McNemar test, Newcombe's paired interval). p is adjusted by Holm.")
  static let factorsByDesign = ReportWord(
    vi: "So từng người: tỷ lệ của yếu tố trừ đi “{measure}”, trên những người trả lời cả hai câu, "
      + "tính theo thiết kế mẫu (kiểm định t). p đã hiệu chỉnh theo Holm.",
    en: "Person by person: the factor's rate less “{measure}”, of those who answered both, by the "
      + "design (t test). p is adjusted by Holm.")
  static let factorsCounted = ReportWord(
    vi: "So từng người: tỷ lệ của yếu tố trừ đi “{measure}”, trên những người trả lời cả hai câu.",
    en: "Person by person: the factor's rate less “{measure}”, of those who answered both.")
  static let periodTables = ReportWord(vi: "Bảng theo kỳ", en: "Tables by period")
  static let periodTablesMean = ReportWord(
    vi: "Tỷ lệ hài lòng chung và theo từng yếu tố, hai kỳ gần nhất. Chữ nghiêng: dưới 10 "
      + "lượt trả lời.",
    en: "The rate overall and by factor, the last two periods. Italics: fewer than 10 answers.")
  static let pageNeeds = ReportWord(vi: "Nhu cầu", en: "Needs")
  static let respondents = ReportWord(vi: "Lượt trả lời", en: "Respondents")
  static let arrivals = ReportWord(vi: "Dữ liệu đã nhận: {axis}", en: "What arrived: {axis}")
  static let arrivalsOfUnits = ReportWord(vi: "Dữ liệu đã nhận", en: "What arrived")
  static let noUnit = ReportWord(
    vi:
      "Định nghĩa không nói chiều nào là đơn vị, nên không kể đơn vị nào đã gửi hay chưa gửi; ghi "
      + "“role: unit” vào chiều đó.",
    en:
      "The definition does not say which dimension is the unit, so that nothing is said of who has sent "
      + "something and who has not; write “role: unit” below that dimension.")
  static let arrivalsMean = ReportWord(
    vi: "Số lượt đánh giá đã nhận theo nửa tháng, không phụ thuộc vào điều kiện lọc. Ô tô "
      + "màu có số 0: phải gửi mà chưa gửi.",
    en: "Accepted ratings by half-month, whatever the conditions. A shaded 0: something was "
      + "expected and nothing came.")
  static let arrivalsCut = ReportWord(
    vi: "Chỉ hiện 24 nửa tháng gần nhất; các kỳ trước có trong JSON và tệp Excel.",
    en: "Only the last 24 half-months are shown; earlier ones are in JSON and the workbook.")
  static let withoutDate = ReportWord(vi: "Không có ngày", en: "No date")
  static let strayDate = ReportWord(vi: "Ngày lạc", en: "Stray date")
  static let skipToContent = ReportWord(vi: "Đến nội dung", en: "Skip to the content")
  static let contents = ReportWord(vi: "Mục lục", en: "Contents")
  static let pageFoot = ReportWord(
    vi:
      "Làm bằng CivicSurvey {version}. Mọi con số ở đây cũng có trong tệp JSON của cùng lần chạy.",
    en: "Made with CivicSurvey {version}. Every figure here is also in the JSON of the same run.")
  static let scrollable = ReportWord(
    vi: "Bảng, cuộn ngang được: {caption}",
    en: "Table, scrolls sideways: {caption}")
}
