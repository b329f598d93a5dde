import SurveyCSV

/// One try of the fuzz: how a file is written and read, and its text.
///
/// The first ``setupCount`` bytes of an input choose the setup, the rest is text. Every input is a
/// case, so that a mutated one is never wasted.
public struct ReaderCase {
  /// How many bytes of an input choose the setup.
  public static let setupCount = 8

  /// The file's bytes, header and all.
  public var file: [UInt8] = []
  /// The separator, `nil` to have it recognised.
  public var separator: UInt8?
  /// How many bytes the reader asks its source for.
  public var blockSize: Int
  /// How many bytes the source gives at most.
  public var readSize: Int
  /// How many blocks are taken before the first is looked at, from 1.
  public var blocksAhead: Int
  /// What a record may hold.
  public var limits: CSVLimits
  /// The instructions that the scan uses.
  public var instructionSet: InstructionSet

  private static let separators: [UInt8?] = [
    0x2C, nil, 0x3B, 0x09, 0x7C, 0x20, 0x61, 0x00, 0x22, 0x0A, 0xC3, 0xBF, 0x2C, 0x2C, 0x3B, nil,
  ]

  /// The instructions that this machine has.
  public static let instructionSets = InstructionSet.allCases.filter(\.isSupported)

  /// Takes an input apart.
  ///
  /// 0: the separator · 1: the columns of a header that is written before the text, 0 for none ·
  /// 2: that header's line end, byte order mark, quotes and a blank line above it, and how many blocks
  /// are taken at once (the top three bits) · 3: the block size · 4: the read size · 5: the record limit · 6: the field limit · 7: the instructions (two
  /// bits) and how often the text is repeated. A 0 of the sizes and limits means a large one.
  public init(_ input: [UInt8]) {
    let setup = input.prefix(Self.setupCount).map(Int.init)
    func value(_ place: Int) -> Int { place < setup.count ? setup[place] : 0 }
    separator = Self.separators[value(0) % Self.separators.count]
    blockSize = value(3) == 0 ? 1 << 14 : value(3)
    readSize = value(4) == 0 ? .max : value(4)
    blocksAhead = 1 + value(2) >> 5
    limits = CSVLimits(
      recordBytes: value(5) == 0 ? 1 << 20 : value(5), fields: value(6) == 0 ? 4_096 : value(6))
    instructionSet = Self.instructionSets[(value(7) & 3) % Self.instructionSets.count]

    if value(1) > 0 { appendHeader(width: value(1), style: value(2)) }
    let text = input.dropFirst(Self.setupCount)
    for _ in 0...value(7) >> 2 {
      file += text
      if file.count > 1 << 14 { break }
    }
  }

  private mutating func appendHeader(width: Int, style: Int) {
    let lineEnd: [UInt8] = [[0x0A], [0x0D, 0x0A], [0x0D], [0x0A]][style & 3]
    if style & 4 != 0 { file += [0xEF, 0xBB, 0xBF] }
    if style & 8 != 0 { file += [0x20] + lineEnd }
    // A name that holds no separator but where a letter is one.
    let name: [UInt8] = style & 16 != 0 ? [0x22, 0x6E, 0x22] : [0x6E]
    for column in 0..<width {
      if column > 0 { file.append((separator.flatMap { $0 == 0x22 ? nil : $0 }) ?? 0x2C) }
      file += name
    }
    file += lineEnd
  }

  /// What the scan and libcsv read differently; `nil` if they read the same.
  public func difference() -> String? {
    difference(
      from: ReaderTranscript(of: file, separator: separator, limits: limits, engine: .libcsv))
  }

  /// What the scan reads otherwise than libcsv has read, within the reader and in blocks.
  public func difference(from expected: ReaderTranscript) -> String? {
    for blocks in [0, blocksAhead] {
      let scanned = ReaderTranscript(
        of: file, separator: separator, limits: limits, readSize: readSize, blockSize: blockSize,
        engine: .scan(instructionSet), blocksAhead: blocks)
      let wrong =
        expected.contradiction ?? scanned.contradiction ?? expected.difference(to: scanned)
      if let wrong { return "\(blocks) blocks at once: \(wrong)" }
    }
    return nil
  }
}
