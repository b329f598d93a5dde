/// The bytes that a run has come through.
public struct RunProgress: Sendable {
  /// The bytes read, compressed ones as they stand.
  public let bytesRead: Int
  /// The bytes that there are, likewise; `nil` where a source does not say.
  public let totalBytes: Int?
}
