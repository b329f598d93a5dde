import Glibc

/// A piece of unpacked content, in a buffer that is known from elsewhere.
struct UnpackedBlock: Sendable {
  enum Ending: Sendable {
    case end
    case failure(ByteSourceError)
  }

  /// The bytes at the front of the buffer; 0 only where `ending` is set.
  var count: Int
  /// How many compressed bytes the content up to the end of this piece was made from.
  var rawBytesRead: UInt64
  /// What comes behind these bytes, if it is not more of them.
  var ending: Ending?

  static let empty = UnpackedBlock(count: 0, rawBytesRead: 0, ending: nil)
}

/// Unpacks a source block by block: bytes in, bytes out, in two buffers of fixed size.
@safe final class Unpacker {
  private static let inputSize = 64 << 10

  private let raw: RawBytes
  private let format: Compression
  private let decompressor: any Decompressor
  private let limit: UInt64
  private var produced: UInt64 = 0
  private let input: UnsafeMutableRawBufferPointer
  private var inputRange = 0..<0
  private var isInputAtEnd = false

  /// - Parameter limit: The most bytes that may come out.
  /// - Throws: ``ByteSourceError`` with `io.read-failed` where there is no memory.
  init(_ raw: RawBytes, format: Compression, limit: UInt64) throws(ByteSourceError) {
    self.raw = raw
    self.format = format
    self.limit = limit
    // SAFETY: `deinit` frees it, also where what follows fails.
    unsafe input = .allocate(byteCount: Self.inputSize, alignment: 16)
    do throws(DecompressionFault) {
      switch format {
      case .gzip: decompressor = try GzipDecompressor()
      case .zstd: decompressor = try ZstdDecompressor()
      }
    } catch {
      unsafe input.deallocate()
      throw Self.error(error, raw.name, format)
    }
  }

  deinit {
    // SAFETY: no pointer into the buffer outlives a call.
    unsafe input.deallocate()
  }

  /// Fills `output`, which is not empty, as far as there is content.
  ///
  /// - Parameter isClosed: Asked before each read: a content may go on for long without any bytes.
  /// - Returns: What was unpacked; what is returned after closing is of no use.
  func fill(_ output: UnsafeMutableRawBufferPointer, isClosed: () -> Bool) -> UnpackedBlock {
    var filled = 0
    var ending: UnpackedBlock.Ending?
    do throws(ByteSourceError) {
      while filled < output.count, ending == nil {
        if inputRange.isEmpty, !isInputAtEnd {
          guard !isClosed() else {
            ending = .end
            break
          }
          // SAFETY: the buffer is free: all that was in it has been used up.
          inputRange = 0..<(unsafe try raw.read(into: input))
          isInputAtEnd = inputRange.isEmpty
        }
        // SAFETY: the range lies within the buffer.
        let count = unsafe try step(
          into: UnsafeMutableRawBufferPointer(rebasing: output[filled...]), &ending)
        filled += count
        produced += UInt64(count)
        if produced > limit {
          filled -= Int(produced - limit)
          throw ByteSourceError(
            .expandedTooLarge, path: raw.name, format: format.rawValue, limit: limit)
        }
      }
    } catch {
      ending = .failure(error)
    }
    return UnpackedBlock(
      count: filled, rawBytesRead: raw.bytesRead - UInt64(inputRange.count), ending: ending)
  }

  /// One step; sets `ending` where the content is complete.
  private func step(
    into output: UnsafeMutableRawBufferPointer, _ ending: inout UnpackedBlock.Ending?
  ) throws(ByteSourceError) -> Int {
    let step: DecompressionStep
    do throws(DecompressionFault) {
      // SAFETY: the range lies within the buffer.
      step = try unsafe decompressor.step(
        UnsafeRawBufferPointer(rebasing: input[inputRange]), into: output)
      inputRange = inputRange.dropFirst(step.consumed)
      if step.consumed == 0, step.produced == 0, !inputRange.isEmpty {
        throw .damaged("no progress")
      }
    } catch {
      throw Self.error(error, raw.name, format)
    }
    if step.consumed == 0, step.produced == 0 {
      guard decompressor.isComplete else {
        throw ByteSourceError(.compressedTruncated, path: raw.name, format: format.rawValue)
      }
      ending = .end
    }
    return step.produced
  }

  private static func error(
    _ fault: DecompressionFault, _ path: String, _ format: Compression
  ) -> ByteSourceError {
    switch fault {
    case .damaged(let reason):
      ByteSourceError(.compressedDamaged, path: path, format: format.rawValue, reason: reason)
    case .windowTooLarge:
      ByteSourceError(.windowTooLarge, path: path, format: format.rawValue)
    case .outOfMemory:
      ByteSourceError(code: .readFailed, path: path, errorNumber: ENOMEM)
    }
  }
}
