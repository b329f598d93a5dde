import CivicSurvey
import Glibc

/// What is at a path, behind links.
enum FileKind {
  case file
  case folder
  /// A pipe, a device, or a link that leads nowhere.
  case other

  init(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      self = .other
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }
}

/// A folder of exports: what is read of it, and what is not, with the reason.
struct Folder {
  private static let extensions = [".csv", ".tsv", ".txt", ".gz", ".zst"] + Workbook.suffixes
  /// A message names at most this many files.
  private static let namedFiles = 100

  /// The exports in it, by name.
  private(set) var exports: [String] = []
  /// What is passed over; files that systems and programs keep for themselves are not worth a word.
  private(set) var messages: [Message] = []

  /// Lists a folder; `nil` of a path that is none.
  ///
  /// - Parameters:
  ///   - path: its path.
  ///   - definition: a file that is no export, but nothing to be told of either.
  /// - Throws: ``RunError`` `io.empty-folder`, with what is passed over, where nothing can be read.
  init?(_ path: String, apartFrom definition: String) throws(RunError) {
    guard path != "-", let folder = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(folder) }
    let own = FileIdentity(read: definition)
    let prefix = path.hasSuffix("/") ? path : path + "/"
    var passedOver: [MessageCode: [String]] = [:]
    for name in unsafe FolderNames.all(in: folder) where !Self.isNobodysConcern(name) {
      let isNamed = Self.extensions.contains(where: name.lowercased().hasSuffix)
      switch FileKind(prefix + name) {
      case .file:
        if let own, FileIdentity(read: prefix + name) == own { continue }
        if isNamed {
          exports.append(prefix + name)
        } else {
          passedOver[.ioPassedOver, default: []].append(name)
        }
      case .folder: passedOver[.ioFoldersPassedOver, default: []].append(name)
      case .other: passedOver[.ioNoFilesPassedOver, default: []].append(name)
      }
    }
    for code in [MessageCode.ioPassedOver, .ioFoldersPassedOver, .ioNoFilesPassedOver] {
      guard let names = passedOver[code] else { continue }
      let more = names.count > Self.namedFiles ? ", …" : ""
      messages.append(
        Message(
          code, severity: .warning,
          [
            "path": path, "filesCount": String(names.count),
            "names": names.prefix(Self.namedFiles).joined(separator: ", ") + more,
          ], at: Message.Place(file: path)))
    }
    guard !exports.isEmpty else {
      let empty = Message(.ioEmptyFolder, ["path": path], at: Message.Place(file: path))
      throw RunError(.noInput, [empty] + messages)
    }
  }

  /// Hidden files, and those that an office program keeps while a file is open.
  private static func isNobodysConcern(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$")
  }
}
