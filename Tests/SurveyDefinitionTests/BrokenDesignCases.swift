extension BrokenDefinition {
  /// A survey with a design of the given keys.
  init(design: String, source: String = "submittedAt: { columns: [t] }", before: String = "") {
    self.init(
      Self.times + """
        source: { \(source) }
        questions:
          q: { text: { en: Q }, columns: [q], choices: { a: { en: A }, b: { en: B } } }
        \(before)design: \(design)

        """)
  }

  static let designCases: [BrokenDefinition] = [
    .init(
      design: """
        { weight: { columns: [w], cap: 2.5 }, strata: { columns: [s, q] }, nested: true,
            clusters: { columns: [k], by: day, optional: true }, wave: quarter,
            populationSize: { columns: [N] }, lonelyPSU: average }
        """),
    .init(design: "{ wave: { columns: [r] }, strata: { columns: [s] } }"),
    .init(design: "‹empty-value›{}"),
    .init(design: "{ weight: { columns: [w], cap: ‹design-bad-cap›0 } }"),
    .init(design: "{ weight: { columns: [w], cap: ‹design-bad-cap›5 % } }"),
    .init(design: "{ weight: { columns: [w], cap: ‹design-bad-cap›1.0000000000001 } }"),
    .init(
      "" + header + question
        + "margins: { files: [margin.csv, more/other.csv], cap: 5 }\n"),
    .init("" + header + question + "margins: { files: [a.csv], cap: ‹margins-bad-cap›0.5 }\n"),
    .init("" + header + question + "margins: { files: [a.csv], cap: ‹margins-bad-cap›five }\n"),
    .init("" + header + question + "‹missing-key›margins: { cap: 5 }\n"),
    .init(
      "" + header.replacing("coverage: sample", with: "coverage: census") + question
        + "‹margins-not-weighted›margins: { files: [a.csv] }\n"),
    .init(design: "{ weight: { columns: [‹shared-column›q] } }"),
    .init(design: "{ clusters: { columns: [k], by: ‹unknown-word›week } }"),
    .init(design: "{ wave: ‹unknown-word›month }"),
    .init(design: "{ lonelyPSU: ‹unknown-word›keep }"),
    .init(design: "{ clusters: { columns: [k] }, ‹design-nothing-nested›nested: true }"),
    .init(
      design: """
        { clusters: { columns: [k] }, populationSize: { columns: [N] },
            second: { populationSize: { columns: [M] } } }
        """),
    .init(
      design: """
        { clusters: { columns: [k] }, populationSize: { columns: [N] },
            second: { columns: [u, v], populationSize: { columns: [M] } } }
        """),
    .init(
      design: """
        { clusters: { columns: [k] }, ‹design-second-alone›second: { populationSize: { columns: [M] } } }
        """),
    .init(
      design: """
        { strata: { columns: [s] }, populationSize: { columns: [N] },
            ‹design-second-alone›second: { populationSize: { columns: [M] } } }
        """),
    .init(
      design: """
        { clusters: { columns: [k], optional: true }, populationSize: { columns: [N] },
            ‹design-second-alone›second: { populationSize: { columns: [M] } } }
        """),
    .init(
      design:
        "{ clusters: { columns: [k], ‹design-undated›by: day }, ‹design-undated›wave: quarter }",
      source: "responseID: { columns: [i] }"),
    .init(
      "" + header.replacing("coverage: sample", with: "coverage: census") + question
        + "‹design-of-census›design: { weight: { columns: [w] } }\n"),
    .init(
      design: "{ weight: { columns: [w] } }",
      before:
        "  c: { text: { en: C }, columns: [c], type: text }\n‹design-of-opinions›opinions: { words: c }\n"
    ),
  ]
}
