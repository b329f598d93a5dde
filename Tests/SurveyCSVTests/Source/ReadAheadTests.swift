import Glibc
import SurveyTestSupport
import Testing

@testable import SurveyCSV

/// Reading while another thread unpacks: from pipes, and without coming to the end.
@Suite struct ReadAheadTests {
  /// A pipe with something in it; its writing end stays open until it is closed.
  private final class Pipe {
    private let readingEnd: Int32
    private var writingEnd: Int32?

    init(_ bytes: [UInt8]) throws {
      var ends: [Int32] = [-1, -1]
      // SAFETY: `pipe` fills two elements, and the array has two.
      try #require(unsafe ends.withUnsafeMutableBufferPointer { unsafe pipe($0.baseAddress) } == 0)
      (readingEnd, writingEnd) = (ends[0], ends[1])
      // SAFETY: the array has `count` bytes; a pipe takes 64 KiB without waiting.
      try #require(unsafe write(ends[1], bytes, bytes.count) == bytes.count)
    }

    deinit {
      closeWritingEnd()
      _ = close(readingEnd)
    }

    var path: String { "/dev/fd/\(readingEnd)" }

    func closeWritingEnd() {
      if let end = writingEnd.take() { _ = close(end) }
    }
  }

  private func readOnce(_ source: inout ByteSource, _ count: Int) throws -> Int {
    var buffer = [UInt8](repeating: 0, count: count)
    // SAFETY: the buffer is the array's own for the length of the closure.
    return try unsafe buffer.withUnsafeMutableBytes { unsafe try source.read(into: $0) }
  }

  @Test(arguments: Compression.allCases)
  func readsAPipe(format: Compression) throws {
    let content = Sample.lines(byteCount: 300_000)
    let pipe = try Pipe(Compressed.bytes(content, as: format))
    pipe.closeWritingEnd()
    let source = try ByteSource(path: pipe.path)
    let size = source.size
    #expect(size == nil)
    let drained = Drained(source)
    #expect(drained.bytes == content)
    #expect(drained.error == nil)
    #expect(drained.compression == format)
  }

  @Test func aPlainPipeStaysPlain() throws {
    let pipe = try Pipe(Array("a,b\n".utf8))
    pipe.closeWritingEnd()
    #expect(try Drained(ByteSource(path: pipe.path)).bytes == Array("a,b\n".utf8))
  }

  /// Nobody writes to the pipe any more, and nobody closes it: the thread waits for bytes.
  @Test(arguments: Compression.allCases)
  func letsGoOfAPipeThatStalls(format: Compression) throws {
    let content = Sample.lines(byteCount: 300_000)
    let packed = Compressed.bytes(content, as: format)
    let pipe = try Pipe(Array(packed[..<(packed.count - 10)]))
    do {
      var source = try ByteSource(path: pipe.path)
      #expect(try readOnce(&source, 1000) == 1000)
    }
    pipe.closeWritingEnd()
  }

  /// The blocks are full and the thread waits for one to come back.
  @Test(arguments: Compression.allCases)
  func letsGoOfAContentThatIsNotWanted(format: Compression) throws {
    let packed = Compressed.bytes(Sample.lines(byteCount: 2_000_000), as: format)
    for readCount in [1, 2, 300_000] {
      var source = ByteSource(bytes: packed, name: "t")
      #expect(try readOnce(&source, readCount) == min(readCount, 256 << 10))
      let (count, size) = (source.rawBytesRead, source.size)
      #expect(count > 0 && count < packed.count)
      #expect(size == packed.count)
    }
  }

  @Test func neverBegunIsNoThread() throws {
    _ = ByteSource(bytes: Compressed.gzip(Sample.text), name: "t")
  }

  /// Starting and stopping at every moment: for a thread sanitiser, above all.
  @Test func startsAndStopsManyTimes() throws {
    let packed = Compressed.zstd(Sample.lines(byteCount: 700_000))
    for round in 0..<100 {
      var source = ByteSource(bytes: packed, name: "t", maximalRead: 1000 + round * 500)
      for _ in 0..<(round % 5) { _ = try readOnce(&source, 100_000) }
    }
  }

  @Test func theEndAndAnErrorStay() throws {
    var source = ByteSource(bytes: Compressed.gzip([1]), name: "t")
    #expect(try readOnce(&source, 9) == 1)
    for _ in 0..<3 { #expect(try readOnce(&source, 9) == 0) }
    var broken = ByteSource(bytes: [0x1F, 0x8B, 9], name: "t")
    for _ in 0..<3 {
      do {
        _ = try readOnce(&broken, 9)
        Issue.record("no error")
      } catch let error as ByteSourceError {
        #expect(error.code == .compressedTruncated || error.code == .compressedDamaged)
      }
    }
  }
}
