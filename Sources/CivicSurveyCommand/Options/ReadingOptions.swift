import ArgumentParser
import CivicSurvey
import Glibc
import SurveyCSV

/// The options of how exports are read.
struct ReadingOptions: ParsableArguments {
  @OptionGroup var exports: ExportOptions

  @Option(help: "Write rejected records to this CSV file, to be mended.", completion: .file())
  var rejects: String?

  @OptionGroup var labels: LabelOptions

  @Flag(help: "Write over files that somebody has changed: --rejects, --unknown-labels, opinions.")
  var force = false

  @OptionGroup var threads: ThreadOption

  @Option(
    help: ArgumentHelp(
      "The most that one compressed export may come to, unpacked, such as 64GiB or 500MB.",
      valueName: "size"))
  var maxExpanded = "64GiB"

  @Flag(name: .customLong("sha256"), help: "Also take the SHA-256 of each export, unpacked.")
  var sha256 = false

  @Option(
    help: ArgumentHelp(
      "The most cells, one for each question in each combination of categories (default: 5000000).",
      valueName: "n"))
  var maxCells: Int?

  @Option(
    help: ArgumentHelp(
      "What finds the records; all find the same.", valueName: "engine", visibility: .hidden))
  var engine: EngineChoice?

  @Flag(
    help: ArgumentHelp(
      "Print how long one thread kept the others from reading.", visibility: .hidden))
  var lockTime = false

  /// The files that people fill in and hand back.
  var sheets: [String?] { [rejects, labels.unknownLabels] }

  /// An option that concerns exports alone, where one is given.
  var givenForExports: String? {
    let flags = [
      ("--rejects", rejects != nil), ("--sha256", sha256), ("--labels", !labels.files.isEmpty),
    ]
    return flags.first { $0.1 }?.0
  }

  /// What becomes of ``sheets`` that somebody has changed.
  var overwriting: OutputFile.Overwriting { force ? .edits : .untouched }

  /// Tabulates exports, with progress and the rejects file.
  ///
  /// - Parameter opinions: which opinions of a register are wanted with their words.
  func tabulate(
    _ plan: TabulationPlan, _ inputs: [SurveyInput], opinions: OpinionQuery? = nil,
    _ console: Console
  ) throws(RunError) -> Tabulator.Result {
    var options = Tabulator.Options()
    options.locale = console.locale
    try exports.apply(to: &options)
    if let engine = try EngineChoice.wanted(engine) { options.engine = engine }
    guard let maxExpandedBytes = ByteSize.bytes(maxExpanded) else {
      throw RunError(.usage, .usageBadSize, ["value": maxExpanded])
    }
    options.maxExpandedBytes = maxExpandedBytes
    options.computesSHA256 = sha256
    options.measuresLock = lockTime
    options.threads = try threads.number()
    if let maxCells {
      guard maxCells > 0 else {
        throw RunError(.usage, .usageMaxCells, ["value": String(maxCells)])
      }
      options.maxCells = maxCells
    }
    options.labels = try labels.meanings(for: plan)
    let meter = ProgressMeter(console)
    let tabulator = Tabulator(plan, options: options)
    let result: Tabulator.Result
    if let rejects {
      let file = Locked(try OutputFile(rejects, mode: 0o600, overwriting: overwriting))
      result = try tabulator.run(
        inputs, opinions: opinions, progress: meter.show,
        rejects: { bytes throws(RunError) in
          try file.withLock { file throws(RunError) in try file.write(bytes) }
        })
      try file.withLock { file throws(RunError) in try file.finish() }
    } else {
      result = try tabulator.run(inputs, opinions: opinions, progress: meter.show)
    }
    console.progress.clear()
    if lockTime { console.print(line: "lock-time \(Self.seconds(result.lockTime)) s") }
    if console.options.verbose { Self.printSources(result, console) }
    return result
  }

  /// Seconds with six decimals.
  private static func seconds(_ time: Duration) -> String {
    let (seconds, attoseconds) = time.components
    let decimals = String(attoseconds / 1_000_000_000_000)
    return "\(seconds).\(String(repeating: "0", count: 6 - decimals.count))\(decimals)"
  }

  private static func printSources(_ result: Tabulator.Result, _ console: Console) {
    let isSought = result.part.plan.survey.duplicates != .keepAll
    let phrase = isSought ? Phrase.sourceRead : .sourceReadUnsought
    for source in result.part.sources {
      let accounting = source.accounting
      let duplicates = accounting.identicalDuplicates + accounting.conflictingDuplicates
      let numbers = [
        "bytes": source.bytes, "read": accounting.read, "accepted": accounting.accepted,
        "rejected": accounting.rejected, "duplicate": duplicates,
        "outOfScope": accounting.outOfScope, "blank": accounting.blank,
        "repaired": accounting.repaired,
      ]
      var values = numbers.mapValues(String.init)
      values["name"] = EscapedControls.text(result.names[source.digest.description] ?? "")
      values["digest"] = source.digest.description
      console.print(line: phrase.text(in: console.locale, values))
    }
  }
}
