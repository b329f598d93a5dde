/// Three blocks that go round between one thread that fills them and one that reads them.
///
/// Blocks are numbered from 0; block *n* lies in slot *n* mod 3. The filling thread alone touches
/// the bytes of block `filledCount`, and only while at most two blocks are filled and not given
/// back; the reading thread alone those of the blocks from `returnedCount` to `filledCount`. The
/// numbers change under the lock, which so hands the bytes over.
@safe final class BlockRing {
  private static let slotCount = 3
  private static let slotSize = 256 << 10

  private struct State {
    var blocks = [UnpackedBlock](repeating: .empty, count: slotCount)
    var filledCount = 0
    var returnedCount = 0
    var isClosed = false

    var isFull: Bool { filledCount - returnedCount == slotCount }
    var isEmpty: Bool { filledCount == returnedCount }
  }

  private let state = Locked(State())
  private let storage: UnsafeMutableRawBufferPointer

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
    let number = state.wait {
      $0.isClosed || !$0.isFull
    } then: { state in
      state.isClosed ? nil : state.filledCount
    }
    guard let number else { return nil }
    // SAFETY: the slot is free, and belongs to the filling thread until it puts the block.
    return unsafe slot(number)
  }

  /// For the filling thread: hands over the slot got last.
  func put(_ block: UnpackedBlock) {
    state.withLock { state in
      state.blocks[state.filledCount % Self.slotCount] = block
      state.filledCount += 1
    }
  }

  /// For the reading thread: waits for the next block; its bytes stay until it is given back.
  ///
  /// The filling thread must put blocks until one has an ending; none is asked for behind it.
  func next() -> (block: UnpackedBlock, bytes: UnsafeRawBufferPointer) {
    let (number, block) = state.wait {
      !$0.isEmpty
    } then: { state in
      (state.returnedCount, state.blocks[state.returnedCount % Self.slotCount])
    }
    // SAFETY: the slot is filled, and belongs to the reading thread until it gives it back; `count`
    // bytes of it have been written.
    return unsafe (block, UnsafeRawBufferPointer(rebasing: slot(number)[..<block.count]))
  }

  /// For the reading thread: gives back the block got last.
  func giveBack() {
    state.withLock { $0.returnedCount += 1 }
  }

  /// For the reading thread: nothing more will be read.
  func close() {
    state.withLock { $0.isClosed = true }
  }

  /// Whether the reading thread has gone.
  var hasBeenClosed: Bool { state.read { $0.isClosed } }

  private func slot(_ number: Int) -> UnsafeMutableRawBufferPointer {
    let start = number % Self.slotCount * Self.slotSize
    // SAFETY: the range lies within the storage.
    return unsafe UnsafeMutableRawBufferPointer(
      rebasing: storage[start..<start + Self.slotSize])
  }
}

// SAFETY: the bytes are touched by the one thread that they belong to, as described above; the lock
// has the rest.
extension BlockRing: @unchecked Sendable {}
