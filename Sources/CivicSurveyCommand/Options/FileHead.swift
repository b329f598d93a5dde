import CivicSurvey
import SurveyDefinition

/// The first bytes of a file, enough to know what it is.
struct FileHead {
  private static let length = 4096

  let bytes: [UInt8]

  init(_ path: String) throws(RunError) {
    bytes = try WholeFile.bytes(path, limit: Self.length)
  }

  static func isNamedAsDefinition(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// Whether it is a plan rather than a definition.
  var isPlan: Bool { PlanParser.isPlan(bytes) }

  /// Whether it is worth parsing as YAML: by its name, or by a key of a definition in its text.
  func mayBeDefinition(named path: String) -> Bool {
    if Self.isNamedAsDefinition(path) { return true }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).contains { line in
      ["survey:", "version:", "title:", "\"survey\":"].contains { line.hasPrefix($0) }
    }
  }
}

/// Files of which at least the beginning is read at once.
enum WholeFile {
  /// The bytes of a file, at most `limit`; `-` is standard input.
  static func bytes(_ path: String, limit: Int) throws(RunError) -> [UInt8] {
    do {
      return try FileBytes.read(path, limit: limit)
    } catch {
      throw RunError(error)
    }
  }

  /// The bytes of a tally; anything else, however long, is told by its first ones.
  ///
  /// - Throws: ``RunError`` `tally.not-a-tally`, or what reading throws.
  static func tally(_ path: String) throws(RunError) -> [UInt8] {
    let bytes: [UInt8]?
    do {
      bytes = try FileBytes.read(path, beginningWith: TallyFile.magic)
    } catch {
      throw RunError(error)
    }
    guard let bytes else {
      throw RunError(.data, .tallyNotATally, at: Message.Place(file: path))
    }
    return bytes
  }
}
