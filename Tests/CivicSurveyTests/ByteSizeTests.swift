import Testing

@testable import CivicSurvey

@Suite struct ByteSizeTests {
  @Test(
    arguments: [
      ("64GiB", 68_719_476_736), ("500MB", 500_000_000), ("1000", 1000), ("1 kib", 1024),
      ("7B", 7), ("2tib", 2_199_023_255_552), ("3kB", 3000), ("18446744073709551615", .max),
    ] as [(String, UInt64)])
  func reads(text: String, bytes: UInt64) {
    #expect(ByteSize.bytes(text) == bytes)
  }

  @Test(arguments: [
    "", "GiB", "0", "-1", "1.5GB", "1,000", "64 G", "5 GiB x", "18446744073709551616",
    "17000000TiB", "٣MB", "1e9",
  ])
  func refuses(text: String) {
    #expect(ByteSize.bytes(text) == nil)
  }

  @Test(
    arguments: [
      (68_719_476_736, "64 GiB"), (500_000_000, "500 MB"), (1001, "1001 B"), (0, "0 B"),
      (1024, "1 KiB"), (1 << 20, "1 MiB"), (1000, "1 kB"),
    ] as [(UInt64, String)])
  func writes(bytes: UInt64, text: String) {
    #expect(ByteSize.text(bytes) == text)
    #expect(ByteSize.bytes(text) == (bytes == 0 ? nil : bytes))
  }
}
