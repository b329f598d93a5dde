import CivicSurvey

/// The page of opinions.
extension ReportWord {
  static let opinionsReceived = ReportWord(
    vi: "{n} ý kiến, nhận {days}.",
    en: "{n} {n:opinion|opinions}, received {days}.")
  static let opinionsUndated = ReportWord(vi: "{n} ý kiến.", en: "{n} {n:opinion|opinions}.")
  static let opinionsShown = ReportWord(
    vi: "{n} ý kiến được công khai bằng nguyên lời dưới đây, mới nhất trước.",
    en: "{n} {n:opinion is|opinions are} published below in people's own words, the newest first.")
  static let opinionsLeftOut = ReportWord(
    vi:
      "Trang này có {n} ý kiến mới nhất trong {all} ý kiến được công khai; {rest} ý kiến cũ hơn ở "
      + "trang của các kỳ trước.",
    en: "This page has the newest {n} of {all} published {all:opinion|opinions}; {rest} older "
      + "{rest:one is|ones are} on the pages of earlier periods.")
  static let opinionsMasked = ReportWord(
    vi: "Đã che để bảo vệ người gửi: {items}.",
    en: "Masked to protect people: {items}.")
  static let opinionsNothingMasked = ReportWord(
    vi: "Không có số điện thoại, số giấy tờ, tài khoản hay địa chỉ nào phải che.",
    en: "No number of a telephone, an identity card or an account and no address had to be masked.")
  static let opinionsUnmasked = ReportWord(
    vi: "Nội dung được đăng nguyên văn, không che.",
    en: "The words are published as they are; nothing is masked.")
  static let opinionRates = ReportWord(
    vi: "Tiếp thu, trả lời, công khai",
    en: "Taken up, answered, published")
  static let opinionRatesNote = ReportWord(
    vi:
      "Mức phải đạt là 100 %. Dưới mỗi tỷ lệ: số ý kiến đạt / số ý kiến được tính. “Đúng hạn” chỉ "
      + "tính ý kiến đã trả lời hoặc đã quá hạn vào {day}.",
    en:
      "The mark is 100 %. Below each rate: the opinions that reach it / those that count. “On time” "
      + "counts opinions that were answered or that were overdue on {day}.")
  static let opinionRatesNoteUndated = ReportWord(
    vi: "Mức phải đạt là 100 %. Dưới mỗi tỷ lệ: số ý kiến đạt / số ý kiến được tính.",
    en: "The mark is 100 %. Below each rate: the opinions that reach it / those that count.")
  static let opinionsBy = ReportWord(vi: "Theo {axis}", en: "By {axis}")
  static let opinionsByBoth = ReportWord(
    vi: "Theo {axis}, từng {period}",
    en: "By {axis} and {period}")
  static let opinionsColumn = ReportWord(vi: "Ý kiến", en: "Opinions")
  static let stepTakenUp = ReportWord(vi: "Tiếp thu", en: "Taken up")
  static let stepAnswered = ReportWord(vi: "Trả lời", en: "Answered")
  static let stepPublished = ReportWord(vi: "Công khai", en: "Published")
  static let stepOnTime = ReportWord(vi: "Đúng hạn", en: "On time")
  static let stepImproved = ReportWord(vi: "Cải tiến", en: "Improved")
  static let opinionsLate = ReportWord(
    vi: "Trả lời sau hạn, hoặc quá hạn chưa trả lời", en: "Answered late, or overdue")
  static let opinionsLateLine = ReportWord(
    vi: "{name}: {late} trong {n} ý kiến.",
    en: "{name}: {late} of {n} {n:opinion|opinions}.")
  static let opinionsNoneLate = ReportWord(
    vi: "Không có ý kiến nào bị trả lời chậm hay quá hạn.",
    en: "No opinion was answered late or is overdue.")
  static let opinionReceived = ReportWord(vi: "Nhận {day}", en: "Received {day}")
  static let opinionTakenUp = ReportWord(vi: "Tiếp thu {day}", en: "Taken up {day}")
  static let opinionAnswered = ReportWord(vi: "Trả lời {day}", en: "Answered {day}")
  static let opinionAnsweredOnTime = ReportWord(
    vi: "Trả lời {day} (đúng hạn)",
    en: "Answered {day} (on time)")
  static let opinionAnsweredLate = ReportWord(
    vi: "Trả lời {day} (chậm {n} ngày)",
    en: "Answered {day} ({n} {n:day|days} late)")
  static let opinionPublished = ReportWord(vi: "Công khai {day}", en: "Published {day}")
  static let opinionDue = ReportWord(
    vi: "Hạn trả lời {day}",
    en: "Answer due {day}")
  static let opinionOverdue = ReportWord(
    vi: "Hạn trả lời {day} (đã quá hạn)",
    en: "Answer due {day} (overdue)")
  static let opinionAnswer = ReportWord(vi: "Trả lời", en: "Answer")
  static let opinionImprovement = ReportWord(vi: "Đã cải tiến", en: "What was improved")
  static let opinionCut = ReportWord(
    vi: "(Toàn văn dài {n} ký tự; ở đây chỉ đăng phần đầu.)",
    en: "(The whole has {n} {n:character|characters}; only its beginning is published here.)")
  static let opinionWordless = ReportWord(
    vi: "(Không ghi nội dung.)", en: "(No words are recorded.)")
  static let opinionsOfAll = ReportWord(vi: "Các ý kiến ({n})", en: "Opinions ({n})")
  static let opinionsOf = ReportWord(vi: "{name} ({n})", en: "{name} ({n})")
  static let opinionsWithoutCategory = ReportWord(
    vi: "{axis}: không ghi",
    en: "{axis}: not recorded")
  static let closingOpinions = ReportWord(
    vi: "Ý kiến công khai: {n} trong {all} ý kiến được phép; đã che {masked} chỗ; {doubts} chỗ nên "
      + "đọc lại.",
    en: "Opinions published: {n} of {all} that may be; {masked} {masked:place|places} masked; "
      + "{doubts} to be read again.")
  static let closingLeftOut = ReportWord(
    vi:
      "{n} ý kiến cũ hơn không có trên trang: lập trang riêng cho từng kỳ (--period) hoặc từng đơn "
      + "vị (--where).",
    en:
      "{n} older {n:opinion is|opinions are} not on the page: make a page for each period (--period) "
      + "or unit (--where).")
  static let closingReview = ReportWord(
    vi: "Chạy lại với --review doc-lai.csv để có danh sách những chỗ nên đọc lại trước khi đăng.",
    en: "Run again with --review review.csv for the list of what should be read again before it is "
      + "published.")
  static let closingReviewWritten = ReportWord(
    vi: "Đọc lại từng chỗ trong {path}, sửa sổ nếu cần, rồi mới đăng trang.",
    en: "Read what {path} lists, mend the register where needed, and only then publish the page.")
  static let closingMark = ReportWord(
    vi: "Đánh dấu trong sổ những ý kiến được công khai, rồi chạy lại.",
    en: "Mark in the register which opinions are public, and run again.")
  static let closingPublish = ReportWord(
    vi: "Xem lại trang một lần rồi đăng.",
    en: "Look at the page once, then publish it.")
  static let closingDryRun = ReportWord(
    vi: "Chạy thử: trên đây là những gì sẽ đăng; chưa ghi tệp nào.",
    en: "Dry run: the above is what would be published; no file was written.")

  /// The word in the place of what is masked.
  init(maskOf kind: PersonalKind) {
    switch kind {
    case .phone: self.init(vi: "[số điện thoại]", en: "[phone number]")
    case .idNumber: self.init(vi: "[số giấy tờ]", en: "[ID number]")
    case .account: self.init(vi: "[số tài khoản]", en: "[account number]")
    case .email: self.init(vi: "[thư điện tử]", en: "[e-mail address]")
    case .address: self.init(vi: "[địa chỉ]", en: "[address]")
    }
  }

  /// So many of a kind.
  init(countOf kind: PersonalKind) {
    switch kind {
    case .phone:
      self.init(vi: "{n} số điện thoại", en: "{n} {n:phone number|phone numbers}")
    case .idNumber: self.init(vi: "{n} số giấy tờ", en: "{n} {n:ID number|ID numbers}")
    case .account:
      self.init(vi: "{n} số tài khoản", en: "{n} {n:account number|account numbers}")
    case .email:
      self.init(vi: "{n} địa chỉ thư điện tử", en: "{n} {n:e-mail address|e-mail addresses}")
    case .address: self.init(vi: "{n} địa chỉ", en: "{n} {n:address|addresses}")
    }
  }
}
