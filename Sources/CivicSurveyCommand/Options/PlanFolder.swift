import CivicSurvey
import Glibc
import SurveyDefinition

/// Finds the files that a plan names, which lie near it.
struct PlanFolder {
  /// The plan's folder, with a slash at its end; empty where it is the working folder.
  private let prefix: String
  /// The folder above it, behind all links; `nil` where any place is allowed.
  private let above: String?

  /// - Parameter allowsOutside: whether paths may leave the folder above the plan's.
  init(of plan: String, allowsOutside: Bool) {
    prefix = RelativePath.folder(of: plan)
    above = allowsOutside ? nil : OutputFile.resolved((prefix.isEmpty ? "./" : prefix) + "..")
  }

  /// The path of one file.
  ///
  /// - Throws: ``RunError`` `plan.path-outside`.
  func path(_ text: PlanText) throws(RunError) -> String {
    try path(text.text, at: text.place)
  }

  /// The path of a file that a definition of the plan names, which is relative to its own folder.
  ///
  /// - Throws: ``RunError`` `plan.path-outside`, at the definition's place.
  func path(_ name: String, beside definition: PlanText) throws(RunError) -> String {
    try path(RelativePath.path(name, beside: definition.text), at: definition.place)
  }

  private func path(_ text: String, at place: DefinitionPlace) throws(RunError) -> String {
    let path = text.hasPrefix("/") ? text : prefix + text
    if let above, leaves(text) || !lies(path, in: above) {
      throw RunError(.data, .planPathOutside, ["path": text], at: Message.Place(place))
    }
    return path
  }

  /// The files and folders that a path with `*` stands for, by their bytes.
  ///
  /// - Throws: ``RunError`` `plan.path-outside`, `plan.no-file`.
  func files(_ text: PlanText) throws(RunError) -> [String] {
    let path = try path(text)
    var found = [path.hasPrefix("/") ? "/" : ""]
    for part in path.split(separator: "/") {
      let isLast = part.endIndex == path.endIndex || path[part.endIndex...] == "/"
      found = found.flatMap { Self.names(String(part), in: $0, isLast: isLast) }
    }
    guard !found.isEmpty else {
      throw RunError(.data, .planNoFile, ["path": text.text], at: Message.Place(text.place))
    }
    if let above, !found.allSatisfy({ lies($0, in: above) }) {
      throw RunError(
        .data, .planPathOutside, ["path": text.text], at: Message.Place(text.place))
    }
    return found
  }

  /// Whether a path as it is written leads above the folder above the plan's.
  private func leaves(_ path: String) -> Bool {
    if path.hasPrefix("/") { return true }
    var depth = 0
    for part in path.split(separator: "/") where part != "." {
      depth += part == ".." ? -1 : 1
      if depth < -1 { return true }
    }
    return false
  }

  /// Whether what is at a path, behind all links, lies in a folder; true of what is not there.
  private func lies(_ path: String, in folder: String) -> Bool {
    let real = OutputFile.resolved(path)
    return !real.hasPrefix("/") || folder == "/" || real == folder
      || real.hasPrefix(folder + "/")
  }

  /// What one part of a path stands for in a folder that is there.
  private static func names(_ pattern: String, in folder: String, isLast: Bool) -> [String] {
    let slash = folder.isEmpty || folder.hasSuffix("/") ? "" : "/"
    func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }
    guard pattern.contains("*") else {
      let path = folder + slash + pattern
      return exists(path) ? [path] : []
    }
    guard let open = unsafe opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { unsafe closedir(open) }
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    return unsafe FolderNames.all(in: open).filter { name in
      !name.hasPrefix(".") && fits(name, parts)
    }.map { folder + slash + $0 }.filter { isLast || FileKind($0) == .folder }
  }

  /// Whether a name is made of some parts with any text between them.
  private static func fits(_ name: String, _ parts: [Substring]) -> Bool {
    guard let first = parts.first, let last = parts.last, name.hasPrefix(first) else {
      return false
    }
    var rest = name[...].dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}

extension Message.Place {
  /// A place in a plan.
  init(_ place: DefinitionPlace) {
    self.init(
      file: place.place.file, line: place.place.line, column: place.place.column,
      excerpt: place.excerpt)
  }
}
