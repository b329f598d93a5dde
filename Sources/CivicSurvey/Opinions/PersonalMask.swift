/// Takes out of running text what tells who somebody is: numbers of telephones, identity cards and
/// accounts, e-mail and street addresses.
///
/// Rules alone, no list of people: what is left to judgement (names above all) is listed for somebody
/// to read again. Where a number may be somebody's or may not, it is masked.
public enum PersonalMask {
  /// The text with its letters composed, and what tells who somebody is taken out.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - bytes: so many bytes at its end are looked at, but left out: whole words, and more rather
  ///     than less.
  /// - Complexity: O(length).
  public static func mask(_ text: String, leavingOut bytes: Int = 0) -> MaskedText {
    var text = TokenText(text)
    EmailSearch.search(&text)
    HarmlessNumbers.spare(&text)
    AddressSearch.search(&text)
    NumberSearch.search(&text)
    return text.shown(doubts: DoubtSearch.doubts(text), leavingOut: bytes)
  }

  /// The text with its letters composed and nothing taken out, but with what should be read again.
  ///
  /// - Parameters: as for ``mask(_:leavingOut:)``.
  static func unmasked(_ text: String, leavingOut bytes: Int = 0) -> MaskedText {
    let doubts = mask(text).doubts
    return TokenText(text).shown(doubts: doubts, leavingOut: bytes)
  }
}
