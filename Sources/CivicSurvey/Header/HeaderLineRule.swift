import SurveyCSV
import SurveyDefinition

extension HeaderForm {
  /// How the reader finds such a header; a rejects file has one line, whatever its export has.
  var csvLines: HeaderLines {
    let names: HeaderLines.Names =
      switch names {
      case .first: .first
      case .last: .last
      case .joined: .joined
      }
    return HeaderLines(count: lines, names: names, aloneWith: MarkerColumns.prefix)
  }
}
