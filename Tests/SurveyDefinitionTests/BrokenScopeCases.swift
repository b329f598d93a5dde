extension BrokenDefinition {
  /// What says which responses count, in a survey with dates.
  init(scope: String) {
    self.init(
      Self.times + """
        source: { submittedAt: { columns: [t] } }
        questions:
          q: { text: { en: Q }, columns: [q], choices: { a: { en: A }, b: { en: B } } }
        \(scope)

        """)
  }

  static let scopeCases: [BrokenDefinition] = [
    .init(
      scope: """
        complete: { columns: [q, t], notBlank: true }
        exclude:
          - { id: test, columns: [q], values: [a, b], title: { en: Test presses } }
          - { id: other, columns: [x], blank: true }
        inForce: { from: 2025-01-01, until: 2026-01-01 }
        """),
    .init(scope: "inForce: { until: 2026-01-01 }"),
    .init(scope: "complete: ‹empty-value›{}\n‹empty-value›exclude: []\ninForce: ‹empty-value›{}"),
    .init(scope: "‹missing-key›complete: { values: [x] }"),
    .init(scope: "‹scope-unconditional›complete: { columns: [x] }"),
    .init(
      scope: "complete: { columns: [x], values: [y], ‹scope-two-conditions›notBlank: true }"),
    .init(
      scope: "complete: { columns: [x], notBlank: true, ‹scope-two-conditions›blank: true }"),
    .init(scope: "complete: { columns: [x], notBlank: ‹unknown-word›false }"),
    .init(scope: "complete: { columns: [x], ‹misspelt-key›value: [y] }"),
    .init(scope: "complete: { columns: [x], values: [y, ‹repeated-value›y] }"),
    .init(scope: "exclude: ‹expected-list›{ id: a }"),
    .init(scope: "exclude: [‹missing-key›{ columns: [x], blank: true }]"),
    .init(scope: "exclude: [{ id: ‹reserved-reason›partial, columns: [x], blank: true }]"),
    .init(scope: "exclude: [{ id: ‹reserved-reason›not-in-force, columns: [x], blank: true }]"),
    .init(
      scope:
        "exclude: [{ id: a, columns: [x], blank: true }, { id: ‹repeated-value›a, columns: [y], blank: true }]"
    ),
    .init(scope: "inForce: { from: 2026-01-01, until: ‹until-before-from›2025-01-01 }"),
    .init(scope: "inForce: { from: ‹bad-date›01/01/2025 }"),
    .init("" + header + question + "‹in-force-undated›inForce: { from: 2025-01-01 }\n"),
  ]
}
