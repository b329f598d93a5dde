import CByteMask
import SurveyCSV

/// Whether the validator of every instruction set takes for UTF-8 what the standard library does.
public enum TextCase {
  private static let versions: [cbm_isa] = [
    CBM_PORTABLE, CBM_SSE2, CBM_AVX2, CBM_AVX512, CBM_NEON,
  ].filter { cbm_supported($0) }

  /// The version that disagrees about bytes and where they are moved to; `nil` if none does.
  ///
  /// The first byte of an input chooses how much of the rest is left out at its beginning, so that
  /// the same text comes to lie at every place in a vector.
  public static func difference(_ input: [UInt8]) -> String? {
    guard let first = input.first else { return nil }
    let bytes = Array(input.dropFirst())
    let start = min(Int(first & 63), bytes.count)
    let isText = String(validating: bytes[start...], as: UTF8.self) != nil
    // SAFETY: the validator reads from `start` to the array's end and keeps no pointer.
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      for version in versions {
        let part = unsafe UnsafeBufferPointer(rebasing: buffer[start...])
        let found = unsafe cbm_is_utf8(version, part.baseAddress, part.count)
        if found != isText { return "version \(version.rawValue): \(found), not \(isText)" }
      }
      return nil
    }
  }
}
