import SurveyDefinition

/// A column's name in words without diacritics, so that what it speaks of can be told.
///
/// A name is a hint, never more: what a column is, its values say.
struct ColumnName: Sendable {
  /// What a name may speak of.
  enum Subject: Sendable {
    case responseID
    case time
    case frequency
    case unit
    case field
    case channel
    case kiosk
    /// Another trait by which responses are grouped.
    case group
    case freeText
    case person
    case satisfaction
    case recommendation
    case runningNumber
    /// Whether a response is a trial, or was finished.
    case state
  }

  /// The words, with a space before, between and behind.
  let words: String
  /// The name as a short id: at most four words in ASCII.
  let slug: String

  init(_ name: String) {
    var parts: [String] = []
    var part = ""
    var previous: Character = " "
    for character in LabelFolding.display(name) {
      let begins = character.isUppercase && previous.isLowercase
      if begins || !(character.isLetter || character.isNumber) {
        if !part.isEmpty { parts.append(part) }
        part = ""
      }
      if character.isLetter || character.isNumber { part.append(character) }
      previous = character
    }
    if !part.isEmpty { parts.append(part) }
    let bare = parts.map(LabelFolding.bare)
    words = " " + bare.joined(separator: " ") + " "
    let ascii = bare.map { String($0.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }) }
      .filter { !$0.isEmpty }
    slug = String(ascii.prefix(4).joined(separator: "-").prefix(32))
  }

  /// Whether the name has one of the words of a subject.
  func speaks(of subject: Subject) -> Bool {
    (Self.lists[subject] ?? []).contains { words.contains(" \($0) ") }
  }

  /// Whether the name is nothing but one of the words of a subject.
  func isNothingBut(_ subject: Subject) -> Bool {
    (Self.lists[subject] ?? []).contains { words == " \($0) " }
  }

  /// Whether the name has one of these words.
  func has(_ some: [String]) -> Bool { some.contains { words.contains(" \($0) ") } }

  private static let lists: [Subject: [String]] = [
    .responseID: [
      "id", "response id", "responseid", "ma phieu", "so phieu", "ma ho so", "so ho so",
      "so bien nhan", "ma bien nhan", "bien nhan", "ma so", "ma tra loi", "ma luot", "submission",
      "dossier", "receipt", "uuid", "guid", "key", "ref", "reference", "ma giao dich", "mahoso",
      "sobiennhan", "maphieu",
    ],
    .time: [
      "thoi gian", "dau thoi gian", "thoi diem", "ngay", "timestamp", "submitted", "date", "time",
      "completed", "completion", "created", "recorded", "answered", "received", "ngaytao",
      "thoigian", "started", "updated", "ngay gio",
    ],
    .frequency: [
      "count", "freq", "frequency", "n", "so luot", "so luong", "so luot danh gia", "luot",
      "so phieu danh gia", "so y kien",
    ],
    .unit: [
      "don vi", "unit", "xa", "phuong", "thi tran", "co quan", "office", "commune", "ward",
      "department", "phong ban", "branch", "chi nhanh", "site", "agency", "don vi tiep nhan",
      "donvi", "phongban", "uy ban", "ubnd", "truong", "school",
    ],
    .field: [
      "linh vuc", "field", "nhom thu tuc", "thu tuc", "tthc", "service", "procedure",
      "dich vu", "linhvuc",
    ],
    .channel: ["kenh", "channel", "hinh thuc", "phuong thuc", "handling", "method"],
    .kiosk: ["kiosk", "ki ot", "kiot", "thiet bi", "device", "terminal", "may danh gia"],
    .group: [
      "gioi tinh", "sex", "gender", "tuoi", "age", "nhom tuoi", "doi tuong", "respondent", "type",
      "loai", "nhom", "group", "dan toc", "nghe nghiep", "occupation", "trinh do", "education",
      "khu vuc", "area", "region", "district", "huyen", "tinh", "province", "stratum", "status",
      "trang thai", "language", "ngon ngu", "class", "lop", "khoi", "category", "event",
    ],
    .freeText: [
      "y kien", "gop y", "comment", "comments", "ly do", "reason", "ghi chu", "note", "notes",
      "remark", "remarks", "kien nghi", "de xuat", "suggestion", "suggestions", "noi dung",
      "phan anh", "text", "feedback", "gopy", "ykien",
    ],
    .person: [
      "ho ten", "ho va ten", "ten nguoi", "name", "full name", "email", "e mail", "mail",
      "dien thoai", "sdt", "phone", "mobile", "cccd", "cmnd", "can cuoc", "dia chi", "address",
      "ip", "nguoi nop", "zalo", "passport", "ngay sinh", "birth", "latitude", "longitude",
      "hoten", "dob",
    ],
    .satisfaction: [
      "hai long", "satisfied", "satisfaction", "satisfy", "overall", "danh gia", "rating", "rate",
      "hailong", "chat luong", "mucdo", "muc do",
    ],
    .recommendation: ["recommend", "nps", "gioi thieu", "gioi thieu cho", "recommendation"],
    .state: [
      "status", "finished", "preview", "trang thai", "tinh trang", "hoan thanh", "is test",
      "distributionchannel", "response type",
    ],
    .runningNumber: ["stt", "no", "so thu tu", "tt", "row", "index", "line"],
  ]
}
