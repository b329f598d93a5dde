/// The columns of a response batch, each a stretch of one array.
extension ResponseBatch {
  mutating func setLacksID(_ value: Bool) {
    for record in 0..<count { lacksID[record] = value }
  }

  mutating func setDimension(_ place: Int, to code: UInt32) {
    for entry in place * count..<(place + 1) * count { dimensionCodes[entry] = code }
  }

  mutating func setAnswers(_ question: Int, to slot: UInt32) {
    for entry in question * count..<(question + 1) * count { answerSlots[entry] = slot }
  }

  /// Calls `body` with the codes of one dimension of the plan, one for each record.
  mutating func withDimension(_ place: Int, _ body: (UnsafeMutableBufferPointer<UInt32>) -> Void) {
    unsafe dimensionCodes.withColumn(place, of: count, body)
  }

  /// Calls `body` with the slots of one question, one for each record.
  mutating func withAnswers(_ question: Int, _ body: (UnsafeMutableBufferPointer<UInt32>) -> Void) {
    unsafe answerSlots.withColumn(question, of: count, body)
  }

  /// Notes a choice ticked.
  mutating func tick(_ record: Int, slot: Int) {
    reserveTicks(1)
    ticks[tickCount] = Tick(record: Int32(record), slot: Int32(slot))
    tickCount += 1
  }

  /// Gives records the slots and ticks of the cells whose numbers stand in the place of the slots.
  mutating func tick(
    _ records: Range<Int>, question: Int, of reader: borrowing MultipleAnswers,
    in planned: QuestionSums
  ) {
    let atOnce = MultipleAnswers.readableTicks
    reserveTicks(records.count * max(atOnce, planned.choiceCount) + atOnce)
    let firstSlot = Int32(planned.firstSlot)
    var filled = tickCount
    // SAFETY: the numbers are of cells, whose ticks can be read, and a few behind them; there is
    // room for all, and for as many as are written at once.
    unsafe withAnswersAndTicks(question) { slots, ticks in
      unsafe reader.cells.withUnsafeBufferPointer { cells in
        unsafe reader.tickedChoices.withUnsafeBufferPointer { choices in
          for record in records {
            let cell = unsafe cells[Int(slots[record])]
            unsafe slots[record] = cell.slot
            let first = Int(cell.firstTick)
            // Most cells have few ticks, and nothing foretells how many.
            for tick in 0..<atOnce {
              unsafe ticks[filled &+ tick] = Tick(
                record: Int32(truncatingIfNeeded: record), slot: firstSlot &+ choices[first &+ tick]
              )
            }
            if cell.tickCount > atOnce {
              for tick in atOnce..<Int(cell.tickCount) {
                unsafe ticks[filled &+ tick] = Tick(
                  record: Int32(truncatingIfNeeded: record),
                  slot: firstSlot &+ choices[first &+ tick])
              }
            }
            filled &+= Int(cell.tickCount)
          }
        }
      }
    }
    tickCount = filled
  }

  private mutating func withAnswersAndTicks(
    _ question: Int,
    _ body: (UnsafeMutableBufferPointer<UInt32>, UnsafeMutableBufferPointer<Tick>) -> Void
  ) {
    unsafe ticks.withUnsafeMutableBufferPointer { ticks in
      unsafe answerSlots.withColumn(question, of: count) { unsafe body($0, ticks) }
    }
  }

  private mutating func reserveTicks(_ more: Int) {
    let missing = tickCount + more - ticks.count
    guard missing > 0 else { return }
    ticks += [Tick](repeating: Tick(record: 0, slot: 0), count: max(missing, ticks.count))
  }
}

extension [UInt32] {
  /// Calls `body` with one of the columns of `count` entries that the array consists of.
  fileprivate mutating func withColumn(
    _ column: Int, of count: Int, _ body: (UnsafeMutableBufferPointer<UInt32>) -> Void
  ) {
    unsafe withUnsafeMutableBufferPointer { all in
      // SAFETY: the column is a checked part of the array, and is used only within the call.
      unsafe body(
        UnsafeMutableBufferPointer(rebasing: all[column * count..<(column + 1) * count]))
    }
  }
}
