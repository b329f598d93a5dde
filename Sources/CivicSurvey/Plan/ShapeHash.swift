import SurveyCSV
import SurveyDefinition

extension TabulationPlan {
  /// The XXH3-128 over whatever makes two tallies comparable count by count.
  ///
  /// In it: ids, codes, and the rules that judge a record and cannot be redone from sums. Not in
  /// it: titles, labels, spellings, formats, coverage, calendar, targets and measures, but for what
  /// measures derive from several questions. Every item is written with its length before it, so that
  /// no two shapes read alike.
  static func shapeHash(
    survey: Survey, dimensions: [KeyColumn], design: DesignPlan?
  ) -> XXH128Digest {
    var text = ShapeText()
    text.add("survey", [survey.id, survey.version])
    text.add("timeZone", [survey.timeZone.id])
    text.add("finestPeriod", [survey.finestPeriod.rawValue])
    text.add("dated", [String(!survey.source.submittedAt.isEmpty)])
    text.add("duplicates", [survey.duplicates.rawValue])
    if let within = survey.duplicatesWithin {
      text.add("within", [within.rawValue] + (within == .file ? [] : [survey.calendar.rawValue]))
    }
    text.add("frequency", [String(!survey.source.frequency.isEmpty)])
    text.add("missing", Set(survey.missing).sorted())
    text.add("notApplicable", Set(survey.notApplicable).sorted())
    if !survey.scope.isEmpty { add(survey.scope, to: &text) }
    for dimension in survey.dimensions {
      text.add("dimension", [dimension.id, String(dimension.isOpen), dimension.unknown.rawValue])
      text.add("categories", dimension.categories.map(\.id))
    }
    for question in survey.questions {
      text.add(
        "question",
        [
          question.id, question.type.rawValue, question.invalid.rawValue,
          question.noneTicked.rawValue,
        ])
      text.add("choices", question.choices.map(\.id))
      text.add("noOpinion", Set(question.noOpinion).sorted())
    }
    if let opinions = survey.opinions { text.add("opinions", parts(of: opinions)) }
    for block in DerivedSums.needed(by: survey) {
      text.add(
        "derived", [block.rule.rawValue] + block.parts.map { survey.questions[$0.question].id })
      for part in block.parts {
        let choices = zip(survey.questions[part.question].choices, part.isSatisfied)
        text.add("satisfied", choices.filter(\.1).map(\.0.id))
      }
    }
    if let design, !design.shape.isEmpty { text.add("design", design.shape) }
    text.add("keeps", dimensions.map(\.id))
    return XXH128Digest.of(text.bytes)
  }

  /// What leaves responses out, in the order in which it is asked.
  private static func add(_ scope: ResponseScope, to text: inout ShapeText) {
    for rule in scope.rules {
      let asked: [String] =
        switch rule.condition {
        case .values(let values): ["values"] + Set(values.map(LabelFolding.fold)).sorted()
        case .notBlank: ["notBlank"]
        case .blank: ["blank"]
        }
      text.add(rule.isExclusion ? "exclude" : "complete", [rule.id] + asked)
    }
    if scope.isBounded {
      text.add("inForce", [scope.from, scope.until].map { $0?.description ?? "" })
    }
  }

  /// Which parts a register of opinions has, and in how many days an answer is due.
  private static func parts(of opinions: OpinionRegister) -> [String] {
    let due: String? =
      switch opinions.due {
      case nil: nil
      case .columns: "due"
      case .days(let days): "due within \(days)"
      }
    return [
      opinions.answer.map { _ in "answer" }, opinions.improvement.map { _ in "improvement" },
      opinions.takenUp.isEmpty ? nil : "takenUp", opinions.answered.isEmpty ? nil : "answered",
      opinions.published.isEmpty ? nil : "published", due,
    ].compactMap { $0 }
  }

  private struct ShapeText {
    var bytes: [UInt8] = []

    mutating func add(_ name: String, _ values: [String]) {
      for item in [name, String(values.count)] + values {
        bytes += Array(String(item.utf8.count).utf8) + [UInt8(ascii: ":")] + Array(item.utf8)
      }
    }
  }
}
