import SurveyCSV
import SurveyDefinition

/// A definition drafted from files of which nothing is known.
///
/// The same files give the same draft, whatever the number of threads and the order of files.
public struct DefinitionDraft: Sendable {
  /// The definition, in YAML.
  public let yaml: String
  /// How each column is understood, a line each.
  public let table: [String]
  /// What was counted of the files as a whole.
  public let counted: String
  /// How many places a person has to decide.
  public let questionCount: Int
  /// What is to be said of the files.
  public let messages: [Message]

  /// What is other than in the definition that it is like, as a patch of it; empty where nothing is,
  /// or where it is like none.
  public let patch: String

  /// Reads all records of the files in one pass, and drafts a definition.
  ///
  /// - Parameters:
  ///   - inputs: the files; several are read as exports of one survey.
  ///   - model: a definition whose ids, titles, targets and measures are kept, to which only what the
  ///     files call things is added.
  ///   - command: the command that reports with the draft, as it stands in it.
  ///   - progress: is told after each block, from any thread.
  /// - Throws: ``RunError`` with `io.*`, `header.*`, `text.*`, `draft.*`.
  /// - Complexity: O(bytes) time, and room that does not grow with the files.
  public init(
    of inputs: [SurveyInput], like model: DraftModel? = nil, _ options: DraftOptions,
    command: String,
    cancellation: Cancellation? = nil, progress: (@Sendable (RunProgress) -> Void)? = nil
  ) throws(RunError) {
    // Whatever order they are given in.
    let inputs = inputs.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    var files: [DraftFile] = []
    for input in inputs { files.append(try DraftFile(input, options, cancellation)) }
    let union = ColumnUnion(files)
    let (counts, settled, doubts) = try Self.pass(
      files, union, options,
      RunCaller(
        totalBytes: files.contains { $0.size == nil }
          ? nil : files.reduce(0) { $0 + ($1.size ?? 0) },
        cancellation: cancellation, progress: progress, rejects: nil))
    let names = union.names.filter { !$0.isEmpty }.map { "“\($0)”" }.joined(separator: ", ")
    let place = Message.Place(file: inputs[0].name)
    guard counts.records > 0 else {
      throw RunError(.data, worded: DraftCode.noRecords, ["columns": names], at: place)
    }
    let columns = settled.enumerated().map { place, column in
      ColumnProfile(
        union.names[place], number: place + 1, isRepeated: union.isRepeated[place],
        isOptional: union.fileCounts[place] < files.count, column)
    }
    let plan = DraftPlan(columns)
    counted = DraftEvidence(plan: plan, locale: options.locale).counted(counts)
    messages = inputs.compactMap(\.note) + files.flatMap(\.messages) + doubts
    let headerLines = files.map(\.form.count).max() ?? 1
    if let model {
      let like = DefinitionLike(model, plan, headerLines: headerLines, in: options.locale)
      yaml = like.edits.text
      patch = like.edits.isEmpty ? "" : like.edits.patch(file: model.file)
      table = like.table
      questionCount = like.doubts.count
      return
    }
    if let (question, answer) = plan.answerLines {
      throw RunError(
        .data, worded: DraftCode.answerLines,
        ["question": columns[question].name, "answer": columns[answer].name], at: place)
    }
    patch = ""
    table = DraftTable(plan, in: options.locale).lines()
    guard !plan.questions.isEmpty else {
      throw RunError(.data, worded: DraftCode.noQuestion, ["columns": names], at: place)
    }
    var writer = DraftWriter(
      plan,
      DraftWriter.Head(
        files: inputs.map { String($0.name.split(separator: "/").last ?? "") }, counts: counts,
        headerLines: headerLines, command: command), in: options.locale)
    yaml = writer.text()
    questionCount = yaml.split(separator: "\n").count { $0.contains("# ? ") }
  }

  /// What is said when all is done: how the files are understood, and what comes next.
  public func closingLines(
    in locale: ReportLocale, files: [String], next command: String
  ) -> [String] {
    [
      DraftWords.tableTitle.text(in: locale, ["files": files.joined(separator: ", ")]), counted,
    ] + table
      + [
        DraftWords.toDecide.text(in: locale, ["n": String(questionCount)]),
        DraftWords.next.text(in: locale, ["command": command]),
      ]
  }

  /// The pass over all records.
  private static func pass(
    _ files: [DraftFile], _ union: ColumnUnion, _ options: DraftOptions, _ caller: RunCaller
  ) throws(RunError) -> (SketchCounts, [SettledColumn], [Message]) {
    let limit = min(1024, max(32, 65_536 / max(1, union.names.count)))
    let empty = union.formats.map { ColumnSketch(limit: limit, formats: $0) }
    let workers = (0..<max(1, options.threads)).map { _ in SketchWorker(empty) }
    var bytes = 0
    var messages: [Message] = []
    for (number, file) in files.enumerated() {
      let sketched = SketchedFile(header: file.header, columns: union.columns[number])
      let reading = SketchReading(
        try file.takeReader(options, caller.cancellation), sketched, caller, bytesBefore: bytes)
      Workers.run(workers.count) { workers[$0].work(reading, sketched) }
      if let failure = reading.failure { throw failure }
      if let doubts = reading.encodingDoubts {
        messages += try MixedEncodings.messages(doubts, file: file.input.name)
      }
      bytes += reading.bytesRead
    }
    for worker in workers.dropFirst() { workers[0].merge(worker) }
    return (workers[0].counts, workers[0].settled(), messages)
  }
}
