import SurveyCSV
import SurveyDefinition

/// A code that the catalogue has words for: one of this module's own or one of a reader's errors.
package protocol WordedCode: Sendable {
  /// The stable dotted code.
  var messageCode: String { get }
}

extension MessageCode: WordedCode {
  package var messageCode: String { rawValue }
}

extension DefinitionCode: WordedCode {
  package var messageCode: String { rawValue }
}

extension ByteSourceError.Code: WordedCode {
  package var messageCode: String { rawValue }
}

extension CSVHeaderError.Code: WordedCode {
  package var messageCode: String { rawValue }
}

extension CSVHeaderError.Content: WordedCode {
  /// The code of a file that is no text, with the kind of file behind it.
  package var messageCode: String { CSVHeaderError.Code.notText.rawValue + "-" + rawValue }
}

extension CSVFaultCode: WordedCode {
  package var messageCode: String { rawValue }
}
