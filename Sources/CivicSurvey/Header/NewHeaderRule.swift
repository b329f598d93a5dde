import SurveyCSV
import SurveyDefinition

/// Tells a new header among the records of a file from a response.
///
/// Files are pasted together from exports whose columns stand in another order. Every text of a
/// header is a name: of the file's own header, or of one of the survey's columns. A response may be
/// made of such words too, where answers are called like columns; so at least three texts must be
/// names that are nobody's answer, and one stand where the column is called otherwise.
struct NewHeaderRule: Sendable {
  /// How many texts must be names and nothing else, where the file's header has so many.
  private static let fewest = 3

  /// What is asked for only where a record begins like a header.
  private struct Words {
    /// Every name, folded, with how often a header may have it.
    let names: [String: Int]
    /// Every spelling of an answer or a category, folded.
    let answers: Set<String>
    let needed: Int

    init(_ survey: Survey, header: [String]) {
      var names: [String: Int] = [:]
      for name in SurveyColumns(survey).names { names[LabelFolding.fold(name)] = 1 }
      var own: [String: Int] = [:]
      for name in header { own[LabelFolding.fold(name), default: 0] += 1 }
      names.merge(own) { max($0, $1) }
      names[""] = nil
      self.names = names
      let spellings =
        survey.dimensions.flatMap { $0.categories.flatMap(\.spellings) }
        + survey.questions.flatMap { $0.choices.flatMap(\.spellings) + $0.noOpinion }
        + survey.missing + survey.notApplicable
      let answers = Set(spellings.map(LabelFolding.fold))
      self.answers = answers
      needed = max(
        1, min(NewHeaderRule.fewest, own.keys.count { !$0.isEmpty && !answers.contains($0) }))
    }
  }

  private let survey: Survey
  private let header: [String]
  private let known = Locked<Words?>(nil)
  private let spelled: Set<String>
  /// The cells of each line of a header of several lines, folded.
  private let lines: [Set<String>]

  /// - Parameters:
  ///   - header: the names of the file's columns.
  ///   - lines: the lines of its header, where it has several.
  init(_ survey: Survey, header: [String], lines: [[String]] = []) {
    self.survey = survey
    self.header = header
    self.lines =
      lines.count > 1 ? lines.map { Set($0.map(LabelFolding.fold)).subtracting([""]) } : []
    let names = lines.count > 1 ? lines[0] : SurveyColumns(survey).names
    spelled = Set((names + header).flatMap(Self.variants))
  }

  private var words: Words {
    known.withLock { known in
      if let known { return known }
      let words = Words(survey, header: header)
      known = words
      return words
    }
  }

  /// How a name may be written, but for the case of ASCII letters.
  private static func variants(_ name: String) -> [String] {
    let shown = LabelFolding.display(name)
    return [name, shown, shown.uppercased(), shown.lowercased()].filter { !$0.isEmpty }
  }

  /// What a reader watches for.
  var watch: HeaderWatch {
    HeaderWatch(names: spelled, areLines: isAgain, isHeader: isNew)
  }

  /// Whether records are the lines of the header again, in whatever order their columns are: what
  /// each says stands on that line of the header, at least three cells of the first no answers.
  func isAgain(_ records: [[String]]) -> Bool {
    guard records.count == lines.count, !lines.isEmpty,
      records.allSatisfy({ $0.count == records[0].count })
    else { return false }
    for (record, known) in zip(records, lines) {
      let texts = record.map(LabelFolding.fold).filter { !$0.isEmpty }
      guard texts.allSatisfy(known.contains), texts.isEmpty == known.isEmpty else { return false }
    }
    let first = Set(records[0].map(LabelFolding.fold)).subtracting([""])
    let answers = words.answers
    let telling = lines[0].count { !answers.contains($0) }
    return first.count { !answers.contains($0) } >= max(1, min(Self.fewest, telling))
  }

  /// Whether a record's texts are a new header's names below `header`.
  func isNew(_ record: [String], below header: [String]) -> Bool {
    let texts = record.map(LabelFolding.fold)
    let words = words
    var counts: [String: Int] = [:]
    for text in texts where !text.isEmpty {
      guard let most = words.names[text], counts[text, default: 0] < most else { return false }
      counts[text, default: 0] += 1
    }
    let telling = counts.keys.count { !words.answers.contains($0) }
    guard telling >= words.needed else { return false }
    guard texts.count == header.count else { return true }
    // Names where they are already: the header once more, or ticks in the columns of choices.
    return zip(texts, header).contains { !$0.isEmpty && $0 != LabelFolding.fold($1) }
  }
}
