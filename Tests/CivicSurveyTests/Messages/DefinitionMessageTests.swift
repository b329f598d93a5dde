import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

@Suite struct DefinitionMessageTests {
  @Test func everyCodeHasOneWordingAndNoWordingLacksACode() {
    let codes = definitionWordings.map(\.code)
    #expect(codes.sorted() == DefinitionCode.allCases.map(\.rawValue).sorted())
  }

  @Test(arguments: DefinitionCode.allCases)
  func placeholdersAreTheArguments(_ code: DefinitionCode) throws {
    let wording = try #require(definitionWordings.first { $0.code == code.rawValue })
    for locale in ReportLocale.allCases {
      let texts = [wording.message, wording.remedy].map { $0.text(in: locale) }
      let found = Set(texts.flatMap { $0.matches(of: /\{(\w+)\}/).map { String($0.1) } })
      #expect(found.sorted() == code.argumentNames, "\(code)")
    }
  }
}
