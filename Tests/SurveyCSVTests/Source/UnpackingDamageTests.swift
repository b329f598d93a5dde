import SurveyTestSupport
import Testing

@testable import SurveyCSV

/// Damaged content gives an error behind bytes that are right, never other bytes.
@Suite struct UnpackingDamageTests {
  /// What the unpacker makes of a content, without the thread.
  private func unpacked(
    _ packed: [UInt8], as format: Compression
  ) throws -> (bytes: [UInt8], error: ByteSourceError?) {
    let raw = RawBytes(
      .memory(packed, errorAtEnd: nil), name: "t", size: packed.count)
    let unpacker = try Unpacker(raw, format: format, limit: 1 << 20)
    var buffer = [UInt8](repeating: 0, count: 4096)
    var bytes: [UInt8] = []
    while true {
      // SAFETY: the buffer is the array's own for the length of the closure.
      let block = unsafe buffer.withUnsafeMutableBytes {
        unsafe unpacker.fill($0) { false }
      }
      bytes += buffer[..<block.count]
      switch block.ending {
      case .end: return (bytes, nil)
      case .failure(let error): return (bytes, error)
      case nil: #expect(block.count == buffer.count)
      }
    }
  }

  @Test(arguments: Compression.allCases)
  func everyTruncationIsToldBehindWhatIsRight(format: Compression) {
    let member = Compressed.bytes(Sample.text, as: format)
    let packed = member + member
    // Fewer bytes are not yet known to be compressed.
    for count in (format == .gzip ? 2 : 4)..<packed.count where count != member.count {
      let drained = Drained(Array(packed[..<count]), readSize: 11)
      #expect((Sample.text + Sample.text).starts(with: drained.bytes), "\(count)")
      #expect(drained.error?.code == .compressedTruncated, "\(count)")
      #expect(drained.error?.format == format.rawValue)
      if count > member.count { #expect(drained.bytes.starts(with: Sample.text), "\(count)") }
    }
  }

  /// Of zstd this holds for frames with a checksum; the length of a skippable one has no guard.
  @Test(arguments: Compression.allCases)
  func everyOtherByteIsHarmlessOrAnError(format: Compression) throws {
    let packed = Compressed.bytes(Sample.text, as: format)
    var errors = 0
    for index in packed.indices {
      var damaged = packed
      for value in UInt8.min...UInt8.max where value != packed[index] {
        damaged[index] = value
        let (bytes, error) = try unpacked(damaged, as: format)
        if error == nil {
          #expect(bytes == Sample.text, "\(index): \(value)")
        } else {
          errors += 1
        }
      }
    }
    #expect(errors > 200 * packed.count / 2)
  }

  /// Whatever an error takes away, what came before it has been given out.
  @Test(arguments: Compression.allCases)
  func anErrorComesBehindWhatCouldBeUnpacked(format: Compression) {
    let content = Sample.lines(byteCount: 1_200_000)
    let packed = Compressed.bytes(content, as: format)
    let drained = Drained(Array(packed[..<(packed.count * 9 / 10)]))
    #expect(drained.error?.code == .compressedTruncated)
    #expect(drained.bytes.count > content.count * 3 / 4)
    #expect(content.starts(with: drained.bytes))
  }

  @Test func aChecksumThatIsWrongIsDamage() {
    for format in Compression.allCases {
      var packed = Compressed.bytes(Sample.text, as: format)
      // The length that ends a gzip member comes behind its checksum.
      packed[packed.count - (format == .gzip ? 5 : 1)] ^= 1
      let drained = Drained(packed)
      #expect(Sample.text.starts(with: drained.bytes))
      #expect(drained.error?.code == .compressedDamaged)
      #expect(drained.error?.reason.isEmpty == false)
    }
  }

  @Test func aReadThatFailsIsToldAsSuch() {
    let packed = Compressed.gzip(Sample.text)
    let drained = Drained(
      ByteSource(
        bytes: Array(packed[..<(packed.count - 3)]), name: "t", maximalRead: 9, errorAtEnd: 5,
        cancellation: nil))
    #expect(drained.bytes == Sample.text)
    #expect(drained.error?.code == .readFailed)
    #expect(drained.error?.errorNumber == 5)
  }

  /// 1 GiB of zeros, as members of 1 MiB each.
  @Test(arguments: Compression.allCases)
  func aBombStopsAtTheLimit(format: Compression) {
    let member = Compressed.bytes([UInt8](repeating: 0, count: 1 << 20), as: format)
    let count = 1024
    var bomb: [UInt8] = []
    for _ in 0..<count { bomb += member }
    let drained = Drained(
      ByteSource(bytes: bomb, name: "t", maximalRead: member.count, unpacking: .upTo(1 << 20)))
    #expect(drained.bytesRead == 1 << 20)
    #expect(drained.error?.code == .expandedTooLarge)
    #expect(drained.rawBytesRead <= UInt64(2 * member.count))
  }
}
