import SurveyDefinition

/// What is said of conditions that leave no response of those that there are.
struct EmptySelection {
  /// So many categories are named.
  private static let listed = 6

  private let scope: ReportScope
  private var part: TallyPart { scope.part }

  init(_ scope: ReportScope) { self.scope = scope }

  /// A warning for each condition that fits nothing, with what there is.
  ///
  /// One for all together where each alone fits something; nothing where a response is left.
  var messages: [Message] {
    guard part.accounting.responses > 0, scope.selected == 0 else { return [] }
    var messages = zip(scope.query.filters, scope.filters).compactMap(message)
    if let message = periodMessage { messages.append(message) }
    if messages.isEmpty {
      let conditions =
        scope.query.filters.map(Self.text) + (scope.query.period.map { [$0.id] } ?? [])
      messages.append(
        Message(
          .tallySelectionEmpty, severity: .warning,
          [
            "conditions": conditions.joined(separator: ", "),
            "responsesCount": String(part.accounting.responses),
          ]))
    }
    return messages
  }

  /// The dimensions of conditions of which something is said.
  static func dimensions(of messages: [Message]) -> Set<String> {
    Set(
      messages.filter { $0.code == MessageCode.tallyWhereEmpty.rawValue }
        .compactMap { $0.arguments["dimension"] })
  }

  private static func text(_ filter: CategoryFilter) -> String {
    filter.dimension + "=" + filter.categories.joined(separator: ",")
  }

  private func message(_ filter: CategoryFilter, _ selection: CategorySelection) -> Message? {
    let sums = part.sums
    var responses: [UInt32: Int] = [:]
    for domain in 0..<sums.count where sums.responses(of: domain) > 0 {
      guard !selection.admits(domain, of: sums) else { return nil }
      let code = sums.code(of: domain, inDimension: selection.position)
      if DimensionCode.isCategory(code) {
        responses[code, default: 0] += Int(sums.responses(of: domain))
      }
    }
    let names = DimensionValues(part)
    let there = responses.compactMap { code, count -> (id: String, count: Int)? in
      guard case .category(let id) = names.value(of: code, at: selection.position) else {
        return nil
      }
      return (id, count)
    }.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
    }.map(\.id)
    // What is nearest comes first.
    let nearest = NearestLabel.find(filter.categories, among: there)
    let known = (nearest.map { [$0] } ?? []) + there.filter { $0 != nearest }
    return Message(
      .tallyWhereEmpty, severity: .warning,
      [
        "condition": Self.text(filter), "dimension": filter.dimension,
        "responsesCount": String(part.accounting.responses),
        "known": known.isEmpty
          ? "–"
          : known.prefix(Self.listed).joined(separator: ", ")
            + (known.count > Self.listed ? ", …" : ""),
      ])
  }

  private var periodMessage: Message? {
    guard let period = scope.query.period else { return nil }
    let sums = part.sums
    for domain in 0..<sums.count where sums.responses(of: domain) > 0 {
      if period.contains(PeriodCode.firstDay(of: sums.period(of: domain))) { return nil }
    }
    guard let first = scope.dates.firstDay, let last = scope.dates.lastDay else {
      return Message(.tallyPeriodWithoutDays, severity: .warning, ["period": period.id])
    }
    return Message(
      .tallyPeriodEmpty, severity: .warning,
      [
        "period": period.id, "first": period.first.description, "last": period.last.description,
        "dataFirst": first.description, "dataLast": last.description,
      ])
  }
}
