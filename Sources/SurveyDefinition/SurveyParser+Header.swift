/// The survey's own keys, and the spellings of a blank.
extension SurveyParser {
  mutating func readHeader(_ map: DefinitionMap) {
    draft.id = reader.id(map, "survey")
    draft.version = reader.id(map, "version")
    draft.revision = reader.count(map, "revision")
    draft.title = reader.wording(map, "title")
    draft.coverage = reader.word(map, "coverage")
    draft.calendar = reader.word(map, "calendar") ?? .civil
    draft.finestPeriod = reader.word(map, "finestPeriod") ?? .halfMonth
    readDuplicates(map)
    draft.timeZone = reader.text(map, "timeZone").flatMap(readZone)
    draft.missing = reader.texts(map, "missing", mayBeEmpty: true).map {
      SurveyDraft.Spelling(text: $0, owner: "missing")
    }
    draft.notApplicable = reader.texts(map, "notApplicable").map {
      SurveyDraft.Spelling(text: $0, owner: "notApplicable")
    }
  }
}
