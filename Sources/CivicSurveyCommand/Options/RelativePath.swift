/// Paths that a file names, which are relative to its own folder.
enum RelativePath {
  /// The folder of a file, with a slash at its end; empty where it is the working folder.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The path of what a file at another path names.
  static func path(_ name: String, beside path: String) -> String {
    name.hasPrefix("/") ? name : folder(of: path) + name
  }
}
