/// The wordings of what is odd about a file's answers as a whole.
let answerWordings: [Wording] = [
  Wording(
    .responseDimensionMerged,
    vi: (
      "Cột “{column}” ({dimension}) để trống ở {blankCount} trong {recordsCount} bản ghi có trả lời; "
        + "nếu là ô gộp (merge) thì định nghĩa cần có “{yaml}”.",
      "Ghi dòng đó vào “{dimension}” trong tệp định nghĩa: mỗi ô trống lấy giá trị ở trên nó. Nếu ô "
        + "trống nghĩa là không rõ thì ghi “fillDown: false”."
    ),
    en: (
      "“{column}” ({dimension}) is blank in {blankCount} of {recordsCount} records with an answer; if "
        + "its cells were merged, the definition needs “{yaml}”.",
      "Write this line below “{dimension}” in the definition: each blank then takes the value above "
        + "it. If a blank means that nobody knows, write “fillDown: false”."
    )),
  Wording(
    .responseDimensionBlank,
    vi: (
      "Cột “{column}” ({dimension}) để trống ở tất cả {recordsCount} bản ghi có trả lời.",
      "Kiểm tra bản xuất: có thể thiếu dữ liệu của cột này, hoặc tên cột đã đổi."
    ),
    en: (
      "“{column}” ({dimension}) is blank in all {recordsCount} records with an answer.",
      "Check the export: the data of this column may be lacking, or the column has another name."
    )),
  Wording(
    .responseTicksUnknown,
    vi: (
      "Câu hỏi “{question}” không có ô chọn nào đọc được ở cột {columns}; chưa hiểu: {values}; định "
        + "nghĩa cần có “{yaml}”.",
      "Ghi các dòng đó vào câu hỏi “{question}” trong tệp định nghĩa, thay các dòng “ticked”, "
        + "“unticked” nếu đã có; từ nào nghĩa là có chọn thì để "
        + "ở ticked, không chọn thì để ở unticked."
    ),
    en: (
      "No tick of question “{question}” could be read in {columns}; not understood: {values}; the "
        + "definition needs “{yaml}”.",
      "Write these lines below question “{question}” in the definition, in place of any “ticked” and "
        + "“unticked” there; words for a tick belong in ticked, words for no tick in unticked."
    )),
  Wording(
    .responseQuestionUnanswered,
    vi: (
      "Không ai trong {responsesCount} lượt trả lời câu hỏi “{question}”: cột {columns} để trống hết.",
      "Kiểm tra bản xuất có đúng cột và đủ dữ liệu không; nếu câu này không được hỏi thì bỏ qua."
    ),
    en: (
      "None of {responsesCount} responses answers question “{question}”: {columns} is blank "
        + "throughout.",
      "Check that the export has the right column and is complete; if the question was not asked, "
        + "all is well."
    )),
  Wording(
    .responseQuestionUnread,
    vi: (
      "Không đọc được câu trả lời nào của câu hỏi “{question}” ở cột {columns}: {responsesCount} "
        + "lượt, trong đó {unreadCount} lượt có chữ chưa hiểu, nhiều nhất: {values}.",
      "Thêm các cách ghi đó vào “accepts” của phương án đúng nghĩa, hoặc điền nghĩa vào tệp của "
        + "--unknown-labels rồi chạy lại với --labels."
    ),
    en: (
      "No answer to question “{question}” could be read in {columns}: {responsesCount} responses, "
        + "{unreadCount} of them with something unknown, most often: {values}.",
      "Add these spellings to “accepts” of the choices that they mean, or fill in the file of "
        + "--unknown-labels and run again with --labels."
    )),
]
