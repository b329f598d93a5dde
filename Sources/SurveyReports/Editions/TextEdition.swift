/// What a report is as text and as Markdown: everything, under one another.
struct TextEdition {
  /// The report.
  let context: ReportContext

  /// The sections in the order in which they are needed.
  var sections: [ReportSection] {
    let sections = [
      HeadSection(context: context).sections,
      TargetSection(context: context).sections,
      SilenceSection(context: context).sections,
      MarginSection(context: context).sections,
      RateSection(context: context).sections,
      FactorSection(context: context).sections,
      FunnelSection(context: context).sections,
      AnswerSection(context: context, exception: .measured).sections,
      LossSection(context: context).sections,
      AccountingSection(context: context).sections,
      NoticeSection(context: context).sections,
      MethodSection(context: context).sections,
      SourceSection(context: context).sections,
    ]
    return sections.flatMap { $0 }
  }
}
