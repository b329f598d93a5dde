/// Unpacks on a thread of its own, up to three blocks ahead of whoever reads.
///
/// Bytes and errors come in their order. When the reader goes before the end, the thread is told,
/// woken if it waits, and waited for: it never outlives this object.
@safe final class ReadAhead {
  private let ring: BlockRing
  private let raw: RawBytes
  private let thread: WorkerThread
  private var block = UnpackedBlock.empty
  private var bytes: UnsafeRawBufferPointer?
  private var position = 0

  /// Begins to unpack; `raw` then belongs to the thread.
  ///
  /// - Throws: ``ByteSourceError`` with `io.open-failed` or `io.read-failed` where the system has
  ///   no descriptor, memory or thread left.
  init(_ raw: RawBytes, format: Compression, limit: UInt64) throws(ByteSourceError) {
    // SAFETY: the thread alone uses it, and through it what `raw` reads.
    nonisolated(unsafe) let unpacker = try Unpacker(raw, format: format, limit: limit)
    let ring = BlockRing()
    try raw.prepareToCallOff()
    self.raw = raw
    self.ring = ring
    do {
      thread = try WorkerThread { unsafe Self.fill(ring, by: unpacker) }
    } catch {
      throw ByteSourceError(code: .readFailed, path: raw.name, errorNumber: error.errorNumber)
    }
  }

  deinit {
    ring.close()
    raw.callOff()
    thread.join()
  }

  /// Unpacks into the ring's blocks until the content ends, or the ring is closed.
  private static func fill(_ ring: BlockRing, by unpacker: Unpacker) {
    while let slot = unsafe ring.slotToFill() {
      // SAFETY: the slot belongs to this thread until it is put.
      let block = unsafe unpacker.fill(slot) { ring.hasBeenClosed }
      ring.put(block)
      if block.ending != nil { break }
    }
  }

  /// How many compressed bytes the blocks begun so far were made from.
  var rawBytesRead: UInt64 { block.rawBytesRead }

  /// Reads into the front of a buffer, which is not empty: the number of bytes, 0 only at the end.
  ///
  /// - Throws: ``ByteSourceError``, behind the bytes that come before the failure.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceError) -> Int {
    while position == block.count {
      switch block.ending {
      case .end: return 0
      case .failure(let error): throw error
      case nil: takeNextBlock()
      }
    }
    guard let bytes = unsafe bytes else { return 0 }
    let count = min(buffer.count, block.count - position)
    // SAFETY: both ranges have `count` bytes; the block is not given back before it is used up.
    unsafe buffer.copyMemory(
      from: UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]))
    position += count
    return count
  }

  private func takeNextBlock() {
    if unsafe bytes != nil { ring.giveBack() }
    // SAFETY: the bytes are used until the block is given back, which happens only here.
    unsafe (block, bytes) = ring.next()
    position = 0
  }
}
