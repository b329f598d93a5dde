import Testing

@testable import CivicSurvey

/// Scales of three, four and five levels, and one that counts the other way round.
@Suite struct ScaleTests {
  /// The layouts that offices use: a desk's three words, four buttons from 0, five
  /// levels, and a device on which 1 is best.
  private static let scales = [
    ("3: { vi: RẤT HÀI LÒNG }, 2: { vi: HÀI LÒNG }, 1: { vi: KHÔNG HÀI LÒNG }", "3, 2"),
    ("3: { vi: Tốt }, 2: { vi: Khá }, 1: { vi: Kém }, 0: { vi: Rất kém }", "3, 2"),
    (
      "5: { vi: Rất hài lòng }, 4: { vi: Hài lòng }, 3: { vi: Bình thường }, "
        + "2: { vi: Không hài lòng }, 1: { vi: Rất không hài lòng }", "5, 4"
    ),
    ("1: { vi: Hài lòng }, 2: { vi: Bình thường }, 3: { vi: Không hài lòng }", "1"),
  ]

  /// Each answer once, then more words that hold a label and are none.
  @Test(arguments: [
    (0, "Rất hài lòng,hài lòng,Không hài lòng,1", "2/4"), (1, "Tốt,khá,kém,Rất kém,0,3", "3/6"),
    (2, "Rất hài lòng,hài  lòng,không hài lòng,Rất không hài lòng,5,1", "3/6"),
    (3, "1,2,3,hài lòng,không hài lòng", "2/5"),
    (2, "Chưa hài lòng,Hài lòng lắm,hài,5 sao", "0/0"),
  ])
  func labelsMatchWhole(_ scale: Int, _ answers: String, _ wanted: String) throws {
    let (choices, satisfied) = Self.scales[scale]
    let yaml = """
      survey: scale
      version: "1"
      title: { vi: Thang đo }
      coverage: sample
      scales: { s: { choices: { \(choices) }, satisfied: [\(satisfied)] } }
      questions:
        overall: { text: { vi: Chung }, columns: [overall], scale: s }
      """
    let rows = answers.split(separator: ",").map { "\($0),1\n" }.joined()
    let part = try Fixture.part(Fixture.plan(yaml), "overall,n\n" + rows)
    let estimate = try #require(try part.report(ReportQuery()).estimates.first)
    #expect("\(estimate.satisfied ?? -1)/\(estimate.counts.answered)" == wanted)
  }
}
