import Glibc

/// One conversion of glibc's `iconv` into UTF-8.
@safe final class Iconv {
  /// How far a call has come, in bytes.
  struct Step {
    enum Stop { case done, incomplete, invalid, full }

    var consumed: Int
    var produced: Int
    var stop: Stop
  }

  private let handle: iconv_t

  /// `nil` where glibc does not have the encoding.
  init?(from name: String) {
    // SAFETY: both names are terminated texts for the length of the call; a failure is -1.
    guard let handle = unsafe iconv_open("UTF-8", name), Int(bitPattern: handle) != -1 else {
      return nil
    }
    unsafe self.handle = handle
  }

  deinit {
    // SAFETY: the handle is this object's own.
    unsafe _ = iconv_close(handle)
  }

  /// Converts from the front of `input` into the front of `output`.
  func convert(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Step {
    // SAFETY: iconv reads and writes within the counts that go with the two pointers, takes its
    // input as `char **` without writing to it, and keeps neither.
    var source = unsafe UnsafeMutablePointer<CChar>(
      mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self))
    var target = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
    var sourceLeft = input.count
    var targetLeft = output.count
    let result = unsafe iconv(handle, &source, &sourceLeft, &target, &targetLeft)
    var stop = Step.Stop.done
    if result == -1 {
      stop = errno == EINVAL ? .incomplete : errno == E2BIG ? .full : .invalid
    }
    return Step(
      consumed: input.count - sourceLeft, produced: output.count - targetLeft, stop: stop)
  }

  /// Ends a text: what is kept back for the next letter is written, and all state forgotten.
  func flush(into output: UnsafeMutableRawBufferPointer) -> Int {
    // SAFETY: as above; without input iconv only writes.
    var target = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
    var targetLeft = output.count
    unsafe _ = iconv(handle, nil, nil, &target, &targetLeft)
    return output.count - targetLeft
  }

  /// What one byte alone stands for; empty where it stands for nothing.
  func text(of byte: UInt8) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: 16)
    // SAFETY: the buffers are the arrays' own for the length of the calls.
    let count = unsafe output.withUnsafeMutableBytes { room in
      let step = unsafe withUnsafeBytes(of: byte) { unsafe convert($0, into: room) }
      guard step.stop == .done else {
        _ = unsafe flush(into: UnsafeMutableRawBufferPointer(rebasing: room[8...]))
        return 0
      }
      return step.produced
        + (unsafe flush(into: UnsafeMutableRawBufferPointer(rebasing: room[step.produced...])))
    }
    return Array(output[..<count])
  }
}
