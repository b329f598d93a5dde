import SurveyDefinition

/// Unites the spellings of an open dimension that fold alike under one code.
///
/// The printed label is the smallest of them by UTF-8 bytes, so that no order of reading shows.
struct OpenLabelUnion: Sendable {
  /// The printed label of each code.
  private(set) var labels: [String] = []
  private var codes: [String: UInt32] = [:]
  private let dimension: String

  init(_ dimension: KeyColumn) {
    self.dimension = dimension.id
  }

  /// The code of a label in its display form.
  ///
  /// - Throws: ``RunError`` `response.too-many-categories` if it would pass `limit`.
  mutating func code(of spelling: String, limit: Int) throws(RunError) -> UInt32 {
    let folded = LabelFolding.fold(spelling)
    if let code = codes[folded] {
      if spelling.utf8.lexicographicallyPrecedes(labels[Int(code)].utf8) {
        labels[Int(code)] = spelling
      }
      return code
    }
    guard labels.count < limit else {
      throw RunError(
        .data, .responseTooManyCategories, ["name": dimension, "limit": String(limit)])
    }
    let code = UInt32(labels.count)
    codes[folded] = code
    labels.append(spelling)
    return code
  }
}
