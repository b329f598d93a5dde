import FuzzCases

/// What libFuzzer calls with each input; ends the process where a validator is wrong.
@c(LLVMFuzzerTestOneInput)
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  // SAFETY: libFuzzer passes `count` bytes, which stay until this function returns.
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  if let difference = TextCase.difference(input) { fatalError(difference) }
  return 0
}
