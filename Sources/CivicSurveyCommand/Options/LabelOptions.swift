import ArgumentParser
import CivicSurvey

/// What is done about labels that the definition does not know.
struct LabelOptions: ParsableArguments {
  @Option(
    name: .customLong("labels"),
    help: ArgumentHelp(
      "What labels mean, as filled in by staff; may be given several times.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write the labels that are not known to this CSV file, to be filled in.", valueName: "path"),
    completion: .file())
  var unknownLabels: String?

  /// What the files say.
  func meanings(for plan: TabulationPlan) throws(RunError) -> LabelMeanings {
    try LabelMeanings(reading: files.map(SurveyInput.path), for: plan)
  }

  /// The file for the labels that are not known, open already; `nil` where none is wanted.
  func openUnknown(
    overwriting: OutputFile.Overwriting
  ) throws(RunError) -> OutputFile? {
    guard let unknownLabels else { return nil }
    return try OutputFile(unknownLabels, overwriting: overwriting)
  }

  /// Writes the labels that are not known.
  func write(
    _ part: TallyPart, to file: OutputFile?, _ console: Console
  ) throws(RunError) {
    guard let file else { return }
    try part.writeUnknownLabels(locale: console.locale) { bytes throws(RunError) in
      try file.write(bytes)
    }
    try file.finish()
  }
}
