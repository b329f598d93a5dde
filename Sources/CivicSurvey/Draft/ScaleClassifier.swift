import SurveyDefinition

/// Finds the known scale that a column's answers are on.
enum ScaleClassifier {
  /// No scale has more spellings.
  private static let mostValues = 60

  /// The scale; `nil` where there is none.
  static func classify(_ column: ColumnProfile) -> ScaleFinding? {
    guard column.isComplete, !column.values.isEmpty, column.values.count <= mostValues else {
      return nil
    }
    var best: ScaleFinding?
    for scale in KnownScale.all {
      let found = match(column, scale)
      if found.matched > best?.matched ?? 0 { best = found }
    }
    guard var found = best, isConvincing(found, column) else { return nil }
    if found.isOfNumbers, !found.scale.isOfNumbers,
      !column.words.has(["hai long", "satisfied", "satisfaction"])
    {
      found =
        KnownScale.all.filter(\.isOfNumbers).map { match(column, $0) }
        .first { $0.matched == found.matched } ?? found
    }
    if found.isOfNumbers, column.words.speaks(of: .recommendation) { return match(column, .ten) }
    // What is beyond a scale of numbers in nearly every export means that there is no opinion.
    if found.isOfNumbers, found.scale.id == KnownScale.ten.id {
      var fewer = match(column, .five)
      let others = fewer.unknown.map(\.folded)
      if Set(others).isSubset(of: ["9", "99"]), others.count == 1, fewer.matched > 0 {
        fewer.noOpinion += fewer.unknown.map(\.text)
        fewer.withoutOpinion += fewer.unknown.reduce(0) { $0 + $1.count }
        fewer.unknown = []
        fewer.isNoOpinionGuessed = true
        return fewer
      }
    }
    return found
  }

  /// What a column's answers are on one scale.
  static func match(_ column: ColumnProfile, _ scale: KnownScale) -> ScaleFinding {
    var found = ScaleFinding(
      scale: scale, levels: Array(repeating: .init(), count: scale.levels.count), noOpinion: [],
      unknown: [], isOfNumbers: true, matched: 0)
    for value in column.values {
      if KnownScale.noOpinion.contains(value.folded) {
        found.noOpinion.append(value.text)
        found.withoutOpinion += value.count
        continue
      }
      guard let level = scale.level(of: value.folded) else {
        found.unknown.append(value)
        continue
      }
      found.levels[level].count += value.count
      found.levels[level].spellings.append(value.text)
      found.matched += value.count
      if !value.folded.allSatisfy({ $0.isNumber || $0 == "." || $0 == "," }) {
        found.isOfNumbers = false
      }
    }
    return found
  }

  private static func speaksOfSatisfaction(_ text: String) -> Bool {
    let text = LabelFolding.fold(text)
    return text.contains("hài lòng") || text.contains("satisfied")
  }

  /// Whether numbers are among those of a scale, so that they may be answers where other columns are.
  static func mayBeAnswers(_ column: ColumnProfile) -> Bool {
    column.isOfIntegers && column.facts.least >= 1 && column.facts.greatest <= 5
  }

  /// Whether what was found can hardly be anything else.
  private static func isConvincing(_ found: ScaleFinding, _ column: ColumnProfile) -> Bool {
    let answered = column.filled - found.withoutOpinion
    guard 100 * found.matched >= 80 * answered else { return false }
    let levels = found.levels.count { $0.count > 0 }
    guard found.isOfNumbers else {
      // Of one level alone, words of satisfaction tell.
      return levels >= 2 || column.words.speaks(of: .satisfaction)
        || found.levels.contains { $0.spellings.contains(where: speaksOfSatisfaction) }
    }
    let isOther = [
      .unit, .field, .kiosk, .channel, .group, .responseID, .frequency, .runningNumber,
    ]
    .contains { column.words.speaks(of: $0) }
    if isOther && !column.words.speaks(of: .satisfaction) { return false }
    if column.words.isNothingBut(.frequency) { return false }
    let values = Set(column.values.map(\.folded))
    return !values.isSubset(of: ["0", "1"]) && found.unknown.allSatisfy { $0.folded.count < 20 }
      && (levels >= 2 || column.words.speaks(of: .satisfaction))
  }
}
