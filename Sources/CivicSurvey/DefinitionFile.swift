import SurveyCSV
import SurveyDefinition

/// A definition's file as it was read: the survey, or everything that is wrong with it.
public struct DefinitionFile: Sendable {
  /// The survey; `nil` exactly if one of the messages is an error.
  public let survey: Survey?
  /// All errors and warnings, in the order of their places.
  public let messages: [Message]
  /// The language that the definition is explained in: the survey's first, or that of a title.
  ///
  /// The title is sought in the text as it stands, for a definition that is no YAML; `nil` where
  /// there is none.
  public let language: String?

  /// Reads the definition at `path`; `-` is standard input.
  ///
  /// - Throws: ``RunError`` `io.*` where the file cannot be read.
  public init(_ path: String) throws(RunError) {
    let bytes: [UInt8]
    do throws(ByteSourceError) {
      // One byte more than a definition may have shows that it has too many.
      bytes = try FileBytes.read(path, limit: SurveyParser.byteLimit + 1)
    } catch {
      throw RunError(error)
    }
    let (survey, diagnostics) = SurveyParser.parse(bytes: bytes, file: path)
    self.survey = survey
    messages = diagnostics.map { Message($0) }
    language = survey?.firstLanguage ?? Self.titleLanguage(of: bytes)
  }

  /// The survey, where the definition has no error.
  ///
  /// - Throws: ``RunError`` `survey.*` with all messages, where it has one.
  public func sound() throws(RunError) -> Survey {
    guard let survey else { throw RunError(.data, messages) }
    return survey
  }

  private static func titleLanguage(of bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.firstMatch(of: /title:[\s{]*([a-z]{2})\s*:/).map { String($0.1) }
  }
}

extension Survey {
  /// Reads and checks the definition at `path`; ``DefinitionFile`` has its warnings as well.
  ///
  /// - Throws: ``RunError`` `io.*` where the file cannot be read, `survey.*` with everything that is
  ///   wrong where the definition has an error.
  public init(contentsOf path: String) throws(RunError) {
    self = try DefinitionFile(path).sound()
  }
}
