import SurveyStatistics
import Testing

/// Rare columns are taken together until Cochran's rule holds, whatever the rows say.
@Suite struct ColumnPoolingTests {
  /// Expected of 50 and 50: (30, 30), (15, 15), (4, 4), (1, 1); two of four columns are under 5, so 8 and 2
  /// become 10, expected 5 and 5.
  @Test func theRarestTwoAreTakenTogether() {
    let pooling = ColumnPooling([[35, 10, 4, 1], [25, 20, 4, 1]])
    #expect(pooling.groups == [0, 1, 2, 2] && pooling.pooled == [[2, 3]])
    #expect(pooling.row([35, 10, 4, 1]) == [35, 10, 5])
  }

  @Test func enoughOfEachIsLeftAlone() {
    let pooling = ColumnPooling([[35, 10, 5], [25, 20, 5]])
    #expect(pooling.groups == [0, 1, 2] && pooling.pooled.isEmpty && pooling.count == 3)
  }

  /// Two columns are the fewest that can be compared, and an empty one is no answer to take together.
  @Test func twoColumnsAreLeft() {
    #expect(ColumnPooling([[9, 0, 1], [200, 0, 0]]).pooled.isEmpty)
    #expect(ColumnPooling([[1, 1, 1], [1, 1, 1]]).pooled == [[0, 1]])
    #expect(ColumnPooling([[], []]).groups.isEmpty)
  }

  /// What is pooled hangs on the sums of rows and columns alone.
  @Test func rowsDoNotSay() {
    let unlike = ColumnPooling([[38, 0, 0, 1, 1], [2, 30, 6, 1, 1]])
    let alike = ColumnPooling([[20, 15, 3, 1, 1], [20, 15, 3, 1, 1]])
    #expect(unlike == alike && unlike.pooled == [[2, 3, 4]])
  }
}
