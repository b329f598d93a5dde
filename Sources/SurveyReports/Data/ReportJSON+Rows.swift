import CivicSurvey
import SurveyDefinition
import SurveyStatistics

extension ReportJSON {
  func write(_ estimate: Estimate, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("measure", estimate.measure)
    Self.write(estimate.domain, to: &writer)
    writer.member("n", estimate.n)
    writer.member("satisfied", .optional(estimate.satisfied))
    Self.write(estimate.counts, to: &writer)
    writer.member("estimate", estimate.value)
    writer.member("lower", estimate.interval?.lower)
    writer.member("upper", estimate.interval?.upper)
    writer.member("level", estimate.interval?.level)
    writer.member("method", estimate.interval?.method.rawValue)
    writer.key("flags")
    writer.beginArray()
    for flag in estimate.flags(in: report) { writer.write(flag.id) }
    writer.endArray()
    writer.member("reason", estimate.reason?.rawValue)
    if report.design != nil {
      for (name, figure) in DesignRow.members(estimate.design) { writer.member(name, figure) }
      writer.member(
        DesignRow.degreesOfFreedom,
        estimate.design.map { .int($0.degreesOfFreedom) } ?? .null)
    }
    if let participation = report.volumes?.participation(of: estimate) {
      writer.member("served", .optional(participation.served))
      writer.member("offered", .optional(participation.offered))
      writer.member("participation", participation.rate)
    }
    writer.key("losses")
    writer.beginObject()
    writer.member("lost", estimate.losses.lost)
    writer.member("base", estimate.losses.base)
    writer.endObject()
    writer.endObject()
  }

  static func write(
    _ distribution: Distribution, _ words: AnswerWords.Entry, hasDesign: Bool,
    to writer: inout JSONWriter
  ) {
    let respondents = distribution.counts.answered
    let total = distribution.totalAnswers
    func share(_ part: Int, of whole: Int) -> Double? {
      whole > 0 ? Double(part) / Double(whole) : nil
    }
    writer.beginObject()
    writer.member("question", distribution.question)
    write(distribution.domain, to: &writer)
    writer.member("n", respondents)
    if words.isMultiple {
      writer.member("respondents", respondents)
      writer.member("answersGiven", total)
    }
    let shares = distribution.shares
    let interval = shares.lazy.compactMap(\.interval).first
    writer.member("level", interval?.level)
    writer.member("method", interval?.method.rawValue)
    writer.key("answers")
    writer.beginArray()
    for (place, answer) in distribution.answers.enumerated() {
      writer.beginObject()
      writer.member("choice", answer.choice)
      writer.member("label", words.labels[answer.choice] ?? answer.choice)
      writer.member("n", answer.n)
      if words.isMultiple {
        writer.member("shareOfRespondents", share(answer.part, of: distribution.base))
        writer.member(
          "shareOfAnswers", share(answer.part, of: distribution.answersBase))
      } else {
        writer.member("share", share(answer.part, of: distribution.base))
      }
      if place < shares.count { write(shares[place], hasDesign: hasDesign, to: &writer) }
      writer.endObject()
    }
    writer.endArray()
    write(distribution.counts, to: &writer)
    writer.member("reason", respondents > 0 ? nil : EstimateReason.noAnswers.rawValue)
    writer.endObject()
  }

  /// How sure a share is, of those who answered.
  private static func write(
    _ share: ShareEstimate, hasDesign: Bool, to writer: inout JSONWriter
  ) {
    writer.member("lower", share.interval?.lower)
    writer.member("upper", share.interval?.upper)
    if hasDesign {
      writer.member("standardError", share.standardError)
      writer.member("designEffect", share.designEffect)
      if let error = share.standardErrorOfAnswers {
        writer.member("standardErrorOfAnswers", error)
      }
    }
    if let reason = share.reason { writer.member("reason", reason.rawValue) }
  }

  /// The counts beside `n` that add up to `accepted`.
  private static func write(_ counts: AnswerCounts, to writer: inout JSONWriter) {
    writer.member("accepted", counts.accepted)
    writer.member("noOpinion", counts.noOpinion)
    writer.member("missing", counts.missing)
    writer.member("notApplicable", counts.notApplicable)
    writer.member("invalid", counts.invalid)
  }

  private static func write(_ domain: Domain, to writer: inout JSONWriter) {
    writer.key("domain")
    writer.beginObject()
    for entry in domain.entries { writer.member(entry.axis, entry.value.json) }
    writer.endObject()
  }
}
