/// What a draft and its table say.
enum DraftWords {
  // MARK: The head

  static let title = Phrase(
    vi: "Bản nháp định nghĩa, do “civicsurvey draft” lập từ {files}.",
    en: "A draft definition, made by “civicsurvey draft” from {files}.")
  static let records = Phrase(
    vi: "{records} bản ghi, {columns} cột{faults}{others}.",
    en: "{records} {records:record|records}, {columns} {columns:column|columns}{faults}{others}.")
  static let faults = Phrase(
    vi: "; {n} dòng không tách được thành đủ số cột",
    en: "; {n} {n:line does|lines do} not split into so many columns")
  static let notResponses = Phrase(
    vi: "; {n} dòng tiêu đề lặp lại hoặc dòng cộng, không tính là phiếu",
    en: "; {n} {n:line is|lines are} headers that come again or totals, and no responses")
  static let decide = Phrase(
    vi:
      "Dòng có “# ?” là chỗ người phụ trách phải quyết định, rồi xoá dấu “# ?”. Phần còn lại lấy từ "
      + "tệp.",
    en: "A line with “# ?” is for a person to decide, who then deletes the “# ?”. The rest is what "
      + "the file says.")
  static let report = Phrase(vi: "Lập báo cáo: {command}", en: "To report: {command}")
  static let sampled = Phrase(
    vi:
      "Dấu hiệu thông tin cá nhân được tìm trong 100.000 bản ghi đầu và cứ 100 bản ghi sau đó thì "
      + "xem một.",
    en:
      "Signs of personal data were looked for in the first 100,000 records and in every hundredth "
      + "behind them.")
  static let surveyTitle = Phrase(vi: "Khảo sát {name}", en: "Survey {name}")
  static let nameIt = Phrase(
    vi: "mã và tên của cuộc khảo sát", en: "the survey's id and title")
  static let coverage = Phrase(
    vi:
      "self-selected: ai muốn thì trả lời (ki-ốt, trang web); sample: mẫu chọn ngẫu nhiên; census: đã "
      + "hỏi tất cả",
    en:
      "self-selected: whoever wanted to answered (kiosk, web form); sample: drawn by chance; census: "
      + "everybody was asked")
  static let keepAll = Phrase(
    vi: "mã lặp lại: keepAll tính tất cả; keepFirst chỉ tính bản ghi đầu tiên của mỗi mã",
    en: "of an id that comes again: keepAll counts all; keepFirst counts the first record alone")
  static let targets = Phrase(
    vi:
      "chỉ tiêu, nếu có: bỏ dấu # ở các dòng dưới, ghi đúng con số và ngày của văn bản giao chỉ tiêu",
    en:
      "targets, if there are any: take the # from the lines below, and write the number and the day of "
      + "the decision that sets it")

  // MARK: The source

  static let noID = Phrase(
    vi: "Không cột nào là mã riêng của phiếu: không biết được phiếu nào bị xuất hai lần.",
    en: "No column is an id of responses: nobody can tell which were exported twice.")
  static let noTime = Phrase(
    vi: "Không cột nào là ngày giờ đọc được: báo cáo không chia theo quý, năm.",
    en: "No column is a time that can be read: reports have no quarters and years.")
  static let unique = Phrase(
    vi: "{filled}/{records} bản ghi có mã, không mã nào lặp lại",
    en: "{filled} of {records} have one, none comes twice")
  static let repeated = Phrase(
    vi: "{filled}/{records} bản ghi có mã, {n} bản ghi có mã đã gặp trước đó",
    en: "{filled} of {records} have one, {n} {n:record has|records have} one that came before")
  static let about = Phrase(
    vi: "{filled}/{records} bản ghi có mã, ước chừng {distinct} mã khác nhau",
    en: "{filled} of {records} have one, about {distinct} of them different")
  static let shortened = Phrase(
    vi: "{n} mã bị Excel rút gọn (2,03E+14): không còn phân biệt được",
    en: "a spreadsheet has shortened {n} of them (2.03E+14): they no longer tell responses apart")
  static let timeRead = Phrase(
    vi: "{read}/{filled} đọc được theo {formats}, từ {firstDay} đến {lastDay}",
    en: "{read} of {filled} are read by {formats}, from {firstDay} to {lastDay}")
  static let timeEither = Phrase(
    vi: "Ngày đứng trước hay tháng đứng trước? Cả hai cách đều đọc được hết: bỏ dấu # ở dòng đúng.",
    en:
      "Which comes first, the day or the month? Either reads all: take the # from the line that is "
      + "right.")
  static let timeUnread = Phrase(vi: "không đọc được: {texts}", en: "not read: {texts}")
  static let zone = Phrase(
    vi: "{n} giờ có ghi múi giờ, được đổi sang múi giờ này",
    en: "{n} {n:time has|times have} an offset and {n:is|are} converted to this zone")
  static let zoneUnmarked = Phrase(
    vi: "các giờ không ghi múi giờ được hiểu là giờ địa phương này",
    en: "times without an offset are taken as local in this zone")
  static let frequency = Phrase(
    vi: "mỗi bản ghi thay cho nhiều lượt: cộng lại {sum} lượt",
    en: "a record stands for several responses: {sum} in all")
  static let headerLines = Phrase(
    vi: "tên cột nằm trên {n} dòng", en: "the names of the columns take {n} lines")

  // MARK: Columns

  static let filled = Phrase(
    vi: "{filled}/{records} có trả lời", en: "{filled} of {records} answered")
  static let has = Phrase(vi: "{filled}/{records} có ghi", en: "{filled} of {records} filled in")
  static let distinct = Phrase(
    vi: "{n} nhóm", en: "{n} {n:category|categories}")
  static let aboutDistinct = Phrase(vi: "khoảng {n} nhóm", en: "about {n} categories")
  static let unknown = Phrase(
    vi: "không có trong thang: {texts}", en: "not on the scale: {texts}")
  static let satisfied = Phrase(
    vi: "những câu trả lời nào là hài lòng?", en: "which answers count as satisfied?")
  static let satisfiedNumbers = Phrase(
    vi: "những câu trả lời nào là hài lòng? Tệp chỉ có số: xem lại số lớn là tốt hay là xấu",
    en:
      "which answers count as satisfied? The file has numbers alone: see whether high ones are good"
  )
  static let state = Phrase(
    vi:
      "phiếu thử hay dở dang có được tính không? Báo cáo tính tất cả. Không tính thì bỏ dấu # ở dòng dưới và xoá "
      + "khỏi exclude những giá trị được tính.",
    en:
      "do trials and unfinished responses count? Reports count all. If they do not, take the # from the lines "
      + "below and delete from exclude the values that count.")
  static let noOpinion = Phrase(
    vi: "số này có nghĩa là không ý kiến không?",
    en: "does this number mean that there is no opinion?")
  static let single = Phrase(
    vi: "Tệp không có câu hỏi nào; tính tỷ lệ theo cột này có đúng không?",
    en: "The file has no question; is this column what is to be counted?")
  static let several = Phrase(
    vi: "nhiều câu trả lời trong một ô, cách nhau bằng “{separator}”",
    en: "several answers in a cell, with “{separator}” between them")
  static let ticks = Phrase(
    vi: "{n} cột, mỗi cột một lựa chọn", en: "{n} columns, one for each option")
  static let levels = Phrase(
    vi: "{n} cột đếm số lượt, mỗi cột một mức", en: "{n} columns of counts, one for each level")
  static let text = Phrase(
    vi: "lời viết tự do, luôn giữ kín", en: "free text, always kept private")
  static let personalSeen = Phrase(
    vi: "thấy {emails} địa chỉ thư, {phones} số điện thoại, {papers} số giấy tờ",
    en:
      "{emails} e-mail addresses, {phones} telephone numbers and {papers} numbers of papers were seen"
  )
  static let near = Phrase(
    vi: "viết sai của “{label}”? Nếu đúng thì xoá dòng này và thêm vào accepts của nhóm đó",
    en: "“{label}” misspelt? Then delete this line and add it to the accepts of that category")
  static let leftOut = Phrase(
    vi: "Những cột không dùng đến:", en: "Columns that are left out:")
  static let counts = Phrase(vi: "{n} lượt", en: "{n}")

  static func reason(_ reason: ColumnFinding.Reason) -> Phrase {
    switch reason {
    case .blank: Phrase(vi: "để trống ở mọi bản ghi", en: "blank in every record")
    case .nameless: Phrase(vi: "không có tên", en: "it has no name")
    case .sameName:
      Phrase(
        vi: "trùng tên với một cột khác: đổi tên một trong hai cột rồi lập lại",
        en: "another column has the same name: rename one of them and draft again")
    case .constant:
      Phrase(vi: "ở đâu cũng một giá trị", en: "it says the same everywhere")
    case .runningNumber: Phrase(vi: "số thứ tự", en: "a running number")
    case .numbers:
      Phrase(
        vi: "số liệu, không phải câu trả lời hay nhóm",
        en: "numbers, neither answers nor categories")
    case .personal:
      Phrase(
        vi: "thông tin cá nhân, báo cáo không đọc đến", en: "personal data, which no report reads")
    case .countsPerhaps:
      Phrase(
        vi:
          "số lượt mà mỗi bản ghi thay cho? Nếu đúng thì thêm vào source: frequency: { columns: […] }",
        en:
          "how many responses a record stands for? Then add to source: frequency: { columns: […] }")
    case .codes:
      Phrase(vi: "mã, mỗi bản ghi một khác", en: "codes, another one in nearly every record")
    case .otherTime:
      Phrase(vi: "ngày giờ khác; mỗi phiếu chỉ dùng một", en: "another time; a response has one")
    case .otherID:
      Phrase(vi: "mã khác; mỗi phiếu chỉ dùng một", en: "another id; a response has one")
    case .mixedTime:
      Phrase(
        vi: "ngày giờ theo hai thứ tự lẫn lộn, có ô ngày trước, có ô tháng trước: sửa tệp gốc",
        en: "times in two orders, some with the day first and some with the month: mend the export")
    case .unreadTime:
      Phrase(
        vi: "có vẻ là ngày giờ, nhưng không dạng nào đọc được hết",
        en: "it looks like times, but no format reads them")
    }
  }

  // MARK: Like another definition

  static let likeColumn = Phrase(
    vi: "cột “{column}” có đúng là {thing} không? Tên cột không cho biết.",
    en: "is the column “{column}” really {thing}? Its name does not tell.")
  static let likeUnknown = Phrase(
    vi:
      "{thing}: chưa biết các cách ghi {texts}{near}. Nếu đúng là một mục đã có thì thêm vào accepts của "
      + "mục đó.",
    en:
      "{thing}: not known: {texts}{near}. If one of them is an entry that is there, add it to its accepts."
  )
  static let likeNear = Phrase(
    vi: " (gần giống nhất: “{label}”)", en: " (nearest: “{label}”)")
  static let likeFormats = Phrase(
    vi: "các dạng ngày giờ của định nghĩa không đọc được {texts}: thêm dạng đúng vào formats.",
    en: "the definition's formats do not read {texts}: add the right one to formats.")
  static let likeNoTime = Phrase(
    vi: "tệp không có cột ngày giờ mà định nghĩa cần (source.submittedAt).",
    en: "the file has no column of times, which the definition needs (source.submittedAt).")
  static let likeLacks = Phrase(
    vi: "tệp không có {thing}: thêm optional: true vào đó.",
    en: "the file lacks {thing}: add optional: true there.")
  static let likeUnused = Phrase(
    vi:
      "cột “{column}” giống câu trả lời mà không khớp câu hỏi nào. Nếu là một trong {things} thì thêm tên cột "
      + "vào columns của câu đó.",
    en:
      "the column “{column}” looks like answers and agrees with no question. If it is one of {things}, add its "
      + "name to the columns of that one.")
  static let likeCounts = Phrase(
    vi:
      "cột “{column}” có vẻ là số lượt của mỗi bản ghi; nếu đúng thì thêm vào source: frequency: { columns: "
      + "[…] }, nếu không mỗi bản ghi chỉ là một lượt.",
    en:
      "the column “{column}” seems to say how many responses a record stands for; if it does, add to source: "
      + "frequency: { columns: […] }, else each record is one.")
  static let likeBlanks = Phrase(
    vi: "{texts} có nghĩa là để trống không? Nếu có thì thêm vào missing.",
    en: "does {texts} mean that a cell is blank? Then add it to missing.")
  static let likeNothing = Phrase(
    vi: "Định nghĩa đọc được tệp này rồi, không phải thêm gì.",
    en: "The definition reads this file as it is: nothing is to be added.")
  static let likeKnown = Phrase(vi: "{thing}, đã biết", en: "{thing}, known")
  static let likeNew = Phrase(vi: "{thing}, tên cột mới", en: "{thing}, a new name")
  static let likeUnsure = Phrase(
    vi: "{thing}, tên cột mới # ?", en: "{thing}, a new name # ?")
  static let likeMissing = Phrase(
    vi: "Tệp không có: {things}", en: "Not in the file: {things}")

  // MARK: The table

  static let tableTitle = Phrase(
    vi: "Tệp được hiểu như sau ({files}):", en: "How the file is understood ({files}):")
  static let responseID = Phrase(vi: "mã phiếu", en: "id of the response")
  static let timeOf = Phrase(vi: "ngày giờ của phiếu", en: "time of the response")
  static let frequencyOf = Phrase(vi: "số lượt", en: "number of responses")
  static let dimension = Phrase(vi: "nhóm “{id}”", en: "dimension “{id}”")
  static let rating = Phrase(
    vi: "câu hỏi “{id}”, thang {scale}", en: "question “{id}”, scale {scale}")
  static let yesNo = Phrase(vi: "câu hỏi “{id}”, có hay không", en: "question “{id}”, yes or no")
  static let multiple = Phrase(
    vi: "câu hỏi “{id}”, chọn nhiều", en: "question “{id}”, several answers")
  static let singleOf = Phrase(
    vi: "câu hỏi “{id}”, chọn một", en: "question “{id}”, one answer")
  static let textOf = Phrase(vi: "lời viết “{id}”", en: "text “{id}”")
  static let out = Phrase(vi: "không dùng", en: "left out")
  static let toDecide = Phrase(
    vi: "{n} chỗ phải quyết định (dòng có “# ?”).",
    en: "{n} {n:place|places} to decide (lines with “# ?”).")
  static let next = Phrase(vi: "Lệnh tiếp theo: {command}", en: "Next: {command}")
}
