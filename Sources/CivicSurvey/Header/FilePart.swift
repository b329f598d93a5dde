import SurveyDefinition

/// The name of a file as a part of an id: the same however it lies, is compressed or saved.
enum FilePart {
  private static let compressions = [".gz", ".zst"]
  private static let formats = [".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"]

  /// The name without folder, compression and extension, folded like a label.
  static func of(_ path: String) -> String {
    var name = LabelFolding.fold(String(path.split(separator: "/").last ?? ""))
    for suffixes in [compressions, formats] {
      if let suffix = suffixes.first(where: name.hasSuffix), name != suffix {
        name.removeLast(suffix.count)
      }
    }
    return name
  }
}
