import CXXHash

/// The 128-bit XXH3 of some bytes.
public struct XXH128Digest: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The upper 64 bits.
  public let high: UInt64
  /// The lower 64 bits.
  public let low: UInt64

  /// Creates a digest from its two halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The digest of an array's bytes.
  public static func of(_ bytes: [UInt8]) -> XXH128Digest {
    // SAFETY: XXH3 reads exactly `count` bytes, and only during the call.
    unsafe bytes.withUnsafeBytes { unsafe of($0) }
  }

  /// The digest of the bytes in a buffer.
  public static func of(_ bytes: UnsafeRawBufferPointer) -> XXH128Digest {
    // SAFETY: XXH3 reads exactly `count` bytes of the caller's buffer, and keeps no pointer.
    XXH128Digest(unsafe cxxh_hash128(bytes.baseAddress, bytes.count))
  }

  init(_ hash: cxxh_hash128) {
    self.init(high: hash.high, low: hash.low)
  }

  /// 32 hexadecimal digits in the canonical, big-endian order, as `xxh128sum` prints them.
  public var description: String { hexadecimal(high) + hexadecimal(low) }

  /// Orders digests as their hexadecimal descriptions are ordered.
  public static func < (left: XXH128Digest, right: XXH128Digest) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// The 64-bit XXH3, for checksums.
public enum XXH3 {
  /// The hash of an array's bytes, with seed 0.
  public static func hash64(_ bytes: [UInt8]) -> UInt64 {
    // SAFETY: XXH3 reads exactly `count` bytes, and only during the call.
    unsafe bytes.withUnsafeBytes { unsafe hash64($0) }
  }

  /// The hash of the bytes in a buffer, with seed 0.
  public static func hash64(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    // SAFETY: XXH3 reads exactly `count` bytes of the caller's buffer, and keeps no pointer.
    unsafe cxxh_hash64(bytes.baseAddress, bytes.count)
  }
}

/// A running 128-bit XXH3.
@safe package struct XXH128Stream: ~Copyable {
  /// `nil` only where the allocation of its few hundred bytes failed.
  private let state: OpaquePointer?

  package init() {
    // SAFETY: the state is made, used and freed by this value alone.
    unsafe state = cxxh_new()
  }

  deinit {
    // SAFETY: nothing else holds the state; `cxxh_free` takes a null pointer.
    unsafe cxxh_free(state)
  }

  /// Takes more bytes in.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let state = unsafe state else { return }
    // SAFETY: XXH3 reads exactly `count` bytes, and only during the call.
    unsafe cxxh_update(state, bytes.baseAddress, bytes.count)
  }

  /// The digest of the bytes so far.
  package var digest: XXH128Digest {
    guard let state = unsafe state else { return XXH128Digest.of([]) }
    // SAFETY: digesting reads the state and does not change it.
    return XXH128Digest(unsafe cxxh_digest(state))
  }
}

private func hexadecimal(_ word: UInt64) -> String {
  let digits = String(word, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
