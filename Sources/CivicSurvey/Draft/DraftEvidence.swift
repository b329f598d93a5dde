import SurveyDefinition

/// The evidence for what a column is taken for, in words: the same in the draft and in the table.
struct DraftEvidence {
  let plan: DraftPlan
  let locale: ReportLocale

  /// So many values are named.
  private static let named = 5
  /// Of a value, so many characters are shown.
  private static let shown = 60

  func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    phrase.text(in: locale, values)
  }

  func number(_ number: Int) -> String { locale.grouped(String(number)) }

  /// Text from a file, fit for a comment: on one line, and not too long.
  static func shownText(_ text: String) -> String {
    let display = LabelFolding.display(text)
    let cut = display.count > shown ? String(display.prefix(shown)) + "…" : display
    return YAMLText.escaped(cut).joined()
  }

  /// How many records of a column say something.
  func filled(_ phrase: Phrase, _ column: ColumnProfile) -> String {
    say(phrase, ["filled": number(column.filled), "records": number(column.records)])
  }

  /// What was counted of the files as a whole.
  func counted(_ counts: SketchCounts) -> String {
    say(
      DraftWords.records,
      [
        "records": number(counts.records), "columns": number(plan.columns.count),
        "faults": counts.faults == 0 ? "" : say(DraftWords.faults, ["n": number(counts.faults)]),
        "others": counts.notResponses == 0
          ? "" : say(DraftWords.notResponses, ["n": number(counts.notResponses)]),
      ])
  }

  func responseID(_ place: Int) -> String {
    let column = plan.columns[place]
    var values = ["filled": number(column.filled), "records": number(column.records)]
    var parts: [String] = []
    if !column.isComplete {
      values["distinct"] = number(min(column.distinct, column.filled))
      parts.append(say(DraftWords.about, values))
    } else if column.distinct == column.filled {
      parts.append(say(DraftWords.unique, values))
    } else {
      values["n"] = String(column.filled - column.distinct)
      parts.append(say(DraftWords.repeated, values))
    }
    if column.facts.shortened > 0 {
      parts.append(say(DraftWords.shortened, ["n": number(column.facts.shortened)]))
    }
    return parts.joined(separator: "; ")
  }

  func time(_ place: Int, _ finding: TimeFinding) -> String {
    var parts = [
      timeRead(
        plan.columns[place], finding.read, finding.formats, finding.first, finding.last)
    ]
    if !finding.unread.isEmpty {
      let texts = finding.unread.map { "“\(Self.shownText($0))”" }.joined(separator: ", ")
      parts.append(say(DraftWords.timeUnread, ["texts": texts]))
    }
    return parts.joined(separator: "; ")
  }

  func timeRead(
    _ column: ColumnProfile, _ read: Int, _ formats: [TimestampFormat], _ first: CalendarDay,
    _ last: CalendarDay
  ) -> String {
    say(
      DraftWords.timeRead,
      [
        "read": number(read), "filled": number(column.filled),
        "formats": formats.map(\.pattern).joined(separator: ", "),
        "firstDay": locale.day(first.description), "lastDay": locale.day(last.description),
      ])
  }

  func scale(_ column: ColumnProfile, _ found: ScaleFinding) -> String {
    var parts = [filled(DraftWords.filled, column)]
    if !found.unknown.isEmpty {
      parts.append(say(DraftWords.unknown, ["texts": list(found.unknown)]))
    }
    return parts.joined(separator: "; ")
  }

  func dimension(_ column: ColumnProfile) -> String {
    let distinct =
      column.isComplete
      ? say(DraftWords.distinct, ["n": number(column.distinct)])
      : say(DraftWords.aboutDistinct, ["n": number(column.distinct)])
    return filled(DraftWords.has, column) + "; " + distinct
  }

  func text(_ column: ColumnProfile) -> String {
    var parts = [filled(DraftWords.has, column), say(DraftWords.text)]
    if column.personal.all > 0 { parts.append(personal(column)) }
    return parts.joined(separator: "; ")
  }

  func leftOut(_ column: ColumnProfile, _ reason: ColumnFinding.Reason) -> String {
    var parts = [say(DraftWords.reason(reason))]
    if reason == .personal, column.personal.all > 0 { parts.append(personal(column)) }
    if reason == .unreadTime || reason == .mixedTime {
      let texts = column.values.prefix(3).map { "“\(Self.shownText($0.text))”" }
      parts.append(texts.joined(separator: ", "))
    }
    return parts.joined(separator: "; ")
  }

  private func personal(_ column: ColumnProfile) -> String {
    say(
      DraftWords.personalSeen,
      [
        "emails": number(column.personal.emails), "phones": number(column.personal.phones),
        "papers": number(column.personal.papers),
      ])
  }

  /// Values with how often they come.
  func list(_ values: [ColumnProfile.Value]) -> String {
    values.prefix(Self.named)
      .map { "“\(Self.shownText($0.text))” (\(number($0.count)))" }.joined(separator: ", ")
      + (values.count > Self.named ? ", …" : "")
  }
}
