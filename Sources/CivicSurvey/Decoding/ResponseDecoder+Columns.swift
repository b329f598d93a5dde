import SurveyCSV
import SurveyDefinition

/// One column at a time: find its values, then a tight loop over them.
extension ResponseDecoder {
  // MARK: - Id, date, frequency

  mutating func decodeIDs(
    _ batch: inout RecordBatch, columns: [Int], into result: inout ResponseBatch
  ) {
    // A key with a blank part identifies nothing.
    for record in 0..<result.count { result.lacksID[record] = columns.isEmpty }
    for column in columns {
      batch.gather(column: column, into: &ranges)
      let text = batch.bytes.span
      for record in 0..<result.count {
        if isBlank(text, record) { result.lacksID[record] = true }
      }
      forEachBadText(batch, column) { result.reject($0, .unreadableID, column: column) }
    }
  }

  mutating func decodeDates(
    _ batch: inout RecordBatch, column: Int, into result: inout ResponseBatch
  ) {
    let formats = plan.survey.source.timestampFormats
    let zone = plan.survey.timeZone
    batch.gather(column: column, into: &ranges)
    let text = batch.bytes.span
    for record in 0..<result.count {
      let range = Int(ranges.starts[record])..<Int(ranges.ends[record])
      if let day = dates.day(in: text, range) {
        result.days[record] = day
        continue
      }
      let all = text.extracting(range)
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
        dates.remember(day.number, for: text, range)
      } else if !blanks.contains(bytes) || !batch.isText(record: record, column: column) {
        result.reject(record, .unreadableDate, column: column)
      }
    }
  }

  mutating func decodeFrequencies(
    _ batch: inout RecordBatch, column: Int, into result: inout ResponseBatch
  ) {
    batch.gather(column: column, into: &ranges)
    let text = batch.bytes.span
    for record in 0..<result.count {
      let all = text.extracting(Int(ranges.starts[record])..<Int(ranges.ends[record]))
      if let frequency = Frequency.read(all.extracting(all.trimmedRange)) {
        result.frequencies[record] = frequency
      } else {
        result.frequencies[record] = 0
        result.reject(record, .unreadableFrequency, column: column)
      }
    }
  }

  // MARK: - Dimensions

  mutating func decodeClosed(
    _ batch: inout RecordBatch, dimension: Int, column: Int, into result: inout ResponseBatch
  ) {
    let place = places[dimension]
    batch.gather(column: column, into: &ranges)
    categories[dimension].codes(of: batch.bytes.span, ranges, into: &codes)
    forEachBadText(batch, column) { codes[$0] = LabelTable.unknown }
    let rejects = plan.survey.dimensions[dimension].unknown == .reject
    for record in 0..<result.count where codes[record] == LabelTable.unknown {
      codes[record] = DimensionCode.unmapped
      if rejects {
        result.reject(record, .unknownCategory, column: column)
      } else if let place {
        result.note(ranges, record: record, lossColumn: place)
      }
    }
    if let place { result.setDimension(place, to: codes) }
  }

  mutating func decodeOpen(
    _ batch: inout RecordBatch, dimension: Int, column: Int, into result: inout ResponseBatch
  ) throws(RunError) {
    guard let place = places[dimension] else { return }
    batch.gather(column: column, into: &ranges)
    let isComplete = openLabels[place].codes(
      of: batch.bytes.span, ranges, limit: openLimit, into: &codes
    ) { !batch.isText(record: $0, column: column) }
    guard isComplete else {
      throw RunError(
        .data, "response.too-many-categories",
        ["name": plan.dimensions[place].id, "limit": String(openLimit)])
    }
    forEachBadText(batch, column) { record in
      codes[record] = DimensionCode.unmapped
      result.note(ranges, record: record, lossColumn: place)
    }
    if openLabels[place].hasDamaged {
      for record in 0..<result.count
      where codes[record] == DimensionCode.unmapped && batch.isText(record: record, column: column)
      {
        result.note(ranges, record: record, lossColumn: place)
      }
    }
    result.setDimension(place, to: codes)
  }

  // MARK: - Answers

  mutating func decodeAnswers(
    _ batch: inout RecordBatch, question: Int, column: Int, into result: inout ResponseBatch
  ) {
    let invalid = UInt32(plan.questions[question].slot(of: .invalid))
    batch.gather(column: column, into: &ranges)
    answers[question].codes(of: batch.bytes.span, ranges, into: &codes)
    forEachBadText(batch, column) { codes[$0] = LabelTable.unknown }
    for record in 0..<result.count where codes[record] == LabelTable.unknown {
      codes[record] = invalid
      result.reject(record, planned: plan.survey.questions[question], column: column)
      result.note(ranges, record: record, lossColumn: lossColumn(question))
    }
    result.setAnswers(question, to: codes)
  }

  mutating func decodeMultiple(
    _ batch: inout RecordBatch, question: Int, column: Int, into result: inout ResponseBatch
  ) {
    guard var reader = multiples[question] else { return }
    multiples[question] = nil
    defer { multiples[question] = reader }
    let planned = plan.questions[question]
    batch.gather(column: column, into: &ranges)
    let text = batch.bytes.span
    for record in 0..<result.count {
      let start = ranges.starts[record]
      guard batch.isText(record: record, column: column) else {
        result.answerSlots[question * result.count + record] = Int32(planned.slot(of: .invalid))
        result.reject(record, planned: plan.survey.questions[question], column: column)
        result.note(ranges, record: record, lossColumn: lossColumn(question))
        continue
      }
      let cell = reader.read(text, Int(start)..<Int(ranges.ends[record]))
      for choice in reader.ticked(cell) {
        result.ticks.append(
          .init(
            record: Int32(record), slot: Int32(planned.firstSlot) + reader.tickedChoices[choice]))
      }
      let kind = reader.kinds(cell)
      result.answerSlots[question * result.count + record] = Int32(planned.slot(of: kind))
      if kind == .invalid {
        result.reject(record, planned: plan.survey.questions[question], column: column)
      }
      for range in reader.unknown(cell) {
        result.unknownLabels.append(
          .init(
            record: Int32(record), lossColumn: Int32(lossColumn(question)),
            start: start + UInt32(range.lowerBound), end: start + UInt32(range.upperBound)))
      }
    }
  }

  mutating func decodeText(
    _ batch: inout RecordBatch, question: Int, column: Int, into result: inout ResponseBatch
  ) {
    let planned = plan.questions[question]
    let answered = Int32(planned.slot(of: .answered))
    let missing = Int32(planned.slot(of: .missing))
    batch.gatherRaw(column: column, into: &ranges)
    let text = batch.bytes.span
    let first = question * result.count
    for record in 0..<result.count {
      result.answerSlots[first + record] = isBlank(text, record) ? missing : answered
    }
    forEachBadText(batch, column) { record in
      result.answerSlots[first + record] = Int32(planned.slot(of: .invalid))
      result.reject(record, planned: plan.survey.questions[question], column: column)
    }
  }

  // MARK: - What the columns share

  /// Whether a value is blank, or a spelling that means so.
  @inline(__always)
  private func isBlank(_ text: Span<UInt8>, _ record: Int) -> Bool {
    let start = Int(ranges.starts[record])
    let end = Int(ranges.ends[record])
    if start == end { return true }
    // Text too long for any such spelling, and not beginning with a space, is none of them.
    if text[start] > 0x20, end - start > blanks.longest { return false }
    return blanks.contains(text.extracting(start..<end))
  }

  /// Calls `body` with each record whose value in `column` is no text.
  private func forEachBadText(
    _ batch: borrowing RecordBatch, _ column: Int, _ body: (Int) -> Void
  ) {
    guard !batch.badTextFields.isEmpty else { return }
    for field in batch.badTextFields where field % batch.width == column {
      body(field / batch.width)
    }
  }

  private func lossColumn(_ question: Int) -> Int { plan.dimensions.count + question }
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

  fileprivate mutating func note(_ ranges: FieldRanges, record: Int, lossColumn: Int) {
    unknownLabels.append(
      UnknownLabel(
        record: Int32(record), lossColumn: Int32(lossColumn), start: ranges.starts[record],
        end: ranges.ends[record]))
  }

  fileprivate mutating func setDimension(_ place: Int, to codes: [UInt32]) {
    let first = place * count
    for record in 0..<count { dimensionCodes[first + record] = codes[record] }
  }

  fileprivate mutating func setAnswers(_ question: Int, to codes: [UInt32]) {
    let first = question * count
    for record in 0..<count {
      answerSlots[first + record] = Int32(truncatingIfNeeded: codes[record])
    }
  }
}
