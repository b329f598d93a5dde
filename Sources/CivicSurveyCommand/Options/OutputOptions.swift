import ArgumentParser
import CivicSurvey
import Glibc
import SurveyReports

/// A form of the report: bytes that are written as they come, or a file that a library makes.
enum OutputForm: Equatable, ExpressibleByArgument {
  case report(ReportFormat)
  case workbook

  init?(argument: String) {
    if argument == "xlsx" {
      self = .workbook
    } else if let format = ReportFormat(rawValue: argument) {
      self = .report(format)
    } else {
      return nil
    }
  }

  /// The form that a path's extension names.
  init?(path: String) {
    if path.lowercased().hasSuffix(".xlsx") {
      self = .workbook
    } else if let format = ReportFormat(path: path) {
      self = .report(format)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { ReportFormat.allCases.map(\.rawValue) + ["xlsx"] }

  /// Its name, as `--format` takes it.
  var name: String {
    switch self {
    case .report(let format): format.rawValue
    case .workbook: "xlsx"
    }
  }

  /// Whether it shows more than the breakdown that was asked for.
  var isPage: Bool { self == .workbook || self == .report(.html) }
}

/// Where a report goes, and in which forms.
struct OutputOptions: ParsableArguments {
  @Option(
    help: "text, json, csv, md, html or xlsx (default: by the extension of -o, else text).")
  var format: OutputForm?

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
  var isJSON: Bool { format == .report(.json) }

  /// The files that are written; `-` is standard output.
  var paths: [String] {
    let page = OutputForm.report(.html)
    if open, format != page, !outputs.contains(where: { OutputForm(path: $0) == page }) {
      return outputs + [Self.page]
    }
    return outputs.isEmpty ? ["-"] : outputs
  }

  /// The forms of the report, one for each of ``paths``.
  func forms() throws(RunError) -> [OutputForm] {
    if format != nil, paths.count > 1 { throw RunError(.usage, .usageFormatOfSeveral) }
    var forms: [OutputForm] = []
    for path in paths {
      if let format {
        forms.append(format)
      } else if path == "-" || OutputFile.isDevice(path) {
        forms.append(.report(.text))
      } else if let form = OutputForm(path: path) {
        forms.append(form)
      } else {
        throw RunError(.usage, .usageBadOutput, ["path": path])
      }
    }
    if forms.contains(.report(.datapackage)), table(beside: forms) == nil {
      throw RunError(.usage, .usageDatapackageAlone)
    }
    if forms.contains(.workbook), paths.contains("-"), isatty(STDOUT_FILENO) == 1 {
      throw RunError(.usage, .usageWorkbookToTerminal)
    }
    return forms
  }

  /// The CSV that a data package describes: it must lie in the same folder, since a package's paths
  /// may not lead out of it.
  private func table(beside forms: [OutputForm]) -> String? {
    func folder(_ path: String) -> Substring {
      path.lastIndex(of: "/").map { path[..<$0] } ?? ""
    }
    guard let package = forms.firstIndex(of: .report(.datapackage)) else { return nil }
    return zip(paths, forms).first { path, form in
      form == .report(.csv) && path != "-" && folder(path) == folder(paths[package])
    }.map { path, _ in String(path.split(separator: "/").last ?? "") }
  }

  /// Writes a report or a scorecard in every form, each whole or not at all; `files` are open at ``paths``.
  func write(
    _ report: some WritableReport, as forms: [OutputForm], to files: [OutputFile],
    _ console: Console
  ) throws(RunError) {
    let table = table(beside: forms) ?? ""
    for (place, path) in paths.enumerated() {
      switch forms[place] {
      case .report(let format):
        let isTerminal = path == "-" && isatty(STDOUT_FILENO) == 1
        let style = TextStyle(
          color: path == "-" && console.colors(STDOUT_FILENO),
          bars: isTerminal && Desktop.hasGlyphs)
        let escapes = isTerminal && format == .csv
        try report.write(as: format, style: style, table: table) { bytes throws(RunError) in
          // A file has each label as it is; a terminal would obey what is in it.
          try files[place].write(escapes ? EscapedControls.table(bytes) : bytes)
        }
      case .workbook:
        try files[place].append { path, folder throws(RunError) in
          try report.writeWorkbook(to: path, folder: folder)
        }
      }
      try files[place].finish()
    }
    if open, let place = forms.firstIndex(of: .report(.html)), paths[place] != "-" {
      Desktop.show(paths[place], console)
    }
  }
}
