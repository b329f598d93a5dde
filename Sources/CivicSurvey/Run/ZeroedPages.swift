import Glibc

/// Memory that begins as zeros and grows at its end without ever being moved.
///
/// It is asked of the system in segments of 2 MiB, whose pages are made at once: a table of hashes
/// comes to all of them, and each would be a fault. Only the first segment waits for its pages to be
/// used: a small table has but a few. (Huge pages save another 5 ns an id where the machine has them
/// ready; on a virtual one, which gives them back when they are free, they cost up to 50.)
@safe struct ZeroedPages: ~Copyable {
  /// The words of a segment: a power of two.
  static let segmentWords = 1 << 18
  private static let segmentBytes = segmentWords * MemoryLayout<UInt64>.size

  // SAFETY: as many segments as ``count`` says, each mapped and owned by this value alone; there is
  // room for ``room`` of them.
  private var segments: UnsafeMutablePointer<UnsafeMutablePointer<UInt64>>
  private var count = 0
  private var room = 16

  init() { unsafe segments = .allocate(capacity: room) }

  deinit {
    // SAFETY: nobody uses the segments any more.
    for number in 0..<count { unsafe munmap(segments[number], Self.segmentBytes) }
    unsafe segments.deallocate()
  }

  /// The place of a word.
  ///
  /// - Precondition: there are more words than `number`, which is not negative.
  @inline(__always)
  subscript(_ number: Int) -> UnsafeMutablePointer<UInt64> {
    // SAFETY: the caller answers for the number.
    let place = UInt(bitPattern: number)
    let segment = Int(bitPattern: place / UInt(Self.segmentWords))
    return unsafe segments[segment] + Int(bitPattern: place % UInt(Self.segmentWords))
  }

  /// Grows to `words` at least; `false`, with nothing changed, where the system has no memory left.
  mutating func grow(to words: Int) -> Bool {
    let needed = (words + Self.segmentWords - 1) / Self.segmentWords
    guard needed > count else { return true }
    let bytes = (needed - count) * Self.segmentBytes
    var flags = MAP_PRIVATE | MAP_ANONYMOUS
    if count > 0 { flags |= Int32(MAP_POPULATE) }
    // SAFETY: the system gives memory that nobody else has, of as many bytes as are asked for.
    let mapped = unsafe mmap(nil, bytes, PROT_READ | PROT_WRITE, flags, -1, 0)
    guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else { return false }
    if needed > room { makeRoom(for: needed) }
    let first = unsafe mapped.bindMemory(
      to: UInt64.self, capacity: bytes / MemoryLayout<UInt64>.size)
    for number in 0..<needed - count {
      unsafe (segments + count + number).initialize(to: first + number * Self.segmentWords)
    }
    count = needed
    return true
  }

  private mutating func makeRoom(for needed: Int) {
    let more = max(needed, 2 * room)
    let larger = UnsafeMutablePointer<UnsafeMutablePointer<UInt64>>.allocate(capacity: more)
    // SAFETY: so many segments are known; the old list is used by nobody any more.
    unsafe larger.initialize(from: segments, count: count)
    unsafe segments.deallocate()
    unsafe segments = larger
    room = more
  }
}
