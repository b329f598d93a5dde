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
    if columns.idColumns.count == 1, columns.filePart == nil {
      readIDs(&batch, column: first, into: &result)
    } else {
      joinIDs(&batch, columns, into: &result)
    }
    for column in columns.idColumns {
      forEachBadText(batch, column) { result.reject($0, .unreadableID, column: column) }
    }
  }

  /// Reads ids that are one column's values.
  private mutating func readIDs(
    _ batch: inout RecordBatch, column: Int, into result: inout ResponseBatch
  ) {
    let limit = idLimit
    result.makeRoomForIDs()
    var lacksID = result.lacksID
    var damaged = result.damagedIDs
    result.lacksID = []
    result.damagedIDs = []
    // SAFETY: there is room for each record, of which each is read once.
    result.hashedCount = unsafe result.hashedIDs.withUnsafeMutableBufferPointer { hashes in
      unsafe lacksID.withUnsafeMutableBufferPointer { lacks in
        var count = 0
        forEachID(&batch, column: column, damaged: &damaged) { record, hash, isLacking in
          unsafe lacks[record] = isLacking
          unsafe hashes[count] = HashedID(hash: hash, record: Int32(truncatingIfNeeded: record))
          count &+= hash < limit ? 1 : 0
        }
        return count
      }
    }
    result.lacksID = lacksID
    result.damagedIDs = damaged
  }

  /// Reads ids that are several values together, the file's name perhaps among them.
  private mutating func joinIDs(
    _ batch: inout RecordBatch, _ columns: ResponsePlan, into result: inout ResponseBatch
  ) {
    var joined = columns.fileHashes(of: &batch)
    var lacksID = [Bool](repeating: false, count: result.count)
    for column in columns.idColumns {
      forEachID(&batch, column: column, damaged: &result.damagedIDs) {
        record, hash, isLacking in
        // A key with a blank part identifies nothing.
        if isLacking { lacksID[record] = true }
        joined[record] = IDHash.joined(joined[record], hash)
      }
    }
    result.makeRoomForIDs()
    for record in 0..<result.count {
      result.lacksID[record] = lacksID[record]
      guard joined[record] < idLimit, !lacksID[record] else { continue }
      result.hashedIDs[result.hashedCount] = HashedID(hash: joined[record], record: Int32(record))
      result.hashedCount += 1
    }
  }

  /// Calls `body` with each record, its value's hash and whether it is no id: blank, or damaged.
  ///
  /// What is no id has the greatest hash. Values that need a second look come last.
  @inline(__always)
  private func forEachID(
    _ batch: inout RecordBatch, column: Int, damaged: inout [Int32],
    _ body: (_ record: Int, _ hash: UInt64, _ lacksID: Bool) -> Void
  ) {
    var odd: [Int] = []
    unsafe batch.withColumn(column) { fields in
      for record in unsafe 0..<fields.count {
        // SAFETY: the value lies within the bytes, of which there are as many as are said.
        let value = unsafe fields.value(record)
        let (start, count) = unsafe (fields.bytes + value.start, value.count)
        guard !value.mayHaveDoubledQuote, count >= 2, unsafe isPlainID(start, count) else {
          odd.append(record)
          continue
        }
        if unsafe blanks.mayBegin(with: start[0], start[1], count: count),
          unsafe blanks.contains(Span(_unsafeStart: start, count: count))
        {
          body(record, .max, true)
          continue
        }
        let hasWord = unsafe value.start &+ 8 <= fields.byteCount
        unsafe body(record, IDHash.of(start, count: count, hasWord: hasWord), false)
      }
    }
    for record in odd {
      let range = batch.locateValue(record: record, column: column)
      let all = batch.bytes.span.extracting(range)
      let trimmed = all.trimmedRange
      let start = range.lowerBound + trimmed.lowerBound
      let value = Array(batch.bytes[start..<start + trimmed.count])
      if blanks.contains(all) {
        body(record, .max, true)
      } else if DamagedCodes.isDamagedNumber(value) {
        damaged.append(Int32(truncatingIfNeeded: record))
        body(record, .max, true)
      } else {
        body(record, IDHash.of(value), false)
      }
    }
  }

  /// Whether bytes, of which there are two at least, have no space at either end and are no number
  /// as spreadsheets shorten it.
  @inline(__always)
  private func isPlainID(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    // SAFETY: the three bytes are among those counted.
    let (first, second, last) = unsafe (bytes[0], bytes[1], bytes[count - 1])
    if first <= 0x20 || last <= 0x20 { return false }
    // 2.03E+14, 2,03E+14, 2E+14.
    return second != 0x2E && second != 0x2C && second | 0x20 != 0x65
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
