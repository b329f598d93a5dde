import CCrypto

/// The SHA-256 of some bytes (FIPS 180-4).
public struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// The number of its bytes.
  public static let length = 32

  /// Its 32 bytes.
  public let bytes: [UInt8]

  /// Creates a digest from its bytes; `nil` unless there are 32.
  public init?(bytes: [UInt8]) {
    guard bytes.count == Self.length else { return nil }
    self.bytes = bytes
  }

  /// 64 hexadecimal digits, as `sha256sum` prints them.
  public var description: String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}

/// A running SHA-256, by OpenSSL, which uses the processor's own instructions where there are any.
///
/// It costs nothing before ``begin()``.
@safe struct SHA256Stream: ~Copyable {
  /// `nil` before the beginning, and where OpenSSL has no memory, or no SHA-256, for it.
  private var state: OpaquePointer?

  init() {}

  deinit {
    // SAFETY: nothing else holds the state; `EVP_MD_CTX_free` takes a null pointer.
    unsafe EVP_MD_CTX_free(state)
  }

  /// Begins anew, with no bytes.
  mutating func begin() {
    // OpenSSL's configuration file is not read, so that what a library does depends on its
    // arguments alone.
    _ = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil)
    // SAFETY: the state is made, used and freed by this value alone.
    unsafe EVP_MD_CTX_free(state)
    unsafe state = EVP_MD_CTX_new()
    if unsafe EVP_DigestInit_ex(state, EVP_sha256(), nil) != 1 {
      unsafe EVP_MD_CTX_free(state)
      unsafe state = nil
    }
  }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let state = unsafe state else { return }
    // SAFETY: OpenSSL reads exactly `count` bytes, and only during the call.
    unsafe _ = EVP_DigestUpdate(state, bytes.baseAddress, bytes.count)
  }

  /// The digest of all bytes so far; `nil` where OpenSSL could not work.
  var digest: SHA256Digest? {
    // SAFETY: the copy is made, used and freed here; finishing it leaves the state as it is, and
    // writes the 32 bytes of a SHA-256.
    guard let state = unsafe state, let copy = unsafe EVP_MD_CTX_new() else { return nil }
    defer { unsafe EVP_MD_CTX_free(copy) }
    guard unsafe EVP_MD_CTX_copy_ex(copy, state) == 1 else { return nil }
    var bytes = [UInt8](repeating: 0, count: SHA256Digest.length)
    guard unsafe EVP_DigestFinal_ex(copy, &bytes, nil) == 1 else { return nil }
    return SHA256Digest(bytes: bytes)
  }
}
