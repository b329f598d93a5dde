import CivicSurvey
import Foundation

/// What stands around the command where a person sits in front of it.
enum Desktop {
  /// Whether the terminal draws block characters, as far as its name tells.
  static var hasGlyphs: Bool {
    let name = ProcessInfo.processInfo.environment["TERM"] ?? ""
    return !name.isEmpty && name != "dumb"
  }

  /// Opens a file with the program that the desktop has for it; without one, says where it lies.
  static func show(_ path: String, _ console: Console) {
    let file = URL(fileURLWithPath: path).path
    if let program = opener(), (try? launch(program, file)) != nil {
      console.print([Message(.ioOpened, severity: .note, ["path": file])])
    } else {
      console.print([Message(.ioNotOpened, severity: .note, ["path": file])])
    }
  }

  private static func opener() -> String? {
    let environment = ProcessInfo.processInfo.environment
    let hasDesktop = ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
    guard hasDesktop else { return nil }
    return (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/xdg-open" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func launch(_ program: String, _ file: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [file]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }
}
