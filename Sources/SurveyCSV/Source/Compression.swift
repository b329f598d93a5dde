/// A compression that a ``ByteSource`` unpacks.
public enum Compression: String, Sendable, CaseIterable {
  /// gzip (RFC 1952): one or more members.
  case gzip
  /// Zstandard (RFC 8878): one or more frames, skippable ones among them.
  case zstd
}

/// What is done with content that is compressed.
public enum Unpacking: Hashable, Sendable {
  /// Nothing: the bytes are served as they stand.
  case none
  /// It is unpacked, and refused where it comes to more than so many bytes.
  case upTo(UInt64)

  /// Unpacks up to 64 GiB.
  public static let standard = Unpacking.upTo(64 << 30)
}

/// What the first bytes of a content say of its compression; its name says nothing.
///
/// No signature can begin a table of text: each has a byte that is not valid UTF-8 there, or a control
/// character; bzip2's is ten characters long. Archives that hold several files (zip, and so
/// workbooks) are left to the header's check, which knows what else they may be.
enum ContentRecognition: Hashable {
  case plain
  case compressed(Compression)
  /// A compression or archive that is not unpacked here, by its name.
  case unreadable(String)

  /// The most bytes that a signature has.
  static let signatureLength = 10

  init(firstBytes: [UInt8]) {
    if firstBytes.starts(with: [0x1F, 0x8B]) {
      self = .compressed(.gzip)
    } else if firstBytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
      || firstBytes.count >= 4 && firstBytes[0] & 0xF0 == 0x50
        && firstBytes[1..<4].elementsEqual([0x2A, 0x4D, 0x18])
    {
      self = .compressed(.zstd)
    } else if let found = Self.others.first(where: { firstBytes.starts(with: $0.bytes) }) {
      self = .unreadable(found.name)
    } else {
      self = .plain
    }
  }

  private static let others: [(bytes: [UInt8], name: String)] =
    [
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7-Zip"),
      ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], "RAR"),
      ([0x04, 0x22, 0x4D, 0x18], "LZ4"),
      ([0x4C, 0x5A, 0x49, 0x50, 0x01], "lzip"),
      ([0x1F, 0x9D], "compress"),
    ] + bzip2Signatures.map { ($0, "bzip2") }

  /// `BZh`, the level, and the mark of the first block or, where there is none, of the end.
  private static let bzip2Signatures: [[UInt8]] = (UInt8(ascii: "1")...UInt8(ascii: "9")).flatMap {
    [
      [0x42, 0x5A, 0x68, $0, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59],
      [0x42, 0x5A, 0x68, $0, 0x17, 0x72, 0x45, 0x38, 0x50, 0x90],
    ]
  }
}
