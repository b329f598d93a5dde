import SurveyCSV
import SurveyDefinition

/// Turns record batches into response batches, column by column.
///
/// It keeps what it learns about spellings from file to file, so that codes of open dimensions mean
/// the same in a whole run. Per field there is a probe and a compare; text is made only of bytes
/// that were not seen before.
struct ResponseDecoder: Sendable {
  let plan: TabulationPlan
  let openLimit: Int
  let blanks: BlankSpellings
  let plainIDs: PlainIDs
  /// A table for each of the survey's closed dimensions; empty for open ones.
  var categories: [LabelTable]
  /// A table for each of the plan's dimensions; empty for closed ones.
  var openLabels: [OpenLabelTable]
  /// A table for each question: single choices give slots, others the kinds of answer.
  var answers: [LabelTable]
  /// For each question that takes several answers, its reader.
  var multiples: [MultipleAnswers?]
  /// For each question whose choices have columns, a table for each choice.
  var tickTables: [[LabelTable]]
  /// What is learnt of the sample's design; `nil` where the survey has none.
  var design: DesignDecoder?
  /// Leaves out what the survey is not about; `nil` where every response counts.
  var scope: ScopeDecoder?
  /// For each of the survey's dimensions, its place in the plan.
  let places: [Int?]
  /// Codes of the column at hand, where they go nowhere else.
  var codes: [UInt32] = []
  /// What is nothing known in the column at hand.
  var unknown: [UnknownValue] = []
  /// Within what ids are compared; `nil` where over the whole run, or within a file.
  var window: IDWindow?
  /// The days that dates were read as.
  var dates: DateTable
  /// Of ids, those are noted whose hash is below this.
  var idLimit: UInt64 = 0
  /// What measures derive from several questions.
  var derivations: Derivations
  /// What the dates of the file at hand say about the order of day and month.
  var dateOrder: DateOrder

  init(_ plan: TabulationPlan, openLimit: Int) {
    let survey = plan.survey
    self.plan = plan
    self.openLimit = openLimit
    // A table of dates cannot tell which times of a day lie on the next one.
    self.dates = DateTable(survey.movesUnmarkedTimes ? [] : survey.source.timestampFormats)
    self.dateOrder = DateOrder(survey.source.timestampFormats)
    self.derivations = Derivations(plan.sums)
    self.blanks = BlankSpellings(survey.missing + survey.notApplicable)
    self.plainIDs = PlainIDs(blanks)
    self.window = IDWindow(survey)
    self.design = DesignDecoder(plan, limit: openLimit)
    self.scope = ScopeDecoder(survey.scope)
    self.openLabels = plan.dimensions.map { _ in
      OpenLabelTable(blanks: survey.missing + survey.notApplicable)
    }
    self.places = survey.dimensions.indices.map { index in
      plan.dimensions.firstIndex { $0.source == .dimension(index) }
    }
    self.categories = survey.dimensions.map { dimension in
      var table = LabelTable(blank: DimensionCode.missing)
      for (index, category) in dimension.categories.enumerated() {
        for spelling in category.spellings { table.add(spelling, code: UInt32(index)) }
      }
      for spelling in survey.missing + survey.notApplicable {
        table.add(spelling, code: DimensionCode.missing)
      }
      return table
    }
    self.answers = zip(survey.questions, plan.questions).map { question, planned in
      var table = LabelTable(
        blank: UInt32(planned.slot(of: .missing)), readsWholeDecimals: question.isSingleChoice)
      if question.isSingleChoice {
        for (index, choice) in question.choices.enumerated() {
          for spelling in choice.spellings { table.add(spelling, code: UInt32(index)) }
        }
      }
      for spelling in question.noOpinion {
        table.add(spelling, code: UInt32(planned.slot(of: .noOpinion)))
      }
      for spelling in survey.missing {
        table.add(spelling, code: UInt32(planned.slot(of: .missing)))
      }
      for spelling in survey.notApplicable {
        table.add(spelling, code: UInt32(planned.slot(of: .notApplicable)))
      }
      return table
    }
    self.tickTables = survey.questions.map { TickCode.tables($0, survey) }
    self.multiples = survey.questions.map { question in
      guard question.type == .multiple else { return nil }
      return MultipleAnswers(
        question, missing: survey.missing, notApplicable: survey.notApplicable)
    }
  }

  /// For each labelled column of the plan, what the codes of an open one stand for.
  var spellings: [[String]] {
    openLabels.indices.map { openLabels[$0].spellings } + (design?.spellings ?? [])
  }

  /// Forgets what was learnt of one file alone.
  mutating func beginFile() {
    dates.forget()
    dateOrder.reset()
  }

  /// Decodes `batch` as `columns` binds it.
  ///
  /// - Throws: ``RunError`` `response.too-many-categories`.
  mutating func decode(
    _ batch: inout RecordBatch, columns: ResponsePlan, into result: inout ResponseBatch
  ) throws(RunError) {
    let survey = plan.survey
    result.reset(
      count: batch.recordCount, dimensions: plan.groups.count,
      blocks: plan.sums.blockCount)
    if plan.due != nil { result.setDimension(plan.labelled.count, to: DueCode.none) }
    decodeIDs(&batch, columns: columns, into: &result)
    if let column = columns.dateColumn { decodeDates(&batch, column: column, into: &result) }
    if window != nil { joinWindows(into: &result) }
    if let column = columns.design?.weight {
      design?.decodeWeights(&batch, column: column, into: &result)
    }
    if let column = columns.frequencyColumn {
      decodeFrequencies(&batch, column: column, into: &result)
    }
    if let columns = columns.design {
      try design?.decodeKeys(&batch, columns, unknown: &unknown, into: &result)
    }
    for index in survey.dimensions.indices {
      if let column = columns.dimensionColumns[index] {
        try decodeDimension(&batch, dimension: index, column: column, into: &result)
      } else if let place = places[index] {
        result.setDimension(place, to: DimensionCode.missing)
      }
    }
    guard columns.levels.isEmpty else {
      decodeLevels(&batch, columns.levels, into: &result)
      return
    }
    for (index, question) in survey.questions.enumerated() {
      if !columns.choiceColumns[index].isEmpty {
        decodeChoiceColumns(
          &batch, question: index, columns: columns.choiceColumns[index], into: &result)
        continue
      }
      guard let column = columns.questionColumns[index] else {
        result.setAnswers(index, to: UInt32(plan.questions[index].slot(of: .missing)))
        continue
      }
      switch question.type {
      case .rating, .single, .yesNo:
        decodeAnswers(&batch, question: index, column: column, into: &result)
      case .multiple:
        decodeMultiple(&batch, question: index, column: column, into: &result)
      case .text:
        decodeText(&batch, question: index, column: column, into: &result)
      }
    }
    if !columns.counted.isEmpty { decodeCounted(&batch, columns.counted, into: &result) }
    if let opinions = plan.opinions, let days = columns.opinionDays {
      decodeOpinions(&batch, opinions, days, columns: columns, into: &result)
    }
    derivations.derive(into: &result)
    copyQuestionDimensions(into: &result)
  }

  /// Gives questions that serve as dimensions the codes of their answers.
  func copyQuestionDimensions(into result: inout ResponseBatch) {
    for (place, dimension) in plan.dimensions.enumerated() {
      guard case .question(let question) = dimension.source else { continue }
      let planned = plan.questions[question]
      for record in 0..<result.count {
        let slot = Int(result.answerSlots[question * result.count + record])
        result.dimensionCodes[place * result.count + record] = planned.dimensionCode(ofSlot: slot)
      }
    }
  }
}

extension QuestionSums {
  /// The code that an answer has where the question is used as a dimension.
  fileprivate func dimensionCode(ofSlot slot: Int) -> UInt32 {
    switch answer(at: slot) {
    case .choice(let choice): UInt32(choice)
    case .kind(.noOpinion): DimensionCode.noOpinion
    case .kind(.notApplicable): DimensionCode.notApplicable
    case .kind(.invalid): DimensionCode.invalid
    case .kind(.missing), .kind(.answered), nil: DimensionCode.missing
    }
  }
}
