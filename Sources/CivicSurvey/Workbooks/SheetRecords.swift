import SurveyCSV

/// The records of a sheet that a program has written as CSV, as they stand: every row is one, also
/// where it is blank.
struct SheetRecords: ~Copyable {
  private static let blockSize = 64 << 10
  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let newline = UInt8(ascii: "\n")

  private var source: ByteSource
  private var block: [UInt8] = []
  private var place = 0
  /// The present record with the end of its line.
  private(set) var bytes: [UInt8] = []
  /// Where its fields lie, with their quotes.
  private(set) var fields: [Range<Int>] = []
  /// The physical line on which it begins, from 1.
  private(set) var line = 1
  private var nextLine = 1

  init(_ source: consuming ByteSource) {
    self.source = source
  }

  /// Goes to the next record; false behind the last.
  mutating func next() throws(ByteSourceError) -> Bool {
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    line = nextLine
    var start = 0
    var isQuoted = false
    var last: UInt8 = 0
    while true {
      if place == block.count {
        block = try source.nextBytes(Self.blockSize)
        place = 0
        if block.isEmpty { break }
      }
      let byte = block[place]
      place += 1
      // A line ends with LF, CR LF, or CR alone.
      if byte == Self.newline && last != 0x0D || byte == 0x0D { nextLine += 1 }
      last = byte
      if byte == Self.quote {
        isQuoted.toggle()
      } else if !isQuoted, byte == Self.comma || byte == Self.newline {
        fields.append(start..<bytes.count)
        start = bytes.count + 1
        if byte == Self.newline {
          bytes.append(byte)
          return true
        }
      }
      bytes.append(byte)
    }
    guard !bytes.isEmpty else { return false }
    fields.append(start..<bytes.count)
    return true
  }

  /// The bytes of a field, with its quotes.
  func field(_ place: Int) -> ArraySlice<UInt8> { bytes[fields[place]] }

  /// The first field that has just these bytes; none has no bytes.
  func place(of content: [UInt8]) -> Int? {
    content.isEmpty ? nil : fields.firstIndex { bytes[$0].elementsEqual(content) }
  }

  /// Whether a field has nothing in it; one that is not there has not.
  func isEmpty(_ field: Int) -> Bool {
    guard field < fields.count else { return true }
    let range = fields[field]
    return range.isEmpty || bytes[range].elementsEqual([Self.quote, Self.quote])
  }
}

/// How much there is in a sheet.
package struct SheetExtent {
  /// Whether it holds nothing.
  package private(set) var isBlank = true
  /// Whether several of its rows have several cells each, as a table has them.
  package private(set) var isTable = false

  /// Looks at a sheet that a program has written as CSV, up to where it is known to be a table.
  ///
  /// - Throws: ``RunError`` where it cannot be read.
  package init(_ source: consuming ByteSource) throws(RunError) {
    var records = SheetRecords(source)
    var rows = 0
    do throws(ByteSourceError) {
      while !isTable, try records.next() {
        let cells = records.fields.indices.count { !records.isEmpty($0) }
        if cells > 0 { isBlank = false }
        if cells > 1 { rows += 1 }
        isTable = rows > 1
      }
    } catch {
      throw RunError(error)
    }
  }
}
