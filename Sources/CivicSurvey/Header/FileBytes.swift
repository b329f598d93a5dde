import SurveyCSV

/// Reads the bytes of a small file at once.
public enum FileBytes {
  /// The bytes of a file as they stand, compressed or not, at most `limit`; `-` is standard input.
  ///
  /// - Throws: ``ByteSourceError``.
  public static func read(_ path: String, limit: Int = .max) throws(ByteSourceError) -> [UInt8] {
    var source = try ByteSource(path: path, unpacking: .none)
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let piece = try source.nextBytes(min(64 << 10, limit - bytes.count))
      if piece.isEmpty { break }
      bytes += piece
    }
    return bytes
  }

  /// The bytes of a file, of which no more are read than it takes to see that it does not begin so.
  ///
  /// - Throws: ``ByteSourceError``.
  package static func read(
    _ path: String, beginningWith first: [UInt8]
  ) throws(ByteSourceError) -> [UInt8]? {
    var source = try ByteSource(path: path, unpacking: .none)
    var bytes = try source.nextBytes(first.count)
    guard bytes == first else { return nil }
    while true {
      let piece = try source.nextBytes(64 << 10)
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }

  /// The hash of a whole file as it stands, of any size.
  ///
  /// - Throws: ``ByteSourceError``.
  package static func digest(of path: String) throws(ByteSourceError) -> XXH128Digest {
    var source = try ByteSource(path: path, unpacking: .none)
    while try !source.nextBytes(64 << 10).isEmpty {}
    return source.digest
  }
}

extension ByteSource {
  /// Reads until `count` bytes are there or the source ends.
  mutating func nextBytes(_ count: Int) throws(ByteSourceError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      var failure: ByteSourceError?
      // SAFETY: the buffer is the array's own, from `filled` to its end.
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        do throws(ByteSourceError) {
          return unsafe try self.read(
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
        } catch {
          failure = error
          return 0
        }
      }
      if let failure { throw failure }
      if got == 0 { break }
      filled += got
    }
    bytes.removeLast(count - filled)
    return bytes
  }
}
