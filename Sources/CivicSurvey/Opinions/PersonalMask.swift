/// Takes out of running text what tells who somebody is: numbers of telephones, identity cards and
/// accounts, e-mail and street addresses.
///
/// Rules alone, no list of people: what is left to judgement (names above all) is listed for somebody
/// to read again. Where a number may be somebody's or may not, it is masked.
public enum PersonalMask {
  /// The text with its letters composed, and what tells who somebody is taken out.
  ///
  /// - Complexity: O(length).
  public static func mask(_ text: String) -> MaskedText {
    var text = TokenText(text)
    EmailSearch.search(&text)
    HarmlessNumbers.spare(&text)
    AddressSearch.search(&text)
    NumberSearch.search(&text)
    return text.masked(doubts: DoubtSearch.doubts(text))
  }
}
