/// The stable codes of problems in a definition.
public enum DefinitionCode: String, Sendable, CaseIterable {
  // The text and its YAML.
  case notUTF8 = "survey.not-utf8"
  case tooLarge = "survey.too-large"
  case tooDeep = "survey.too-deep"
  case tooManyAliases = "survey.too-many-aliases"
  case tooManyNodes = "survey.too-many-nodes"
  case yamlSyntax = "survey.yaml-syntax"
  case emptyDefinition = "survey.empty"
  case notAMapping = "survey.not-a-mapping"
  case duplicateKey = "survey.duplicate-key"
  case keyNotText = "survey.key-not-text"
  // Keys and kinds of value.
  case unknownKey = "survey.unknown-key"
  case misspeltKey = "survey.misspelt-key"
  case missingKey = "survey.missing-key"
  case expectedMap = "survey.expected-map"
  case expectedList = "survey.expected-list"
  case expectedText = "survey.expected-text"
  case emptyValue = "survey.empty-value"
  case badID = "survey.bad-id"
  case unknownWord = "survey.unknown-word"
  case badCount = "survey.bad-count"
  case badDate = "survey.bad-date"
  case badLanguage = "survey.bad-language"
  case noWording = "survey.no-wording"
  case repeatedValue = "survey.repeated-value"
  // Ids, columns and spellings that collide.
  case duplicateID = "survey.duplicate-id"
  case reservedID = "survey.reserved-id"
  case duplicateSpelling = "survey.duplicate-spelling"
  case sharedColumn = "survey.shared-column"
  case separatorInSpelling = "survey.separator-in-spelling"
  // Times and responses.
  case badTimeZone = "survey.bad-time-zone"
  case missingTimeZone = "survey.missing-time-zone"
  case badTimestampFormat = "survey.bad-timestamp-format"
  case incompleteTimestampFormat = "survey.incomplete-timestamp-format"
  case ambiguousFormats = "survey.ambiguous-formats"
  case columnsAndKey = "survey.columns-and-key"
  case keepFirstWithoutID = "survey.keep-first-without-id"
  // Dimensions and questions.
  case noCategories = "survey.no-categories"
  case keyNotForOpen = "survey.key-not-for-open"
  case unknownCategory = "survey.unknown-category"
  case withinItself = "survey.within-itself"
  case withinCombined = "survey.within-combined"
  case noType = "survey.no-type"
  case noChoices = "survey.no-choices"
  case scaleAndChoices = "survey.scale-and-choices"
  case keyNotForType = "survey.key-not-for-type"
  case emptySeparator = "survey.empty-separator"
  case unknownScale = "survey.unknown-scale"
  case unusedScale = "survey.unused-scale"
  case unknownChoice = "survey.unknown-choice"
  // Measures.
  case rateAndRule = "survey.rate-and-rule"
  case unknownQuestion = "survey.unknown-question"
  case measureQuestionType = "survey.measure-question-type"
  case noSatisfied = "survey.no-satisfied"
  case allSatisfied = "survey.all-satisfied"
  // Targets.
  case unknownMeasure = "survey.unknown-measure"
  case unknownDimension = "survey.unknown-dimension"
  case filterQuestionType = "survey.filter-question-type"
  case filterTwice = "survey.filter-twice"
  case tooManyRows = "survey.too-many-rows"
  case noBound = "survey.no-bound"
  case twoBounds = "survey.two-bounds"
  case shareWithoutUnit = "survey.share-without-unit"
  case badShare = "survey.bad-share"
  case shareOutOfRange = "survey.share-out-of-range"
  case targetCertainty = "survey.target-certainty"
  case untilBeforeFrom = "survey.until-before-from"
  case targetSameFrom = "survey.target-same-from"
  case periodTooFine = "survey.period-too-fine"
  case periodsWithoutDates = "survey.periods-without-dates"

  /// Whether the definition can be used in spite of it.
  public var severity: Diagnostic.Severity {
    switch self {
    case .separatorInSpelling, .unusedScale, .allSatisfied, .targetCertainty,
      .periodsWithoutDates:
      .warning
    default: .error
    }
  }
}

extension DefinitionCode {
  /// The names of the arguments that every diagnostic of this code has, sorted.
  public var argumentNames: [String] {
    switch self {
    case .notUTF8, .emptyDefinition, .notAMapping, .keyNotText, .missingTimeZone,
      .columnsAndKey, .keepFirstWithoutID:
      []
    case .tooLarge, .tooDeep, .tooManyAliases, .tooManyNodes: ["limit"]
    case .yamlSyntax: ["problem"]
    case .duplicateKey: ["firstLine", "key"]
    case .unknownKey: ["allowed", "key"]
    case .misspeltKey: ["key", "suggestion"]
    case .missingKey, .expectedMap, .expectedList, .expectedText, .emptyValue, .noWording:
      ["path"]
    case .badID, .badCount, .badDate: ["path", "value"]
    case .unknownWord: ["allowed", "path", "value"]
    case .badLanguage, .badTimeZone, .badShare, .shareOutOfRange: ["value"]
    case .repeatedValue: ["path", "value"]
    case .duplicateID: ["firstLine", "id"]
    case .reservedID: ["id"]
    case .duplicateSpelling: ["first", "second", "spelling"]
    case .sharedColumn: ["column", "first", "second"]
    case .separatorInSpelling: ["question", "separator", "spelling"]
    case .badTimestampFormat: ["part", "pattern"]
    case .incompleteTimestampFormat: ["missing", "pattern"]
    case .ambiguousFormats: ["example", "first", "second"]
    case .noCategories, .withinItself: ["id"]
    case .keyNotForOpen: ["dimension", "key"]
    case .unknownCategory: ["allowed", "category", "dimension"]
    case .withinCombined: ["category", "part"]
    case .noType, .noChoices, .scaleAndChoices, .emptySeparator: ["question"]
    case .keyNotForType: ["key", "question", "type"]
    case .unknownScale: ["allowed", "scale"]
    case .unusedScale: ["scale"]
    case .unknownChoice: ["allowed", "choice", "owner"]
    case .rateAndRule, .allSatisfied: ["measure"]
    case .unknownQuestion: ["allowed", "question"]
    case .measureQuestionType: ["measure", "question", "type"]
    case .noSatisfied: ["measure", "question"]
    case .unknownMeasure: ["allowed", "measure"]
    case .unknownDimension: ["allowed", "dimension"]
    case .filterQuestionType: ["question", "type"]
    case .filterTwice: ["dimension", "target"]
    case .tooManyRows: ["count", "limit", "target"]
    case .noBound, .twoBounds, .targetCertainty: ["target"]
    case .shareWithoutUnit: ["asPercent", "asShare", "value"]
    case .untilBeforeFrom: ["from", "until"]
    case .targetSameFrom: ["from", "target"]
    case .periodTooFine: ["finest", "period", "target"]
    case .periodsWithoutDates: ["target"]
    }
  }
}
