/// Which categories of a dimension are expected to send responses.
extension SurveyParser {
  func readExpected(_ map: DefinitionMap, of dimension: Dimension) -> [ExpectedCategory] {
    guard let entry = map.entry("expected") else { return [] }
    let path = map.path(of: "expected")
    guard let nodes = reader.list(entry.value, path: path, mark: entry.keyMark) else { return [] }
    var spans: [(category: String, expected: ExpectedCategory)] = []
    for (index, node) in nodes.enumerated() {
      guard
        let map = reader.map(
          node, path: "\(path)[\(index + 1)]", required: ["category"],
          optional: ["from", "until"]), let category = reader.text(map, "category")
      else { continue }
      let allowed = dimension.categories.map(\.id)
      if !dimension.isOpen, !allowed.contains(category.value) {
        reportUnknownCategory(category, dimension: dimension.id, allowed: allowed)
      }
      let from = reader.date(map, "from")
      let until = reader.date(map, "until")
      if let from, let until, until.value <= from.value {
        reader.log.report(
          .untilBeforeFrom, at: until.mark,
          ["from": from.value.description, "until": until.value.description])
      }
      let expected = ExpectedCategory(
        category: category.value, from: from?.value, until: until?.value)
      // A category may come again after a pause, but not twice on one day.
      let folded = LabelFolding.fold(category.value)
      if spans.contains(where: { $0.category == folded && $0.expected.overlaps(expected) }) {
        reader.log.report(
          .repeatedValue, at: category.mark, ["path": path, "value": category.value])
      }
      spans.append((folded, expected))
    }
    return spans.map(\.expected)
  }
}

extension ExpectedCategory {
  fileprivate func overlaps(_ other: ExpectedCategory) -> Bool {
    let startsBeforeEnd = { (start: CalendarDay?, end: CalendarDay?) -> Bool in
      guard let start, let end else { return true }
      return start < end
    }
    return startsBeforeEnd(from, other.until) && startsBeforeEnd(other.from, until)
  }
}
