@testable import CivicSurvey
@testable import SurveyDefinition
@testable import SurveyStatistics

/// Reports made by hand. The counts of the example, by field and quarter (answered/satisfied):
///
///                 Q1        Q2        2025
///     land        500/420   500/430   1000/850   exactly 85 %
///     construction 340/290  350/310    690/600
///     investment  200/170   200/170    400/340   exactly 85 %
///     unmapped     30/30     30/30      60/60
///     missing      20/20     20/16      40/36
///     all        1090/930  1100/956   2190/1886
///
/// Codes named `example` are in no catalogue, so no change of a wording changes a golden file.
/// Land in Q1 has 20 more accepted responses: 10 no opinion, 5 missing, 5 invalid.
enum ReportExamples {
  static func text(_ vi: String, _ en: String) -> LocalizedText {
    LocalizedText([.init(language: "vi", text: vi), .init(language: "en", text: en)])
  }

  static let scale = [
    choice("5", "Rất hài lòng", "Very satisfied"), choice("4", "Hài lòng", "Satisfied"),
    choice("3", "Bình thường", "Neither"), choice("2", "Không hài lòng", "Dissatisfied"),
    choice("1", "Rất không hài lòng", "Very dissatisfied"),
  ]

  static func choice(_ id: String, _ vi: String, _ en: String) -> Choice {
    Choice(id: id, label: text(vi, en), accepts: [])
  }

  static func category(_ id: String, _ vi: String, _ en: String) -> SurveyDefinition.Category {
    Category(id: id, label: text(vi, en), accepts: [], within: [])
  }

  static func dimension(
    _ id: String, _ title: LocalizedText?, _ categories: [SurveyDefinition.Category] = []
  ) -> Dimension {
    Dimension(
      id: id, title: title, columns: [id], isOpen: categories.isEmpty, isOptional: false,
      unknown: .unmapped, categories: categories)
  }

  static func question(
    _ id: String, _ words: LocalizedText, _ type: QuestionType, _ choices: [Choice],
    role: QuestionRole? = nil, isPersonal: Bool = false
  ) -> Question {
    Question(
      id: id, text: words, columns: [id], choiceColumns: [], levelColumns: [], type: type,
      choices: choices, noOpinion: [],
      satisfied: type == .rating ? ["5", "4"] : [], role: role, isOptional: false, invalid: .keep,
      separator: type == .multiple ? ";" : nil, noneTicked: .missing, isPersonal: isPersonal)
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
    CalendarDay(year: year, month: month, day: day) ?? CalendarDay(number: 0)
  }

  static let fieldsTarget = Target(
    id: "priority-fields",
    title: text("Đất đai, xây dựng, đầu tư", "Land, construction, investment"),
    measure: "satisfaction", filters: [],
    each: [CategoryFilter(dimension: "field", categories: ["land", "construction", "investment"])],
    pooled: [
      CategoryFilter(dimension: "field", categories: ["land", "construction", "investment"])
    ],
    bound: .atLeast(TargetValue(.share, numerator: 85, denominator: 100)), from: day(2025, 1, 1),
    until: nil, every: [.quarter, .year])

  static let onlineTarget = Target(
    id: "online-90", title: nil, measure: "satisfaction",
    filters: [CategoryFilter(dimension: "channel", categories: ["online"])], each: [], pooled: [],
    bound: .atLeast(TargetValue(.share, numerator: 90, denominator: 100)), from: day(2025, 4, 1),
    until: day(2026, 1, 1), every: [.quarter, .year])

  static func survey(coverage: Coverage = .selfSelected) -> Survey {
    Survey(
      id: "one-stop-shop", version: "2025.1", revision: 3,
      title: text(
        "Khảo sát mức độ hài lòng tại Bộ phận Một cửa", "One-stop-shop satisfaction"),
      coverage: coverage, timeZone: .utc, calendar: .civil, finestPeriod: .halfMonth,
      duplicates: .keepAll,
      source: SourceColumns(
        responseID: [], submittedAt: ["submitted_at"], timestampFormats: [], frequency: []),
      missing: [], notApplicable: [],
      dimensions: [
        dimension(
          "field", text("Lĩnh vực", "Field"),
          [
            category("land", "Đất đai", "Land"),
            category("construction", "Xây dựng", "Construction"),
            category("investment", "Đầu tư", "Investment"),
          ]),
        dimension(
          "channel", text("Kênh", "Channel"),
          [
            category("online", "Trực tuyến", "Online"),
            category("counter", "Trực tiếp", "At the counter"),
          ]),
        dimension("unit", text("Đơn vị", "Unit")),
      ],
      questions: [
        question(
          "overall", text("Mức độ hài lòng chung", "Satisfaction overall"), .rating, scale,
          role: .overall),
        question(
          "attitude", text("Thái độ của công chức", "Attitude of the staff"), .rating, scale,
          role: .factor),
        question(
          "needs", text("Ông/bà cần thêm gì?", "What else do you need?"), .multiple,
          [
            choice("payment", "Thanh toán trực tuyến", "Online payment"),
            choice("hours", "Làm việc ngoài giờ", "Longer hours"),
            choice("delivery", "Trả kết quả tại nhà", "Delivery to the door"),
          ], role: .need),
        question(
          "comment", text("Góp ý", "Comment"), .text, [], role: .feedback, isPersonal: true),
      ],
      measures: [
        Measure(id: "satisfaction", question: "overall", satisfied: ["5", "4"], version: 1),
        Measure(id: "attitude", question: "attitude", satisfied: ["5", "4"], version: 1),
      ],
      targets: [fieldsTarget, onlineTarget], definition: [])
  }

  static let quarters = [day(2025, 1, 1), day(2025, 4, 1)].compactMap {
    Period(containing: $0, kind: .quarter, calendar: .civil)
  }
  static let year = [day(2025, 1, 1)].compactMap {
    Period(containing: $0, kind: .year, calendar: .civil)
  }

  static func counts(_ answered: Int, extra: Bool = false) -> AnswerCounts {
    var counts = AnswerCounts()
    counts.answered = answered
    counts.accepted = answered + (extra ? 20 : 0)
    counts.noOpinion = extra ? 10 : 0
    counts.missing = extra ? 5 : 0
    counts.invalid = extra ? 5 : 0
    return counts
  }

  static func estimate(
    _ satisfied: Int, of n: Int, measure: String = "satisfaction", _ entries: [Domain.Entry] = [],
    extra: Bool = false, census: Bool = false, losses: LossShare = LossShare(lost: 45, base: 2250)
  ) -> Estimate {
    Estimate(
      measure: measure, domain: Domain(entries: entries), counts: counts(n, extra: extra),
      satisfied: satisfied, value: n > 0 ? Double(satisfied) / Double(n) : nil,
      fraction: fraction(satisfied, of: n),
      interval: census ? nil : .wilson(successes: satisfied, trials: n, level: 0.95), design: nil,
      reason: n == 0 ? .noAnswers : census ? .census : nil, losses: losses)
  }

  private static func fraction(_ satisfied: Int, of n: Int) -> CountedFraction? {
    n > 0 ? CountedFraction(numerator: Int128(satisfied), denominator: Int128(n)) : nil
  }

  static let fields: [DomainValue] = [
    .category("land"), .category("construction"), .category("investment"), .unmapped, .missing,
  ]

  static func field(_ value: DomainValue) -> Domain.Entry {
    Domain.Entry(axis: "field", value: value)
  }

  static func quarter(_ index: Int) -> Domain.Entry {
    Domain.Entry(axis: "quarter", value: .period(quarters[index]))
  }

  static var estimates: [Estimate] {
    let n = [[500, 500], [340, 350], [200, 200], [30, 30], [20, 20]]
    let satisfied = [[420, 430], [290, 310], [170, 170], [30, 30], [20, 16]]
    let attitude = [(800, 900), (590, 650), (330, 360), (45, 50), (35, 40)]
    var rows = [estimate(1886, of: 2190, extra: true)]
    for (index, value) in fields.enumerated() {
      rows.append(
        estimate(
          satisfied[index][0] + satisfied[index][1], of: n[index][0] + n[index][1], [field(value)],
          extra: index == 0))
    }
    rows.append(estimate(930, of: 1090, [quarter(0)], extra: true))
    rows.append(estimate(956, of: 1100, [quarter(1)]))
    for (index, value) in fields.enumerated() {
      for time in 0...1 {
        rows.append(
          estimate(
            satisfied[index][time], of: n[index][time], [field(value), quarter(time)],
            extra: index == 0 && time == 0))
      }
    }
    rows.append(estimate(1800, of: 2000, measure: "attitude"))
    for (index, value) in fields.enumerated() {
      rows.append(
        estimate(attitude[index].0, of: attitude[index].1, measure: "attitude", [field(value)]))
    }
    rows.append(estimate(890, of: 1000, measure: "attitude", [quarter(0)]))
    rows.append(estimate(910, of: 1000, measure: "attitude", [quarter(1)]))
    return rows
  }

  /// A verdict by the statistics' own rule, or none for `reason`.
  static func verdict(
    _ target: Target, _ kind: TargetVerdict.Kind, _ domain: Domain, _ period: Period?,
    _ satisfied: Int, of n: Int, notJudged reason: NotJudgedReason? = nil, isComplete: Bool = true,
    census: Bool = false, losses: LossShare = LossShare(lost: 45, base: 2250)
  ) -> TargetVerdict {
    let value = target.bound.value
    let share = Share(numerator: value.numerator, denominator: value.denominator)
    let bound: TargetRule.Bound =
      if case .atLeast = target.bound { .atLeast(share) } else { .atMost(share) }
    let rule = TargetRule(
      bound: bound, isCensus: census, rule: IntervalRule(.wilson, level: 0.95))
    let order = n > 0 ? share.order(of: satisfied, outOf: n) : nil
    let isReached: Bool? =
      if case .atLeast = target.bound { order.map { $0 != .below } } else {
        order.map { $0 != .above }
      }
    return TargetVerdict(
      target: target, kind: kind, domain: domain, period: period, isComplete: isComplete,
      counts: counts(n), satisfied: satisfied, value: n > 0 ? Double(satisfied) / Double(n) : nil,
      fraction: fraction(satisfied, of: n), isReached: isReached,
      judgement: reason.map { .notJudged($0) } ?? rule.judgement(satisfied: satisfied, of: n),
      design: nil, losses: losses, flags: isComplete ? [] : [.incompletePeriod], change: nil)
  }

  static let land = Domain(entries: [field(.category("land"))])
  static let online = Domain(entries: [
    Domain.Entry(axis: "channel", value: .category("online"))
  ])

  static var verdicts: [TargetVerdict] {
    let pooled = Domain(entries: [field(.pool(["land", "construction", "investment"]))])
    return [
      verdict(fieldsTarget, .each, land, quarters[0], 420, of: 500),
      verdict(fieldsTarget, .each, land, quarters[1], 480, of: 500),
      verdict(fieldsTarget, .each, land, year[0], 850, of: 1000, isComplete: false),
      // The worked example of the definition of "needed": 9 more, 3,914 at this rate.
      verdict(fieldsTarget, .pooled, pooled, year[0], 1886, of: 2190, isComplete: false),
      verdict(onlineTarget, .whole, online, quarters[0], 50, of: 60, notJudged: .notInForce),
      verdict(onlineTarget, .whole, online, quarters[1], 400, of: 500),
      verdict(onlineTarget, .whole, online, year[0], 0, of: 0, isComplete: false),
    ]
  }

  static var distributions: [Distribution] {
    let overall = [1000, 886, 200, 70, 34]
    let needs = [900, 600, 450]
    return [
      Distribution(
        question: "overall", domain: .whole, counts: counts(2190, extra: true),
        answers: zip(scale, overall).map { .init(choice: $0.id, n: $1) }),
      Distribution(
        question: "needs", domain: .whole, counts: counts(1500),
        answers: zip(["payment", "hours", "delivery"], needs).map { .init(choice: $0, n: $1) }),
    ]
  }

  static let digest = "0123456789abcdef0123456789abcdef"

  static var losses: [LabelLoss] {
    let place = SourcePlace(source: digest, line: 12)
    return [
      LabelLoss(
        column: .dimension("field"), label: "Đất đai - XD", n: 40, first: place,
        suggestion: "Đất đai"),
      LabelLoss(
        column: .dimension("field"), label: "Xây dựng\u{200B}", n: 20,
        first: SourcePlace(source: digest, line: 1200), suggestion: "Xây dựng"),
      LabelLoss(column: .question("overall"), label: "hl", n: 4, first: place, suggestion: nil),
      LabelLoss(column: .question("overall"), label: nil, n: 1, first: nil, suggestion: nil),
    ]
  }

  static var accounting: Accounting {
    var accounting = Accounting()
    accounting.read = 2300
    accounting.accepted = 2210
    accounting.rejected = 40
    accounting.rejectedResponses = 40
    accounting.largestCount = 1
    accounting.identicalDuplicates = 20
    accounting.conflictingDuplicates = 10
    accounting.outOfScope = 20
    accounting.blank = 3
    accounting.repaired = 7
    accounting.responses = 2210
    accounting.withoutID = 2
    accounting.byCode = ["example.second": 15, "example.first": 25]
    return accounting
  }

  static func query(_ locale: ReportLocale, by: [String] = ["field", "quarter"]) -> ReportQuery {
    var query = ReportQuery()
    query.by = by
    query.locale = locale
    return query
  }

  static func report(
    _ locale: ReportLocale, survey: Survey = survey(), query: ReportQuery? = nil,
    asOf: CalendarDay? = day(2025, 6, 30), estimates: [Estimate] = estimates,
    distributions: [Distribution] = distributions, verdicts: [TargetVerdict] = verdicts,
    losses: [LabelLoss] = losses, lossShare: LossShare = LossShare(lost: 45, base: 2250),
    diagnostics: [Message] = [], accounting: Accounting = accounting, periods: [Period]? = nil,
    sources: [ReportSource]? = nil, arrivals: ArrivalTable? = arrivals,
    silences: [Silence] = silences, strayDates: [StrayDate] = [],
    overDispersion: OverDispersionTable? = overDispersion, change: ComparisonRow? = nil
  ) -> Report {
    Report(
      survey: survey, shapeHash: "00112233445566778899aabbccddeeff",
      query: query ?? self.query(locale),
      asOf: asOf, periods: periods ?? quarters + year, accounting: accounting,
      selected: accounting.responses, seen: [], design: nil, marginEffect: nil,
      estimates: EstimateTable(estimates),
      change: change, factors: [], distributions: DistributionTable(distributions), otherParts: [],
      verdicts: verdicts, arrivals: arrivals, silences: silences, losses: losses,
      lossShare: lossShare, worstLoss: lossShare,
      lossesExceedLimit: lossShare.exceeds((query ?? self.query(locale)).lossLimit),
      lossesMayExceedLimit: false,
      diagnostics: diagnostics, repeatedIDs: nil,
      sources: sources ?? [
        ReportSource(
          name: "kiosk-2025.csv", bytes: 1_234_567, digest: digest, first: day(2025, 1, 2),
          last: day(2025, 6, 30))
      ],
      dates: ResponseDates(
        firstDay: sources?.compactMap(\.first).min() ?? day(2025, 1, 2),
        lastDay: sources?.compactMap(\.last).max() ?? day(2025, 6, 30), stray: [], halfMonths: []),
      strayDates: strayDates, overDispersion: overDispersion)
  }
}

extension ReportExamples {
  /// Five units of two cells in the newest quarter, 7 and 9 of 10: φ = 10 · 0.625 / (10 − 5) = 1.25.
  static let overDispersion = OverDispersionTable(
    rows: OverDispersion(
      Array(
        repeating: [RateSample(successes: 7, trials: 10), RateSample(successes: 9, trials: 10)],
        count: 5)
    ).map { dispersion in
      quarters.suffix(1).map { .init(measure: "satisfaction", period: $0, dispersion: dispersion) }
    } ?? [],
    newest: quarters.last)

  /// Two units, of which one sent nothing after June's first half, and one that never came.
  static let arrivals = ArrivalTable(
    dimension: "unit",
    halfMonths: [
      .init(first: day(2025, 6, 1), last: day(2025, 6, 14)),
      .init(first: day(2025, 6, 15), last: day(2025, 6, 30)),
    ],
    rows: [
      .init(
        value: .category("An Thắng"),
        expected: [
          ExpectedCategory(category: "An Thắng", from: day(2025, 1, 1), until: day(2025, 7, 1))
        ], responses: [0, 0], undated: 0, stray: 0),
      .init(
        value: .category("Quang Trung"), expected: [], responses: [1200, 0], undated: 0, stray: 0),
      .init(
        value: .category("Quốc Tuấn"), expected: [], responses: [10, 1000], undated: 0, stray: 0),
    ])

  /// An Thắng sent nothing in either quarter.
  static let silences = quarters.map {
    Silence(dimension: "unit", category: "An Thắng", period: $0)
  }

  /// 150 of 2,250 lost: 6.7 %, over the limit of 5 %.
  static func overLimit(_ locale: ReportLocale) -> Report {
    let losses = LossShare(lost: 150, base: 2250)
    return report(
      locale, estimates: [estimate(1886, of: 2190, extra: true, losses: losses)],
      verdicts: [
        verdict(
          fieldsTarget, .each, land, quarters[0], 420, of: 500, notJudged: .lossesOverLimit,
          losses: losses)
      ],
      lossShare: losses,
      diagnostics: [
        Message(code: "example.note", severity: .note),
        Message(
          .responseLossesOverLimit, severity: .warning,
          ["lost": "150", "base": "2250", "percent": "6.67", "limit": "5.00"]),
      ])
  }
}
