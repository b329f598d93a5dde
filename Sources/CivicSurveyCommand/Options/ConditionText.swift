import SurveyDefinition

/// `DIM=CAT[,CAT]`; a category with a comma stands between double quotes.
enum ConditionText {
  static func filter(_ text: String) -> CategoryFilter? {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    let dimension = String(text[..<equals])
    var categories: [String] = []
    var current = ""
    var isQuoted = false
    for character in text[text.index(after: equals)...] {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        categories.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    categories.append(current)
    guard !isQuoted, !dimension.isEmpty, !categories.contains("") else { return nil }
    return CategoryFilter(dimension: dimension, categories: categories)
  }
}
