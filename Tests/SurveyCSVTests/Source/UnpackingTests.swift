import SurveyTestSupport
import Testing

@testable import SurveyCSV

@Suite struct UnpackingTests {
  @Test(arguments: Compression.allCases, [1, 2, 7, 1 << 20])
  func givesWhatWasCompressed(format: Compression, readSize: Int) {
    let packed = Compressed.bytes(Sample.text, as: format)
    for rawRead in [1, 3, Int.max] {
      let drained = Drained(
        ByteSource(bytes: packed, name: "t", maximalRead: rawRead), readSize: readSize)
      #expect(drained.bytes == Sample.text)
      #expect(drained.error == nil)
      #expect(drained.compression == format)
      #expect(drained.digest == XXH128Digest.of(Sample.text))
      #expect(drained.bytesRead == UInt64(Sample.text.count))
      #expect(drained.rawBytesRead == UInt64(packed.count))
    }
  }

  /// Several rounds of all three blocks.
  @Test(arguments: Compression.allCases)
  func givesAllOfALongContent(format: Compression) {
    let content = Sample.lines(byteCount: 2_500_000)
    for readSize in [10_007, 1 << 22] {
      let drained = Drained(Compressed.bytes(content, as: format), readSize: readSize)
      #expect(drained.bytes == content)
      #expect(drained.error == nil)
    }
  }

  @Test(arguments: Compression.allCases)
  func emptyContentIsEmpty(format: Compression) {
    let drained = Drained(Compressed.bytes([], as: format))
    #expect(drained.bytes.isEmpty)
    #expect(drained.error == nil)
    #expect(drained.compression == format)
  }

  @Test(arguments: Compression.allCases)
  func oneAfterAnotherAreOneContent(format: Compression) {
    let pieces = [Sample.text, [], Array("4,5\n".utf8), Sample.text]
    let packed = pieces.flatMap { Compressed.bytes($0, as: format) }
    for rawRead in [1, 5, Int.max] {
      let drained = Drained(ByteSource(bytes: packed, name: "t", maximalRead: rawRead))
      #expect(drained.bytes == pieces.flatMap { $0 })
      #expect(drained.error == nil)
    }
  }

  @Test func skipsFramesWithoutContent() {
    let frame = Compressed.zstd(Sample.text)
    let skipped = Compressed.skippableFrame(Array("ghi chú".utf8), kind: 15)
    for packed in [skipped + frame, frame + skipped + skipped + frame, skipped] {
      let drained = Drained(packed, readSize: 3)
      let count = packed.count / frame.count
      #expect(drained.bytes == (0..<count).flatMap { _ in Sample.text })
      #expect(drained.error == nil)
      #expect(drained.compression == .zstd)
    }
  }

  @Test func zerosMayFollowGzipAndNothingElse() {
    let packed = Compressed.gzip(Sample.text)
    let padded = Drained(packed + [UInt8](repeating: 0, count: 70_000))
    #expect(padded.bytes == Sample.text)
    #expect(padded.error == nil)
    for rest in [[1], [0, 0, 1], Array("x,y\n".utf8), [0] + packed, Compressed.zstd([1])] {
      let drained = Drained(packed + rest)
      #expect(drained.bytes == Sample.text)
      #expect(drained.error?.code == .compressedDamaged)
    }
  }

  @Test func nothingMayFollowZstd() {
    let packed = Compressed.zstd(Sample.text)
    // The last is a frame of zstd 0.7, which libzstd may know.
    let rests: [[UInt8]] = [
      [0], Array("x,y,z\n".utf8), Array(packed[1...]), [0x27, 0xB5, 0x2F, 0xFD, 0, 0],
    ]
    for rest in rests {
      let drained = Drained(packed + rest)
      #expect(drained.bytes == Sample.text)
      #expect(drained.error?.code == .compressedDamaged)
    }
  }

  @Test func aWindowMayHave8MiBAndNoMore() {
    #expect(Drained(Compressed.zstd(Sample.text, windowLog: 23)).bytes == Sample.text)
    for rawRead in [1, Int.max] {
      let drained = Drained(
        ByteSource(
          bytes: Compressed.zstd(Sample.text, windowLog: 24), name: "t", maximalRead: rawRead))
      #expect(drained.bytes.isEmpty)
      #expect(drained.error?.code == .windowTooLarge)
    }
  }

  @Test(arguments: Compression.allCases)
  func theLimitIsExact(format: Compression) {
    let packed = Compressed.bytes(Sample.text, as: format)
    let count = UInt64(Sample.text.count)
    #expect(Drained(packed, unpacking: .upTo(count)).error == nil)
    for limit in [count - 1, 1, 0] {
      let drained = Drained(packed, unpacking: .upTo(limit))
      #expect(drained.bytes == Array(Sample.text[..<Int(limit)]))
      #expect(drained.error?.code == .expandedTooLarge)
      #expect(drained.error?.limit == limit)
      #expect(drained.error?.format == format.rawValue)
    }
    #expect(Drained(Sample.text, unpacking: .upTo(1)).bytes == Sample.text)
  }

  @Test func leavesPackedWhatItIsToldTo() {
    let packed = Compressed.gzip(Sample.text)
    let drained = Drained(packed, unpacking: .none)
    #expect(drained.bytes == packed)
    #expect(drained.compression == nil)
  }

  @Test(
    arguments: [
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0, 4], "xz"),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7-Zip"),
      (Array("BZh91AY&SY".utf8), "bzip2"),
      ([0x42, 0x5A, 0x68, 0x39, 0x17, 0x72, 0x45, 0x38, 0x50, 0x90], "bzip2"),
      (Array("Rar!\u{1A}\u{7}".utf8), "RAR"), ([0x04, 0x22, 0x4D, 0x18], "LZ4"),
      (Array("LZIP\u{1}".utf8), "lzip"), ([0x1F, 0x9D, 0x90], "compress"),
    ] as [([UInt8], String)])
  func namesWhatItCannotUnpack(bytes: [UInt8], name: String) {
    let drained = Drained(ByteSource(bytes: bytes + [0, 1], name: "t", maximalRead: 1))
    #expect(drained.bytes.isEmpty)
    #expect(drained.error?.code == .unknownCompression)
    #expect(drained.error?.format == name)
  }

  @Test(arguments: ["", "B", "BZh9,LZIP,7z,P*M\n", "Rar!,PK\n", "P*M\n"])
  func textStaysText(text: String) {
    for readSize in [1, 100] {
      let drained = Drained(
        ByteSource(bytes: Array(text.utf8), name: "t", maximalRead: readSize))
      #expect(drained.bytes == Array(text.utf8))
      #expect(drained.compression == nil)
      #expect(drained.error == nil)
    }
  }

  @Test(arguments: Compression.allCases)
  func recordsAreThoseOfThePlainFile(format: Compression) throws {
    let content = Sample.lines(byteCount: 40_000)
    let plain = try Transcript(reading: content)
    let packed = Compressed.bytes(content, as: format)
    for (readSize, blockSize) in [(1 << 20, 256 << 10), (1000, 999)] {
      let unpacked = try Transcript(reading: packed, readSize: readSize, blockSize: blockSize)
      #expect(unpacked.events == plain.events)
      #expect(unpacked.digest == plain.digest)
      #expect(unpacked.bytesRead == plain.bytesRead)
      #expect(unpacked.lineCount == plain.lineCount)
    }
  }
}
