import SurveyStatistics
import Testing

@testable import CivicSurvey
@testable import SurveyDefinition
@testable import SurveyReports

/// What is said of the verdicts' words.
@Suite struct VerdictLegendTests {
  /// The long form of each verdict on a sample that there is stands once, below the tables.
  @Test func verdictsAreExplainedOnce() {
    var most = ReportExamples.fieldsTarget
    most.bound = .atMost(TargetValue(.share, numerator: 90, denominator: 100))
    func legend(_ targets: Target...) -> String {
      let verdicts = targets.flatMap { target in
        [86, 87].map {
          ReportExamples.verdict(target, .each, ReportExamples.land, nil, $0, of: 100)
        }
      }
      let sections = TargetSection(
        context: ReportContext(ReportExamples.report(.vi, verdicts: verdicts))
      ).sections
      return TextRenderer(style: TextStyle(width: 400)).render(sections)
    }
    let least = legend(ReportExamples.fieldsTarget)
    let meaning = "Số đo đạt, chưa chắc: số đo đạt chỉ tiêu, nhưng chưa phân biệt được với mức "
    #expect(least.split(separator: meaning + "thấp hơn.").count == 2)
    #expect(!least.contains("đã chắc chắn"))
    #expect(legend(most).contains(meaning + "cao hơn."))
    let both = legend(ReportExamples.fieldsTarget, most)
    #expect(both.contains(meaning + "thấp hơn (chỉ tiêu “nhiều nhất”: cao hơn)."))
  }
}
