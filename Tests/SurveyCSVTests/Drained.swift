import SurveyTestSupport

@testable import SurveyCSV

/// All that a source gives, to its end or its failure.
struct Drained {
  var bytes: [UInt8] = []
  var error: ByteSourceError?
  var digest = XXH128Digest(high: 0, low: 0)
  var bytesRead: UInt64 = 0
  var rawBytesRead: UInt64 = 0
  var compression: Compression?

  init(_ source: consuming ByteSource, readSize: Int = 100_000) {
    var buffer = [UInt8](repeating: 0, count: readSize)
    while true {
      do {
        // SAFETY: the buffer is the array's own for the length of the closure.
        let count = try unsafe buffer.withUnsafeMutableBytes {
          unsafe try source.read(into: $0)
        }
        if count == 0 { break }
        bytes += buffer[..<count]
      } catch {
        self.error = error as? ByteSourceError
        break
      }
    }
    digest = source.digest
    bytesRead = source.bytesRead
    rawBytesRead = source.rawBytesRead
    compression = source.compression
  }

  init(_ bytes: [UInt8], readSize: Int = 100_000, unpacking: Unpacking = .standard) {
    self.init(
      ByteSource(bytes: bytes, name: "t", unpacking: unpacking), readSize: readSize)
  }
}

/// Contents to compress.
enum Sample {
  static let text = Array("mã,hài lòng\n1,5\n2,4\n3,\"rất\nhài lòng\"\n".utf8)

  /// Lines that compress about as an export does.
  static func lines(byteCount: Int) -> [UInt8] {
    var random = SeededRandom(seed: 20)
    let lines = (0..<500).map { _ in
      Array("\(random.next() % 100_000),Đất đai,An Thắng,2025-0\(1 + random.next() % 9),5\n".utf8)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount + 100)
    while bytes.count < byteCount { bytes += random.element(of: lines) }
    return bytes
  }
}
