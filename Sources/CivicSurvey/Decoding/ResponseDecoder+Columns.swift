import SurveyCSV
import SurveyDefinition

/// The fast plan: one column at a time, in two loops that take turns.
///
/// The first loop runs over values that are known already. It takes a value by what its bytes are: an
/// answer of one byte by a table of bytes, a longer label by a hash and one comparison of all its bytes
/// (`AliasTable`), a date by its digits, after its whole shape and its time have been held against the
/// format (`DateTable`). It makes no text, allocates nothing, and knows no rule of the definition.
///
/// It stops at whatever else there is: bytes that were not seen before, a doubled quote, a label of
/// which somebody has to be told, a value at the very end of the batch. The second loop then looks at
/// that one value as if there were no first: it folds text, applies the definition, notes and rejects.
/// What it finds for the bytes it stores, and the first loop goes on.
///
/// So a regular record is one of which each value is stored, and every other one comes out the same,
/// for two reasons. What is stored was found by the second loop for exactly these bytes: no part of a
/// value is ever taken for the whole, and no hash for the bytes. And what may not be passed over is
/// either never stored or stored with the code that stops. Whatever the order of records, the size of
/// a batch or the thread, a value is found or looked at, and both say the same.
extension ResponseDecoder {
  // MARK: - Date, frequency

  mutating func decodeDates(
    _ batch: inout RecordBatch, column: Int, into result: inout ResponseBatch
  ) {
    var record = 0
    while true {
      record = dates.days(of: batch, column: column, from: record, into: &result.days)
      guard record < result.count else { return }
      let range = batch.locateValue(record: record, column: column)
      if let day = day(batch.bytes.span, range) {
        result.days[record] = day
        dates.remember(day, for: batch.bytes.span, range)
        if !dateOrder.isDecided { dateOrder.note(batch.bytes.span, range, as: day) }
      } else if !blanks.contains(batch.bytes.span.extracting(range))
        || !batch.isText(record: record, column: column)
      {
        let isSwapped = dateOrder.readsSwapped(batch.bytes.span, range)
        result.reject(record, isSwapped ? .swappedDate : .unreadableDate, column: column)
      }
      record += 1
    }
  }

  /// The number of the day that a date is read as, by the first format that reads it.
  func day(_ text: Span<UInt8>, _ range: Range<Int>) -> Int32? {
    let all = text.extracting(range)
    let bytes = all.extracting(all.trimmedRange)
    for format in plan.survey.source.timestampFormats {
      if let timestamp = format.read(bytes) {
        return plan.survey.day(of: timestamp).number
      }
    }
    return nil
  }

  mutating func decodeFrequencies(
    _ batch: inout RecordBatch, column: Int, into result: inout ResponseBatch
  ) {
    for record in 0..<result.count {
      let range = batch.locateValue(record: record, column: column)
      let all = batch.bytes.span.extracting(range)
      let frequency = Frequency.read(all.extracting(all.trimmedRange))
      result.frequencies.append(frequency ?? Frequency.unknown)
      if frequency == nil { result.reject(record, .unreadableFrequency, column: column) }
    }
  }

  // MARK: - Dimensions

  /// Whether the run reads a dimension of the survey.
  func reads(_ dimension: Int) -> Bool {
    places[dimension] != nil || plan.survey.dimensions[dimension].unknown == .reject
  }

  /// - Throws: ``RunError`` `response.too-many-categories`.
  mutating func decodeDimension(
    _ batch: inout RecordBatch, dimension: Int, column: Int, into result: inout ResponseBatch
  ) throws(RunError) {
    guard reads(dimension) else { return }
    if plan.survey.dimensions[dimension].isOpen {
      try decodeOpen(&batch, dimension: dimension, column: column, into: &result)
    } else {
      decodeClosed(&batch, dimension: dimension, column: column, into: &result)
    }
  }

  mutating func decodeClosed(
    _ batch: inout RecordBatch, dimension: Int, column: Int, into result: inout ResponseBatch
  ) {
    let place = places[dimension]
    let rejects = plan.survey.dimensions[dimension].unknown == .reject
    if let place {
      unsafe result.withDimension(place) { codes in
        unsafe categories[dimension].codes(
          of: &batch, column: column, into: codes, unknown: &unknown)
      }
    } else {
      let missing = batch.recordCount - codes.count
      if missing > 0 { codes += [UInt32](repeating: 0, count: missing) }
      unsafe codes.withUnsafeMutableBufferPointer { codes in
        unsafe categories[dimension].codes(
          of: &batch, column: column, into: codes, unknown: &unknown)
      }
    }
    for value in unknown {
      if let place {
        result.dimensionCodes[place * result.count + value.record] = DimensionCode.unmapped
      }
      if rejects {
        result.reject(value.record, .unknownCategory, column: column)
      } else if let place {
        result.note(value, lossColumn: place)
      }
    }
  }

  mutating func decodeOpen(
    _ batch: inout RecordBatch, dimension: Int, column: Int, into result: inout ResponseBatch
  ) throws(RunError) {
    guard let place = places[dimension] else { return }
    var isComplete = true
    unsafe result.withDimension(place) { codes in
      isComplete = unsafe openLabels[place].codes(
        of: &batch, column: column, limit: openLimit, into: codes, unknown: &unknown)
    }
    guard isComplete else {
      throw RunError(
        .data, .responseTooManyCategories,
        ["name": plan.dimensions[place].id, "limit": String(openLimit)])
    }
    for value in unknown { result.note(value, lossColumn: place) }
  }

  // MARK: - Answers

  mutating func decodeAnswers(
    _ batch: inout RecordBatch, question: Int, column: Int, into result: inout ResponseBatch
  ) {
    unsafe result.withAnswers(question) { slots in
      unsafe answers[question].codes(
        of: &batch, column: column, into: slots, unknown: &unknown)
    }
    for value in unknown {
      setInvalid(value.record, question: question, column: column, in: &result)
      result.note(value, lossColumn: lossColumn(question))
    }
  }

  mutating func decodeMultiple(
    _ batch: inout RecordBatch, question: Int, column: Int, into result: inout ResponseBatch
  ) {
    // Taken out and put back: a copy would cost a dozen references.
    guard var reader = multiples[question].take() else { return }
    var record = 0
    while true {
      let first = record
      unsafe result.withAnswers(question) { numbers in
        record = unsafe reader.numbers(of: batch, column: column, from: first, into: numbers)
      }
      result.tick(first..<record, question: question, of: reader, in: plan.questions[question])
      guard record < result.count else {
        multiples[question] = consume reader
        return
      }
      let range = batch.locateValue(record: record, column: column)
      if batch.isText(record: record, column: column) {
        let cell = reader.read(batch.bytes.span, range)
        take(cell, of: record, range, question: question, column: column, into: &result)
      } else if let cell = reader.givenCell(batch.bytes.span.extracting(range)) {
        take(cell, of: record, range, question: question, column: column, into: &result)
      } else {
        setInvalid(record, question: question, column: column, in: &result)
        result.note(
          UnknownValue(record: record, range: range), lossColumn: lossColumn(question))
      }
      record += 1
    }
  }

  /// Takes a cell of several answers that was read anew.
  private func take(
    _ cell: MultipleAnswers.Cell, of record: Int, _ range: Range<Int>, question: Int, column: Int,
    into result: inout ResponseBatch
  ) {
    let planned = plan.questions[question]
    for choice in cell.ticked {
      result.tick(record, slot: planned.firstSlot + Int(choice))
    }
    if cell.kind == .invalid {
      setInvalid(record, question: question, column: column, in: &result)
    } else {
      result.answerSlots[question * result.count + record] = UInt32(planned.slot(of: cell.kind))
    }
    for part in cell.unknown {
      let start = range.lowerBound
      result.note(
        UnknownValue(
          record: record, range: start + part.lowerBound..<start + part.upperBound),
        lossColumn: lossColumn(question))
    }
  }

  mutating func decodeText(
    _ batch: inout RecordBatch, question: Int, column: Int, into result: inout ResponseBatch
  ) {
    let answered = UInt32(plan.questions[question].slot(of: .answered))
    let missing = UInt32(plan.questions[question].slot(of: .missing))
    unsafe result.withAnswers(question) { slots in
      unsafe blanks.mark(batch, column: column, in: slots, blank: missing, other: answered)
    }
    forEachBadText(batch, column) { record in
      setInvalid(record, question: question, column: column, in: &result)
    }
  }

  // MARK: - What the columns share

  func setInvalid(
    _ record: Int, question: Int, column: Int, in result: inout ResponseBatch
  ) {
    let invalid = UInt32(plan.questions[question].slot(of: .invalid))
    result.answerSlots[question * result.count + record] = invalid
    if plan.survey.questions[question].invalid == .reject {
      result.reject(record, .invalidAnswer, column: column)
    }
  }

  /// Calls `body` with each record whose value in `column` is no text.
  func forEachBadText(
    _ batch: borrowing RecordBatch, _ column: Int, _ body: (Int) -> Void
  ) {
    guard !batch.badTextFields.isEmpty else { return }
    for field in batch.badTextFields where field % batch.width == column {
      body(field / batch.width)
    }
  }

  func lossColumn(_ question: Int) -> Int { plan.dimensions.count + question }
}
