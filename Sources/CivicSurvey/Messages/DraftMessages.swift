/// The wordings of what keeps a definition from being drafted: codes of `draft.*`.
let draftWordings: [Wording] = [
  Wording(
    worded: DraftCode.noRecords,
    vi: (
      "Tệp có dòng tiêu đề ({columns}) mà chưa có phiếu nào.",
      "Xuất lại tệp khi đã có phiếu, hoặc cho một tệp của kỳ trước: bản nháp lập từ các câu trả lời."
    ),
    en: (
      "The file has a header ({columns}) and no response.",
      "Export again when there are responses, or give a file of an earlier period: a draft is made "
        + "from answers."
    )),
  Wording(
    worded: DraftCode.noQuestion,
    vi: (
      "Không cột nào giống câu trả lời. Tệp có các cột: {columns}.",
      "Kiểm tra xem có đúng tệp không; nếu đúng, chép một định nghĩa mẫu rồi sửa tên cột."
    ),
    en: (
      "No column looks like answers. The file has: {columns}.",
      "See whether it is the right file; if it is, copy a definition that ships and change the names "
        + "of its columns."
    )),
  Wording(
    worded: DraftCode.rejects,
    vi: (
      "Đây là tệp các bản ghi bị loại, không phải tệp xuất.",
      "Cho tệp xuất gốc của ki-ốt hay trang web."
    ),
    en: (
      "This is a file of rejected records, and no export.",
      "Give the export as the kiosk or the form wrote it."
    )),
  Wording(
    worded: DraftCode.answerLines,
    vi: (
      "Tệp ghi mỗi câu trả lời một dòng (cột “{question}” là câu hỏi, cột “{answer}” là câu trả lời): một người "
        + "sẽ bị đếm nhiều lần.",
      "Xuất lại theo kiểu mỗi phiếu một dòng, mỗi câu hỏi một cột; hoặc dùng bảng xoay (PivotTable) của Excel."
    ),
    en: (
      "The file has a line for each answer (the column “{question}” has questions, “{answer}” answers): one "
        + "person would be counted several times.",
      "Export again with a line for each response and a column for each question, or make that with a "
        + "spreadsheet's pivot table."
    )),
  Wording(
    worded: DraftCode.likeAndInto,
    vi: (
      "--like và --into không đi cùng nhau.",
      "Muốn có tệp mới giống {path} thì chỉ dùng --like; muốn xem phải thêm gì vào một tệp thì chỉ dùng "
        + "--into."
    ),
    en: (
      "--like and --into do not go together.",
      "For a new file like {path} use --like alone; to see what is to be added to a file use --into alone."
    )),
]
