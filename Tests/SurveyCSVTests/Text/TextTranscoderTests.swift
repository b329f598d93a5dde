import SurveyTestSupport
import Testing

@testable import SurveyCSV

@Suite struct TextTranscoderTests {
  private static let decoded = TextEncoding.allCases.filter { $0 != .utf8 }

  /// Bytes that are likely to be letters, pairs, surrogates and line ends.
  private static func soup(_ count: Int, seed: UInt64, _ encoding: TextEncoding) -> [UInt8] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { place in
      let draw = UInt8(truncatingIfNeeded: random.next())
      switch random.next() % 8 {
      case 0: return draw
      case 1: return [0x0A, 0x0D, 0x2C, 0x22][Int(draw) % 4]
      case 2: return encoding.isUTF16 ? 0xD8 | draw & 7 : Array("aeouyAEOUY".utf8)[Int(draw) % 10]
      case 3, 4: return encoding.isUTF16 && place % 2 == 1 ? 0 : draw | 0xC0
      case 5: return encoding.isUTF16 ? 0x1E : [0xF4, 0xF6, 0xD4, 0xD6][Int(draw) % 4]
      default: return draw & 0x7F
      }
    }
  }

  private static func text(
    _ bytes: [UInt8], _ encoding: TextEncoding, inputSize: Int, pieceSize: Int, roomSize: Int
  ) throws -> [UInt8] {
    let transcoder = try #require(TextTranscoder(encoding, inputSize: inputSize))
    var rest = bytes[...]
    var result: [UInt8] = []
    var room = [UInt8](repeating: 0, count: roomSize)
    while true {
      // SAFETY: the room is the array's own, and no more is copied than it and the rest hold.
      let count = try unsafe room.withUnsafeMutableBytes { buffer in
        try unsafe transcoder.read(into: buffer) { input throws(ByteSourceError) in
          let count = min(pieceSize, input.count, rest.count)
          unsafe input.copyBytes(from: rest.prefix(count))
          rest = rest.dropFirst(count)
          return count
        }
      }
      if count == 0 { return result }
      result += room[..<count]
    }
  }

  @Test(arguments: decoded)
  func noBorderShows(_ encoding: TextEncoding) throws {
    for seed in 1...6 as ClosedRange<UInt64> {
      let bytes = Self.soup(500 + Int(seed), seed: seed, encoding)
      let whole = TextTranscoder.text(of: bytes, encoding)
      for size in [4, 5, 6, 7, 8, 9, 16, 63, 64, 1000] {
        for (piece, room) in [(1, 1), (2, 3), (3, 1000), (1000, 5)] {
          let text = try Self.text(
            bytes, encoding, inputSize: size, pieceSize: piece, roomSize: room)
          #expect(text == whole, "seed \(seed), input \(size), pieces \(piece), room \(room)")
        }
      }
    }
  }

  /// A place in the text is found in the source: at every line end, and at the end.
  @Test(arguments: decoded)
  func lengthsInTheSourceAreExact(_ encoding: TextEncoding) {
    let length = SourceLength(encoding)
    for seed in 1...20 as ClosedRange<UInt64> {
      let bytes = Self.soup(600, seed: seed, encoding)
      let text = TextTranscoder.text(of: bytes, encoding)
      #expect(length.of(text, 0..<text.count) == bytes.count, "seed \(seed)")
      let unit = encoding.isUTF16 ? 2 : 1
      let lineEnds = stride(from: 0, to: bytes.count, by: unit).filter { place in
        switch encoding {
        case .utf16LE: bytes[place] == 0x0A && bytes[place + 1] == 0
        case .utf16BE: bytes[place] == 0 && bytes[place + 1] == 0x0A
        default: bytes[place] == 0x0A
        }
      }
      let found = text.indices.filter { text[$0] == 0x0A }.map { length.of(text, 0..<$0) }
      #expect(found == lineEnds, "seed \(seed)")
    }
  }

  /// Long stretches of one kind, at every offset and length.
  @Test func longStretchesAreCountedToo() {
    let length = SourceLength(.tcvn3)
    let wide = SourceLength(.utf16LE)
    let text = Array(String(repeating: "ế😀a", count: 1500).utf8)
    for start in [0, 8, 16] {
      for end in [start, start + 8, start + 2048, start + 8 * 1200, text.count] {
        let characters = String(decoding: text[start..<end], as: UTF8.self)
        #expect(length.of(text, start..<end) == characters.unicodeScalars.count)
        #expect(wide.of(text, start..<end) == 2 * characters.utf16.count)
      }
    }
  }

  /// Against the standard library, for whatever is valid; lone halves stay bad bytes.
  @Test(arguments: [TextEncoding.utf16LE, .utf16BE])
  func utf16IsWhatTheStandardLibraryReads(_ encoding: TextEncoding) {
    for seed in 1...40 as ClosedRange<UInt64> {
      let bytes = Self.soup(400, seed: seed, encoding)
      let units = stride(from: 0, to: bytes.count, by: 2).map { place in
        encoding == .utf16LE
          ? UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
          : UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1])
      }
      var expected: [UInt8] = []
      var parser = Unicode.UTF16.ForwardParser()
      var iterator = units.makeIterator()
      var place = 0
      loop: while true {
        switch parser.parseScalar(from: &iterator) {
        case .valid(let encoded):
          place += encoded.count
          expected += Array(String(Unicode.UTF16.decode(encoded)).utf8)
        case .error(let length):
          for unit in units[place..<place + length] {
            expected += [
              0xE0 | UInt8(unit >> 12), 0x80 | UInt8(unit >> 6 & 0x3F), 0x80 | UInt8(unit & 0x3F),
            ]
          }
          place += length
        case .emptyInput: break loop
        }
      }
      #expect(TextTranscoder.text(of: bytes, encoding) == expected, "seed \(seed)")
    }
  }

  @Test func whatIsCutAtTheEndIsBad() {
    #expect(TextTranscoder.text(of: [0x61, 0, 0x62], .utf16LE) == [0x61, 0xFF])
    #expect(TextTranscoder.text(of: [0x3D, 0xD8], .utf16LE) == [0xED, 0xA0, 0xBD])
    #expect(TextTranscoder.text(of: [0x3D, 0xD8, 0x0A], .utf16LE) == [0xED, 0xA0, 0xBD, 0xFF])
    // 😀
    #expect(
      TextTranscoder.text(of: [0xD8, 0x3D, 0xDE, 0x00], .utf16BE) == Array("😀".utf8))
  }

  /// A mark without its letter, or behind a letter that it does not go with, is no text.
  @Test func lonelyMarksOfVNIAreBad() {
    #expect(TextTranscoder.text(of: [0xF9], .vni) == [0xFF])
    #expect(TextTranscoder.text(of: [0x62, 0xF9], .vni) == [0x62, 0xFF])
    #expect(TextTranscoder.text(of: [0x61, 0xF9, 0xF9], .vni) == Array("á".utf8) + [0xFF])
    #expect(TextTranscoder.text(of: [0x65, 0xEA], .vni) == [0x65, 0xFF])
    // The form for capitals behind a small letter and the other way round.
    #expect(TextTranscoder.text(of: [0x61, 0xD9, 0x41, 0xF9], .vni) == Array("áÁ".utf8))
  }

  @Test(arguments: decoded)
  func hashAndCountAreThoseOfTheSource(_ encoding: TextEncoding) throws {
    let bytes = Self.soup(100_000, seed: 7, encoding)
    var source = ByteSource(bytes: bytes, name: "t", maximalRead: 777)
    #expect(Array(try source.firstBytes(50)) == Array(bytes[..<50]))
    #expect(source.bytesRead == 0)
    try source.decode(from: encoding)
    let drained = Drained(source, readSize: 1001)
    #expect(drained.bytes == TextTranscoder.text(of: bytes, encoding))
    #expect(drained.digest == XXH128Digest.of(bytes))
    #expect(drained.bytesRead == UInt64(bytes.count))
  }

  @Test func aFailureComesBehindWhatWasLookedAt() throws {
    var source = ByteSource(
      bytes: Array("abc".utf8), name: "t", maximalRead: 2, errorAtEnd: 5, cancellation: nil)
    #expect(Array(try source.firstBytes(100)) == Array("abc".utf8))
    let drained = Drained(source)
    #expect(drained.bytes == Array("abc".utf8))
    #expect(drained.error?.code == .readFailed)
  }

  /// The reader gives the same records and the places of the source, by both engines.
  @Test(arguments: [TextEncoding.utf16LE, .utf16BE, .vni, .tcvn3, .windows1258])
  func placesAreThoseOfTheSource(_ encoding: TextEncoding) throws {
    let letter: [UInt8] =
      switch encoding {
      case .utf16LE: [0x01, 0x1E]
      case .utf16BE: [0x1E, 0x01]
      case .vni: [0x61, 0xF9]
      case .tcvn3: [0xB8]
      default: [0x61, 0xEC]
      }
    func coded(_ text: String) -> [UInt8] {
      text.utf8.flatMap { byte -> [UInt8] in
        if byte == UInt8(ascii: "*") { return letter }
        return encoding == .utf16LE ? [byte, 0] : encoding == .utf16BE ? [0, byte] : [byte]
      }
    }
    let lines = [
      "h,*\n", "*,*b\r\n", "\"*\n\",x\n", "*,*,*\n", "*,\"*\"\"*\"\n", "*,a\"b\n", "*,*",
    ]
    let bytes = lines.flatMap(coded)
    var places: [UInt64] = []
    for line in lines { places.append((places.last ?? 0) + UInt64(coded(line).count)) }
    for engine in [RecordReader.Engine.best, .libcsv] {
      for blockSize in [1, 7, 4096] {
        var source = ByteSource(bytes: bytes, name: "t")
        try source.decode(from: encoding)
        var reader = try RecordReader(source, blockSize: blockSize, engine: engine)
        var batch = RecordBatch()
        var found: [UInt64] = []
        while try reader.next(into: &batch) {
          batch.locateRecords()
          found += (0..<batch.recordCount).map { batch.byteOffset(of: $0) }
          found += batch.faults.map(\.byteOffset)
        }
        #expect(found.sorted() == Array(places.dropLast()), "\(engine) \(blockSize)")
      }
    }
  }
}
