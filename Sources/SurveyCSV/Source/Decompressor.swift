/// Unpacks a compressed content piece by piece, in memory that does not grow.
protocol Decompressor: AnyObject {
  /// Unpacks from the front of `input` into the front of `output`, which is not empty.
  ///
  /// What a step that fails has unpacked is not to be had: it may be what is wrong.
  /// Without progress there is room left and nothing more to come from this input.
  func step(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(DecompressionFault) -> DecompressionStep

  /// Whether the input may end where it now stands.
  var isComplete: Bool { get }
}

/// How far a step has come, in bytes.
struct DecompressionStep {
  var consumed: Int
  var produced: Int

  static let none = DecompressionStep(consumed: 0, produced: 0)
}

/// Why a content cannot be unpacked.
enum DecompressionFault: Error, Hashable {
  /// Its form or its checksum is wrong, in the library's words.
  case damaged(String)
  /// It asks for more memory than is granted.
  case windowTooLarge
  /// There is no memory.
  case outOfMemory
}
