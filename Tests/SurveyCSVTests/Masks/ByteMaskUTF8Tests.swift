import CByteMask
import SurveyTestSupport
import Testing

/// The check for UTF-8 against the standard library's, in every version.
@Suite struct ByteMaskUTF8Tests {
  /// Whether all versions agree with the standard library about the bytes from `start` on.
  private func agrees(_ bytes: [UInt8], count: Int) -> Bool {
    // SAFETY: the pointer is used within the closure, and `count` is at most the array's.
    unsafe bytes.withUnsafeBufferPointer { buffer in
      let part = unsafe UnsafeBufferPointer(rebasing: buffer[..<count])
      let expected = unsafe String(validating: part, as: UTF8.self) != nil
      for version in byteMaskVersions
      where unsafe cbm_is_utf8(version, buffer.baseAddress, count) != expected {
        return false
      }
      return true
    }
  }

  #if DEBUG
    /// Of third bytes the borders of all classes that the standard distinguishes, and of first bytes
    /// one that is ASCII, to save time; a release build tries them all.
    private let firsts = [UInt8](0x7F...0xFF)
    private let thirds: [UInt8] = [
      0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xF0, 0xFF,
    ]
  #else
    private let firsts = [UInt8](0...255)
    private let thirds = [UInt8](0...255)
  #endif

  @Test func everyShortSequence() {
    var wrong: [[UInt8]] = []
    var bytes: [UInt8] = [0, 0, 0]
    for first in UInt8.min...UInt8.max {
      bytes[0] = first
      if !agrees(bytes, count: 1) { wrong.append([first]) }
      for second in UInt8.min...UInt8.max {
        bytes[1] = second
        if !agrees(bytes, count: 2) { wrong.append([first, second]) }
      }
    }
    for first in firsts {
      bytes[0] = first
      for second in UInt8.min...UInt8.max {
        bytes[1] = second
        for third in thirds {
          bytes[2] = third
          if !agrees(bytes, count: 3) { wrong.append(bytes) }
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(10))")
  }

  /// The Unicode Standard, table 3-7: both sides of every border, and characters that are whole.
  private static let borders: [[UInt8]] = [
    [0x7F], [0x80], [0xBF], [0xC1, 0xBF], [0xC2, 0x80], [0xDF, 0xBF], [0xC0, 0x80],
    [0xE0, 0x9F, 0xBF], [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
    [0xED, 0xBF, 0xBF], [0xEE, 0x80, 0x80], [0xEF, 0xBF, 0xBF], [0xE1, 0xBA, 0xBF],
    [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80], [0xF3, 0xBF, 0xBF, 0xBF],
    [0xF4, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
    [0xF8, 0x88, 0x80, 0x80], [0xFF, 0xBF, 0xBF, 0xBF], [0xF0, 0x9F, 0x98, 0x80],
    [0xF0, 0x9F, 0x98, 0x41], [0xF0, 0x9F, 0x98, 0xC2], [0xE1, 0xBA, 0x41], [0xE1, 0xBA, 0xE1],
    [0xC3, 0x80, 0x80], [0xE1, 0xBA, 0xBF, 0x80], [0xF0, 0x9F, 0x98, 0x80, 0x80],
  ]

  @Test(arguments: [16, 32, 64, 128])
  func everySequenceAtEveryPlaceRoundABorder(border: Int) {
    for sequence in Self.borders {
      for start in (border - 5)...(border + 1) {
        for isASCII in [true, false] {
          // Before it and after it stands ASCII, or characters of two bytes.
          let odd: [UInt8] = isASCII ? [0x61] : [0xC3]
          let even: [UInt8] = isASCII ? [0x61] : [0xA1]
          var bytes = (0..<start).map { (start - $0) % 2 == 0 ? odd[0] : even[0] }
          if !isASCII && start % 2 == 1 { bytes[0] = 0x61 }
          bytes += sequence
          let end = bytes.count
          for _ in 0..<40 { bytes += odd + even }
          // Cut off within it too: what stands behind must not be seen.
          for count in [bytes.count] + Array(start...end) where !agrees(bytes, count: count) {
            Issue.record("\(sequence) at \(start) of \(count) bytes, ASCII: \(isASCII)")
          }
        }
      }
    }
  }

  @Test func textWithAWrongByte() {
    let text = [UInt8](
      "Cán bộ hướng dẫn tận tình, thủ tục nhanh gọn 👍. Waiting was long, but \u{800}\u{D7FF}".utf8)
    var random = SeededRandom(seed: 2)
    var intact = 0
    for _ in 0..<20_000 {
      let start = Int(random.next() % 8)
      var bytes = Array(text[start...] + text + text[..<Int(random.next() % 64)])
      if random.next() % 4 != 0 {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      } else {
        intact += 1
      }
      if !agrees(bytes, count: bytes.count) {
        Issue.record("\(bytes)")
        return
      }
    }
    #expect(intact > 4000)
  }

  @Test func noBytesAreUTF8() {
    #expect(agrees([0x80], count: 0))
  }
}
