import SurveyDefinition

/// What the definition will say: ids, roles, one id, one time, and scales that questions share.
struct DraftPlan {
  /// A scale with the ways in which this export spells it.
  struct Scale {
    let id: String
    let scale: KnownScale
    /// For each level of the known scale, how it is written and how often.
    var levels: [ScaleFinding.Level]
    var noOpinion: [String] = []
    /// Whether a number beyond the scale is only thought to mean that there is no opinion.
    var isNoOpinionGuessed = false
    /// Whether all answers are numbers.
    var isOfNumbers = true

    /// The levels that stand in the definition: of a scale of which two were chosen these alone, for it
    /// may have no more.
    var shown: [Int] {
      let seen = levels.indices.filter { levels[$0].count > 0 }
      return scale.isWhole && (seen.count != 2 || scale.isOfNumbers || isOfNumbers)
        ? Array(levels.indices) : seen
    }

    /// The keys that are proposed as satisfied.
    var satisfied: [String] {
      shown.map { scale.levels[$0].key }.filter(scale.satisfied.contains)
        .sorted { $0.count == $1.count ? $0 < $1 : $0.count < $1.count }
    }
  }

  /// What a question takes its answers from.
  enum Answers {
    case scale(Int, ScaleFinding)
    case levels(Int, ColumnFamilies.Levels)
    case yesNo(ScaleFinding)
    case multiple(PartsFinding)
    case ticks(ColumnFamilies.Ticks)
    case text
    /// One of the column's values.
    case single
  }

  /// A question.
  struct Question {
    let id: String
    /// The place of its column; that of the first of several.
    let column: Int
    let answers: Answers
    var role: QuestionRole?
  }

  /// A dimension.
  struct Dimension {
    let id: String
    let column: Int
    let role: OfficeDimension?
    /// Whether its categories are whatever the data has.
    let isOpen: Bool
  }

  let columns: [ColumnProfile]
  private(set) var responseID: Int?
  private(set) var time: (column: Int, finding: TimeFinding)?
  private(set) var frequency: Int?
  private(set) var scales: [Scale] = []
  private(set) var dimensions: [Dimension] = []
  private(set) var questions: [Question] = []
  private(set) var leftOut: [(column: Int, reason: ColumnFinding.Reason)] = []
  /// What each column is taken for.
  private(set) var findings: [ColumnFinding]

  /// A closed dimension has at most so many categories.
  private static let mostCategories = 30

  private var ids: Set<String> = []

  /// Plans a definition of columns.
  init(_ columns: [ColumnProfile]) {
    self.columns = columns
    findings = columns.map(ColumnClassifier.classify)
    let families = ColumnFamilies(columns)
    let members = families.members
    chooseID(members)
    chooseTime(members)
    chooseFrequency(members, hasLevels: !families.levels.isEmpty)
    settleNumbers(members)
    planQuestionsAndDimensions(families)
    askOfDimension()
    giveRoles()
    leftOut.sort { $0.column < $1.column }
  }

  /// The names of columns that say nothing else: blanks that are spelled.
  var blankSpellings: [String] {
    var seen: Set<String> = []
    return columns.flatMap(\.blankSpellings)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .filter { seen.insert(LabelFolding.fold($0)).inserted }
  }

  /// The columns of questions and of answers where each line is one answer; `nil` in any other file.
  var answerLines: (question: Int, answer: Int)? {
    guard let responseID, columns[responseID].distinct < columns[responseID].filled else {
      return nil
    }
    let question = columns.first {
      $0.words.has(["question", "cau hoi", "item"]) && $0.isComplete && $0.distinct > 1
        && 2 * $0.distinct <= $0.filled
    }
    let answer = columns.first {
      $0.words.has(["answer", "tra loi", "cau tra loi", "value", "gia tri"])
        && $0.number != question?.number
    }
    guard let question, let answer else { return nil }
    return (question.number - 1, answer.number - 1)
  }

  // MARK: - Columns of which there is one

  private mutating func chooseID(_ members: Set<Int>) {
    var best: (place: Int, rank: (Int, Int, Int))?
    for (place, finding) in findings.enumerated() where !members.contains(place) {
      guard case .responseID = finding else { continue }
      let column = columns[place]
      let isOwn =
        column.words.has([
          "response", "phieu", "bien nhan", "ho so", "submission", "record", "responseid",
          "dossier",
          "maphieu", "mahoso",
        ]) || column.words.isNothingBut(.responseID)
      let share = 100 * column.distinct / max(1, column.filled)
      let rank = (share >= 90 ? 1 : 0, isOwn ? 1 : 0, -place)
      if best.map({ rank > $0.rank }) ?? true { best = (place, rank) }
    }
    responseID = best?.place
    for (place, finding) in findings.enumerated() where place != responseID {
      guard case .responseID = finding, !members.contains(place) else { continue }
      leave(place, .otherID)
    }
  }

  private mutating func chooseTime(_ members: Set<Int>) {
    var best: (place: Int, rank: (Int, Int))?
    for (place, finding) in findings.enumerated() where !members.contains(place) {
      guard case .time(let time) = finding else { continue }
      let words = columns[place].words
      var rank = words.speaks(of: .time) ? 2 : 0
      if words.has([
        "submitted", "dau thoi gian", "completion", "completed", "recorded", "answered", "end",
        "danh gia", "gui", "nop", "tra loi", "received",
      ]) {
        rank = 3
      }
      if words.has(["start", "started", "bat dau", "updated", "cap nhat"]) { rank = 1 }
      if words.has(["birth", "sinh"]) { rank = -1 }
      let whole = (rank, time.read)
      if rank >= 0, best.map({ whole > $0.rank }) ?? true { best = (place, whole) }
    }
    if let best, case .time(let finding) = findings[best.place] { time = (best.place, finding) }
    for (place, finding) in findings.enumerated() where place != best?.place {
      guard case .time = finding, !members.contains(place) else { continue }
      leave(place, .otherTime)
    }
  }

  private mutating func chooseFrequency(_ members: Set<Int>, hasLevels: Bool) {
    for (place, finding) in findings.enumerated() where !members.contains(place) {
      guard case .frequency = finding else { continue }
      if frequency == nil, !hasLevels { frequency = place } else { leave(place, .numbers) }
    }
  }

  private mutating func leave(_ place: Int, _ reason: ColumnFinding.Reason) {
    findings[place] = .leftOut(reason)
    leftOut.append((place, reason))
  }

  // MARK: - Scales

  /// Numbers are on the scale of words where one column mixes both, and say how they belong together.
  private mutating func settleNumbers(_ members: Set<Int>) {
    let five = findings.contains { finding in
      if case .rating(let found) = finding { found.scale.levels.count == 5 } else { false }
    }
    if five {
      // Beside answers from 1 to 5, a column in which everybody says 5 is one too.
      for place in findings.indices where !members.contains(place) {
        guard case .leftOut(let reason) = findings[place], [.numbers, .constant].contains(reason),
          ScaleClassifier.mayBeAnswers(columns[place])
        else { continue }
        findings[place] = .rating(ScaleClassifier.match(columns[place], .five))
      }
    }
    let mixed = findings.indices.contains { place in
      guard case .rating(let found) = findings[place], found.scale.id == KnownScale.satisfaction.id
      else {
        return false
      }
      let spellings = found.levels.flatMap(\.spellings)
      return spellings.contains { Int($0) != nil } && spellings.contains { Int($0) == nil }
    }
    guard mixed else { return }
    for place in findings.indices where !members.contains(place) {
      guard case .rating(let found) = findings[place], found.scale.id == KnownScale.five.id else {
        continue
      }
      findings[place] = .rating(ScaleClassifier.match(columns[place], .satisfaction))
    }
  }

  private mutating func scale(_ found: ScaleFinding) -> Int {
    let place =
      scales.firstIndex { $0.scale.id == found.scale.id }
      ?? {
        scales.append(
          Scale(
            id: found.scale.id, scale: found.scale,
            levels: Array(repeating: .init(), count: found.scale.levels.count)))
        return scales.count - 1
      }()
    for level in found.levels.indices {
      scales[place].levels[level].count += found.levels[level].count
      let known = Set(scales[place].levels[level].spellings.map(LabelFolding.fold))
      scales[place].levels[level].spellings += found.levels[level].spellings.filter {
        !known.contains(LabelFolding.fold($0))
      }
    }
    let known = Set(scales[place].noOpinion.map(LabelFolding.fold))
    scales[place].noOpinion += found.noOpinion.filter { !known.contains(LabelFolding.fold($0)) }
    if !found.isOfNumbers { scales[place].isOfNumbers = false }
    if found.isNoOpinionGuessed { scales[place].isNoOpinionGuessed = true }
    return place
  }

  // MARK: - Questions and dimensions

  private mutating func planQuestionsAndDimensions(_ families: ColumnFamilies) {
    let members = families.members
    for place in columns.indices {
      if let levels = families.levels.first(where: { $0.columns[0].column == place }) {
        addLevels(levels)
      } else if let ticks = families.ticks.first(where: { $0.options[0].column == place }) {
        let id = newID(ColumnName(ticks.stem).slug, place)
        questions.append(Question(id: id, column: place, answers: .ticks(ticks), role: nil))
      } else if !members.contains(place) {
        add(place)
      }
    }
  }

  /// Records without a question are counted by what they are: how a dossier was handed in.
  private mutating func askOfDimension() {
    guard questions.isEmpty, responseID != nil || time != nil,
      let place = dimensions.lastIndex(where: { !$0.isOpen && $0.role == .channel })
        ?? dimensions.lastIndex(where: { !$0.isOpen })
    else { return }
    let dimension = dimensions.remove(at: place)
    questions.append(
      Question(id: dimension.id, column: dimension.column, answers: .single, role: nil))
  }

  private mutating func addLevels(_ levels: ColumnFamilies.Levels) {
    var found = ScaleFinding(
      scale: levels.scale, levels: Array(repeating: .init(), count: levels.scale.levels.count),
      noOpinion: [], unknown: [], isOfNumbers: false, matched: 0)
    for (column, level) in levels.columns {
      found.levels[level].count += max(1, Int(truncatingIfNeeded: columns[column].facts.sum))
    }
    let place = levels.columns[0].column
    questions.append(
      Question(
        id: newID(levels.stem, place), column: place, answers: .levels(scale(found), levels),
        role: nil))
  }

  private mutating func add(_ place: Int) {
    switch findings[place] {
    case .rating(let found):
      let id = columns[place].words.has(Self.overallWords) ? "overall" : columns[place].words.slug
      questions.append(
        Question(
          id: newID(id, place), column: place, answers: .scale(scale(found), found), role: nil))
    case .yesNo:
      let found = ScaleClassifier.match(columns[place], KnownScale.yesNo)
      add(place, .yesNo(found))
    case .multiple(let parts): add(place, .multiple(parts))
    case .text: add(place, .text)
    case .dimension: addDimension(place)
    case .leftOut(let reason):
      if !leftOut.contains(where: { $0.column == place }) { leftOut.append((place, reason)) }
    case .responseID, .time, .frequency: break
    }
  }

  private mutating func add(_ place: Int, _ answers: Answers) {
    questions.append(
      Question(
        id: newID(columns[place].words.slug, place), column: place, answers: answers, role: nil))
  }

  private mutating func addDimension(_ place: Int) {
    let column = columns[place]
    let roles: [(OfficeDimension, ColumnName.Subject)] = [
      (.field, .field), (.unit, .unit), (.kiosk, .kiosk), (.channel, .channel),
    ]
    let role = roles.first { role, subject in
      column.words.speaks(of: subject) && !dimensions.contains { $0.role == role }
    }?.0
    let isOpen =
      !column.isComplete || column.values.count > Self.mostCategories
      || role == .unit || role == .kiosk
    dimensions.append(
      Dimension(
        id: newID(role?.rawValue ?? column.words.slug, place), column: place, role: role,
        isOpen: isOpen))
  }

  private static let overallWords = ["overall", "chung", "tong the", "nhin chung"]

  /// One question is about the whole; the other ratings are about its factors.
  private mutating func giveRoles() {
    let ratings = questions.indices.filter { place in
      switch questions[place].answers {
      case .scale, .levels: true
      default: false
      }
    }
    let overall =
      ratings.first { columns[questions[$0].column].words.has(Self.overallWords) }
      ?? (ratings.count == 1 ? ratings.first : nil)
    for place in ratings where overall != nil {
      questions[place].role = place == overall ? .overall : .factor
    }
  }

  /// An id that nothing else has.
  private mutating func newID(_ wanted: String, _ place: Int) -> String {
    let base = wanted.isEmpty ? "column-\(columns[place].number)" : wanted
    var id = SurveyChecks.reservedIDs.contains(base) ? base + "-2" : base
    var number = 2
    while !ids.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }
}
