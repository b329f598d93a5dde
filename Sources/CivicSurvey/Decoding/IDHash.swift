import SurveyCSV

/// The hash of one record's id.
struct HashedID: BitwiseCopyable, Sendable {
  let hash: UInt64
  let record: Int32
  /// A fingerprint of the record's answers, when they have been looked at.
  var answers: UInt32 = 0
}

/// A hash of an id's bytes: 64 bits, evenly spread, of short texts in a few instructions.
///
/// Whether ids come again is asked of every response, so that this runs for each of them. Up to 32
/// bytes are multiplied together two words at a time; longer ids go to XXH3.
enum IDHash {
  private static let keys: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB,
    0xD6E8_FEB8_6659_FD93, 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB
  )

  /// The hash of `count` bytes.
  ///
  /// - Precondition: `count` bytes may be read, and 8 where `hasWord`.
  @inline(__always)
  static func of(_ bytes: UnsafePointer<UInt8>, count: Int, hasWord: Bool) -> UInt64 {
    let raw = unsafe UnsafeRawPointer(bytes)
    // SAFETY: every word read lies within the bytes that may be read.
    if count > 16 {
      if count > 32 {
        return unsafe XXH3.hash64(UnsafeRawBufferPointer(start: raw, count: count))
      }
      let first = unsafe fold(word(raw, 0) ^ keys.0, word(raw, 8) ^ keys.1)
      let last = unsafe (word(raw, count - 16), word(raw, count - 8))
      return fold(first ^ last.0, last.1 ^ UInt64(truncatingIfNeeded: count) &* keys.5)
    }
    var words: (UInt64, UInt64) = (0, 0)
    if count >= 8 {
      words = unsafe (word(raw, 0), word(raw, count - 8))
    } else if hasWord, count > 0 {
      words.0 = unsafe word(raw, 0) & (.max >> UInt64(64 - 8 * count))
    } else {
      for place in 0..<count { words.0 |= unsafe UInt64(bytes[place]) << UInt64(8 * place) }
    }
    let first = fold(words.0 ^ keys.0, words.1 ^ keys.1)
    return fold(first ^ keys.4, UInt64(truncatingIfNeeded: count) ^ keys.5)
  }

  /// The hash of an array's bytes.
  static func of(_ bytes: [UInt8]) -> UInt64 {
    // SAFETY: the buffer is the array's own and is used only within the call.
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let first = buffer.baseAddress else { return joined(0, 0) }
      return unsafe of(first, count: buffer.count, hasWord: false)
    }
  }

  /// The hash of two, one after the other.
  @inline(__always)
  static func joined(_ first: UInt64, _ second: UInt64) -> UInt64 {
    fold(fold(first ^ keys.2, keys.3) ^ second, keys.5)
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawPointer, _ place: Int) -> UInt64 {
    // SAFETY: the caller answers for the eight bytes.
    UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
