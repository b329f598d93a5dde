/// The wordings about a file's encoding and letters that it has lost.
let textWordings: [Wording] = encodingWordings + damageWordings

private let encodingWordings: [Wording] = [
  Wording(
    .textEncodingDetected,
    vi: (
      "Đọc theo bảng mã {encoding}: {fitCount} trên {lettersCount} chữ có dấu khớp với {encoding}; "
        + "UTF-8 sai từ byte {byteCount}.",
      "Nếu chữ hiện ra không đúng, cho --encoding; để khỏi phải nhận dạng, ghi source.encoding trong "
        + "tệp định nghĩa."
    ),
    en: (
      "Read as {encoding}: {fitCount} of {lettersCount} letters {fitCount:fits|fit} {encoding}; UTF-8 fails at "
        + "byte "
        + "{byteCount}.",
      "If the letters come out wrong, give --encoding; to name it for good, set source.encoding in "
        + "the definition."
    )),
  Wording(
    .textEncodingByMark,
    vi: ("Đọc theo bảng mã {encoding}: tệp bắt đầu bằng dấu BOM của bảng mã này.", ""),
    en: ("Read as {encoding}: the file begins with its byte order mark.", "")),
  Wording(
    .textEncodingByZeros,
    vi: (
      "Đọc theo bảng mã {encoding}: {zerosCount} trên {unitsCount} cặp byte có một byte 0.",
      "Nếu chữ hiện ra không đúng, cho --encoding."
    ),
    en: (
      "Read as {encoding}: {zerosCount} of {unitsCount} pairs of bytes have a zero byte.",
      "If the letters come out wrong, give --encoding."
    )),
  Wording(
    .textEncodingUndecided,
    vi: (
      "Không rõ tệp dùng bảng mã nào. Dòng tiêu đề sẽ là (số chữ khớp/tổng số): {candidates}.",
      "Chọn cách đọc đúng rồi cho --encoding TÊN. Không cách nào đúng thì xuất lại: trong Excel chọn Lưu "
        + "thành (Save As) > “CSV UTF-8 (Comma delimited)”."
    ),
    en: (
      "It is not clear how the file is encoded. Its header would be (letters that fit/all): "
        + "{candidates}.",
      "Give the right one as --encoding NAME. If none is right, export again: in Excel choose Save As "
        + "> “CSV UTF-8 (Comma delimited)”."
    )),
  Wording(
    .textEncodingMismatch,
    vi: (
      "Tệp không dùng bảng mã {named}: chỉ {namedFitCount} trên {namedLettersCount} chữ có dấu khớp; "
        + "với {found} là {fitCount} trên {lettersCount}.",
      "Cho --encoding {found}, hoặc sửa source.encoding trong tệp định nghĩa."
    ),
    en: (
      "The file is not {named}: only {namedFitCount} of {namedLettersCount} letters "
        + "{namedFitCount:fits|fit}; as {found} "
        + "{fitCount} of {lettersCount} do.",
      "Give --encoding {found}, or mend source.encoding in the definition."
    )),
  Wording(
    .textEncodingMisfit,
    vi: (
      "Đọc theo bảng mã {named} như đã cho, nhưng chỉ {namedFitCount} trên {namedLettersCount} chữ có dấu "
        + "khớp.",
      "Kiểm tra các nhãn không nhận ra; có thể tệp dùng bảng mã khác."
    ),
    en: (
      "Read as {named} as it was named, though only {namedFitCount} of {namedLettersCount} letters "
        + "{namedFitCount:fits|fit}.",
      "Look at the labels that are not known: the file may be of another encoding."
    )),
  Wording(
    .textEncodingAgainstMark,
    vi: (
      "Tệp không dùng bảng mã {named}: nó bắt đầu bằng dấu BOM của {marked}.",
      "Bỏ --encoding: dấu BOM đã nói rõ bảng mã."
    ),
    en: (
      "The file is not {named}: it begins with the byte order mark of {marked}.",
      "Leave --encoding out: the mark says which it is."
    )),
  Wording(
    .textEncodingAgainstZeros,
    vi: (
      "Tệp không dùng bảng mã {named}: {zerosCount} trên {unitsCount} cặp byte có một byte 0, như {found}.",
      "Cho --encoding {found}, hoặc sửa source.encoding trong tệp định nghĩa."
    ),
    en: (
      "The file is not {named}: {zerosCount} of {unitsCount} pairs of bytes have a zero byte, as in "
        + "{found}.",
      "Give --encoding {found}, or mend source.encoding in the definition."
    )),
  Wording(
    .textEncodingWithoutZeros,
    vi: (
      "Tệp không dùng bảng mã {named}: không có byte 0 nào trong {bytesCount} byte đầu.",
      "Bỏ --encoding và source.encoding để chương trình tự nhận dạng."
    ),
    en: (
      "The file is not {named}: its first {bytesCount} bytes have no zero byte.",
      "Leave --encoding and source.encoding out, and the encoding is found."
    )),
  Wording(
    .textEncodingMixed,
    vi: (
      "Tệp lẫn hai bảng mã: {encoding} bắt đầu từ dòng {first}, nhưng {linesCount} dòng là {other}, đầu "
        + "tiên là dòng {otherFirst}.",
      "Tách các phần ra, xuất lại từng phần thành UTF-8 rồi đọc cùng nhau."
    ),
    en: (
      "The file mixes two encodings: {encoding} begins at line {first}, but {linesCount} "
        + "{linesCount:line is|lines are} "
        + "{other}, the first of them line {otherFirst}.",
      "Take the parts apart, export each as UTF-8, and read them together."
    )),
  Wording(
    .textEncodingDoubted,
    vi: (
      "Đọc theo {encoding}, nhưng {linesCount} trên {allCount} dòng của tệp lại khớp với {other}, đầu "
        + "tiên là dòng được nêu: nhãn có dấu ở các dòng đó coi như không đọc được, không tính vào nhóm nào.",
      "Tách các dòng đó ra, xuất lại thành UTF-8 rồi đọc cùng phần còn lại."
    ),
    en: (
      "Read as {encoding}, but {linesCount} of the file's {allCount} lines {linesCount:fits|fit} {other}, the first at the "
        + "line given: their labels with accented letters are unreadable and count in no category.",
      "Take these lines out, export them as UTF-8, and read them together with the rest."
    )),
]

private let damageWordings: [Wording] = [
  Wording(
    .textLettersLostInHeader,
    vi: (
      "Chữ đã bị mất khi lưu tệp: {damagedCount} trên {columnsCount} tên cột hỏng ({examples}).",
      saveAgainVi
    ),
    en: (
      "Letters were lost when the file was saved: {damagedCount} of {columnsCount} column names "
        + "{damagedCount:is|are} "
        + "damaged ({examples}).", saveAgainEn
    )),
  Wording(
    .textLettersLost,
    vi: (
      "Chữ đã bị mất khi lưu tệp: {damagedCount} trên {labelsCount} nhãn khác nhau hỏng ({examples}).",
      saveAgainVi
    ),
    en: (
      "Letters were lost when the file was saved: {damagedCount} of {labelsCount} different "
        + "labels {damagedCount:is|are} "
        + "damaged ({examples}).", saveAgainEn
    )),
  Wording(
    .textLettersLostCounted,
    vi: (
      "Chữ đã bị mất trong {labelsCount} nhãn khác nhau, {responsesCount} lượt (ví dụ “{example}”); các "
        + "nhãn này không được tính vào nhóm nào.", saveAgainVi
    ),
    en: (
      "Letters were lost in {labelsCount} {labelsCount:label|different labels}, {responsesCount} "
        + "{responsesCount:response|responses} (such as "
        + "“{example}”); {labelsCount:this label counts|these labels count} in no category.",
      saveAgainEn
    )),
  Wording(
    .textCodesDamaged,
    vi: (
      "Excel đã làm hỏng mã số: {damagedCount} trên {labelsCount} mã khác nhau ({examples}).",
      codesAgainVi
    ),
    en: (
      "A spreadsheet has damaged the codes: {damagedCount} of {labelsCount} different ones ({examples}).",
      codesAgainEn
    )),
  Wording(
    .textCodesDamagedCounted,
    vi: (
      "Excel đã làm hỏng {labelsCount} mã khác nhau, {responsesCount} lượt (ví dụ “{example}”); các mã này "
        + "không được tính vào nhóm nào.", codesAgainVi
    ),
    en: (
      "A spreadsheet has damaged {labelsCount} {labelsCount:code|different codes}, {responsesCount} "
        + "{responsesCount:response|responses} (such as "
        + "“{example}”); {labelsCount:this one counts|these count} in no category.", codesAgainEn
    )),
  Wording(
    .textIDsDamaged,
    vi: (
      "Excel đã làm hỏng mã phiếu của {recordsCount} bản ghi (ví dụ “{example}” trong {file}): các bản ghi "
        + "này vẫn được tính, coi như không có mã và không xét trùng.", codesAgainVi
    ),
    en: (
      "A spreadsheet has damaged the {recordsCount:id|ids} of {recordsCount} {recordsCount:record|records} "
        + "(such as “{example}” in {file}): "
        + "{recordsCount:this record counts|these records count} as without an id, and none is left out for it.",
      codesAgainEn
    )),
]

private let saveAgainVi =
  "Chữ đã mất không lấy lại được từ tệp này. Mở bản gốc trong Excel, chọn Lưu thành (Save As) > “CSV UTF-8 "
  + "(Comma delimited)”, không chọn “CSV (Comma delimited)”; hoặc xuất lại từ kiosk."

private let saveAgainEn =
  "Lost letters do not come back from this file. Open the original in Excel and choose Save As > “CSV UTF-8 "
  + "(Comma delimited)”, not “CSV (Comma delimited)”; or export from the kiosk again."

private let codesAgainVi =
  "Chữ số đã mất không lấy lại được từ tệp này. Dùng tệp kiosk đã xuất, chưa mở và lưu bằng Excel; khi nhập "
  + "vào Excel, đặt cột mã là dạng Văn bản (Text)."

private let codesAgainEn =
  "Lost digits do not come back from this file. Use the file that the kiosk exported, not one saved by "
  + "Excel; when importing into Excel, make the column of codes Text."
