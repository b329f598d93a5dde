import Testing

/// Every case of `Cases`, run as a user runs it.
@Suite struct CommandCaseTests {
  @Test func thereAreCases() {
    #expect(CommandCase.all.count >= 40)
  }

  @Test(arguments: CommandCase.all)
  func prints(_ example: CommandCase) throws {
    try example.run()
  }
}
