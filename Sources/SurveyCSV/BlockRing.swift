/// Three blocks that go round between one thread that fills them and one that reads them.
///
/// Blocks are numbered from 0; block *n* lies in slot *n* mod 3. The filling thread alone touches
/// the bytes of block `filledCount`, and only while at most two blocks are filled and not given
/// back; the reading thread alone those of the blocks from `returnedCount` to `filledCount`. The
/// numbers change under the lock, which so hands the bytes over.
@safe final class BlockRing {
  private static let slotCount = 3
  private static let slotSize = 256 << 10

  private let monitor = Monitor()
  private let storage: UnsafeMutableRawBufferPointer
  // These are read and written under the lock only.
  private var blocks = [UnpackedBlock?](repeating: nil, count: slotCount)
  private var filledCount = 0
  private var returnedCount = 0
  private var isClosed = false

  init() {
    // SAFETY: `deinit` frees it; the pages that are never written cost no memory.
    unsafe storage = .allocate(byteCount: Self.slotCount * Self.slotSize, alignment: 64)
  }

  deinit {
    // SAFETY: both threads have let go of the ring, and of its bytes with it.
    unsafe storage.deallocate()
  }

  /// For the filling thread: waits for a free slot; `nil` once the ring is closed.
  func slotToFill() -> UnsafeMutableRawBufferPointer? {
    let number = monitor.locked { () -> Int? in
      while !isClosed, filledCount - returnedCount == Self.slotCount { monitor.wait() }
      return isClosed ? nil : filledCount
    }
    guard let number else { return nil }
    // SAFETY: the slot is free, and belongs to the filling thread until it puts the block.
    return unsafe slot(number)
  }

  /// For the filling thread: hands over the slot got last.
  func put(_ block: UnpackedBlock) {
    monitor.locked {
      blocks[filledCount % Self.slotCount] = block
      filledCount += 1
      monitor.wake()
    }
  }

  /// For the reading thread: waits for the next block; its bytes stay until it is given back.
  ///
  /// The filling thread must put blocks until one has an ending; none is asked for behind it.
  func next() -> (block: UnpackedBlock, bytes: UnsafeRawBufferPointer) {
    let (number, block) = monitor.locked { () -> (Int, UnpackedBlock) in
      while true {
        if filledCount > returnedCount,
          let block = blocks[returnedCount % Self.slotCount]
        {
          return (returnedCount, block)
        }
        monitor.wait()
      }
    }
    // SAFETY: the slot is filled, and belongs to the reading thread until it gives it back; `count`
    // bytes of it have been written.
    return unsafe (block, UnsafeRawBufferPointer(rebasing: slot(number)[..<block.count]))
  }

  /// For the reading thread: gives back the block got last.
  func giveBack() {
    monitor.locked {
      returnedCount += 1
      monitor.wake()
    }
  }

  /// For the reading thread: nothing more will be read.
  func close() {
    monitor.locked {
      isClosed = true
      monitor.wake()
    }
  }

  /// Whether the reading thread has gone.
  var hasBeenClosed: Bool { monitor.locked { isClosed } }

  private func slot(_ number: Int) -> UnsafeMutableRawBufferPointer {
    let start = number % Self.slotCount * Self.slotSize
    // SAFETY: the range lies within the storage.
    return unsafe UnsafeMutableRawBufferPointer(
      rebasing: storage[start..<start + Self.slotSize])
  }
}

// SAFETY: the numbers and the blocks' descriptions are touched under the lock only, the bytes by
// the one thread that they belong to, as described above.
extension BlockRing: @unchecked Sendable {}
