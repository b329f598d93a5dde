/// A district's plan: its targets, and where the figures for them come from.
///
/// A value, read by ``PlanParser``; it opens no file. Lists keep the plan's order, which is that of
/// the page.
public struct ScorecardPlan: Sendable {
  /// A definition with files of responses or tallies.
  public struct Source: Sendable {
    /// The source's id.
    public internal(set) var id: String
    /// The path of the definition, relative to the plan's folder.
    public internal(set) var definition: PlanText
    /// Paths of files, folders and tallies, relative to the plan's folder; `*` stands for any text
    /// within a name.
    public internal(set) var files: [PlanText]
  }

  /// The plan's id.
  public internal(set) var id: String
  /// The title in every language of the plan.
  public internal(set) var title: LocalizedText
  /// The area that it is for; `nil` where the plan does not say.
  public internal(set) var area: LocalizedText?
  /// The first day on which it holds.
  public internal(set) var from: CalendarDay
  /// The first day on which it holds no longer; `nil` without an end.
  public internal(set) var until: CalendarDay?
  /// The calendar of all periods; `nil` is each survey's own.
  public internal(set) var calendar: ReportCalendar?
  /// Where the figures come from.
  public internal(set) var sources: [Source]
  /// The targets.
  public internal(set) var targets: [PlanTarget]

  /// The first language of the title: the default locale of the page.
  public var firstLanguage: String { title.entries.first?.language ?? "en" }

  /// The source of an id.
  public func source(_ id: String) -> Source? { sources.first { $0.id == id } }

  /// The targets by id, in the order in which the ids come first; within an id by their first day.
  public var rows: [[PlanTarget]] {
    var ids: [String] = []
    for target in targets where !ids.contains(target.id) { ids.append(target.id) }
    return ids.map { id in
      targets.filter { $0.id == id }.sorted { $0.from < $1.from }
    }
  }
}

/// A target of a plan for some time; of one id the last holds until the next.
public struct PlanTarget: Sendable {
  /// The target's id.
  public internal(set) var id: String
  /// The wording of the plan.
  public internal(set) var title: LocalizedText
  /// The id of the source; `nil` where there are no data yet.
  public internal(set) var source: String?
  /// The measure of the source's definition; `nil` without a source.
  public internal(set) var measure: PlanText?
  /// Conditions that hold for every row of the target.
  public internal(set) var filters: [PlanFilter]
  /// A row for each category.
  public internal(set) var each: [PlanFilter]
  /// A row for these categories together.
  public internal(set) var pooled: [PlanFilter]
  /// The bound; of a bare decimal up to 1 a share, whatever its measure turns out to be.
  public internal(set) var bound: TargetBound
  /// The bound as it is written.
  var writtenBound: PlanText
  /// The first day in force: the plan's, unless the target has its own.
  public internal(set) var from: CalendarDay
  /// The first day no longer in force; `nil` where the next of its id, or the plan's end, ends it.
  public internal(set) var until: CalendarDay?
  /// The kind of period that a row is about.
  public internal(set) var period: PeriodKind
  /// Who reports it.
  public internal(set) var reportedBy: LocalizedText?
  /// The month and day by which it is reported each year.
  public internal(set) var due: MonthDay?
  /// Where it stands in the plan.
  public internal(set) var place: DefinitionPlace
}

/// A day of every year.
public struct MonthDay: Sendable, Equatable {
  /// The month, 1–12.
  public let month: Int
  /// The day of the month, 1–31.
  public let day: Int

  /// Reads `12-15`; `nil` where it is no day of any year.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({ part in
        part.utf8.count == 2 && part.utf8.allSatisfy { (48...57).contains($0) }
      }), let month = Int(parts[0]), let day = Int(parts[1]),
      // 2024 has a 29 February.
      CalendarDay(year: 2024, month: month, day: day) != nil
    else { return nil }
    self.month = month
    self.day = day
  }
}

/// A condition of a plan's target, with its places.
public struct PlanFilter: Sendable {
  /// The id of a dimension or closed question.
  public internal(set) var dimension: PlanText
  /// The categories.
  public internal(set) var categories: [PlanText]
}

/// A text of a plan and where it stands.
public struct PlanText: Sendable {
  /// The text.
  public let text: String
  /// Its place.
  public let place: DefinitionPlace
}
