import SurveyDefinition
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// What a remedy says to write into the definition is accepted there, and mends what was told.
@Suite struct PastedAdviceTests {
  @Test(arguments: PastedAdvice.ofDefinitions)
  func aDefinitionIsMended(_ advice: PastedAdvice) throws {
    let told = Self.checked(advice.yaml)
    let message = try #require(told.first { $0.code == advice.code }, "\(told.map(\.code))")
    let mended = try advice.mended(message)
    #expect(Self.checked(mended).map(\.code) == [], "\(mended)")
  }

  @Test(arguments: PastedAdvice.ofRuns)
  func aRunIsMended(_ advice: PastedAdvice) throws {
    #expect(Self.checked(advice.yaml).map(\.code) == [])
    let told = Self.told(advice, advice.yaml)
    let message = try #require(told.first { $0.code == advice.code }, "\(told.map(\.code))")
    let mended = try advice.mended(message)
    #expect(Self.checked(mended).map(\.code) == [], "\(mended)")
    let after = Self.told(advice, mended)
    #expect(after.allSatisfy { $0.code != "thrown" && $0 != message }, "\(after)")
  }

  /// Whatever names a key of the definition with its value is tried.
  @Test func allAdviceIsTried() throws {
    let schema = String(
      decoding: try FileBytes.read(PackageFile.path("Surveys/survey.schema.json")), as: UTF8.self)
    let proposing = MessageCatalogue.all.filter { wording in
      ReportLocale.allCases.contains { locale in
        let remedy = wording.remedy.text(in: locale)
        let all = wording.message.text(in: locale) + remedy
        return all.contains(/\{(yaml|example|suggestion|asPercent|remedyPart)\}/)
          || remedy.matches(of: /([a-z][A-Za-z]*): [^ ]/).contains {
            schema.contains("\"\($0.1)\": ")
          }
      }
    }
    let tried = Set((PastedAdvice.ofDefinitions + PastedAdvice.ofRuns).map(\.code))
    let missing = Set(proposing.map(\.code)).subtracting(tried).subtracting(PastedAdvice.elsewhere)
    #expect(missing.sorted() == [])
    #expect(tried.intersection(PastedAdvice.elsewhere) == [])
  }

  /// What `check` says of a definition.
  private static func checked(_ yaml: String) -> [Message] {
    SurveyParser.parse(bytes: Array(yaml.utf8), file: "x.yaml").diagnostics.map { Message($0) }
  }

  /// All that a report of some files says; what ends it, and that it is ended.
  private static func told(_ advice: PastedAdvice, _ yaml: String) -> [Message] {
    var messages: [Message] = []
    do throws(RunError) {
      guard let survey = try? Fixture.survey(yaml) else { return [] }
      var query = ReportQuery()
      query.by = advice.by
      let result = try Tabulator(TabulationPlan(survey)).run(
        advice.files.map { .bytes($0.bytes, name: $0.name) })
      messages += result.part.accounting.byCode.keys.sorted().map { Message(code: $0) }
      return messages + (try result.part.report(query, messages: result.messages).diagnostics)
    } catch {
      return messages + error.messages + [Message(code: "thrown")]
    }
  }
}
