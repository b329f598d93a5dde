import CivicSurvey
import SurveyDefinition

/// The opinions themselves: a section for each field, in it a heading for each unit, in it the newest
/// first.
struct OpinionListSection: OpinionPiece {
  let opinions: OpinionContext

  /// The sections; none without an opinion.
  var sections: [ReportSection] {
    let all = published.opinions
    guard !all.isEmpty else { return [] }
    guard let field = report.survey.dimension(.field) else {
      let title = word(.opinionsOfAll, ["n": numbers.integer(all.count)])
      return [ReportSection(id: "opinions", title: title, blocks: byUnit(all))]
    }
    return groups(all, on: field, \.field).enumerated().map { place, group in
      ReportSection(
        id: "field-\(place + 1)", title: title(group), blocks: byUnit(group.opinions))
    }
  }

  private func byUnit(_ all: [PublishedOpinion]) -> [ReportBlock] {
    guard let unit = report.survey.dimension(.unit) else { return all.map(entry) }
    return groups(all, on: unit, \.unit).flatMap { group in
      [.heading(3, title(group))] + group.opinions.map(entry)
    }
  }

  private func title(_ group: Group) -> String {
    word(.opinionsOf, ["name": group.name, "n": numbers.integer(group.opinions.count)])
  }

  // MARK: - Groups

  private struct Group {
    let name: String
    var opinions: [PublishedOpinion]
  }

  /// Opinions by a dimension's categories: in the survey's order, else by label; those without one last.
  private func groups(
    _ all: [PublishedOpinion], on dimension: Dimension,
    _ category: (PublishedOpinion) -> String?
  ) -> [Group] {
    var groups: [String: Group] = [:]
    var nameless = Group(
      name: word(.opinionsWithoutCategory, ["axis": labels.axis(dimension.id)]), opinions: [])
    let known = report.distributions.values(on: dimension.id)
    for opinion in all {
      guard let category = category(opinion) else {
        nameless.opinions.append(opinion)
        continue
      }
      let key = LabelFolding.fold(category)
      if groups[key] == nil {
        // Of several spellings the one that the tables have.
        let spelling = known.lazy.compactMap { value -> String? in
          guard case .category(let label) = value, LabelFolding.fold(label) == key else {
            return nil
          }
          return label
        }.first
        groups[key] = Group(
          name: DisplayText.plain(labels.category(spelling ?? category, on: dimension.id)),
          opinions: [])
      }
      groups[key]?.opinions.append(opinion)
    }
    let order = Dictionary(
      dimension.categories.enumerated().map { (LabelFolding.fold($1.id), $0) },
      uniquingKeysWith: { first, _ in first })
    let sorted = groups.sorted { one, other in
      let (left, right) = (order[one.key] ?? .max, order[other.key] ?? .max)
      if left != right { return left < right }
      // As people look labels up: a letter with its marks stands beside the one without.
      let (first, second) = (LabelFolding.bare(one.key), LabelFolding.bare(other.key))
      return first != second
        ? first.utf8.lexicographicallyPrecedes(second.utf8)
        : one.key.utf8.lexicographicallyPrecedes(other.key.utf8)
    }
    return sorted.map(\.value) + (nameless.opinions.isEmpty ? [] : [nameless])
  }

  // MARK: - One opinion

  private func entry(_ opinion: PublishedOpinion) -> ReportBlock {
    let parts = OpinionPart.allCases.compactMap { part(opinion, $0) }
    return .entry(ReportEntry(facts: facts(opinion), parts: parts))
  }

  private func part(_ opinion: PublishedOpinion, _ part: OpinionPart) -> ReportEntry.Part? {
    let text = opinion[part].text { word(ReportWord(maskOf: $0)) }
    var paragraphs = text.split(whereSeparator: \.isNewline)
      .map { LabelFolding.display(DisplayText.plain(String($0))) }.filter { !$0.isEmpty }
    if let length = opinion.length(of: part) {
      paragraphs.append(word(.opinionCut, ["n": numbers.integer(length)]))
    }
    switch part {
    case .words:
      if paragraphs.isEmpty { paragraphs = [word(.opinionWordless)] }
      return ReportEntry.Part(label: nil, paragraphs: paragraphs)
    case .answer, .improvement:
      guard !paragraphs.isEmpty else { return nil }
      let label: ReportWord = part == .answer ? .opinionAnswer : .opinionImprovement
      return ReportEntry.Part(label: word(label), paragraphs: paragraphs)
    }
  }

  private func facts(_ opinion: PublishedOpinion) -> [String] {
    func fact(_ name: ReportWord, _ day: CalendarDay?) -> String? {
      day.map { word(name, ["day": numbers.day($0)]) }
    }
    let facts = [
      fact(.opinionReceived, opinion.received), fact(.opinionTakenUp, opinion.days[.takenUp]),
      answered(opinion), fact(.opinionPublished, opinion.days[.published]),
    ]
    return facts.compactMap { $0 }
  }

  /// When it was answered, and whether in time; or by when it is to be.
  private func answered(_ opinion: PublishedOpinion) -> String? {
    guard let day = opinion.days[.answered] else {
      guard let due = opinion.due, opinion[.answer].pieces.isEmpty else { return nil }
      let isOver = report.asOf.map { due < $0 } ?? false
      return word(isOver ? .opinionOverdue : .opinionDue, ["day": numbers.day(due)])
    }
    guard let due = opinion.due else { return word(.opinionAnswered, ["day": numbers.day(day)]) }
    let late = Int(day.number - due.number)
    return word(
      late > 0 ? .opinionAnsweredLate : .opinionAnsweredOnTime,
      ["day": numbers.day(day), "n": numbers.integer(late)])
  }
}
