import Foundation
import Glibc
import SurveyTestSupport
import Testing

/// A terminal shows what is in labels, and does not obey it.
@Suite struct TerminalTests {
  private static let definition = """
    survey: live
    version: "1"
    title: { en: Live }
    coverage: self-selected
    timeZone: "+07:00"
    scales:
      two: { choices: { good: { en: Good }, bad: { en: Bad } }, satisfied: [good] }
    dimensions: { unit: { columns: [unit], open: true } }
    questions:
      overall: { text: { en: Overall }, columns: [overall], scale: two, role: overall }
    """

  /// Runs the command on a terminal of its own and gives what that was sent.
  private func shown(_ command: RunningCommand, _ arguments: [String]) throws -> String {
    let terminal = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    try #require(terminal >= 0)
    // TIOCSPTLCK and TIOCGPTN, which the C library's module does not show.
    var isLocked: CInt = 0
    var number: CInt = 0
    // SAFETY: both calls read or write one int, which lives as long as they do.
    let isReady =
      unsafe ioctl(terminal, 0x4004_5431, &isLocked) == 0
      && ioctl(terminal, 0x8004_5430, &number) == 0
    try #require(isReady)
    let name = "/dev/pts/\(number)"
    let output = try #require(FileHandle(forWritingAtPath: name))
    try command.start(arguments, output: output)
    #expect(try command.finish().status == 0)
    var bytes = [UInt8](repeating: 0, count: 4096)
    // SAFETY: the buffer is the array's own.
    let count = unsafe read(terminal, &bytes, bytes.count)
    close(terminal)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  @Test func aTableOnATerminalShowsControlCharacters() throws {
    let label = "A\u{1B}[31m\u{9B}n"
    let command = try RunningCommand()
    try command.write(Self.definition, to: "unit.yaml")
    try command.write("unit,overall\n\(label),good\n", to: "a.csv")
    let line = ["report", "unit.yaml", "a.csv", "--by", "unit", "--format", "csv", "-q"]
    let terminal = try shown(command, line)
    #expect(terminal.contains("overall,A[U+001B][31m[U+009B]n,"))
    #expect(!terminal.contains("\u{1B}"))
    #expect(terminal.split(separator: "\r\n").count == 3)
    // A file has the label as it is.
    let piped = try RunningCommand(in: command.folder)
    try piped.start(line)
    #expect(try piped.finish().output.contains("overall,\(label),"))
  }
}
