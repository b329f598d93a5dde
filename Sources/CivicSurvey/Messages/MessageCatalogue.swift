/// The one catalogue: every code's wording in Vietnamese and English.
public enum MessageCatalogue {
  /// All wordings, in the order of their codes.
  public static let all: [Wording] =
    (definitionWordings + headerWordings + recordWordings + valueWordings + textWordings
    + labelWordings + answerWordings + opinionWordings + designWordings + marginWordings
    + publicationWordings
    + planWordings + countFileWordings + volumeWordings + returnedWordings + tallyWordings
    + comparisonWordings + draftWordings + runWordings)
    .sorted { $0.code < $1.code }

  private static let byCode: [String: Wording] =
    Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The wording of `code`; `nil` if the catalogue has none.
  public static func wording(of code: String) -> Wording? { byCode[code] }
}
