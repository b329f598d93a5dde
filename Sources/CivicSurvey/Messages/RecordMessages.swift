import SurveyCSV

/// The wordings of why a record or a value was left out: codes of `csv.*`, `text.*` and `response.*`.
let recordWordings: [Wording] = [
  Wording(
    worded: CSVFaultCode.unclosedQuote,
    vi: (
      "Dấu ngoặc kép mở ra mà không đóng lại.",
      "Xoá dấu ngoặc kép thừa, hoặc viết nó hai lần (\"\") trong ô có ngoặc kép."
    ),
    en: (
      "A quote is opened and never closed.",
      "Delete the stray quote, or double it (\"\") inside a quoted field."
    )),
  Wording(
    worded: CSVFaultCode.textAfterQuote,
    vi: (
      "Có chữ đứng sau dấu ngoặc kép đóng.",
      "Viết dấu ngoặc kép bên trong ô hai lần (\"\")."
    ),
    en: (
      "Text stands after a closing quote.",
      "Double the quotes (\"\") inside the field."
    )),
  Wording(
    worded: CSVFaultCode.fieldCount,
    vi: (
      "Dòng có {found} ô, tiêu đề có {expected} cột.",
      "Thêm hoặc bớt dấu phân cách; ô có chứa dấu phân cách phải đặt trong ngoặc kép."
    ),
    en: (
      "The record has {found} {found:field|fields}, the header {expected} {expected:column|columns}.",
      "Add or remove separators; a field that holds one must be quoted."
    )),
  Wording(
    worded: CSVFaultCode.recordTooLong,
    vi: (
      "Bản ghi dài quá giới hạn 1 MiB.",
      "Kiểm tra dấu ngoặc kép chưa đóng, hoặc rút ngắn nội dung góp ý."
    ),
    en: (
      "The record is longer than 1 MiB.",
      "Look for an unclosed quote, or shorten the comment."
    )),
  Wording(
    worded: CSVFaultCode.tooManyFields,
    vi: ("Bản ghi có quá nhiều ô.", "Kiểm tra dấu phân cách của tệp."),
    en: ("The record has too many fields.", "Check the file's separator.")),
  Wording(
    worded: CSVFaultCode.fragment,
    vi: (
      "Phần còn lại của một bản ghi hỏng ở ngay phía trên.",
      "Sửa bản ghi phía trên; không cần sửa dòng này."
    ),
    en: (
      "A left-over of the broken record just above.",
      "Mend the record above; this line needs nothing of its own."
    )),
  Wording(
    .csvTitleLines,
    vi: (
      "{count} dòng tiêu đề hoặc ghi chú không phải phiếu trả lời, không tính: dòng {lines}.",
      "Không cần làm gì; nếu trong đó có phiếu trả lời, kiểm tra tên cột của tệp."
    ),
    en: (
      "{count} {count:line is a title and no response, and is|lines are titles and no responses, and are} "
        + "not counted: {count:line|lines} {lines}.",
      "Nothing is to be done; if a response is among them, check the file's column names."
    )),
  Wording(
    .csvRepeatedHeaders,
    vi: (
      "Dòng tên cột lặp lại {count} lần, không tính: dòng {lines}.",
      "Không cần làm gì; tệp được ghép từ nhiều tệp xuất."
    ),
    en: (
      "The header comes again {count} {count:time|times}, and is not counted: {count:line|lines} "
        + "{lines}.",
      "Nothing is to be done; the file was pasted together from several exports."
    )),
  Wording(
    .csvNewHeaders,
    vi: (
      "Trong tệp có thêm {count} lần dòng tên cột với cột hoặc thứ tự cột khác: dòng {lines}. "
        + "Từ mỗi dòng đó trở đi, tệp được đọc theo tên cột mới.",
      "Nếu đó không phải là dòng tên cột thì xóa đi rồi chạy lại; nếu đúng thì không cần làm gì."
    ),
    en: (
      "A header with other columns, or in another order, comes {count} {count:time|times} among the "
        + "records: {count:line|lines} {lines}. What follows it is read by it.",
      "If such a line is no header, delete it and run again; else nothing is to be done."
    )),
  Wording(
    .csvHeaderLines,
    vi: (
      "Phần tên cột, như tệp định nghĩa ghi, còn gồm các dòng dưới dòng đầu: dòng {lines}.",
      "Không cần làm gì."
    ),
    en: (
      "As the definition says, the header goes on below its first line: {count:line|lines} {lines}.",
      "Nothing is to be done."
    )),
  Wording(
    .csvFurtherHeaders,
    vi: (
      "Ngay dưới dòng tên cột có dòng giống phần tiếp theo của tên cột, không có mã phiếu, ngày và câu "
        + "trả lời nên không tính là phiếu: dòng {lines}.",
      "Nếu đúng, thêm dòng này vào mục “source” của tệp định nghĩa: "
        + "{example}; nếu là phiếu, ghi mã phiếu và ngày rồi chạy lại."
    ),
    en: (
      "What stands directly below the header looks like more of it, without an id, a date or a known "
        + "answer, and is not counted as responses: {count:line|lines} {lines}.",
      "If they are, add this line under “source” of the definition: "
        + "{example}; if one is a response, give it its id and date and run again."
    )),
  Wording(
    .csvTotalLines,
    vi: (
      "{count} dòng tổng không phải phiếu trả lời, không tính: dòng {lines}.",
      "Không cần làm gì; số tổng được so với số phiếu đọc được."
    ),
    en: (
      "{count} {count:line is a total and no response, and is|lines are totals and no responses, and are} "
        + "not counted: {count:line|lines} {lines}.",
      "Nothing is to be done; the totals are compared with what was read."
    )),
  Wording(
    .csvAverageLines,
    vi: (
      "{count} dòng trung bình không phải phiếu trả lời, không tính: dòng {lines}.",
      "Không cần làm gì; nếu trong đó có phiếu trả lời, ghi mã phiếu hoặc ngày vào dòng đó."
    ),
    en: (
      "{count} {count:line is an average and no response, and is|lines are averages and no responses, "
        + "and are} not counted: {count:line|lines} {lines}.",
      "Nothing is to be done; if a response is among them, give it an id or a date."
    )),
  Wording(
    .csvSignatureLines,
    vi: (
      "{count} dòng dưới bảng không có mã phiếu, ngày và câu trả lời, giống chữ ký, họ tên người lập "
        + "hoặc ghi chú nên không tính là phiếu: dòng {lines}.",
      "Không cần làm gì; nếu trong đó có phiếu trả lời, ghi mã phiếu hoặc ngày vào dòng đó rồi chạy lại."
    ),
    en: (
      "{count} {count:line|lines} below the table, without an id, a date or an answer, "
        + "{count:looks like a signature or remark, and is|look like signatures or remarks, and are} not "
        + "counted as {count:a response|responses}: {count:line|lines} {lines}.",
      "Nothing is to be done; if one is a response, give it its id or date and run again."
    )),
  Wording(
    .csvLinesLikeTotals,
    vi: (
      "{count} dòng giống dòng cộng hoặc trung bình, nhưng cũng có thể là phiếu trả lời nên vẫn được "
        + "tính: dòng {lines}.",
      "Mở tệp xem các dòng đó; dòng nào là dòng cộng hoặc trung bình thì xóa rồi chạy lại."
    ),
    en: (
      "{count} {count:line looks like a total or average, but may be a response and is|lines look like "
        + "totals or averages, but may be responses and are} counted as such: {count:line|lines} {lines}.",
      "Look at these lines in the file; delete what is a total or an average, and run again."
    )),
  Wording(
    .csvTotalDiffers,
    vi: (
      "Dòng tổng ghi {total}, nhưng phía trên có {count} phiếu.",
      "Xuất lại tệp nếu thiếu hoặc thừa phiếu."
    ),
    en: (
      "The line of totals says {total}, but {count} {count:response stands|responses stand} above it.",
      "Export the file again if responses are missing or too many."
    )),
  Wording(
    .textInvalid,
    vi: (
      "Ô có ký tự không phải UTF-8.",
      "Các câu trả lời khác của phiếu vẫn được tính; xuất lại tệp với UTF-8 nếu cần nội dung ô này."
    ),
    en: (
      "A field holds bytes that are not UTF-8.",
      "The response's other answers count; export as UTF-8 if you need the text."
    )),
  Wording(
    .responseUnreadableID,
    vi: ("Mã phiếu (cột “{column}”) không đọc được.", "Sửa mã phiếu rồi nhập lại."),
    en: ("The response's id (column “{column}”) cannot be read.", "Mend the id.")),
  Wording(
    .responseUnreadableDate,
    vi: (
      "Ngày giờ (cột “{column}”) không đúng các dạng mà định nghĩa cho phép.",
      "Sửa ngày giờ, hoặc thêm dạng ngày của tệp vào “formats” trong tệp định nghĩa."
    ),
    en: (
      "The time (column “{column}”) is in none of the definition's formats.",
      "Mend it, or add the file's format to “formats” in the definition."
    )),
  Wording(
    .responseUnreadableFrequency,
    vi: (
      "Số lượt (cột “{column}”) không phải số nguyên từ 0 đến 1.000.000.000.",
      "Viết số lượt bằng chữ số, không có dấu phân cách."
    ),
    en: (
      "The count (column “{column}”) is no whole number from 0 to 1,000,000,000.",
      "Write it in digits, without separators."
    )),
  Wording(
    .responseMoreThanAll,
    vi: (
      "Số đã thực hiện nhiều hơn tổng số (cột “{column}”).",
      "Sửa một trong hai số trong tệp gốc, hoặc trong tệp do --rejects ghi ra rồi đưa lại."
    ),
    en: (
      "More were done than there are (column “{column}”).",
      "Mend one of the two numbers in the export, or in the file that --rejects writes, given back."
    )),
  Wording(
    .responseIDsInTwoUnits,
    vi: (
      "{recordsCount} bản ghi không được tính vì trùng mã với một bản ghi của đơn vị khác ({dimension}).",
      "Xem người đó thuộc đơn vị nào; bản ghi đứng trước được tính cho đơn vị của nó."
    ),
    en: (
      "{recordsCount} {recordsCount:record does|records do} not count: the record of the same id before "
        + "{recordsCount:it|them} has another unit ({dimension}).",
      "See which unit the person belongs to; the record that comes first counts, for its unit."
    )),
  Wording(
    .responseUnknownCategory,
    vi: (
      "Giá trị ở cột “{column}” không có trong danh mục.",
      "Sửa giá trị, hoặc thêm cách viết đó vào “accepts” của một mục."
    ),
    en: (
      "The value in column “{column}” is no known category.",
      "Mend it, or add the spelling to a category's “accepts”."
    )),
  Wording(
    .responseInvalidAnswer,
    vi: (
      "Câu trả lời ở cột “{column}” không có trong thang đo.",
      "Sửa câu trả lời, hoặc thêm cách viết đó vào “accepts” của một lựa chọn."
    ),
    en: (
      "The answer in column “{column}” is not on the scale.",
      "Mend it, or add the spelling to a choice's “accepts”."
    )),
  Wording(
    .responseNoMemoryForIDs,
    vi: (
      "Máy không còn bộ nhớ để nhớ thêm mã phiếu (duplicates: keepFirst); đã nhớ {idsCount} mã.",
      "Đóng bớt chương trình khác rồi chạy lại; hoặc lập bảng tổng hợp cho từng phần mà không mã nào thuộc "
        + "hai phần, ví dụ từng năm, rồi gộp lại (tally, merge)."
    ),
    en: (
      "There is no memory left to remember more ids (duplicates: keepFirst); {idsCount} "
        + "{idsCount:is|are} remembered.",
      "Close other programs and run again; or tally parts of which no id is in two, such as years, and "
        + "merge them."
    )),
  Wording(
    .responseTooManyCategories,
    vi: (
      "“{name}” có hơn {limit} giá trị khác nhau.",
      "Cột này có lẽ không phải là một danh mục (mã phiếu, góp ý…): sửa tệp định nghĩa."
    ),
    en: (
      "“{name}” has more than {limit} different values.",
      "That column is probably no category (an id, a comment): mend the definition."
    )),
  Wording(
    .responseLabelTooLong,
    vi: (
      "“{name}”: {responsesCount} lượt có giá trị dài quá {bytesCount} byte, không thể là tên một nhóm; các "
        + "lượt này không được tính vào nhóm nào.",
      "Xem dòng được nêu: có thể nhiều ô bị dính vào nhau, hoặc cột này là góp ý chứ không phải danh mục; "
        + "khi đó sửa tệp định nghĩa."
    ),
    en: (
      "“{name}”: a value longer than {bytesCount} bytes is no category's name; responses that have one "
        + "and count in no category: {responsesCount}.",
      "Look at the line given: cells may have run together, or the column holds comments and no "
        + "categories; then mend the definition."
    )),
  Wording(
    .responseLossesOverLimit,
    vi: (
      "Ở số liệu mất nhiều nhất, không dùng được {lost} trên {base} lượt ({lostPercent} %), quá giới "
        + "hạn {limitPercent} %: số liệu nào mất quá giới hạn thì không kết luận về chỉ tiêu.",
      "Xem phần “không dùng được” của báo cáo, sửa dữ liệu hoặc định nghĩa rồi chạy lại."
    ),
    en: (
      "In the figure that lost most {lost} of {base} ({lostPercent} %) could not be used, more than "
        + "the limit of {limitPercent} %: of figures over it no verdict is given.",
      "See in the report what was lost, mend the data or the definition, and run again."
    )),
  Wording(
    .responseLossesUnknown,
    vi: (
      "{recordsCount} bản ghi bị loại không rõ là bao nhiêu lượt. Nếu mỗi bản ghi là 1 lượt thì mất "
        + "{lostPercent} %; nếu là {largestCount} lượt như bản ghi lớn nhất được nhận thì mất "
        + "{mostPercent} %, quá giới hạn {limitPercent} %: không kết luận về chỉ tiêu.",
      "Ghi số lượt của các bản ghi đó vào tệp do --rejects ghi ra rồi đưa lại, hoặc xuất lại tệp."
    ),
    en: (
      "For {recordsCount} rejected {recordsCount:record|records} it is not known how many responses "
        + "{recordsCount:it stands|they stand} for. If each "
        + "is 1, {lostPercent} % were lost; if each is {largestCount} like the largest accepted "
        + "record, {mostPercent} %, more than the limit of {limitPercent} %: no verdict is given.",
      "Fill in their counts in the file that --rejects writes and give it back, or export again."
    )),
  Wording(
    .responseRowLossesOverLimit,
    vi: (
      "{rowsCount} dòng chỉ tiêu có quá {limitPercent} % câu trả lời không đọc được nên không kết luận; "
        + "nhiều nhất: {row}, {lostCount} trên {baseCount} lượt ({lostPercent} %).",
      "Xem các cách ghi lạ trong phần “không dùng được” của báo cáo, sửa dữ liệu hoặc thêm “accepts” vào "
        + "định nghĩa rồi chạy lại."
    ),
    en: (
      "In {rowsCount} {rowsCount:row|rows} of the targets more than {limitPercent} % of the answers cannot be read, and "
        + "no verdict is given; most in {row}: {lostCount} of {baseCount} ({lostPercent} %).",
      "See in the report which spellings are not known, mend the data or add to “accepts” in the "
        + "definition, and run again."
    )),
  Wording(
    .responseLowItemResponse,
    vi: (
      "{rowsCount} dòng chỉ tiêu chỉ là tạm tính vì chưa đến {limitPercent} % số lượt được hỏi có trả lời; "
        + "ít nhất: {row}, {answeredCount} trên {askedCount} lượt ({answeredPercent} %).",
      "Kiểm tra xem khi xuất tệp có mất cột hay mất câu trả lời không; nếu người dân bỏ trống thì ghi rõ tỷ "
        + "lệ trả lời bên cạnh kết quả."
    ),
    en: (
      "{rowsCount} {rowsCount:row of the targets is|rows of the targets are} provisional, since fewer than {limitPercent} % of those asked "
        + "answered; fewest in {row}: {answeredCount} of {askedCount} ({answeredPercent} %).",
      "See whether the export has lost answers; if people left them blank, print the share that answered "
        + "beside the result."
    )),
  Wording(
    .responseConflictingIDs,
    vi: (
      "{conflictingCount} trên {readCount} bản ghi ({lostPercent} %, quá giới hạn {limitPercent} %) có mã "
        + "phiếu đã gặp{mostPart} mà câu trả lời khác, nên bị bỏ: mọi kết quả so với chỉ tiêu chỉ là tạm "
        + "tính.",
      "{remedyPart}"
    ),
    en: (
      "{conflictingCount} of {readCount} records ({lostPercent} %, more than the limit of {limitPercent} %) "
        + "{conflictingCount:has|have} an id that came before{mostPart} with other answers, and "
        + "{conflictingCount:was|were} left out: all verdicts are provisional.",
      "{remedyPart}"
    )),
  Wording(
    .responseOverDispersed,
    vi: (
      "Kỳ {period}: các lượt trả lời ở cùng một đơn vị, cùng một nửa tháng giống nhau hơn mức ngẫu nhiên (φ "
        + "= {phiFactor}, trên {limitFactor}; {cellsCount} ô của {unitsCount} đơn vị). Khoảng tin cậy vì "
        + "thế hẹp hơn thực tế (đúng ra rộng gấp khoảng {widerFactor} lần), và kết luận “Đạt”, “Chưa đạt” có "
        + "thể chưa chắc như đã ghi.",
      "Chỉ tiêu nào có khoảng tin cậy nằm sát mức phải đạt thì chỉ nói số đo là bao nhiêu, đừng nói là đã "
        + "chắc chắn; xem có ki-ốt, ngày hoặc người nào trả lời nhiều lượt liền nhau không."
    ),
    en: (
      "In {period} answers of one unit and half-month are more alike than chance makes them (φ = "
        + "{phiFactor}, above {limitFactor}; {cellsCount} {cellsCount:cell|cells} of {unitsCount} {unitsCount:unit|units}). Intervals are "
        + "therefore too narrow (right would be about {widerFactor} times as wide), and “met” and “missed” "
        + "may be less sure than they read.",
      "Where an interval ends near its target, say what was measured and not that it is sure; see whether a "
        + "kiosk, a day or a person gave many answers in a row."
    )),
  Wording(
    .responseStrayDates,
    vi: (
      "{responsesCount} lượt đánh giá ghi ngày từ {strayFromDay} đến {strayToDay}, cách xa các ngày còn "
        + "lại ({fromDay}–{toDay}): có lẽ đồng hồ sai. Vẫn tính vào tổng chung, nhưng không lập "
        + "thành kỳ và không xét chỉ tiêu.",
      "Chỉnh đồng hồ của ki-ốt; nếu biết ngày đúng thì sửa trong tệp gốc rồi chạy lại."
    ),
    en: (
      "Responses dated {strayFromDay} to {strayToDay} ({responsesCount}) lie far from all others "
        + "({fromDay} to {toDay}): a clock was probably wrong. They count in the whole, but make no "
        + "period and no verdict.",
      "Set the kiosk's clock; where the right day is known, mend the export and run again."
    )),
  Wording(
    .responseNoneAccepted,
    vi: (
      "Không có lượt đánh giá nào được chấp nhận.",
      "Xem lý do loại; kiểm tra dấu phân cách và dạng ngày."
    ),
    en: (
      "No response was accepted.",
      "See why records were rejected; check the separator and the date format."
    )),
]
