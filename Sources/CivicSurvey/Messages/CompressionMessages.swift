import SurveyCSV

/// The wordings of what keeps a file from being unpacked or decoded.
let compressionWordings: [Wording] = [
  Wording(
    worded: ByteSourceError.Code.compressedTruncated,
    vi: (
      "{path} bị cụt: dữ liệu nén {format} dừng giữa chừng.",
      "Chép lại tệp từ nơi gửi; đợi ghi xong rồi chạy lại."
    ),
    en: (
      "{path} is cut short: its {format} data break off.",
      "Copy it again from where it came; wait until it is written, and run again."
    )),
  Wording(
    worded: ByteSourceError.Code.compressedDamaged,
    vi: (
      "{path} bị hỏng: không giải nén {format} được ({reason}).",
      "Chép lại tệp từ nơi gửi, hoặc xuất và nén lại."
    ),
    en: (
      "{path} is damaged: its {format} data cannot be unpacked ({reason}).",
      "Copy it again from where it came, or export and compress it again."
    )),
  Wording(
    worded: ByteSourceError.Code.windowTooLarge,
    vi: (
      "Giải nén {path} ({format}) cần cửa sổ lớn hơn 8 MiB.",
      "Giải nén trước (unzstd --long=31 TỆP), hoặc nén lại không dùng --long hay --ultra."
    ),
    en: (
      "Unpacking {path} ({format}) takes a window of more than 8 MiB.",
      "Unpack it first (unzstd --long=31 FILE), or compress it without --long and --ultra."
    )),
  Wording(
    worded: ByteSourceError.Code.expandedTooLarge,
    vi: (
      "Giải nén ra, {path} ({format}) lớn hơn {limit}.",
      "Nếu đúng là tệp lớn như vậy, tăng giới hạn: --max-expanded DUNG-LƯỢNG."
    ),
    en: (
      "Unpacked, {path} ({format}) is larger than {limit}.",
      "If it is meant to be that large, raise the limit: --max-expanded SIZE."
    )),
  Wording(
    worded: ByteSourceError.Code.encodingUnavailable,
    vi: (
      "Máy này không có bảng mã {format} để đọc {path}.",
      "Cài các mô-đun iconv của glibc (thư mục gconv), hoặc lưu tệp thành UTF-8."
    ),
    en: (
      "This machine has no encoding {format} to read {path} with.",
      "Install glibc's iconv modules (its gconv folder), or save the file as UTF-8."
    )),
  Wording(
    worded: ByteSourceError.Code.unknownCompression,
    vi: (
      "{path} là tệp nén {format}; chỉ đọc thẳng được gzip và zstd.",
      "Giải nén trước, rồi cho tệp CSV ở trong."
    ),
    en: (
      "{path} is compressed or packed with {format}; only gzip and zstd are read as they are.",
      "Unpack it first and give the CSV that is in it."
    )),
]
