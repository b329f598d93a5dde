import SurveyTestSupport
import Testing

/// Whoever only sees the terminal learns how a run went, wherever its report is.
@Suite struct ClosingTests {
  private func run(_ records: String, _ arguments: [String]) throws -> RunningCommand.Ending {
    let command = try RunningCommand()
    try command.write(RunningCommand.header + records, to: "a.csv")
    try command.report(["a.csv", "-o", "report.json"] + arguments)
    return try command.finish()
  }

  /// Nothing was accepted: the status is 1, and the terminal is not mute.
  @Test func aRunWithFindingsSaysSo() throws {
    let result = try run("1,too,many,fields\n", ["--rejects", "rejects.csv"])
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(
      result.errors == """
        warning: In the figure that lost most 1 of 1 (100 %) could not be used, more than the limit of \
        5 %: of figures over it no verdict is given. \
        [response.losses-over-limit]
          → See in the report what was lost, mend the data or the definition, and run again.
        warning: No response was accepted. [response.none-accepted]
          → See why records were rejected; check the separator and the date format.
        Records: 1 read = 0 accepted + 1 rejected + 0 out of scope (duplicates not looked \
        for).
        Written: report.json, rejects.csv
        Next: Mend 1 rejected record: write it with --rejects, correct it in Excel, give it back \
        with the export.

        """)
  }

  @Test func aRunWithoutFindingsSaysSoToo() throws {
    let result = try run("1,good,\n", ["--locale", "vi"])
    #expect(result.status == 0)
    #expect(
      result.errors == """
        Bản ghi: 1 đã đọc = 1 nhận + 0 loại + 0 ngoài phạm vi (chưa xét trùng).
        Đã ghi: report.json
        Việc tiếp theo: Đọc báo cáo.

        """)
  }

  @Test func nothingIsSaidWhereSilenceIsAskedFor() throws {
    #expect(try run("1,too,many,fields\n", ["-q"]).errors == "")
  }
}
