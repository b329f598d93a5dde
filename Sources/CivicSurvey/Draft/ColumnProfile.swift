import SurveyCSV
import SurveyDefinition

/// A column as people see it: its labels by how often they come, and what its values have in common.
struct ColumnProfile: Sendable {
  /// Values that fold alike.
  struct Value: Sendable {
    /// The spelling that comes most often.
    let text: String
    let folded: String
    let count: Int
  }

  /// The name as it stands in the file.
  let name: String
  /// What the name speaks of.
  let words: ColumnName
  /// The place among all columns, from 1.
  let number: Int
  /// Whether another column of the file has the same name.
  let isRepeated: Bool
  /// Whether a file lacks it.
  let isOptional: Bool
  /// The records of the files that have it.
  let records: Int
  /// Those in which it is blank, or says that nothing was said.
  let blanks: Int
  /// How it says that, as it is written.
  let blankSpellings: [String]
  /// Its values, the most frequent first.
  let values: [Value]
  /// Whether these are all.
  let isComplete: Bool
  /// How many different values there are; about so many where not all are kept.
  let distinct: Int
  /// What the values have in common.
  let facts: ValueFacts
  /// What looks personal.
  let personal: PersonalPatterns
  /// The formats that were tried.
  let formats: [TimestampFormat]
  /// Values whose bytes are no text.
  let badTexts: Int

  /// The records that say something.
  var filled: Int { max(0, records - blanks - badTexts) }

  /// Words that stand for a blank, folded.
  private static let blankWords: Set<String> = [
    "n/a", "#n/a", "na", "null", "nan", "-", "--", "—", ".", "(trống)", "(blank)", "undefined",
    "(null)", "không có dữ liệu",
  ]

  init(
    _ name: String, number: Int, isRepeated: Bool, isOptional: Bool, _ settled: SettledColumn
  ) {
    self.name = LabelFolding.display(name)
    words = ColumnName(name)
    self.number = number
    self.isRepeated = isRepeated
    self.isOptional = isOptional
    records = settled.facts.count + settled.facts.blanks
    var spellings: [String: [(text: String, count: Int)]] = [:]
    var blanks: [(text: String, count: Int)] = []
    for value in settled.values {
      guard let text = String(validating: value.text, as: UTF8.self) else { continue }
      let shown = LabelFolding.display(text)
      let folded = LabelFolding.fold(text)
      if folded.isEmpty { continue }
      if Self.blankWords.contains(folded) {
        blanks.append((shown, value.count))
      } else {
        spellings[folded, default: []].append((shown, value.count))
      }
    }
    self.blanks = settled.facts.blanks + blanks.reduce(0) { $0 + $1.count }
    var seen: Set<String> = []
    blankSpellings = blanks.map(\.text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .filter { seen.insert(LabelFolding.fold($0)).inserted }
    values = spellings.map { folded, texts in
      var counts: [String: Int] = [:]
      for text in texts { counts[text.text, default: 0] += text.count }
      let best = counts.max {
        ($0.value, $1.key) < ($1.value, $0.key)
      }
      return Value(
        text: best?.key ?? folded, folded: folded, count: counts.values.reduce(0, +))
    }.sorted { left, right in
      left.count != right.count
        ? left.count > right.count : left.folded.utf8.lexicographicallyPrecedes(right.folded.utf8)
    }
    isComplete = settled.isComplete
    distinct = settled.isComplete ? values.count : settled.distinct
    facts = settled.facts
    personal = settled.personal
    formats = settled.formats
    badTexts = settled.badTexts
  }

  /// Whether at least so many in a hundred of what is said is such.
  func isMost(_ count: Int, percent: Int = 95) -> Bool {
    filled > 0 && 100 * count >= percent * filled
  }

  /// Whether every value is a whole number.
  var isOfIntegers: Bool { filled > 0 && facts.integers >= filled }

  /// Whether every value is a number.
  var isOfNumbers: Bool { filled > 0 && facts.integers + facts.decimals >= filled }

  /// Whether hardly a value comes twice.
  var isNearlyUnique: Bool { filled > 1 && 100 * distinct >= 90 * filled }

  /// The bytes of a value, on average.
  var meanLength: Int { filled > 0 ? facts.bytes / filled : 0 }
}
