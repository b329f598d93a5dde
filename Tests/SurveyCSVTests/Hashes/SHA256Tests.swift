import SurveyTestSupport
import Testing

@testable import SurveyCSV

/// The SHA-256 of a source, over its unpacked bytes.
@Suite struct SHA256Tests {
  /// The hash that a source has when it has been read to its end in small pieces.
  private func digest(_ bytes: [UInt8]) throws -> String? {
    var source = ByteSource(bytes: bytes, name: "t", maximalRead: 7)
    source.computeSHA256()
    var buffer = [UInt8](repeating: 0, count: 100)
    // SAFETY: the buffer is the array's own for the length of the closure.
    while try unsafe buffer.withUnsafeMutableBytes({ unsafe try source.read(into: $0) }) > 0 {}
    return source.sha256?.description
  }

  /// The first three are the examples of FIPS 180-4 as NIST publishes them; the others are what
  /// `sha256sum` of GNU coreutils 9.1 prints.
  @Test(
    arguments: [
      ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (Array("Hài lòng".utf8), "f19388c6f80893a83026998b9c36439e208061751146b4b86bf671fef99c3934"),
      (XXH128Tests.pattern, "0cd0bf930677960951dda8588edcb6b293c0c3b26ef3ba72cddff4ddfc6822c7"),
    ] as [([UInt8], String)])
  func agreesWithKnownVectors(bytes: [UInt8], expected: String) throws {
    #expect(try digest(bytes) == expected)
  }

  @Test func isOfTheUnpackedBytes() throws {
    let text = Array("abc".utf8)
    #expect(try digest(Compressed.gzip(text)) == digest(text))
  }

  @Test func isComputedOnlyOnRequest() {
    #expect(ByteSource(bytes: [], name: "t").sha256 == nil)
  }

  @Test func aDigestHasThirtyTwoBytes() {
    #expect(SHA256Digest(bytes: [UInt8](repeating: 1, count: 31)) == nil)
    let digits = SHA256Digest(bytes: [0, 0xFF] + [UInt8](repeating: 0x1A, count: 30))?.description
    #expect(digits == "00ff" + String(repeating: "1a", count: 30))
  }
}
