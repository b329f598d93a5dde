import SurveyDefinition

/// A scale of the field: levels from the best to the worst, each with the ways in which exports spell
/// it.
struct KnownScale: Sendable {
  /// One level.
  struct Level: Sendable {
    let key: String
    let vi: String
    let en: String
    /// More spellings.
    let others: [String]

    init(_ key: String, _ vi: String, _ en: String, _ others: [String] = []) {
      self.key = key
      self.vi = vi
      self.en = en
      self.others = others
    }
  }

  /// The scale's id in a definition.
  let id: String
  let levels: [Level]
  /// The levels that are proposed as satisfied; a person decides.
  let satisfied: [String]
  /// Whether its answers are nothing but numbers, of which nobody says which end is the good one.
  let isOfNumbers: Bool
  /// Whether a level that nobody has chosen stands in the definition too.
  let isWhole: Bool

  /// The five levels of satisfaction.
  static let satisfaction = KnownScale(
    id: "satisfaction5",
    levels: [
      Level(
        "5", "Rất hài lòng", "Very satisfied",
        [
          "rhl", "hoàn toàn hài lòng", "extremely satisfied", "completely satisfied",
          "highly satisfied", "😀", "😃", "😄", "😁", "😍", "🤩",
        ]),
      Level(
        "4", "Hài lòng", "Satisfied", ["hl", "khá hài lòng", "somewhat satisfied", "🙂", "😊", "☺"]),
      Level(
        "3", "Bình thường", "Neither",
        [
          "bt", "trung lập", "neutral", "neither satisfied nor dissatisfied",
          "tương đối hài lòng",
          "😐", "😑",
        ]),
      Level(
        "2", "Không hài lòng", "Dissatisfied",
        [
          "khl", "chưa hài lòng", "chl", "unsatisfied", "somewhat dissatisfied", "not satisfied",
          "🙁", "😕", "☹",
        ]),
      Level(
        "1", "Rất không hài lòng", "Very dissatisfied",
        [
          "rkhl", "rất chưa hài lòng", "hoàn toàn không hài lòng", "very unsatisfied",
          "extremely dissatisfied", "😡", "😠", "😞", "😢", "😭",
        ]),
    ], satisfied: ["4", "5"], isOfNumbers: false, isWhole: true)

  /// Points from 1 to 5.
  static let five = numbers("scale5", 1...5, satisfied: ["4", "5"])

  /// Points from 0 to 10.
  static let ten = numbers("scale10", 0...10, satisfied: ["9", "10"])

  /// All scales; of two that fit equally well the first is taken.
  static let all: [KnownScale] = [
    satisfaction,
    KnownScale(
      id: "quality5",
      levels: [
        Level("5", "Rất tốt", "Very good", ["xuất sắc"]),
        Level("4", "Tốt", "Good"),
        Level(
          "3", "Bình thường", "Average", ["trung bình", "fair", "okay", "ok", "neither", "khá"]),
        Level("2", "Kém", "Bad", ["chưa tốt", "không tốt", "poor", "yếu", "tệ"]),
        Level("1", "Rất kém", "Very bad", ["rất tệ", "very poor", "terrible", "rất không tốt"]),
      ], satisfied: ["4", "5"], isOfNumbers: false, isWhole: false),
    KnownScale(
      id: "grades5",
      levels: [
        Level("5", "Xuất sắc", "Excellent"),
        Level("4", "Rất tốt", "Very good"),
        Level("3", "Tốt", "Good"),
        Level("2", "Trung bình", "Fair", ["khá", "average"]),
        Level("1", "Kém", "Poor", ["yếu"]),
      ], satisfied: ["4", "5"], isOfNumbers: false, isWhole: false),
    KnownScale(
      id: "agreement5",
      levels: [
        Level("5", "Hoàn toàn đồng ý", "Strongly agree", ["rất đồng ý"]),
        Level("4", "Đồng ý", "Agree"),
        Level(
          "3", "Bình thường", "Neither",
          ["phân vân", "trung lập", "neither agree nor disagree", "neutral"]),
        Level("2", "Không đồng ý", "Disagree"),
        Level("1", "Hoàn toàn không đồng ý", "Strongly disagree", ["rất không đồng ý"]),
      ], satisfied: ["4", "5"], isOfNumbers: false, isWhole: true),
    KnownScale(
      id: "ease5",
      levels: [
        Level("5", "Rất dễ", "Very easy", ["rất dễ dàng"]),
        Level("4", "Dễ", "Easy", ["dễ dàng"]),
        Level("3", "Bình thường", "Neither"),
        Level("2", "Khó", "Difficult", ["khó khăn", "hard"]),
        Level("1", "Rất khó", "Very difficult", ["rất khó khăn", "very hard"]),
      ], satisfied: ["4", "5"], isOfNumbers: false, isWhole: true),
    KnownScale(
      id: "level3",
      levels: [
        Level("high", "Cao", "High"), Level("medium", "Trung bình", "Medium", ["vừa"]),
        Level("low", "Thấp", "Low"),
      ], satisfied: ["high"], isOfNumbers: false, isWhole: false),
    five, ten,
  ]

  /// Yes and no, as an answer to whether somebody is satisfied.
  static let yesNo = KnownScale(
    id: "yesNo",
    levels: [
      Level("yes", "Có", "Yes", ["1", "x", "true", "y", "đồng ý", "✓", "✔", "☑"]),
      Level("no", "Không", "No", ["0", "false", "n", "chưa", "☐"]),
    ], satisfied: ["yes"], isOfNumbers: false, isWhole: true)

  /// Words that mean that somebody has no opinion, folded.
  static let noOpinion: Set<String> = [
    "không ý kiến", "không có ý kiến", "không biết", "không rõ", "kyk", "no opinion", "don't know",
    "do not know", "dont know", "not sure", "từ chối trả lời", "không trả lời", "refused",
    "khó trả lời",
  ]

  private static func numbers(
    _ id: String, _ range: ClosedRange<Int>, satisfied: [String]
  ) -> KnownScale {
    KnownScale(
      id: id,
      levels: range.reversed().map {
        Level(String($0), "\($0) điểm", "\($0) \($0 == 1 ? "point" : "points")")
      },
      satisfied: satisfied, isOfNumbers: true, isWhole: true)
  }

  /// The level of a folded text; `nil` where it is none.
  func level(of folded: String) -> Int? {
    if let level = spellings[folded] { return level }
    for text in Self.readings(of: folded) {
      if let level = spellings[text] { return level }
    }
    return nil
  }

  private var spellings: [String: Int] { Self.tables[id] ?? [:] }

  private static let tables: [String: [String: Int]] = {
    var tables: [String: [String: Int]] = [:]
    for scale in all + [yesNo] {
      var table: [String: Int] = [:]
      for (place, level) in scale.levels.enumerated() {
        var spellings = [level.key, level.vi, level.en] + level.others
        if scale.isOfNumbers { spellings = [level.key, level.vi, level.en] }
        for spelling in spellings { table[LabelFolding.fold(spelling)] = place }
      }
      tables[scale.id] = table
    }
    return tables
  }()

  /// What a text says without what stands around it: `5 - Rất hài lòng`, `Hài lòng (4)`, `5 sao`,
  /// `Rating of 5`, `5,0`.
  private static func readings(of folded: String) -> [String] {
    var readings: [String] = []
    let numbers = folded.split { !$0.isNumber || !$0.isASCII }
    if let number = numbers.first {
      let rest = folded.drop { $0.isNumber || " -–.:)/".contains($0) }
      if folded.hasPrefix(number), !rest.isEmpty { readings.append(String(rest)) }
      if folded.hasSuffix("(\(number))") {
        let front = folded.dropLast(number.count + 2)
        readings.append(String(front).trimmedEnd)
      }
    }
    let isDecimal =
      numbers.count == 2 && numbers[1].allSatisfy { $0 == "0" }
      && folded.count == numbers[0].count + numbers[1].count + 1
    if isDecimal { readings.append(String(numbers[0])) }
    let words = folded.split(separator: " ")
    if words.count == 2,
      ["sao", "stars", "star", "điểm", "points", "point", "★"].contains(words[1])
    {
      readings.append(String(words[0]))
    }
    if words.count == 3, words[0] == "rating", words[1] == "of" {
      readings.append(String(words[2]))
    }
    return readings
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
