/// What exports write into the column of one choice, whatever the definition says.
enum YesNoWords {
  /// The choice is ticked.
  static let yes = ["1", "x", "true", "yes", "y", "có", "✓", "✔", "☑"]
  /// It is not; an empty cell says the same.
  static let no = ["", "0", "false", "no", "n", "không", "☐"]
}
