import CByteMask
import SurveyTestSupport
import Testing

@testable import SurveyCSV

/// Held against one byte, one character after the other.
@Suite struct ByteMaskTextTests {
  @Test func marksAreThoseOfEachByte() {
    var random = SeededRandom(seed: 3)
    for count in Array(0...130) + [1_000] {
      let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      var marks = [UInt64](repeating: .max, count: 3 * ((count + 63) / 64))
      // SAFETY: there are three marks for each 64 bytes.
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe marks.withUnsafeMutableBufferPointer { marks in
          unsafe cbm_mark_text(bytes.baseAddress, bytes.count, marks.baseAddress)
        }
      }
      var expected = [UInt64](repeating: 0, count: marks.count)
      for (place, byte) in bytes.enumerated() {
        let (block, bit) = (3 * (place / 64), UInt64(1) << UInt64(place % 64))
        let isLetter = UnicodeScalar(byte).properties.isAlphabetic && byte < 0x80
        if byte >= 0x80 { expected[block] |= bit }
        if byte >= 0x80 || isLetter || byte == UInt8(ascii: "?") { expected[block + 1] |= bit }
        if byte == 0x0A || byte == 0x0D { expected[block + 2] |= bit }
      }
      #expect(marks == expected, "\(count) bytes")
    }
  }

  @Test func lettersAreCountedWhereverTheyStand() {
    var letters = [UInt8](repeating: 0, count: 0x2000)
    for scalar in "áàảạâấăằêệôơớưứýỳ".unicodeScalars { letters[Int(scalar.value)] = 1 }
    var random = SeededRandom(seed: 4)
    let pieces = ["a", "á", "ớ", "ấ", "đ", "“", "ỵ", "₫", "😀", ",", "xin chào", "\u{E000}"]
    for count in Array(0...80) + [500] {
      let text = (0..<count).map { _ in random.element(of: pieces) }.joined()
      // Bad bytes are no letters.
      let bytes = Array(text.utf8) + (count % 3 == 0 ? [0xFF] : [])
      let expected = text.unicodeScalars.count { $0.value < 0x2000 && letters[Int($0.value)] == 1 }
      // SAFETY: the table has an entry for each letter.
      let found = unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe letters.withUnsafeBufferPointer { letters in
          unsafe cbm_count_letters(bytes.baseAddress, bytes.count, letters.baseAddress)
        }
      }
      #expect(found == expected, "\(text)")
    }
  }
}
