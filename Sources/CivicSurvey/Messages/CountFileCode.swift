/// The codes of files of counts beside the responses: margins and volumes.
package enum CountFileCode: String, CaseIterable, WordedCode {
  /// A column is no dimension and nothing that is counted.
  case unknownColumn = "header.counts-unknown-column"
  /// The same, and a known one is near.
  case unknownColumnLike = "header.counts-unknown-column-like"
  /// Two columns stand for the same.
  case columnTwice = "header.counts-column-twice"
  /// No column of numbers is there.
  case noValue = "header.counts-no-value"
  /// The days are given in two ways, or by one end alone.
  case unclearDays = "header.counts-unclear-days"
  /// A label is no category.
  case unknownCategory = "response.counts-unknown-category"
  /// The same, and a known one is near.
  case unknownCategoryLike = "response.counts-unknown-category-like"
  /// A category is empty.
  case emptyCategory = "response.counts-empty-category"
  /// A period is none.
  case unreadablePeriod = "response.counts-unreadable-period"
  /// A day is none.
  case unreadableDay = "response.counts-unreadable-day"
  /// The end lies before the first day.
  case noDays = "response.counts-no-days"
  /// A number is none.
  case unreadableNumber = "response.counts-unreadable-number"
  /// A row has no number at all.
  case noNumber = "response.counts-no-number"
  /// Two rows speak of the same categories and days.
  case countedTwice = "response.counts-twice"
  /// Two files give other numbers of the same categories and days.
  case contradict = "response.counts-contradict"
  /// Two files speak of the same categories and share some days.
  case overlap = "response.counts-overlap"
  /// There is no row.
  case noRows = "response.counts-no-rows"
  /// There are more rows than are read.
  case tooManyRows = "response.counts-too-many-rows"

  /// The stable dotted code.
  package var messageCode: String { rawValue }
}
