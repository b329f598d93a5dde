import Glibc
import Testing

@testable import SurveyCSV

@Suite struct ByteSourceTests {
  private func code(_ path: String) -> ByteSourceError.Code? {
    do {
      _ = try ByteSource(path: path)
      return nil
    } catch {
      #expect(error.path == path)
      #expect(!error.reason.isEmpty)
      return error.code
    }
  }

  @Test func saysWhyItCannotBeOpened() {
    #expect(code("/no/such/file.csv") == .notFound)
    #expect(code("/etc/passwd/x.csv") == .notFound)
    #expect(code("/") == .isDirectory)
    #expect(ByteSourceError(opening: "x", errorNumber: EACCES).code == .notReadable)
    #expect(ByteSourceError(opening: "x", errorNumber: EMFILE).code == .openFailed)
  }

  @Test func readsAFileOnceThrough() throws {
    var source = try ByteSource(path: #filePath)
    let (name, knownSize) = (source.name, source.size)
    #expect(name == #filePath)
    let size = try #require(knownSize)
    var buffer = [UInt8](repeating: 0, count: size + 10)
    // SAFETY: the buffer is the array's own for the length of the closure.
    let count = try unsafe buffer.withUnsafeMutableBytes { unsafe try source.read(into: $0) }
    #expect(count == size)
    let digest = source.digest
    #expect(digest == XXH128Digest.of(Array(buffer[..<count])))
    // SAFETY: as above.
    let rest = try unsafe buffer.withUnsafeMutableBytes { unsafe try source.read(into: $0) }
    #expect(rest == 0)
  }

  @Test func aDeviceHasNoSize() throws {
    let source = try ByteSource(path: "/dev/null")
    let size = source.size
    #expect(size == nil)
    #expect(throws: CSVHeaderError(.emptyFile, line: 1)) {
      _ = try RecordReader(ByteSource(path: "/dev/null"))
    }
  }

  @Test func aReadThatFailsIsAnError() throws {
    // Reading this process's memory from address 0 fails with EIO.
    var source = try ByteSource(path: "/proc/self/mem")
    var buffer = [UInt8](repeating: 0, count: 10)
    let error = #expect(throws: ByteSourceError.self) {
      _ = try unsafe buffer.withUnsafeMutableBytes { unsafe try source.read(into: $0) }
    }
    #expect(error?.code == .readFailed)
  }
}
