import CMalloc

/// How memory is got from the system.
enum Memory {
  /// Arrays up to so many bytes are got from what others gave back, and not from the system, which
  /// clears each page of them; larger ones are given back as soon as nobody needs them.
  ///
  /// Left alone, the C library moves this limit up to the largest array that it has seen go.
  private static let largestKept: Int32 = 512 << 10

  /// Says so to the C library, and gives back what only the program's start has needed.
  static func prepare() {
    civic_forget_relocations()
    _ = mallopt(M_MMAP_THRESHOLD, largestKept)
    _ = mallopt(M_TRIM_THRESHOLD, 8 * largestKept)
  }
}
