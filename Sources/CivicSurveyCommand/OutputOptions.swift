import ArgumentParser
import CivicSurvey
import Glibc
import SurveyReports

extension ReportFormat: ExpressibleByArgument {}

/// Where a report goes, and in which form.
struct OutputOptions: ParsableArguments {
  @Option(help: "text, json, csv or md (default: by the extension of -o, else text).")
  var format: ReportFormat?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "Write to this file; - is standard output.", completion: .file())
  var output: String?

  /// Whether a failure is told as JSON on standard output.
  var isJSON: Bool { format == .json }

  /// The form of the report.
  func resolvedFormat() throws(RunError) -> ReportFormat {
    if let format { return format }
    guard let output, output != "-", !OutputFile.isDevice(output) else { return .text }
    guard let format = ReportFormat(path: output) else {
      throw RunError(.usage, "usage.bad-output", ["path": output])
    }
    return format
  }

  /// Writes a report whole or not at all; `file` is open at ``output``.
  func write(
    _ report: Report, as format: ReportFormat, to file: OutputFile, _ console: Console
  ) throws(RunError) {
    let isStandard = output == nil || output == "-"
    let style = TextStyle(color: isStandard && console.colors(STDOUT_FILENO))
    try report.write(as: format, style: style) { bytes throws(RunError) in try file.write(bytes) }
    try file.finish()
  }
}
