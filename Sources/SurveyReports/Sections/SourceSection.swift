import CivicSurvey
import SurveyDefinition

/// What was read.
struct SourceSection: ReportSpeaker {
  let language: ReportLanguage
  /// The sources.
  let sources: [ReportSource]

  /// The sources of a report.
  init(context: ReportContext) {
    language = context.language
    sources = context.report.sources
  }

  /// The sources of a part of a tally.
  init(of part: TallyPart, in language: ReportLanguage) {
    self.language = language
    sources = part.sources.map { ReportSource($0) }
  }

  /// The section; none without a source.
  var sections: [ReportSection] {
    guard !sources.isEmpty else { return [] }
    let items = sources.map { source in
      var parts = [word(.bytes, ["n": numbers.integer(source.bytes)])]
      if let first = source.first, let last = source.last {
        parts.append(numbers.days(first, last))
      }
      parts.append("XXH3-128 " + DisplayText.plain(source.digest))
      if let sha256 = source.sha256 { parts.append("SHA-256 " + sha256) }
      let name = source.name.map { DisplayText.plain($0) + ": " } ?? ""
      return name + parts.joined(separator: ", ")
    }
    return [ReportSection(id: "sources", title: word(.sources), blocks: [.list(items)])]
  }
}
