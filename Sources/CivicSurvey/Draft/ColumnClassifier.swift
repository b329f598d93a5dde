import SurveyDefinition

/// Tells what one column is, by its values first and by its name where these leave it open.
enum ColumnClassifier {
  /// A dimension has at most so many categories.
  private static let mostCategories = 1_000
  /// An address or a number alone has no more bytes, on average.
  private static let longestNumber = 40
  /// The bytes of a label are no more than this, on average.
  private static let longestLabel = 80

  static func classify(_ column: ColumnProfile) -> ColumnFinding {
    let words = column.words
    if column.name.isEmpty { return .leftOut(.nameless) }
    if column.isRepeated { return .leftOut(.sameName) }
    if column.filled == 0 { return .leftOut(.blank) }
    if isPersonal(column) { return .leftOut(.personal) }
    if let time = TimeClassifier.classify(column) { return time }
    if isUnreadTime(column) { return .leftOut(.unreadTime) }
    if column.isOfIntegers, words.isNothingBut(.frequency), column.facts.least >= 0 {
      return .frequency
    }
    if let id = responseID(column) { return id }
    if let scale = ScaleClassifier.classify(column) { return .rating(scale) }
    if let answer = yesNo(column) { return answer }
    if isRunningNumber(column) { return .leftOut(.runningNumber) }
    let isDimensionByName = [.unit, .field, .channel, .kiosk, .group].contains {
      words.speaks(of: $0)
    }
    if column.isOfIntegers, words.speaks(of: .frequency), column.facts.least >= 0 {
      return .leftOut(.countsPerhaps)
    }
    if column.isOfNumbers, !isDimensionByName || column.facts.decimals > 0 && !hasFew(column) {
      return .leftOut(.numbers)
    }
    if let parts = PartsClassifier.classify(column), !hasFewWhole(column, parts) {
      return .multiple(parts)
    }
    if isDimension(column, byName: isDimensionByName) {
      return column.distinct == 1 && !isDimensionByName ? .leftOut(.constant) : .dimension
    }
    if looksLikeCodes(column) { return .leftOut(.codes) }
    return .text
  }

  /// Whether the values, or else the name, say who somebody is.
  private static func isPersonal(_ column: ColumnProfile) -> Bool {
    let personal = column.personal
    // A number in a sentence makes no column of numbers.
    guard column.meanLength <= longestNumber || column.words.speaks(of: .person) else {
      return false
    }
    if 2 * personal.emails > personal.looked { return true }
    let isCode = column.words.speaks(of: .responseID)
    if 2 * (personal.phones + personal.papers) > personal.looked, !isCode { return true }
    return column.words.speaks(of: .person) && !column.words.speaks(of: .unit)
      && !column.words.speaks(of: .satisfaction) && ScaleClassifier.classify(column) == nil
  }

  private static func isUnreadTime(_ column: ColumnProfile) -> Bool {
    guard column.words.speaks(of: .time), !column.isOfNumbers else { return false }
    return column.values.prefix(20).allSatisfy { value in
      value.text.count { $0.isNumber } >= 4 && value.text.contains { "/:-.".contains($0) }
    } && !column.values.isEmpty
  }

  private static func responseID(_ column: ColumnProfile) -> ColumnFinding? {
    let repeated = max(0, column.filled - column.distinct)
    let isNamed = column.words.speaks(of: .responseID)
    let isLabel = column.words.has([
      "field", "linh vuc", "don vi", "kiosk", "unit", "thu tuc", "tthc",
    ])
    let isShort = column.facts.longest <= 64 && 4 * column.facts.spaced <= column.filled
    guard isNamed, !isLabel, isShort, column.distinct > 1 || column.filled == 1 else { return nil }
    // A code that hardly tells responses apart is none of theirs.
    guard
      5 * column.distinct >= column.filled || column.filled < 20
        || column.facts.shortened > 0
    else { return nil }
    return .responseID(isExact: column.isComplete, repeated: repeated)
  }

  private static func yesNo(_ column: ColumnProfile) -> ColumnFinding? {
    let found = ScaleClassifier.match(column, KnownScale.yesNo)
    guard column.isComplete, column.isMost(found.matched), !column.values.isEmpty else {
      return nil
    }
    let levels = found.levels.count { $0.count > 0 }
    let words: Set<String> = ["yes", "no", "có", "không"]
    guard levels == 2 || column.values.allSatisfy({ words.contains($0.folded) }) else {
      return nil
    }
    if column.words.speaks(of: .frequency) { return nil }
    return column.words.has(["hai long", "satisfied"]) ? .rating(found) : .yesNo
  }

  private static func isRunningNumber(_ column: ColumnProfile) -> Bool {
    column.facts.isRunningNumber || column.words.isNothingBut(.runningNumber) && column.isOfIntegers
  }

  private static func hasFew(_ column: ColumnProfile) -> Bool {
    column.isComplete && column.distinct <= 50 && 2 * column.distinct <= column.filled
  }

  /// Whether cells with a separator are labels that come again as they are, and hardly any part does
  /// by itself: `Đất đai, xây dựng`.
  private static func hasFewWhole(_ column: ColumnProfile, _ parts: PartsFinding) -> Bool {
    let several = column.values.filter { $0.text.contains(parts.separator) }
    let isNamed = [.unit, .field, .channel, .kiosk].contains { column.words.speaks(of: $0) }
    return column.isComplete && several.count <= 2 && column.values.count >= 3 && isNamed
  }

  private static func isDimension(_ column: ColumnProfile, byName: Bool) -> Bool {
    guard column.distinct <= mostCategories, column.meanLength <= longestLabel else { return false }
    if column.words.speaks(of: .freeText), !byName { return false }
    if byName { return !column.isNearlyUnique || column.filled < 20 }
    return column.filled >= 4 && 2 * column.distinct <= column.filled
  }

  private static func looksLikeCodes(_ column: ColumnProfile) -> Bool {
    guard column.facts.spaced == 0, column.facts.longest <= 64, !column.words.speaks(of: .freeText)
    else { return false }
    return column.values.prefix(50).allSatisfy { $0.text.contains { $0.isNumber } }
  }
}
