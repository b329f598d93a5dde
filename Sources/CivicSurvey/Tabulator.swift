import SurveyCSV
import SurveyDefinition

/// Reads files of responses in one pass and tabulates them: the only type that sees the whole flow.
///
/// All headers are checked before any response is read. Memory does not grow with the files, but
/// for `keepFirst`, which remembers at most 40 bytes a response.
public struct Tabulator {
  /// How files are read.
  public typealias Options = TabulationOptions

  /// How far a run has come.
  public struct Progress: Sendable {
    /// The bytes read, compressed ones as they stand.
    public let bytesRead: Int
    /// All bytes there are, likewise; `nil` where a source does not say.
    public let totalBytes: Int?
  }

  /// What a run has made.
  public struct Result: Sendable {
    /// The sums.
    public let part: TallyPart
    /// The file's name of each digest.
    public let names: [String: String]
    /// What the reader must know of the files.
    public let messages: [Message]
  }

  private let plan: TabulationPlan
  private let options: Options

  /// Prepares runs of one plan.
  public init(_ plan: TabulationPlan, options: Options = Options()) {
    self.plan = plan
    self.options = options
  }

  /// Tabulates `inputs` in their order.
  ///
  /// - Parameters:
  ///   - inputs: the files; the same content given twice counts once. Rows of a rejects file that is
  ///     among them stand for the records of its export.
  ///   - rejects: is handed the bytes of the rejects file, piece by piece.
  ///   - progress: is told after each block.
  /// - Throws: ``RunError`` with `io.*`, `header.*`, `text.*`, `response.returned-*`,
  ///   `response.too-many-categories`, `response.code-contradicts-label`, `tally.too-many-cells`,
  ///   `io.same-content-late`, or whatever `rejects` throws.
  /// - Complexity: O(bytes).
  public func run(
    _ inputs: [SurveyInput],
    rejects: (([UInt8]) throws(RunError) -> Void)? = nil,
    progress: ((Progress) -> Void)? = nil
  ) throws(RunError) -> Result {
    let (given, notes) = try PreparedFile.prepare(inputs, survey: plan.survey, options: options)
    let (files, repeats) = try RepeatedContent.removed(from: given, unpacking: options.unpacking)
    let returned = try ReturnedRejects.read(files, plan.survey, options)
    var pass = TabulationPass(plan, options: options, returned: returned)
    let inOrder = OrderedWork(
      rejects: rejects, columns: files.map(\.columns), locale: options.locale,
      keepsFirst: plan.survey.duplicates == .keepFirst)
    let sizes = files.map(\.size)
    let total = sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
    var done = 0
    for (number, file) in files.enumerated() {
      let before = done
      done += try pass.read(file, number: number, inOrder) { bytes in
        progress?(Progress(bytesRead: before + bytes, totalBytes: total))
      }
    }
    try inOrder.finish()
    try pass.checkLabels()
    let part = try pass.finish()
    return Result(
      part: part, names: pass.names,
      messages: inputs.compactMap(\.note) + notes + repeats + options.labels.messages
        + pass.messages
        + LabelDamage(part).messages)
  }
}
