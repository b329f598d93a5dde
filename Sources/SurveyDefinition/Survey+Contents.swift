import Glibc

/// A definition that cannot be read from its file.
public struct DefinitionFileError: Error, Sendable, Equatable {
  /// The path as given.
  public let path: String
  /// The system's error number (`ENOENT`, `EACCES`, …).
  public let errno: Int32
}

extension Survey {
  /// Reads and checks the definition at `path`; warnings are given by ``SurveyParser``.
  ///
  /// - Throws: ``DefinitionFileError`` where the file cannot be read, ``InvalidSurvey`` with all
  ///   diagnostics where the definition has an error.
  public init(contentsOf path: String) throws {
    let (survey, diagnostics) = try SurveyParser.parse(contentsOf: path)
    guard let survey else { throw InvalidSurvey(diagnostics: diagnostics) }
    self = survey
  }
}

extension SurveyParser {
  /// Reads and checks the definition at `path`, with its warnings.
  public static func parse(
    contentsOf path: String
  ) throws(DefinitionFileError) -> (survey: Survey?, diagnostics: [Diagnostic]) {
    parse(bytes: try readDefinition(path), file: path)
  }

  /// The bytes of a file, at most one more than a definition may have.
  private static func readDefinition(_ path: String) throws(DefinitionFileError) -> [UInt8] {
    // SAFETY: open copies the path, which lives through the call.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DefinitionFileError(path: path, errno: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= YAMLBounds.byteLimit {
      // SAFETY: read writes at most chunk.count bytes into chunk's own storage.
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw DefinitionFileError(path: path, errno: errno)
      }
      bytes += chunk[..<count]
    }
    return bytes
  }
}
