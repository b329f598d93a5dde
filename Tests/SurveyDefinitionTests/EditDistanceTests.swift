import Testing

@testable import SurveyDefinition

@Suite struct EditDistanceTests {
  /// By hand; kitten and sitting are the textbook's, and "ca" to "abc" is where optimal string
  /// alignment parts from the unrestricted distance, which is 2.
  @Test(arguments: [
    ("", "", 0, 0), ("", "abc", 3, 3), ("abc", "", 3, 3), ("abc", "abc", 0, 0),
    ("ab", "ba", 2, 1), ("abcd", "acbd", 2, 1), ("abcd", "badc", 3, 2), ("hài", "hai", 1, 1),
    ("kitten", "sitting", 3, 3), ("ca", "abc", 3, 3), ("feild", "field", 2, 1),
  ])
  func betweenTexts(left: String, right: String, plain: Int, withSwaps: Int) {
    for (one, other) in [(left, right), (right, left)] {
      #expect(EditDistance.between(Array(one), Array(other), countsSwaps: false) == plain)
      #expect(EditDistance.between(Array(one), Array(other), countsSwaps: true) == withSwaps)
    }
  }
}
