import SurveyCSV
import SurveyDefinition

/// Which responses have an id, and of some of them its hash: of all that lie below
/// ``ResponseDecoder/idLimit``, so that from many ids a few are taken, and always the same.
extension ResponseDecoder {
  mutating func decodeIDs(
    _ batch: inout RecordBatch, columns: ResponsePlan, into result: inout ResponseBatch
  ) {
    guard !plan.survey.source.responseID.isEmpty else {
      result.setLacksID(false)
      return
    }
    guard let first = columns.idColumns.first else {
      result.setLacksID(true)
      return
    }
    if columns.idColumns.count == 1, columns.filePart == nil, window == nil {
      readIDs(&batch, column: first, below: idLimit, into: &result)
    } else {
      joinIDs(&batch, columns, into: &result)
    }
    for column in columns.idColumns {
      forEachBadText(batch, column) { result.reject($0, .unreadableID, column: column) }
    }
  }

  /// Reads the values of one column as ids, and notes those whose hash is below a limit.
  private func readIDs(
    _ batch: inout RecordBatch, column: Int, below limit: UInt64, into result: inout ResponseBatch
  ) {
    result.makeRoomForIDs()
    precondition(result.count == batch.recordCount)
    result.setLacksID(false)
    var odd: [Int] = []
    unsafe result.hashedIDs.withUnsafeMutableBufferPointer { noted in
      guard let noted = noted.baseAddress else { return }
      // SAFETY: there is room for each record and one more, of which each is read once.
      unsafe batch.withColumn(column) { fields in
        result.hashedCount = unsafe plainIDs.read(fields, below: limit, noted: noted, odd: &odd)
      }
    }
    for record in odd { readOddID(&batch, record, column: column, below: limit, into: &result) }
  }

  /// Reads an id that needs a closer look.
  private func readOddID(
    _ batch: inout RecordBatch, _ record: Int, column: Int, below limit: UInt64,
    into result: inout ResponseBatch
  ) {
    let range = batch.locateValue(record: record, column: column)
    let all = batch.bytes.span.extracting(range)
    let trimmed = all.trimmedRange
    let start = range.lowerBound + trimmed.lowerBound
    if blanks.contains(all) {
      result.lacksID[record] = true
      return
    }
    let value = Array(batch.bytes[start..<start + trimmed.count])
    if DamagedCodes.isDamagedNumber(value) {
      result.lacksID[record] = true
      result.damagedIDs.append(Int32(truncatingIfNeeded: record))
      return
    }
    let hash = IDHash.of(value)
    guard hash < limit else { return }
    result.hashedIDs[result.hashedCount] = HashedID(hash: hash, record: Int32(record))
    result.hashedCount += 1
  }

  /// Reads ids that are several values together, the file's name perhaps among them.
  private func joinIDs(
    _ batch: inout RecordBatch, _ columns: ResponsePlan, into result: inout ResponseBatch
  ) {
    var joined = columns.fileHashes(of: &batch)
    var lacksID = [Bool](repeating: false, count: result.count)
    for column in columns.idColumns {
      readIDs(&batch, column: column, below: .max, into: &result)
      // A key with a blank part identifies nothing.
      for record in 0..<result.count where result.lacksID[record] { lacksID[record] = true }
      for id in result.hashedIDs[..<result.hashedCount] {
        joined[Int(id.record)] = IDHash.joined(joined[Int(id.record)], id.hash)
      }
    }
    result.hashedCount = 0
    for record in 0..<result.count {
      result.lacksID[record] = lacksID[record]
      // Those of a period are few only when it is known.
      guard joined[record] < idLimit || window != nil, !lacksID[record] else { continue }
      result.hashedIDs[result.hashedCount] = HashedID(hash: joined[record], record: Int32(record))
      result.hashedCount += 1
    }
  }
}

extension ResponseDecoder {
  /// Makes the period in which a response lies a part of its id: in the next one it is another's.
  mutating func joinWindows(into result: inout ResponseBatch) {
    guard var window else { return }
    var kept = 0
    for place in 0..<result.hashedCount {
      let id = result.hashedIDs[place]
      let hash = IDHash.joined(id.hash, window.number(of: result.days[Int(id.record)]))
      guard hash < idLimit else { continue }
      result.hashedIDs[kept] = HashedID(hash: hash, record: id.record)
      kept += 1
    }
    result.hashedCount = kept
    self.window = window
  }
}

extension ResponsePlan {
  /// For each record the hash of the name of its file; 0 where that is no part of an id.
  ///
  /// A row that has come back from a rejects file is the response of the export that it names.
  fileprivate func fileHashes(of batch: inout RecordBatch) -> [UInt64] {
    guard let filePart else { return Array(repeating: 0, count: batch.recordCount) }
    guard let markers else {
      return Array(repeating: IDHash.of(Array(filePart.utf8)), count: batch.recordCount)
    }
    return (0..<batch.recordCount).map { record in
      IDHash.of(Array(markers.filePart(of: record, in: batch).utf8))
    }
  }
}
