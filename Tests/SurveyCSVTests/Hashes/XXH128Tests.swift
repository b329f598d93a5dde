import Testing

@testable import SurveyCSV

/// The expected values are what `xxh128sum` and `xxhsum -H3` of xxHash 0.8.1 print.
@Suite struct XXH128Tests {
  static let pattern = (0..<10_000).map { UInt8($0 % 251) }

  @Test(
    arguments: [
      ([], "99aa06d3014798d86001c324468d497f", 0x2D06_8005_38D3_94C2),
      (Array("a".utf8), "a96faf705af16834e6c632b61e964e1f", 0xE6C6_32B6_1E96_4E1F),
      (Array("Hài lòng".utf8), "7f88fe11554cf49d12efa0826024f012", 0x8268_0807_21D4_5F6A),
      (pattern, "89dec82a789965e61cb3abee1c2fc1c4", 0x1CB3_ABEE_1C2F_C1C4),
    ] as [([UInt8], String, UInt64)])
  func agreesWithItsOwnTool(bytes: [UInt8], digest: String, hash64: UInt64) throws {
    #expect(XXH128Digest.of(bytes).description == digest)
    #expect(XXH3.hash64(bytes) == hash64)
    var source = ByteSource(bytes: bytes, name: "t", maximalRead: 7)
    var buffer = [UInt8](repeating: 0, count: 100)
    // SAFETY: the buffer is the array's own for the length of the closure.
    while try unsafe buffer.withUnsafeMutableBytes({ unsafe try source.read(into: $0) }) > 0 {}
    let (streamed, bytesRead) = (source.digest, source.bytesRead)
    #expect(streamed.description == digest)
    #expect(bytesRead == UInt64(bytes.count))
  }

  @Test func ordersAsItsDigitsDo() {
    let digests = [
      XXH128Digest(high: 0, low: 10), XXH128Digest(high: 0, low: 9), XXH128Digest(high: 1, low: 0),
    ]
    #expect(digests.sorted().map(\.description) == digests.map(\.description).sorted())
  }
}
