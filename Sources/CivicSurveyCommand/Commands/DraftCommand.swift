import ArgumentParser
import CivicSurvey
import Glibc
import SurveyDefinition

/// The command `civicsurvey draft`.
struct DraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Draft a definition from an office's own exports.",
    discussion: """
      civicsurvey draft FILE… -o my.yaml            then: civicsurvey report my.yaml FILE…
      civicsurvey draft FILE… --like OTHER -o my.yaml   OTHER, with what the files call things
      civicsurvey draft FILE… --into my.yaml        only what is to be added, as a patch to look at

      The draft says of every column what it is taken for, and why. Lines with “# ?” are for a person \
      to decide.

      Exit status: 0 done; 65 a file cannot be read, or has nothing that looks like answers.
      """)

  @Argument(help: "Exports, folders of exports, or - for standard input.", completion: .file())
  var files: [String]

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "Write the definition to this file (default: standard output).", completion: .file())
  var output: String?

  @Option(
    help: "Keep the ids, titles, targets and measures of this definition.", completion: .file())
  var like: String?

  @Option(
    help: "Print what is to be added to this definition, as a patch, and change nothing.",
    completion: .file())
  var into: String?

  @Flag(help: "Write over a definition that somebody has changed.")
  var force = false

  @OptionGroup var exports: ExportOptions
  @OptionGroup var console: ConsoleOptions
  @OptionGroup var threads: ThreadOption

  func run() throws {
    try Run.perform(console) { console in
      console.surveyLanguage = Console.systemLanguage
      var options = DraftOptions()
      options.threads = try threads.number()
      try exports.apply(to: &options)
      if let like, into != nil {
        throw RunError(.usage, worded: DraftCode.likeAndInto, ["path": like])
      }
      let path = like ?? into
      let model = try path.map { path throws(RunError) in
        try DraftModel(DefinitionArgument.read(path, console), file: path)
      }
      options.locale = console.locale
      let found = try Exports(
        drafting: files, apartFrom: output ?? "", sheets: exports.workbookSheets)
      let outputs = OutputSet(
        [], sheets: [output ?? "-"], overwriting: force ? .edits : .untouched)
      try outputs.prepare(apartFrom: found.paths + [path].compactMap { $0 }, console)
      let file = try OutputFile(output ?? "-", overwriting: force ? .edits : .untouched)
      let meter = ProgressMeter(console)
      let draft = try DefinitionDraft(
        of: found.inputs, like: model, options, command: command("report"), progress: meter.show)
      console.progress.clear()
      try file.write(Array((into == nil ? draft.yaml : draft.patch).utf8))
      try file.finish()
      console.printClosing(
        found.messages + draft.messages,
        draft.closingLines(
          in: console.locale, files: files, next: command("report")))
      return .done
    }
  }

  /// The line to type next.
  private func command(_ name: String) -> String {
    (["civicsurvey", name, into ?? output ?? "my.yaml"] + files + exports.given).map(
      ShellWord.quoted
    )
    .joined(separator: " ")
  }
}

/// A word of a command as a shell reads it.
enum ShellWord {
  /// The word as it is where a shell takes it so, else between single quotes.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "-_./+=,@%".unicodeScalars.contains(scalar)
      }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
