import CivicSurvey
import SurveyStatistics

/// What is said in a few lines once a report is written, whoever may never open it.
struct ClosingEdition: ReportPiece {
  let context: ReportContext
  /// The files, as they were named.
  let written: [String]

  /// The lines: the sum that closes, the verdicts, the files, the next step.
  var lines: [String] {
    var lines = Array(AccountingSection(context: context).items.prefix(1))
    if let verdictLine { lines.append(verdictLine) }
    lines += Self.writtenLine(written, in: language.locale)
    // What a figure means is for the report to say, where its interval stands beside it.
    let action = SummarySection(context: context).dataActions.first ?? word(.closingRead)
    return lines + [word(.closingNext, ["action": action])]
  }

  /// The line that names the files; none where there is none.
  static func writtenLine(_ paths: [String], in locale: ReportLocale) -> [String] {
    guard !paths.isEmpty else { return [] }
    let names = paths.joined(separator: ", ")
    return [ReportWord.closingWritten.text(in: locale, ["paths": names])]
  }

  /// How many rows have each verdict; `nil` without a target.
  private var verdictLine: String? {
    guard !report.verdicts.isEmpty else { return nil }
    let words = VerdictWords(context: context)
    let counts = Verdict.allCases.compactMap { verdict -> String? in
      let n = report.verdicts.count { $0.judgement.verdict == verdict }
      return n > 0 ? word(ReportWord(verdict)) + ": " + numbers.integer(n) : nil
    }
    let provisional = report.verdicts.count(where: words.isMarkedProvisional)
    let note =
      provisional > 0 ? word(.closingProvisional, ["n": numbers.integer(provisional)]) : ""
    return word(
      .closingVerdicts,
      [
        "n": numbers.integer(report.verdicts.count), "provisional": note,
        "verdicts": counts.joined(separator: "; "),
      ])
  }
}
