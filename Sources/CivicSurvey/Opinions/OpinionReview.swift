import SurveyCSV

/// The list of what the office should read again before it publishes: with the words themselves, so for
/// its eyes alone.
public struct OpinionReview {
  private let published: PublishedOpinions
  private let locale: ReportLocale

  /// The list of a page.
  public init(of published: PublishedOpinions, locale: ReportLocale) {
    self.published = published
    self.locale = locale
  }

  /// The list as CSV, with a byte order mark, so that spreadsheets read it as UTF-8.
  public var bytes: [UInt8] {
    var writer = CSVWriter()
    for head in Self.heads { writer.append(head.text(in: locale)) }
    writer.endRecord()
    for doubt in published.doubts {
      writer.append(doubt.place.file)
      writer.append(String(doubt.place.line), isTrusted: true)
      writer.append(Self.part(doubt.part).text(in: locale))
      writer.append(Self.reason(doubt.doubt.kind).text(in: locale))
      writer.append(doubt.doubt.excerpt)
      writer.endRecord()
    }
    return [0xEF, 0xBB, 0xBF] + writer.bytes
  }

  private static let heads = [
    Phrase(vi: "Tệp", en: "File"), Phrase(vi: "Dòng", en: "Line"),
    Phrase(vi: "Phần", en: "Part"), Phrase(vi: "Vì sao đọc lại", en: "Why read again"),
    Phrase(vi: "Chữ trong sổ", en: "Words in the register"),
  ]

  private static func part(_ part: OpinionPart) -> Phrase {
    switch part {
    case .words: Phrase(vi: "Ý kiến", en: "Opinion")
    case .answer: Phrase(vi: "Trả lời", en: "Answer")
    case .improvement: Phrase(vi: "Cải tiến", en: "Improvement")
    }
  }

  private static func reason(_ kind: DoubtKind) -> Phrase {
    switch kind {
    case .name: Phrase(vi: "Có thể là tên người", en: "May be a name")
    case .digits:
      Phrase(vi: "Dãy số dài chưa bị che", en: "Many digits that are not masked")
    case .address: Phrase(vi: "Có thể là địa chỉ", en: "May be an address")
    case .link: Phrase(vi: "Trang mạng xã hội", en: "A page of a social network")
    case .cut: Phrase(vi: "Chỉ đăng phần đầu", en: "Only the beginning is published")
    case .badText: Phrase(vi: "Có ký tự bị hỏng", en: "Has bytes that are no text")
    }
  }
}
