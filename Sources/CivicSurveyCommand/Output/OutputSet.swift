import CivicSurvey

/// Everything that one command writes, looked at together before a response is read.
struct OutputSet {
  /// Every path that is written; `-` is standard output.
  private let paths: [String]
  /// Those of files that people fill in and hand back, where their work is to be kept.
  private let kept: [String]

  /// - Parameters:
  ///   - paths: of what the command alone writes.
  ///   - sheets: of files that people fill in and hand back.
  ///   - overwriting: what becomes of those that somebody has changed.
  init(
    _ paths: [String], sheets: [String?] = [], overwriting: OutputFile.Overwriting = .anything
  ) {
    let sheets = sheets.compactMap { $0 }
    self.paths = paths + sheets
    kept = overwriting == .untouched ? sheets : []
  }

  /// The files among them.
  var written: [String] { paths.filter { $0 != "-" } }

  /// Checks everything, and removes what killed runs have left in its place, which `-v` tells.
  ///
  /// - Throws: as ``check(apartFrom:)``.
  func prepare(apartFrom inputs: [String], _ console: Console) throws(RunError) {
    try check(apartFrom: inputs)
    for path in paths.flatMap(Leftovers.sweep) where console.options.verbose {
      console.print([Message(.ioLeftoverRemoved, severity: .note, ["path": path])])
    }
  }

  /// Refuses to write over what is read, twice to one place, or over somebody's work.
  ///
  /// - Throws: ``RunError`` `usage.output-is-input`, `usage.same-output`,
  ///   `usage.would-overwrite-edits`.
  private func check(apartFrom inputs: [String]) throws(RunError) {
    let read = inputs.compactMap(FileIdentity.init(read:))
    var earlier: [FileIdentity] = []
    for path in paths {
      guard let identity = FileIdentity(written: path) else { continue }
      let shown = ["path": path == "-" ? "stdout" : path]
      if read.contains(identity) { throw RunError(.usage, .usageOutputIsInput, shown) }
      if earlier.contains(identity) { throw RunError(.usage, .usageSameOutput, shown) }
      earlier.append(identity)
    }
    for path in kept where Seal.isBrokenOrMissing(at: path) {
      throw RunError(.usage, .usageWouldOverwriteEdits, ["path": path])
    }
  }
}
