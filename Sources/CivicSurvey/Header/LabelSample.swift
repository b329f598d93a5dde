import SurveyCSV
import SurveyDefinition

/// The different labels among a file's first records, for a look at what became of their letters.
struct LabelSample {
  /// How many records are looked at.
  private static let recordCount = 300
  /// They hardly take more bytes than this.
  private static let byteCount = 256 << 10
  /// Of records as long as most, no more are taken apart than are looked at.
  private static let blockSize = 32 << 10

  /// How many labels have letters, and in how many some are lost.
  private var letters = Damage()
  /// How many labels have digits, and how many of these are damaged codes.
  private var codes = Damage()

  private struct Damage {
    var count = 0
    var damaged: [String] = []

    var isMost: Bool { 2 * damaged.count > count }
  }

  /// Refuses a file if more than half of its different labels have lost letters, or of its codes
  /// their digits; what is read of it later is counted all the same.
  ///
  /// - Parameters:
  ///   - head: The first bytes of the file.
  ///   - encoding: Their encoding.
  /// - Throws: ``RunError`` with `text.letters-lost` or `text.codes-damaged`.
  static func check(
    _ head: ArraySlice<UInt8>, _ encoding: TextEncoding, _ columns: ResponsePlan, _ survey: Survey,
    dialect: CSVDialect, file: String
  ) throws(RunError) {
    var sample = LabelSample()
    sample.read(head, encoding, columns, survey, dialect: dialect)
    let place = Message.Place(file: file)
    var messages: [Message] = []
    for (code, damage) in [
      (MessageCode.textLettersLost, sample.letters), (.textCodesDamaged, sample.codes),
    ] where damage.isMost {
      messages.append(
        Message(
          code,
          [
            "damagedCount": String(damage.damaged.count), "labelsCount": String(damage.count),
            "examples": damage.damaged.prefix(3).map { "“\($0)”" }.joined(separator: ", "),
          ], at: place))
    }
    if !messages.isEmpty { throw RunError(.data, messages) }
  }

  private mutating func read(
    _ head: ArraySlice<UInt8>, _ encoding: TextEncoding, _ columns: ResponsePlan, _ survey: Survey,
    dialect: CSVDialect
  ) {
    var wanted: [SampledColumn] = []
    for (dimension, column) in zip(survey.dimensions, columns.dimensionColumns) {
      guard let column, !dimension.isOpen else { continue }
      wanted.append(
        SampledColumn(
          column, known: dimension.categories.flatMap(\.spellings), survey: survey))
    }
    for (question, column) in zip(survey.questions, columns.questionColumns) {
      guard let column, question.type != .text, !question.isPersonal else { continue }
      wanted.append(
        SampledColumn(
          column, known: question.choices.flatMap(\.spellings) + question.noOpinion,
          separator: question.separator, survey: survey))
    }
    wanted += columns.idColumns.map { SampledColumn($0) }
    var source = ByteSource(bytes: Array(head.prefix(Self.byteCount)), name: "", unpacking: .none)
    do {
      try source.decode(from: encoding)
      let rule = HeaderRule(survey)
      var reader = try RecordReader(
        source, dialect: dialect, blockSize: Self.blockSize, isHeader: rule.isHeader)
      var batch = RecordBatch()
      var left = Self.recordCount
      while left > 0, try reader.next(into: &batch) {
        for record in 0..<min(left, batch.recordCount) {
          for index in wanted.indices {
            let column = wanted[index].column
            guard batch.isText(record: record, column: column) else { continue }
            wanted[index].add(batch.value(record: record, column: column))
          }
        }
        left -= batch.recordCount
      }
    } catch {
      // The file itself is read next, and says what is wrong.
      return
    }
    judge(wanted)
  }

  private mutating func judge(_ columns: [SampledColumn]) {
    var seen: Set<String> = []
    for column in columns {
      // Nearly always every label with digits is known.
      var damagedCodes: DamagedCodes?
      for label in column.labels where seen.insert(label).inserted {
        let isKnown = column.isKnown(label)
        if !column.isID, label.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) {
          letters.count += 1
          if !isKnown, LostLetters.isDamaged(label) { letters.damaged.append(label) }
        }
        if label.utf8.contains(where: { (0x30...0x39).contains($0) }) {
          codes.count += 1
          if isKnown { continue }
          let rule = damagedCodes ?? DamagedCodes(known: column.known)
          damagedCodes = rule
          if rule.isDamaged(label) { codes.damaged.append(label) }
        }
      }
    }
  }
}

/// The different values of one column, in the order seen.
private struct SampledColumn {
  let column: Int
  let known: [String]
  /// Whether its values identify responses, so that nothing is known beforehand and none is shown.
  let isID: Bool
  private let separator: String?
  private let folded: Set<String>
  private var seen: Set<[UInt8]> = []
  private var last: [UInt8]?

  init(_ column: Int, known: [String], separator: String? = nil, survey: Survey) {
    self.column = column
    self.known = known
    self.separator = separator
    isID = false
    folded = Set((known + survey.missing + survey.notApplicable).map(LabelFolding.fold))
  }

  init(_ idColumn: Int) {
    column = idColumn
    known = []
    separator = nil
    isID = true
    folded = []
  }

  mutating func add(_ value: [UInt8]) {
    // Many rows say what the row before says.
    if value == last { return }
    seen.insert(value)
    last = value
  }

  func isKnown(_ label: String) -> Bool {
    !folded.isEmpty && folded.contains(LabelFolding.fold(label))
  }

  /// The labels as they are shown, without blank ones.
  var labels: [String] {
    var labels: Set<String> = []
    for value in seen {
      let text = String(decoding: value, as: UTF8.self)
      var parts = [text]
      if let separator, !isKnown(text) { parts = text.split(separator: separator).map(String.init) }
      for part in parts {
        let label = LabelFolding.display(part)
        if !label.isEmpty { labels.insert(label) }
      }
    }
    return labels.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
