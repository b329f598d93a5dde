/// What was read, what of it could not be used and why, without a rate.
struct ReadingEdition {
  /// The report.
  let context: ReportContext

  /// The sections in the order in which they are needed.
  var sections: [ReportSection] {
    let head = ReportSection(
      id: "head", title: nil,
      blocks: FirstLines(context: context).blocks
        + [.paragraph(ResponsesLine(context: context).text)]
    )
    let sections = [
      [head],
      AccountingSection(context: context).sections,
      LossSection(context: context).sections,
      NoticeSection(context: context).sections,
      SourceSection(context: context).sections,
    ]
    return sections.flatMap { $0 }
  }
}
