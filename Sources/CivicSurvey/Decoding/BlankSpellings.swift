import SurveyCSV
import SurveyDefinition

/// The spellings that mean "left blank" in an id, a date or a text.
struct BlankSpellings: Sendable {
  private let folded: Set<String>
  /// For each byte, whether no text that has it is one of the spellings.
  private let isForeign: [Bool]
  /// What a value is by its first byte, then 256 times what an empty one is.
  private let begins: [Begin]
  private let asciiFolded: [[UInt8]]
  /// How a value begins.
  private enum Begin: UInt8 {
    /// As no spelling does: most texts.
    case foreign
    case maybeBlank
    case empty
  }

  /// No spelling is longer than this many bytes.
  let longest: Int

  init(_ spellings: [String]) {
    let some = spellings.map(LabelFolding.fold).filter { !$0.isEmpty }
    self.folded = Set(some)
    let letters = LabelFolding.asciiLetters(of: some)
    let digits = Set(some.flatMap(\.utf8).filter(\.isASCIIDigit))
    self.isForeign = (0...255).map { (byte: UInt8) in
      byte.isASCIILetter && !letters.contains(byte.asciiLowercased)
        || byte.isASCIIDigit && !digits.contains(byte)
    }
    self.begins =
      isForeign.map { $0 ? .foreign : .maybeBlank } + Array(repeating: .empty, count: 256)
    self.asciiFolded = Set(some).sorted().map { Array($0.utf8) }.filter { $0.allSatisfy(\.isASCII) }
    // NFC and lower case change a spelling's length by less than this factor.
    self.longest = (some.map(\.utf8.count).max() ?? 0) * 3
  }

  /// Writes for each value of a column whether it is blank or one of the spellings.
  ///
  /// - Precondition: `marks` has an entry for each record.
  func mark<Mark: BitwiseCopyable>(
    _ batch: borrowing RecordBatch, column: Int, in marks: UnsafeMutableBufferPointer<Mark>,
    blank: Mark, other: Mark
  ) {
    precondition(marks.count >= batch.recordCount)
    unsafe batch.withColumn(column) { fields in
      unsafe begins.withUnsafeBufferPointer { begins in
        for record in unsafe 0..<fields.count {
          // SAFETY: the value lies within the bytes, and a byte may be looked at behind it; there is
          // an entry for each record, and for each byte of an empty value or of another.
          let value = unsafe fields.value(record)
          let start = unsafe fields.bytes + value.start
          let begin = unsafe begins[Int(start[0]) | (value.count == 0 ? 256 : 0)]
          unsafe marks[record] = begin == .empty ? blank : other
          // One branch, hardly ever taken: which texts are empty, and how others begin, no processor
          // can foretell.
          let mayMean = Self.bit(begin == .maybeBlank)
          let isShort = unsafe Self.bit(start[0] <= 0x20) | Self.bit(value.count <= longest)
          if mayMean & isShort != 0,
            unsafe contains(Span(_unsafeStart: start, count: value.count))
          {
            unsafe marks[record] = blank
          }
        }
      }
    }
  }

  @inline(__always)
  private static func bit(_ condition: Bool) -> UInt8 { condition ? 1 : 0 }

  /// Whether a byte occurs in one of the spellings, or may be a part of it.
  func mayHave(_ byte: UInt8) -> Bool { !isForeign[Int(byte)] }

  /// Whether the bytes are empty, only spaces and tabs, or one of the spellings.
  func contains(_ bytes: Span<UInt8>) -> Bool {
    // Most texts have a letter or digit near their beginning that no spelling has.
    for index in bytes.indices where isForeign[Int(bytes[index])] { return false }
    let range = bytes.trimmedRange
    if range.isEmpty { return true }
    guard range.count <= longest else { return false }
    let label = bytes.extracting(range)
    for index in label.indices where !label[index].isASCII {
      return folded.contains(LabelFolding.fold(String(decodingLabel: label)))
    }
    for spelling in asciiFolded where spelling.count == label.count {
      var equal = true
      for index in label.indices where label[index].asciiLowercased != spelling[index] {
        equal = false
        break
      }
      if equal { return true }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var isASCII: Bool { self < 0x80 }

  fileprivate var isASCIIDigit: Bool {
    self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9")
  }

  fileprivate var isASCIILetter: Bool {
    asciiLowercased >= UInt8(ascii: "a") && asciiLowercased <= UInt8(ascii: "z")
  }

  fileprivate var asciiLowercased: UInt8 {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }
}
