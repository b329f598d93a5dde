/// What a scanned record has to be like to be taken without a second look.
struct RegularRecord {
  var width: Int
  var separator: UInt8
  var longest: Int
  /// Tells what may be a header again.
  var names = HeaderNames([])
}

/// A scanned record that needs a second look.
struct OddRecord {
  enum Kind {
    /// Nothing stands on the line.
    case blank
    /// It is as it should be, after all.
    case regular
    /// It lies on one line and has another number of fields.
    case otherWidth
    /// Only libcsv can tell.
    case forLadder
  }

  var kind = Kind.forLadder
  /// Where it begins in the buffer.
  var start: Int
  /// Where its last field ends.
  var contentEnd: Int
  /// Where its line end ends.
  var end: Int
  var fieldCount: Int
  /// Whether its first text is a name of a header.
  var mayBeHeader = false
}

extension RecordBatch {
  /// Lists scanned records up to the first that needs a second look; gives its number.
  ///
  /// A record needs one whose number of fields is not the header's, that is over the limit, that
  /// begins with a byte that may belong to a blank one, or with a name that a header may begin with.
  /// - Parameter firstField: The entry of `fieldEnds` at which the scan began.
  mutating func appendRegular(
    _ index: borrowing StructuralIndex, from record: Int, in buffer: borrowing [UInt8],
    firstField: Int, rule: RegularRecord
  ) -> Int {
    var start = index.start(of: record, in: buffer, fieldEnds: fieldEnds, firstField: firstField)
    var field = firstField + index.firstField(of: record)
    var number = record
    records.reserveCapacity(records.count + index.recordCount - record)
    let width = rule.width
    // SAFETY: the scan has written an entry in `fieldEnds` for each field that it counts, each an
    // offset in the buffer behind which at least `StructuralIndex.padding` bytes follow.
    unsafe buffer.withUnsafeBufferPointer { bytes in
      unsafe fieldEnds.withUnsafeBufferPointer { ends in
        unsafe rule.names.lengths.withUnsafeBufferPointer { lengths in
          while number < index.recordCount {
            let nextField = firstField + index.firstField(of: number + 1)
            guard nextField - field == width else { return }
            let first = unsafe bytes[start]
            guard first > 0x22 || first == 0x21, first != rule.separator else { return }
            let contentEnd = Int(unsafe ends[nextField - 1])
            guard contentEnd - start <= rule.longest else { return }
            let named = unsafe lengths[Int(first)]
            if named != 0 {
              let end = Int(unsafe ends[field])
              if named & HeaderNames.bit(end - start) != 0,
                rule.names.isName(buffer.span.extracting(start..<end))
              {
                return
              }
            }
            records.append(
              Record(
                start: UInt32(truncatingIfNeeded: start),
                firstField: UInt32(truncatingIfNeeded: field),
                flags: index.hasDoubledQuote(number) ? .doubled : []))
            let isPair = unsafe bytes[contentEnd] == 0x0D && bytes[contentEnd + 1] == 0x0A
            start = contentEnd + (isPair ? 2 : 1)
            field = nextField
            number += 1
          }
        }
      }
    }
    return number
  }

  /// Lists a scanned record that has been looked at again and is as it should be.
  mutating func appendRegular(
    _ odd: OddRecord, _ record: Int, of index: borrowing StructuralIndex, firstField: Int
  ) {
    records.append(
      Record(
        start: UInt32(odd.start), firstField: UInt32(firstField + index.firstField(of: record)),
        flags: index.hasDoubledQuote(record) ? .doubled : []))
  }

  /// Looks at a scanned record again.
  func oddRecord(
    _ record: Int, of index: borrowing StructuralIndex, in buffer: borrowing [UInt8],
    firstField: Int, rule: RegularRecord
  ) -> OddRecord {
    let start = index.start(of: record, in: buffer, fieldEnds: fieldEnds, firstField: firstField)
    let nextField = firstField + index.firstField(of: record + 1)
    let contentEnd = Int(fieldEnds[nextField - 1])
    var odd = OddRecord(
      start: start, contentEnd: contentEnd,
      end: index.start(of: record + 1, in: buffer, fieldEnds: fieldEnds, firstField: firstField),
      fieldCount: index.firstField(of: record + 1) - index.firstField(of: record))
    if start == contentEnd {
      odd.kind = .blank
      return odd
    }
    odd.mayBeHeader = rule.names.mayBegin(
      buffer.span.extracting(start..<contentEnd), separator: rule.separator)
    guard contentEnd - start <= rule.longest else { return odd }
    // Quotes, separators and spaces alone may be a blank record, or text between quotes.
    let hasText = (start..<contentEnd).contains {
      let byte = buffer[$0]
      return byte != 0x20 && byte != 0x09 && byte != 0x22 && byte != rule.separator
    }
    guard hasText else { return odd }
    if odd.fieldCount == rule.width {
      odd.kind = .regular
    } else if LineEnds.first(in: buffer, from: start, to: contentEnd) == contentEnd {
      odd.kind = .otherWidth
    }
    return odd
  }
}
