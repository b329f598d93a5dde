import SurveyCSV
import SurveyDefinition

/// Turns record batches into response batches, column by column.
///
/// It keeps what it learns about spellings from file to file, so that codes of open dimensions mean
/// the same in a whole run. Per field there is a probe and a compare; text is made only of bytes
/// that were not seen before.
struct ResponseDecoder: Sendable {
  private let plan: TabulationPlan
  private let openLimit: Int
  private let blanks: BlankSpellings
  /// A table for each of the survey's closed dimensions; empty for open ones.
  private var categories: [LabelTable]
  /// A table for each of the plan's dimensions; empty for closed ones.
  private(set) var openLabels: [OpenLabelTable]
  /// A table for each question: single choices give slots, others the kinds of answer.
  private var answers: [LabelTable]
  /// For each question that takes several answers, its reader.
  private var multiples: [MultipleAnswers?]
  /// For each of the survey's dimensions, its place in the plan.
  private let places: [Int?]

  init(_ plan: TabulationPlan, openLimit: Int) {
    let survey = plan.survey
    self.plan = plan
    self.openLimit = openLimit
    self.blanks = BlankSpellings(survey.missing + survey.notApplicable)
    self.openLabels = plan.dimensions.map { _ in
      OpenLabelTable(blanks: survey.missing + survey.notApplicable)
    }
    self.places = survey.dimensions.indices.map { index in
      plan.dimensions.firstIndex { $0.source == .dimension(index) }
    }
    self.categories = survey.dimensions.map { dimension in
      var table = LabelTable()
      for (index, category) in dimension.categories.enumerated() {
        for spelling in category.spellings { table.add(spelling, code: UInt32(index)) }
      }
      for spelling in survey.missing + survey.notApplicable {
        table.add(spelling, code: DimensionCode.missing)
      }
      return table
    }
    self.answers = zip(survey.questions, plan.questions).map { question, planned in
      var table = LabelTable()
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
    self.multiples = survey.questions.map { question in
      guard question.type == .multiple else { return nil }
      return MultipleAnswers(
        question, missing: survey.missing, notApplicable: survey.notApplicable)
    }
  }

  /// Decodes `batch` as `columns` binds it.
  ///
  /// - Throws: ``RunError`` `response.too-many-categories`.
  mutating func decode(
    _ batch: borrowing RecordBatch, columns: ResponsePlan, into result: inout ResponseBatch
  ) throws(RunError) {
    let survey = plan.survey
    result.reset(
      count: batch.recordCount, dimensions: plan.dimensions.count,
      questions: plan.questions.count)
    if !survey.source.responseID.isEmpty {
      decodeIDs(batch, columns: columns.idColumns, into: &result)
    }
    if let column = columns.dateColumn { decodeDates(batch, column: column, into: &result) }
    if let column = columns.frequencyColumn {
      decodeFrequencies(batch, column: column, into: &result)
    }
    for (index, dimension) in survey.dimensions.enumerated() {
      guard let column = columns.dimensionColumns[index] else { continue }
      guard places[index] != nil || dimension.unknown == .reject else { continue }
      if dimension.isOpen {
        try decodeOpen(batch, dimension: index, column: column, into: &result)
      } else {
        decodeClosed(batch, dimension: index, column: column, into: &result)
      }
    }
    for (index, question) in survey.questions.enumerated() {
      guard let column = columns.questionColumns[index] else {
        let missing = Int32(plan.questions[index].slot(of: .missing))
        let first = index * batch.recordCount
        for entry in first..<first + batch.recordCount { result.answerSlots[entry] = missing }
        continue
      }
      switch question.type {
      case .rating, .single, .yesNo:
        decodeAnswers(batch, question: index, column: column, into: &result)
      case .multiple:
        decodeMultiple(batch, question: index, column: column, into: &result)
      case .text:
        decodeText(batch, question: index, column: column, into: &result)
      }
    }
    copyQuestionDimensions(into: &result)
  }

  // MARK: - Id, date, frequency

  private func decodeIDs(
    _ batch: borrowing RecordBatch, columns: [Int], into result: inout ResponseBatch
  ) {
    let text = batch.bytes.span
    for record in 0..<batch.recordCount {
      // A key with a blank part identifies nothing.
      var isBlank = columns.isEmpty
      for column in columns {
        let field = record * batch.width + column
        if batch.fieldFlags[field].contains(.badText) {
          result.reject(record, .unreadableID, column: column)
        } else if blanks.contains(text.extracting(batch.range(of: field))) {
          isBlank = true
        }
      }
      result.lacksID[record] = isBlank
    }
  }

  private func decodeDates(
    _ batch: borrowing RecordBatch, column: Int, into result: inout ResponseBatch
  ) {
    let formats = plan.survey.source.timestampFormats
    let zone = plan.survey.timeZone
    let text = batch.bytes.span
    for record in 0..<batch.recordCount {
      let field = record * batch.width + column
      let all = text.extracting(batch.range(of: field))
      let bytes = all.extracting(all.trimmedRange)
      var day: CalendarDay?
      for format in formats {
        if let timestamp = format.read(bytes) {
          day = zone.day(of: timestamp)
          break
        }
      }
      if let day {
        result.days[record] = day.number
      } else if !blanks.contains(bytes) || batch.fieldFlags[field].contains(.badText) {
        result.reject(record, .unreadableDate, column: column)
      }
    }
  }

  private func decodeFrequencies(
    _ batch: borrowing RecordBatch, column: Int, into result: inout ResponseBatch
  ) {
    let text = batch.bytes.span
    for record in 0..<batch.recordCount {
      let all = text.extracting(batch.range(of: record * batch.width + column))
      if let frequency = Frequency.read(all.extracting(all.trimmedRange)) {
        result.frequencies[record] = frequency
      } else {
        result.frequencies[record] = 0
        result.reject(record, .unreadableFrequency, column: column)
      }
    }
  }

  // MARK: - Dimensions

  private mutating func decodeClosed(
    _ batch: borrowing RecordBatch, dimension: Int, column: Int,
    into result: inout ResponseBatch
  ) {
    var table = LabelTable()
    swap(&table, &categories[dimension])
    defer { swap(&table, &categories[dimension]) }
    let rejects = plan.survey.dimensions[dimension].unknown == .reject
    let place = places[dimension]
    let text = batch.bytes.span
    for record in 0..<batch.recordCount {
      let field = record * batch.width + column
      let bytes = text.extracting(batch.range(of: field))
      var code = LabelTable.unknown
      if !batch.fieldFlags[field].contains(.badText) {
        code = bytes.isBlank ? DimensionCode.missing : table.code(of: bytes)
      }
      if code == LabelTable.unknown {
        code = DimensionCode.unmapped
        if rejects {
          result.reject(record, .unknownCategory, column: column)
        } else if let place {
          result.note(batch, unknown: field, record: record, lossColumn: place)
        }
      }
      if let place { result.dimensionCodes[place * result.count + record] = code }
    }
  }

  private mutating func decodeOpen(
    _ batch: borrowing RecordBatch, dimension: Int, column: Int,
    into result: inout ResponseBatch
  ) throws(RunError) {
    guard let place = places[dimension] else { return }
    var table = OpenLabelTable()
    swap(&table, &openLabels[place])
    defer { swap(&table, &openLabels[place]) }
    let text = batch.bytes.span
    for record in 0..<batch.recordCount {
      let field = record * batch.width + column
      let bytes = text.extracting(batch.range(of: field))
      var code = DimensionCode.missing
      if batch.fieldFlags[field].contains(.badText) {
        code = DimensionCode.unmapped
        result.note(batch, unknown: field, record: record, lossColumn: place)
      } else if !bytes.isBlank {
        guard let known = table.code(of: bytes, limit: openLimit) else {
          throw RunError(
            .data, "response.too-many-categories",
            ["name": plan.dimensions[place].id, "limit": String(openLimit)])
        }
        code = known
      }
      result.dimensionCodes[place * result.count + record] = code
    }
  }

  // MARK: - Answers

  private mutating func decodeAnswers(
    _ batch: borrowing RecordBatch, question: Int, column: Int,
    into result: inout ResponseBatch
  ) {
    var table = LabelTable()
    swap(&table, &answers[question])
    defer { swap(&table, &answers[question]) }
    let planned = plan.questions[question]
    let missing = UInt32(planned.slot(of: .missing))
    let text = batch.bytes.span
    for record in 0..<batch.recordCount {
      let field = record * batch.width + column
      let bytes = text.extracting(batch.range(of: field))
      var code = LabelTable.unknown
      if !batch.fieldFlags[field].contains(.badText) {
        code = bytes.isBlank ? missing : table.code(of: bytes)
      }
      if code == LabelTable.unknown {
        code = UInt32(planned.slot(of: .invalid))
        invalidate(batch, record: record, field: field, question: question, &result)
      }
      result.answerSlots[question * result.count + record] = Int32(code)
    }
  }

  private mutating func decodeMultiple(
    _ batch: borrowing RecordBatch, question: Int, column: Int,
    into result: inout ResponseBatch
  ) {
    guard var reader = multiples[question] else { return }
    multiples[question] = nil
    defer { multiples[question] = reader }
    let planned = plan.questions[question]
    let text = batch.bytes.span
    for record in 0..<batch.recordCount {
      let field = record * batch.width + column
      var kind = AnswerKind.invalid
      if batch.fieldFlags[field].contains(.badText) {
        invalidate(batch, record: record, field: field, question: question, &result)
      } else {
        let cell = reader.read(text.extracting(batch.range(of: field)))
        kind = cell.kind
        for choice in cell.ticked {
          result.ticks.append(
            .init(record: Int32(record), slot: Int32(planned.firstSlot) + choice))
        }
        if kind == .invalid {
          result.reject(record, planned: plan.survey.questions[question], column: column)
        }
        let start = batch.fieldStarts[field]
        for range in cell.unknown {
          result.unknownLabels.append(
            .init(
              record: Int32(record), lossColumn: lossColumn(question),
              start: start + UInt32(range.lowerBound), end: start + UInt32(range.upperBound)))
        }
      }
      result.answerSlots[question * result.count + record] = Int32(planned.slot(of: kind))
    }
  }

  private mutating func decodeText(
    _ batch: borrowing RecordBatch, question: Int, column: Int,
    into result: inout ResponseBatch
  ) {
    let planned = plan.questions[question]
    let text = batch.bytes.span
    for record in 0..<batch.recordCount {
      let field = record * batch.width + column
      let bytes = text.extracting(batch.range(of: field))
      var kind = AnswerKind.answered
      if batch.fieldFlags[field].contains(.badText) {
        kind = .invalid
        result.reject(record, planned: plan.survey.questions[question], column: column)
      } else if blanks.contains(bytes) {
        kind = .missing
      }
      result.answerSlots[question * result.count + record] = Int32(planned.slot(of: kind))
    }
  }

  private func invalidate(
    _ batch: borrowing RecordBatch, record: Int, field: Int, question: Int,
    _ result: inout ResponseBatch
  ) {
    let column = field - record * batch.width
    result.reject(record, planned: plan.survey.questions[question], column: column)
    result.note(
      batch, unknown: field, record: record, lossColumn: Int(lossColumn(question)))
  }

  private func lossColumn(_ question: Int) -> Int32 {
    Int32(plan.dimensions.count + question)
  }

  /// Gives questions that serve as dimensions the codes of their answers.
  private func copyQuestionDimensions(into result: inout ResponseBatch) {
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

extension PlanQuestion {
  /// The code that an answer has where the question is used as a dimension.
  fileprivate func dimensionCode(ofSlot slot: Int) -> UInt32 {
    guard slot >= choiceCount else { return UInt32(slot) }
    return switch AnswerKind(rawValue: slot - choiceCount) {
    case .noOpinion: DimensionCode.noOpinion
    case .notApplicable: DimensionCode.notApplicable
    case .invalid: DimensionCode.invalid
    case .missing, .answered, nil: DimensionCode.missing
    }
  }
}

extension ResponseBatch {
  /// Rejects a record unless something before it has.
  fileprivate mutating func reject(_ record: Int, _ fate: RecordFate, column: Int) {
    guard fates[record] == .accepted else { return }
    fates[record] = fate
    fateColumns[record] = Int32(column)
  }

  /// Rejects a record for an unreadable answer, where the question asks for it.
  fileprivate mutating func reject(_ record: Int, planned question: Question, column: Int) {
    if question.invalid == .reject { reject(record, .invalidAnswer, column: column) }
  }

  fileprivate mutating func note(
    _ batch: borrowing RecordBatch, unknown field: Int, record: Int, lossColumn: Int
  ) {
    unknownLabels.append(
      UnknownLabel(
        record: Int32(record), lossColumn: Int32(lossColumn), start: batch.fieldStarts[field],
        end: batch.fieldEnds[field]))
  }
}

extension RecordBatch {
  /// Where one field lies in `bytes`.
  @inline(__always)
  func range(of field: Int) -> Range<Int> {
    Int(fieldStarts[field])..<Int(fieldEnds[field])
  }
}
