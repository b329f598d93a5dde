/// Responses whose label of an open dimension is too long to be a category.
struct LongLabels {
  var count = 0
  /// The line of the first one.
  var line = UInt64.max

  mutating func add(_ other: LongLabels) {
    count += other.count
    line = min(line, other.line)
  }
}

extension SourceTabulation {
  /// What is said of labels that are too long, in the order of the plan's dimensions.
  func longLabelMessages(plan: TabulationPlan, file: String) -> [Message] {
    longLabels.sorted { $0.key < $1.key }.map { dimension, labels in
      Message(
        .responseLabelTooLong, severity: .warning,
        [
          "name": plan.dimensions[dimension].id, "responsesCount": String(labels.count),
          "bytesCount": String(OpenLabelTable.longestLabel),
        ], at: Message.Place(file: file, line: Int(labels.line)))
    }
  }
}
