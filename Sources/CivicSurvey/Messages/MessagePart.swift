/// A part of a message's words that depends on what was found.
///
/// An argument whose name ends in `Part` holds the name of one; its words may have arguments too.
enum MessagePart: String, CaseIterable {
  case none
  case idsBetweenFiles
  case idsWithinFile
  case idsEstimated
  case idsAllCounted
  case idsFirstCounted
  case idsFirstOfOrder
  case idsKeepFirst
  case idsLeftOut
  case idsOfFile
  case idsOfWhat
  case idsOfWhatKept
  case idsMost
  case idsRounded
  case marginsOfPeriod

  /// The words.
  var phrase: Phrase {
    switch self {
    case .none: Phrase(vi: "", en: "")
    case .marginsOfPeriod: Phrase(vi: " (kỳ {period})", en: " ({period})")
    case .idsBetweenFiles:
      Phrase(vi: "giữa {first} và {second}", en: "between {first} and {second}")
    case .idsMost:
      Phrase(vi: " (nhiều nhất {wherePart})", en: " ({conflictingCount:|most of them }{wherePart})")
    case .idsWithinFile: Phrase(vi: "trong {first}", en: "within {first}")
    case .idsEstimated:
      Phrase(
        vi: " (số ước tính từ một phần các mã)", en: " (estimates, from a part of the ids)")
    case .idsAllCounted:
      Phrase(vi: "các bản ghi này đều được tính", en: "all of these records count")
    case .idsFirstCounted:
      Phrase(
        vi: "mỗi mã chỉ tính bản ghi đầu tiên", en: "of each id only the first record counts")
    case .idsFirstOfOrder:
      Phrase(
        vi: "mỗi mã chỉ tính bản ghi đầu tiên, nên số liệu tuỳ thứ tự các tệp",
        en: "of each id only the first record counts, so that figures depend on the order of files")
    case .idsKeepFirst:
      Phrase(
        vi: "Nếu cùng một phiếu được xuất nhiều lần thì có người đang được đếm hơn một lần: ghi "
          + "“duplicates: keepFirst” trong tệp định nghĩa (thay dòng “duplicates” nếu đã có) để mỗi "
          + "mã chỉ tính một lần.",
        en: "If the same responses were exported more than once, people are counted more than "
          + "once: write “duplicates: keepFirst” in the definition, in place of any “duplicates” "
          + "there, and each id counts once.")
    case .idsLeftOut:
      Phrase(
        vi: "Không cần làm gì nếu các tệp xuất có phần chung.",
        en: "Nothing is to be done if the exports overlap.")
    case .idsRounded:
      Phrase(
        vi:
          "Xem mã phiếu có bị Excel làm tròn hay đánh số lại từ đầu không; nếu một cột chưa đủ phân "
          + "biệt thì khai các cột đó thành từng phần của “key” trong “responseID”: key: [[a], [b]].",
        en:
          "See whether a spreadsheet has rounded the ids or numbers begin anew; if one column does "
          + "not tell responses apart, name several as the parts of “key” in “responseID”: key: [[a], "
          + "[b]].")
    case .idsOfFile:
      Phrase(
        vi: Self.othersVi + "có thể mỗi tệp đánh số lại từ đầu. Để tên tệp và số phiếu cùng làm "
          + "mã, ghi trong “source” của tệp định nghĩa, thay cho “responseID” đang có: {yaml}",
        en: Self.othersEn + "numbers may start again in each file. To make the file's name and "
          + "the number together the id, write in the definition's “source”, in place of "
          + "“responseID”: {yaml}")
    case .idsOfWhat:
      Phrase(
        vi: Self.othersVi + "kiểm tra xem {columns} có đúng là mã riêng của từng phiếu không. "
          + "Nếu không có mã riêng, dùng “duplicates: keepAll”.",
        en: Self.othersEn + "check that {columns} is an id of each response alone. If there is "
          + "none, use “duplicates: keepAll”.")
    case .idsOfWhatKept:
      Phrase(
        vi: Self.othersVi + "kiểm tra xem {columns} có đúng là mã riêng của từng phiếu không.",
        en: Self.othersEn + "check that {columns} is an id of each response alone.")
    }
  }

  private static let othersVi =
    "Nhiều mã có câu trả lời khác nhau thì khó là của cùng một người: "
  private static let othersEn = "So many other answers are hardly the same people's: "
}
