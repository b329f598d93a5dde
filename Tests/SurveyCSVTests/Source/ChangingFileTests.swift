import Glibc
import SurveyTestSupport
import Testing

@testable import SurveyCSV

/// A file that is no longer what it was when it was opened: its end is an error, not the data's.
@Suite struct ChangingFileTests {
  private static let content = Array(String(repeating: "12345678\n", count: 100).utf8)

  /// Reads the first bytes, changes the file, reads on; the error, and how much was read in all.
  private func readOn(
    after change: (String) -> Void
  ) throws -> (error: ByteSourceError?, bytesRead: UInt64) {
    let folder = try TemporaryFolder()
    defer { extendLifetime(folder) }
    let path = try folder.write(Self.content, to: "export.csv")
    var source = try ByteSource(path: path)
    #expect(try source.nextBytes(90).count == 90)
    change(path)
    do {
      while try !source.nextBytes(100).isEmpty {}
    } catch {
      return (error, source.bytesRead)
    }
    return (nil, source.bytesRead)
  }

  @Test func aFileThatStaysIsReadToItsEnd() throws {
    let result = try readOn { _ in }
    #expect(result.error == nil && result.bytesRead == 900)
  }

  @Test func aFileThatShrinks() throws {
    // SAFETY: the bridged path is a terminated text for the length of the call.
    let result = try readOn { path in #expect(unsafe truncate(path, 180) == 0) }
    #expect(result.error?.code == .changedWhileRead && result.error?.code.kind == .readFailed)
    #expect(result.bytesRead == 180)
  }

  @Test func aFileThatGrows() throws {
    // SAFETY: as above.
    let result = try readOn { path in #expect(unsafe truncate(path, 1_000) == 0) }
    #expect(result.error?.code == .changedWhileRead)
  }

  @Test func aFileThatIsWrittenOver() throws {
    let result = try readOn { path in
      // SAFETY: the path is terminated; the others read what they are given and keep no pointer.
      let descriptor = unsafe open(path, O_WRONLY)
      // As if a second had passed: a file system's clock may be coarser than this test is quick.
      let times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
      #expect(unsafe write(descriptor, "87654321", 8) == 8)
      #expect(unsafe futimens(descriptor, times) == 0)
      _ = close(descriptor)
    }
    #expect(result.error?.code == .changedWhileRead)
    #expect(result.bytesRead == 900)
  }

  @Test func aPipeMayGrow() throws {
    var ends: [Int32] = [0, 0]
    // SAFETY: `pipe` writes two numbers into the array, which has two.
    #expect(unsafe pipe(&ends) == 0)
    defer { _ = close(ends[0]) }
    // SAFETY: 900 bytes are there.
    #expect(unsafe write(ends[1], Self.content, 900) == 900)
    var source = try ByteSource(path: "/dev/fd/\(ends[0])")
    #expect(try source.nextBytes(4) == Array("1234".utf8))
    // SAFETY: as above.
    #expect(unsafe write(ends[1], Self.content, 900) == 900)
    _ = close(ends[1])
    while try !source.nextBytes(1_000).isEmpty {}
    let bytesRead = source.bytesRead
    #expect(bytesRead == 1_800)
  }
}

extension ByteSource {
  /// The next bytes, at most `count`; none at the end.
  fileprivate mutating func nextBytes(_ count: Int) throws(ByteSourceError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var result = Result<Int, ByteSourceError>.success(0)
    // SAFETY: the buffer is the array's own for the length of the closure.
    unsafe bytes.withUnsafeMutableBytes { buffer in
      do throws(ByteSourceError) {
        result = .success(unsafe try read(into: buffer))
      } catch {
        result = .failure(error)
      }
    }
    return Array(bytes.prefix(try result.get()))
  }
}
