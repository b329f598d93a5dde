import SurveyDefinition

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
    case .noType, .noChoices, .scaleAndChoices, .emptySeparator, .frequencyWithLevels:
      ["question"]
    case .filePartNotAlone, .keyOfFileAlone: ["example"]
    case .withinKeepsAll, .withinWithoutDates: ["within"]
    case .ofAllNeedsOne: ["question"]
    case .badCountedForm: ["example", "question", "value"]
    case .countedNeedsText: ["allowed", "question"]
    case .countedTwice: ["question"]
    case .choiceWithoutColumn: ["choice", "key", "question"]
    case .duplicateRole: ["dimension", "role"]
    case .ticksWithoutColumns: ["key", "question"]
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
