/// What has been read of a definition so far, with the places that the last checks need.
struct SurveyDraft {
  /// A column name and the path of what it feeds.
  struct ColumnUse {
    let name: Located<String>
    let owner: String
  }

  /// An accepted spelling and what it stands for.
  struct Spelling {
    let text: Located<String>
    let owner: String
  }

  /// The choices of a scale or question, with what goes with them.
  struct ChoiceList {
    var choices: [Choice] = []
    var noOpinion: [String] = []
    var satisfied: [String] = []
    var spellings: [Spelling] = []
  }

  var id: Located<String>?
  var version: Located<String>?
  var revision = 1
  var title: LocalizedText?
  var coverage: Coverage?
  var timeZone: SurveyTimeZone?
  var calendar = ReportCalendar.civil
  var finestPeriod = FinestPeriod.halfMonth
  var duplicates = DuplicatePolicy.keepAll
  var duplicatesWithin: Located<DuplicateWindow>?
  var source = SourceColumns(responseID: [], submittedAt: [], timestampFormats: [], frequency: [])
  var missing: [Spelling] = []
  var notApplicable: [Spelling] = []
  var scope = ResponseScope()
  var scales: [String: ChoiceList] = [:]
  var dimensions: [Dimension] = []
  var questions: [Question] = []
  var measures: [Measure] = []
  var targets: [Target] = []
  var opinions: OpinionRegister?
  var design: SurveyDesign?
  var volumes: [String] = []
  var margins: SurveyMargins?

  /// The questions whose answers are counted in cells of a text question, which it is, and where the
  /// definition says so.
  var counted: [(question: String, asked: Located<String>, mark: YAMLMark)] = []
  /// The ids of dimensions and questions in the order of the definition.
  var ids: [Located<String>] = []
  var columns: [ColumnUse] = []
  /// Lists within which one spelling may stand for one thing only.
  var spellingLists: [[Spelling]] = []

  /// The survey, where nothing that it needs is lacking.
  func survey() -> Survey? {
    guard let id, let version, let title, let coverage else { return nil }
    let missing = missing.map(\.text.value)
    var survey = Survey(
      id: id.value, version: version.value, revision: revision, title: title,
      coverage: coverage, timeZone: timeZone ?? .utc, calendar: calendar,
      finestPeriod: finestPeriod, duplicates: duplicates, source: source,
      missing: missing.contains("") ? missing : [""] + missing,
      notApplicable: notApplicable.map(\.text.value), dimensions: dimensions,
      questions: questions, measures: measures, targets: targets, definition: [])
    survey.duplicatesWithin = duplicatesWithin?.value
    survey.scope = scope
    survey.opinions = opinions
    survey.design = design
    survey.volumes = volumes
    survey.margins = margins
    return survey
  }
}
