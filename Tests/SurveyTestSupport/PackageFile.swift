import Foundation

/// The package's own files: samples, definitions, references, sources.
public enum PackageFile {
  /// The package's folder, without a slash at its end.
  public static let folder =
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

  /// The path of a file that is named from the package's folder on, such as `Samples/kiosk-200.csv`.
  public static func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// A file's bytes.
  public static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path(name))))
  }

  /// A file's text, which is UTF-8.
  public static func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}
