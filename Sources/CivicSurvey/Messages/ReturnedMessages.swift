/// The wordings of what is wrong with a rejects file that has come back: `response.returned-*`.
let returnedWordings: [Wording] = [
  Wording(
    .responseNotMended,
    vi: (
      "Dòng này chưa được sửa: các cột gốc còn trống.",
      "Điền các cột gốc theo nội dung ở cột civicsurvey_raw."
    ),
    en: (
      "This row is not mended yet: the original columns are empty.",
      "Fill in the original columns from what stands in civicsurvey_raw."
    )),
  Wording(
    .responseReturnedNoPlace,
    vi: (
      "Cột civicsurvey_line hoặc civicsurvey_byte của dòng này không còn là số.",
      "Lấy lại số cũ từ tệp do --rejects ghi ra; chỉ sửa các cột gốc."
    ),
    en: (
      "civicsurvey_line or civicsurvey_byte of this row is no number any more.",
      "Put back what --rejects wrote; mend the original columns only."
    )),
  Wording(
    .responseReturnedOtherExport,
    vi: (
      "Dòng này là của tệp {source}, không có trong các tệp đang đọc: {exports}.",
      "Đưa thêm tệp đó, hoặc chỉ đưa một mình tệp các bản ghi bị loại."
    ),
    en: (
      "This row is from {source}, which is not among the files given: {exports}.",
      "Give that file too, or give the rejects file alone."
    )),
  Wording(
    .responseReturnedSeveralExports,
    vi: (
      "Dòng này là của tệp {source}; có nhiều tệp cùng tên đó: {exports}.",
      "Chạy trong thư mục cũ, để tên tệp đúng như lúc ghi tệp bị loại."
    ),
    en: (
      "This row is from {source}, and several files have that name: {exports}.",
      "Run in the same folder as before, so that the files are named as they were."
    )),
  Wording(
    .responseReturnedOtherRecord,
    vi: (
      "Không thấy bản ghi của dòng này trong {source} ({rows} dòng như vậy).",
      "Đưa đúng tệp xuất đã sinh ra tệp bị loại; không sửa civicsurvey_line, _byte, _raw."
    ),
    en: (
      "The record of this row is not in {source} (rows like this: {rows}).",
      "Give the export that the rejects are from; leave civicsurvey_line, _byte and _raw as they were."
    )),
  Wording(
    .responseReturnedTwice,
    vi: (
      "Dòng này và dòng {first} cùng sửa một bản ghi.", "Giữ lại một dòng, xoá dòng kia."
    ),
    en: (
      "This row and the one on line {first} stand for one record.", "Keep one of them."
    )),
  Wording(
    .responseReturnedTooMany,
    vi: (
      "Có hơn {limit} dòng bị loại được đưa lại.",
      "Nhiều như vậy thì nên sửa tệp xuất, định nghĩa hoặc dấu phân cách rồi chạy lại."
    ),
    en: (
      "More than {limit} rejected rows have come back.",
      "So many are better mended in the export, the definition or the separator."
    )),
]
