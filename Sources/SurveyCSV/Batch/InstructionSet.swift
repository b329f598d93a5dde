import CByteMask

/// The machine instructions that the scan uses; all give the same result.
public enum InstructionSet: String, Sendable, CaseIterable {
  /// 64-bit words, anywhere.
  case portable
  /// x86-64, always there.
  case sse2
  /// x86-64 with AVX2, BMI and carry-less multiplication.
  case avx2
  /// x86-64 with AVX-512 F, BW and VBMI2.
  case avx512
  /// 64-bit ARM.
  case neon

  /// Whether this machine has them.
  public var isSupported: Bool { cbm_supported(code) }

  /// The fastest that this machine has.
  public static let best: InstructionSet =
    switch cbm_best() {
    case CBM_AVX512: .avx512
    case CBM_AVX2: .avx2
    case CBM_SSE2: .sse2
    case CBM_NEON: .neon
    default: .portable
    }

  /// The number that the C side knows it by.
  var code: cbm_isa {
    switch self {
    case .portable: CBM_PORTABLE
    case .sse2: CBM_SSE2
    case .avx2: CBM_AVX2
    case .avx512: CBM_AVX512
    case .neon: CBM_NEON
    }
  }
}
