import ArgumentParser
import CivicSurvey
import Glibc
import SurveyReports

extension ReportFormat: ExpressibleByArgument {}

/// Where a report goes, and in which forms.
struct OutputOptions: ParsableArguments {
  @Option(help: "text, json, csv, md or html (default: by the extension of -o, else text).")
  var format: ReportFormat?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "Write to this file; - is standard output. May be given several times.",
    completion: .file())
  var outputs: [String] = []

  @Flag(help: "Open the page in the browser, where there is a desktop.")
  var open = false

  /// Where the page of `--open` is written, unless another is named.
  private static let page = "report.html"

  /// Whether a failure is told as JSON on standard output.
  var isJSON: Bool { format == .json }

  /// The files that are written; `-` is standard output.
  var paths: [String] {
    if open, format != .html, !outputs.contains(where: { ReportFormat(path: $0) == .html }) {
      return outputs + [Self.page]
    }
    return outputs.isEmpty ? ["-"] : outputs
  }

  /// The forms of the report, one for each of ``paths``.
  func formats() throws(RunError) -> [ReportFormat] {
    if format != nil, paths.count > 1 { throw RunError(.usage, "usage.format-of-several") }
    var formats: [ReportFormat] = []
    for path in paths {
      if let format {
        formats.append(format)
      } else if path == "-" || OutputFile.isDevice(path) {
        formats.append(.text)
      } else if let format = ReportFormat(path: path) {
        formats.append(format)
      } else {
        throw RunError(.usage, "usage.bad-output", ["path": path])
      }
    }
    if formats.contains(.datapackage), table(beside: formats) == nil {
      throw RunError(.usage, "usage.datapackage-alone")
    }
    return formats
  }

  /// The CSV that a data package describes: it must lie in the same folder, since a package's paths
  /// may not lead out of it.
  private func table(beside formats: [ReportFormat]) -> String? {
    func folder(_ path: String) -> Substring {
      path.lastIndex(of: "/").map { path[..<$0] } ?? ""
    }
    guard let package = formats.firstIndex(of: .datapackage) else { return nil }
    return zip(paths, formats).first { path, format in
      format == .csv && path != "-" && folder(path) == folder(paths[package])
    }.map { path, _ in String(path.split(separator: "/").last ?? "") }
  }

  /// Writes a report in every form, each whole or not at all; `files` are open at ``paths``.
  func write(
    _ report: Report, as formats: [ReportFormat], to files: [OutputFile], _ console: Console
  ) throws(RunError) {
    let table = table(beside: formats) ?? ""
    for (place, path) in paths.enumerated() {
      let isTerminal = path == "-" && isatty(STDOUT_FILENO) == 1
      let style = TextStyle(
        color: path == "-" && console.colors(STDOUT_FILENO), bars: isTerminal && Desktop.hasGlyphs)
      try report.write(as: formats[place], style: style, table: table) { bytes throws(RunError) in
        try files[place].write(bytes)
      }
      try files[place].finish()
    }
    if open, let place = formats.firstIndex(of: .html), paths[place] != "-" {
      Desktop.show(paths[place], console)
    }
  }
}
