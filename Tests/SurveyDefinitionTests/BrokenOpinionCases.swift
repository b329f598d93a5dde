extension BrokenDefinition {
  /// A register of opinions of the given keys, before one more section.
  init(opinions: String, _ section: String = "", source: String = "submittedAt: { columns: [t] }") {
    self.init(
      Self.times + """
        source: { \(source) }
        dimensions:
          unit: { columns: [u], open: true }
        questions:
          public: { text: { en: P }, columns: [p], type: yesNo }
          content: { text: { en: C }, columns: [c], type: text }
          reply: { text: { en: R }, columns: [r], type: text }
          phone: { text: { en: F }, columns: [f], type: text, personal: true }
          topics: { text: { en: T }, columns: [o], type: multiple, choices: { x: { en: X } } }
        opinions: \(opinions)
        \(section)

        """)
  }

  static let opinionCases: [BrokenDefinition] = [
    .init(
      opinions: """
        { words: content, answer: reply, takenUp: { columns: [a] }, answered: { columns: [b] },
            published: { columns: [d] }, due: { days: 15 },
            publish: { where: { public: [yes], unit: [any], answered: [yes] }, mask: true } }
        """),
    .init(
      opinions: "{ words: content, answered: { columns: [b] }, due: { days: 15 } }",
      "measures: { m: { rule: index, questions: [public, ‹index-of-open›onTime], satisfied: [yes] } }"
    ),
    .init(opinions: "‹empty-value›{}"),
    .init(opinions: "‹expected-map›content"),
    .init("" + times + question + "‹opinions-undated›opinions: { words: ‹opinion-needs-text›q }\n"),
    .init(
      times + "source: { responseID: { columns: [i] } }\n" + question
        + "‹opinions-undated›opinions: { words: ‹opinion-needs-text›zzzzzz }\n"),
    .init(opinions: "{ words: ‹opinion-needs-text›public }"),
    .init(opinions: "{ words: ‹opinion-needs-text›topics, answer: reply }"),
    .init(opinions: "{ words: ‹opinion-question-misspelt›contnt }"),
    .init(opinions: "{ words: content, answer: ‹opinion-personal›phone }"),
    .init(opinions: "{ words: content, improvement: ‹repeated-value›content }"),
    .init(
      opinions:
        "{ words: content, ‹missing-key›takenUp: { ‹misspelt-key›column: [a], ‹misspelt-key›colums: [b] } }"
    ),
    .init(opinions: "{ words: content, takenUp: { columns: [‹shared-column›c] } }"),
    .init(
      opinions:
        "{ words: content, takenUp: { columns: [a] }, published: { columns: [‹shared-column›a] } }"),
    .init(
      opinions:
        "{ words: content, answered: { columns: [b] }, due: { columns: [‹shared-column›B] } }"),
    .init(
      opinions:
        "{ words: content, answered: { columns: [b] }, due: { columns: [d], ‹opinion-due-twice›days: 15 } }"
    ),
    .init(
      opinions:
        "{ words: content, answered: { columns: [b] }, due: { days: ‹opinion-bad-days›-1 } }"),
    .init(
      opinions:
        "{ words: content, answered: { columns: [b] }, due: { days: ‹opinion-bad-days›3651 } }"),
    .init(
      opinions:
        "{ words: content, answered: { columns: [b] }, due: { days: ‹opinion-bad-days›two weeks } }"
    ),
    .init(opinions: "{ words: content, answered: { columns: [b] }, due: { days: 0 } }"),
    .init(opinions: "{ words: content, answer: reply, ‹opinion-due-unanswered›due: { days: 15 } }"),
    .init(opinions: "{ words: content, ‹missing-key›publish: { ‹unknown-key›public: [yes] } }"),
    .init(opinions: "{ words: content, publish: { where: { ‹unknown-dimension›open: [yes] } } }"),
    .init(opinions: "{ words: content, publish: { where: { public: [‹unknown-choice›true] } } }"),
    .init(
      opinions: "{ words: content, publish: { where: { ‹filter-question-type›topics: [x] } } }"),
    .init(
      opinions: "{ words: content, publish: { where: { public: [yes] }, mask: ‹unknown-word›no } }"),
    .init(section: "‹unknown-key›publish: { where: { q: [a] } }\n"),
    .init(
      opinions: "{ words: content }",
      "‹unknown-key›publish: { where: { public: [yes] } }"),
    .init(
      times + """
        source: { submittedAt: { columns: [t] } }
        questions:
          q: { text: { en: Q }, type: yesNo, levelColumns: { yes: [y], no: [n] } }
          content: { text: { en: C }, columns: [c], type: text }
        ‹opinions-counted›opinions: { words: content }

        """),
    // A step that the register does not tell may have an id of the survey's own.
    .init(
      times + """
        source: { submittedAt: { columns: [t] } }
        dimensions:
          ‹opinion-id-used›takenUp: { columns: [a], open: true }
        questions:
          published: { text: { en: P }, columns: [p], type: yesNo }
          content: { text: { en: C }, columns: [c], type: text }
          ‹opinion-id-used›answered: { text: { en: A }, columns: [w], type: yesNo }
        opinions: { words: content, takenUp: { columns: [d] }, answered: { columns: [e] } }

        """),
    .init(
      opinions: "{ words: content, answered: { columns: [b] } }",
      "measures: { m: { rate: answered }, p: { rate: ‹unknown-question›published } }"),
  ]
}
