import SurveyCSV

extension Message {
  /// Creates the message of a record that could not be split into the `width` fields of its header.
  init(_ fault: CSVFault, width: Int, at place: Place? = nil) {
    self.init(
      worded: fault.code,
      ["found": fault.fieldCount.map(String.init) ?? "?", "expected": String(width)], at: place)
  }
}
