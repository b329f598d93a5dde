import Glibc

/// Unpacks on a thread of its own, up to three blocks ahead of whoever reads.
///
/// Bytes and errors come in their order. When the reader goes before the end, the thread is told,
/// woken if it waits, and waited for: it never outlives this object.
@safe final class ReadAhead {
  private let ring: BlockRing
  private let callingOff: CallingOff?
  private let thread: pthread_t
  private var block = UnpackedBlock(count: 0, rawBytesRead: 0, ending: nil)
  private var bytes: UnsafeRawBufferPointer?
  private var position = 0

  /// Begins to unpack; `raw` then belongs to the thread.
  ///
  /// - Throws: ``ByteSourceError`` with `io.open-failed` or `io.read-failed` where the system has
  ///   no descriptor, memory or thread left.
  init(_ raw: RawBytes, format: Compression, limit: UInt64) throws(ByteSourceError) {
    let unpacker = try Unpacker(raw, format: format, limit: limit)
    ring = BlockRing()
    callingOff = raw.mayStall ? try CallingOff(for: raw.name) : nil
    let work = Work(unpacker: unpacker, ring: ring, callingOff: callingOff)
    do {
      thread = try work.start()
    } catch {
      throw ByteSourceError(code: .readFailed, path: raw.name, errorNumber: error.number)
    }
  }

  deinit {
    ring.close()
    callingOff?.callOff()
    // Nobody else joins it.
    pthread_join(thread, nil)
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

/// What the thread does, and all that it needs for it.
private final class Work {
  struct Refusal: Error { var number: Int32 }

  private let unpacker: Unpacker
  private let ring: BlockRing
  private let callingOff: CallingOff?

  init(unpacker: Unpacker, ring: BlockRing, callingOff: CallingOff?) {
    self.unpacker = unpacker
    self.ring = ring
    self.callingOff = callingOff
  }

  /// Starts the thread, which takes no signals: those are for the one that began.
  func start() throws(Refusal) -> pthread_t {
    var thread = pthread_t()
    var all = sigset_t()
    var before = sigset_t()
    // SAFETY: the sets are local. The thread takes over the one reference that is passed on, and
    // nothing of this object is used here afterwards; where no thread begins, it is taken back.
    unsafe sigfillset(&all)
    unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
    let reference = unsafe Unmanaged.passRetained(self)
    let status = unsafe pthread_create(
      &thread, nil,
      { reference in
        if let reference = unsafe reference {
          unsafe Unmanaged<Work>.fromOpaque(reference).takeRetainedValue().run()
        }
        return nil
      }, reference.toOpaque())
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    guard status == 0 else {
      unsafe reference.release()
      throw Refusal(number: status)
    }
    return thread
  }

  private func run() {
    while let slot = unsafe ring.slotToFill() {
      // SAFETY: the slot belongs to this thread until it is put.
      let block = unsafe unpacker.fill(slot, unless: callingOff) { ring.hasBeenClosed }
      ring.put(block)
      if block.ending != nil { break }
    }
  }
}
