import Foundation
import SurveyTestSupport

/// Draws surveys and exports; one seed is one case.
struct OracleDraw {
  var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  // MARK: - A survey

  mutating func survey() -> OracleSurvey {
    var survey = OracleSurvey()
    survey.coverage = random.element(of: ["self-selected", "sample", "census"])
    survey.zoneHours = random.element(of: [7, 0, -3])
    survey.isStateReport = random.chance(50)
    survey.finestIsDay = random.chance(30)
    survey.idColumns = random.element(of: [[], ["id"], ["Mã hồ sơ", "Lần"]])
    survey.keepsFirst = !survey.idColumns.isEmpty && random.chance(60)
    if random.chance(80) {
      survey.dateColumn = "Thời gian"
      survey.dateFormats = random.element(of: [
        ["dd/MM/yyyy HH:mm", "iso8601"], ["iso8601", "dd/MM/yyyy"], ["dd/MM/yyyy"],
      ])
    }
    if random.chance(25) { survey.frequencyColumn = "count" }
    survey.missing = random.element(of: [[], ["N/A"], ["N/A", "Không trả lời"]])
    survey.notApplicable = random.element(of: [[], ["null"]])
    survey.dimensions = (0..<random.below(4)).map { dimension($0) }
    survey.questions = (0...random.below(2)).map { rating($0) }
    if random.chance(50) { survey.questions.append(multiple()) }
    if random.chance(40) {
      var text = OracleSurvey.Question(id: "comment", column: "Góp ý", kind: .text)
      text.isOptional = random.chance(50)
      text.isPersonal = true
      survey.questions.append(text)
    }
    if survey.dateColumn != nil, random.chance(40) {
      let opinions = opinions()
      survey.opinions = opinions
      survey.questions += opinions.texts + opinions.steps
    }
    survey.targets = (0..<random.below(3)).map { target($0, survey) }
    return survey
  }

  private mutating func dimension(_ number: Int) -> OracleSurvey.Dimension {
    var dimension = OracleSurvey.Dimension(id: "d\(number)", column: "Chiều \(number)")
    dimension.isOptional = random.chance(40)
    dimension.isOpen = random.chance(35)
    guard !dimension.isOpen else { return dimension }
    dimension.rejectsUnknown = random.chance(30)
    dimension.categories = [
      .init(id: "land", spellings: ["Đất đai", "Lĩnh vực Đất đai"]),
      .init(id: "build", spellings: ["Xây dựng"]), .init(id: "other", spellings: ["Khác"]),
    ]
    if random.chance(60) {
      dimension.categories.append(
        .init(id: "both", spellings: ["Đất đai, xây dựng"], within: ["land", "build"]))
    }
    return dimension
  }

  private mutating func rating(_ number: Int) -> OracleSurvey.Question {
    var question = OracleSurvey.Question(id: "q\(number)", column: "Câu \(number)", kind: .rating)
    question.choices = [
      .init(id: "3", spellings: ["Hài lòng", "😀"]), .init(id: "2", spellings: ["Bình thường"]),
      .init(id: "1", spellings: ["Không hài lòng"]),
    ]
    question.satisfied = random.element(of: [["3"], ["3", "2"]])
    question.noOpinion = random.element(of: [[], ["9", "Không ý kiến"]])
    question.rejectsInvalid = random.chance(25)
    question.isOptional = random.chance(30)
    return question
  }

  private mutating func multiple() -> OracleSurvey.Question {
    var question = OracleSurvey.Question(id: "needs", column: "Nhu cầu", kind: .multiple)
    question.choices = [
      .init(id: "fast", spellings: ["Nhanh hơn"]), .init(id: "simple", spellings: ["Đơn giản"]),
      .init(id: "online", spellings: ["Trực tuyến"]),
    ]
    question.noOpinion = random.element(of: [[], ["Không ý kiến"]])
    question.rejectsInvalid = random.chance(25)
    question.noneTickedIsAnswered = random.chance(40)
    question.isOptional = random.chance(30)
    return question
  }

  private mutating func target(_ number: Int, _ survey: OracleSurvey) -> OracleSurvey.Target {
    var target = OracleSurvey.Target(
      id: "t\(number)", measure: "q0", percent: random.element(of: [50, 85]), from: "2025-01-01")
    if random.chance(50), let measure = survey.measures.last { target.measure = measure.id }
    target.isAtMost = random.chance(20)
    if random.chance(30) { target.until = "2025-07-01" }
    if survey.dateColumn != nil {
      target.every = random.element(of: [["quarter", "year"], ["month"], ["half", "nineMonths"]])
    }
    for dimension in survey.dimensions {
      let known = dimension.isOpen ? Self.openLabels : dimension.categories.map(\.id)
      let some = random.some(of: known, upTo: 3)
      guard !some.isEmpty else { continue }
      switch random.below(4) {
      case 0: target.filters.append((dimension.id, some))
      case 1: target.each.append((dimension.id, some))
      case 2: target.pooled.append((dimension.id, some))
      default: break
      }
    }
    return target
  }

  // MARK: - An export

  static let openLabels = ["An Thắng", "Quang Trung", "Đồ Sơn"]

  mutating func file(_ number: Int, of survey: OracleSurvey) -> OracleFile {
    let lacksIDs = random.chance(20)
    let optional = survey.columns.filter { column in
      if survey.idColumns.contains(column.name) { return !lacksIDs }
      if column.name == survey.frequencyColumn { return random.chance(80) }
      return !column.isOptional || random.chance(70)
    }
    var header = optional.map(\.name) + ["unused"]
    header.shuffle(using: &random)
    var file = OracleFile(name: "\(number).csv", header: header)
    file.lineEnd = random.element(of: ["\n", "\r\n"])
    // The number stands in every file, so that no two have the same content.
    let marker = "f\(number)"
    for _ in 0..<random.below(25) {
      var row = OracleFile.Row(fields: header.map { value($0, survey, marker: marker) })
      if random.chance(4) { row.ragged = marker + String(repeating: ",", count: header.count) }
      if random.chance(5) { row.blanksBefore = 1 }
      if random.chance(4) { row.fields = header.map { _ in [] } }
      file.rows.append(row)
      file.quotes.append(header.map { _ in random.chance(20) })
    }
    file.rows.append(
      OracleFile.Row(fields: header.map { $0 == "unused" ? Array(marker.utf8) : [] }))
    file.quotes.append(header.map { _ in false })
    return file
  }

  private mutating func value(_ column: String, _ survey: OracleSurvey, marker: String) -> [UInt8] {
    if random.chance(2) { return [UInt8(ascii: "a"), 0xFF, UInt8(ascii: "\\"), UInt8(ascii: "b")] }
    var text = random.element(of: values(column, survey, marker: marker))
    if random.chance(10) { text = text.uppercased() }
    if random.chance(10) { text = text.decomposedStringWithCanonicalMapping }
    if random.chance(10) { text = " \(text.replacingOccurrences(of: " ", with: "  "))\t" }
    return Array(text.utf8)
  }

  private func values(_ column: String, _ survey: OracleSurvey, marker: String) -> [String] {
    let blanks = [""] + survey.missing + survey.notApplicable
    if survey.idColumns.contains(column) { return ["1", "2", "a-3", "x4", "x5", "x6"] + blanks }
    if column == survey.dateColumn { return Self.dates(survey.dateFormats) + blanks }
    if survey.opinions?.columns.contains(column) == true {
      return Self.dates(survey.dateFormats) + blanks + blanks + blanks
    }
    if column == survey.frequencyColumn { return ["1", "2", "1", "10", "0", "007", "x", "-1"] }
    if let dimension = survey.dimensions.first(where: { $0.column == column }) {
      if dimension.isOpen { return Self.openLabels + ["an thắng", "_lạ", "quang  trung"] + blanks }
      let known = dimension.categories.flatMap { [$0.id] + $0.spellings }
      return known + known + ["Đất đ", "Xây dựng nhà"] + blanks
    }
    guard let question = survey.questions.first(where: { $0.column == column }) else {
      return ["x", "", "một, hai", "\"quoted\"", "two\nlines"]
    }
    if question.kind == .text { return ["Tốt", "chờ \"lâu\", mệt", "hai\ndòng"] + blanks }
    let known = question.choices.flatMap { [$0.id] + $0.spellings } + question.noOpinion
    guard question.kind == .multiple else {
      return known + known + ["7", "HÀI", "3,0", "2.00", "1,5", "9,0", "7,0"] + blanks
    }
    return known + ["fast;simple", "Đơn giản; Nhanh hơn;", ";", "fast;lạ; lạ", "lạ", "fast;fast"]
      + blanks
  }

  private static func dates(_ formats: [String]) -> [String] {
    var dates = ["31/02/2025", "hôm qua", "03/15/2025", "03/15/2025 23:59"]
    let days = [
      ("2024", "12", "14"), ("2024", "12", "15"), ("2025", "03", "14"), ("2025", "03", "15"),
      ("2025", "06", "30"), ("2025", "10", "01"), ("2024", "02", "29"), ("2025", "01", "31"),
      ("2000", "01", "01"), ("2023", "12", "14"), ("2199", "12", "31"),
    ]
    for (year, month, day) in days {
      for format in formats {
        switch format {
        case "dd/MM/yyyy": dates.append("\(day)/\(month)/\(year)")
        case "dd/MM/yyyy HH:mm": dates.append("\(day)/\(month)/\(year) 23:59")
        default:
          dates += ["", "T17:30Z", "T23:30", "T23:30-05:00", "T02:00+07:00"].map {
            "\(year)-\(month)-\(day)\($0)"
          }
        }
      }
    }
    return dates
  }
}
