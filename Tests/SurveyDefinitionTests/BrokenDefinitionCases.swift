extension BrokenDefinition {
  static let textCases: [BrokenDefinition] = [
    .init("‹empty›"),
    .init("‹empty›# only a comment\n"),
    .init("‹empty›{}\n"),
    .init("‹not-a-mapping›[a, b]\n"),
    .init("‹not-a-mapping›a\n"),
    .init("survey: s\nversion: \"1‹yaml-syntax›"),
    .init("survey: s\n version‹yaml-syntax›: 1\n"),
    .init("survey: s\n‹yaml-syntax›---\nsurvey: t\n"),
    .init("survey: ‹yaml-syntax›*nowhere\n"),
    .init("survey: a‹yaml-syntax›\u{1}\n"),
    .init(header + "‹duplicate-key›survey: t\n" + question),
    // Spelt otherwise the second place is not looked for: the first is shown.
    .init("‹duplicate-key›" + header + "\"\\u0073urvey\": t\n" + question),
    .init(
      section: "dimensions: { d: { columns: [d], ‹duplicate-key›columns: [e], open: true } }\n"),
    .init(
      section:
        "dimensions:\n  d: { columns: [d], open: true }\n  ‹duplicate-key›d:\n    open: true\n"),
    .init(section: "? ‹key-not-text›[a]\n: b\n"),
    .init(
      section:
        "missing: &a [x]\nnotApplicable: [y]\ndimensions: { d: { columns: *a, open: true } }\n"),
  ]

  static let keyCases: [BrokenDefinition] = [
    .init(section: "‹unknown-key›zzzzzz: 1\n"),
    .init(section: "‹misspelt-key›dimension: {}\n"),
    .init(section: "‹misspelt-key›time-zone: Z\n"),
    .init("‹missing-key›survey: s\nversion: 1\ntitle: { en: T }\n" + question),
    .init(
      "‹missing-key›‹missing-key›‹missing-key›‹missing-key›‹missing-key›revision: 1\n"),
    .init(header + "questions: ‹expected-map›[a]\n"),
    .init(header + "questions:\n  q: ‹expected-map›a\n"),
    .init(header + "‹empty-value›questions:\n"),
    .init(header + "questions: ‹empty-value›{}\n"),
    .init(section: "missing: ‹expected-list›x\n"),
    .init(section: "‹empty-value›missing:\n"),
    .init(section: "‹empty-value›missing: []\n"),
    .init(section: "revision: ‹expected-text›[1]\n"),
    .init(section: "revision: ‹bad-count›0\n"),
    .init(section: "revision: ‹bad-count›1.5\n"),
    .init(section: "revision: ‹bad-count›99999999999999999999\n"),
    .init(section: "calendar: ‹unknown-word›lunar\n"),
    .init(section: "duplicates: ‹unknown-word›keepLast\n"),
    .init(section: "finestPeriod: ‹unknown-word›month\n"),
    .init(section: "‹unknown-key›zzzzzzzz: []\n"),
    .init("survey: ‹bad-id›a b\nversion: 1\ntitle: { en: T }\ncoverage: sample\n" + question),
    .init("survey: ‹bad-id›_a\nversion: 1\ntitle: { en: T }\ncoverage: sample\n" + question),
    .init("survey: s\nversion: 1\n‹empty-value›title:\ncoverage: sample\n" + question),
    .init("survey: s\nversion: 1\ntitle: ‹expected-map›T\ncoverage: sample\n" + question),
    .init(
      "survey: s\nversion: 1\ntitle: { ‹bad-language›English: T }\ncoverage: ‹unknown-word›all\n"
        + question),
    .init("survey: s\nversion: 1\ntitle: { ‹empty-value›en: }\ncoverage: sample\n" + question),
    .init(
      "survey: s\nversion: 1\ntitle: { en: ‹empty-value›\" \" }\ncoverage: sample\n" + question),
    .init(header + "questions:\n  ‹missing-key›‹missing-key›q: { type: text }\n"),
  ]

  static let collisionCases: [BrokenDefinition] = [
    .init(
      header + "dimensions:\n  q: { columns: [d], open: true }\nquestions:\n"
        + "  ‹duplicate-id›q: { text: { en: Q }, columns: [q], type: text }\n"),
    .init(section: "dimensions:\n  ‹reserved-id›quarter: { columns: [d], open: true }\n"),
    .init(section: "dimensions:\n  ‹reserved-id›first: { columns: [d], open: true }\n"),
    .init(section: "dimensions:\n  d: { columns: [‹shared-column›\" Q\"], open: true }\n"),
    .init(section: "dimensions:\n  d: { columns: [D, d], open: true }\n"),
    .init(
      section:
        "source:\n  frequency: { columns: [n] }\n  responseID: { columns: [‹shared-column›N] }\n"),
    .init(section: "notApplicable: [x, ‹duplicate-spelling›n/a]\nmissing: [N/A]\n"),
    .init(section: "missing: [n]\nnotApplicable: [‹duplicate-spelling›N]\n"),
    .init(
      section: """
        dimensions:
          d:
            columns: [d]
            categories:
              x: { vi: Đất đai, accepts: [y2] }
              y: { vi: ‹duplicate-spelling›ĐẤT  ĐAI, accepts: [‹duplicate-spelling›Y2, y] }

        """),
    .init(
      header + """
        missing: [none]
        scales:
          s:
            choices: { 1: { en: One }, 2: { en: Two, accepts: [‹duplicate-spelling›None] } }
            noOpinion: [‹duplicate-spelling›one, "9"]
        questions:
          q: { text: { en: Q }, columns: [q], scale: s }

        """),
    .init(
      header + """
        notApplicable: ["no"]
        questions:
          q: { text: { en: Q }, columns: [q], type: ‹duplicate-spelling›‹duplicate-spelling›yesNo }

        """),
    .init(
      header + """
        questions:
          q: { text: { en: Q }, columns: [q], separator: ",", choices: { a: { en: ‹separator-in-spelling›"A, a" } } }

        """),
  ]

  static let countedCases: [BrokenDefinition] = [
    .init(
      header + """
        questions:
          a: { text: { en: A }, columns: [a], type: yesNo, counted: { question: t, form: ‹bad-counted-form›"{count}" } }
          b: { text: { en: B }, columns: [b], type: yesNo, counted: { question: ‹counted-needs-text›a, form: "x {choice}: {count}" } }
          c: { text: { en: C }, columns: [c], type: multiple, choices: { x: { en: X } }, ‹key-not-for-type›counted: { question: t, form: "x {choice}: {count}" } }
          d: { text: { en: D }, columns: [d], type: yesNo, counted: { question: t, ‹unknown-key›x: y, form: "x {choice}: {count}" } }
          t: { text: { en: T }, columns: [t], type: text }

        """),
    .init(
      header + """
        source: { frequency: { columns: [n] } }
        questions:
          a: { text: { en: A }, columns: [a], type: yesNo, ‹counted-twice›counted: { question: t, form: "x {choice}: {count}" } }
          t: { text: { en: T }, columns: [t], type: text }

        """),
  ]

  static let sourceCases: [BrokenDefinition] = [
    .init(section: "timeZone: ‹bad-time-zone›Hanoi\n"),
    .init(section: "timeZone: ‹bad-time-zone›+7\n"),
    .init(section: "timeZone: ‹bad-time-zone›Asia/Nowhere\n"),
    .init(section: "source:\n  ‹missing-time-zone›submittedAt: { columns: [t] }\n"),
    .init(timed: "source:\n  ‹missing-key›submittedAt: { formats: [iso8601] }\n"),
    .init(
      timed:
        "source: { submittedAt: { columns: [t], timeZone: ‹bad-time-zone›Hanoi, formats: [yy-MM-dd] } }\n"
    ),
    .init(timed: "source: { submittedAt: { columns: [t], timeZone: Asia/Ho_Chi_Minh } }\n"),
    .init(
      timed: """
        source:
          submittedAt:
            columns: [t]
            formats:
              - ‹bad-timestamp-format›dd/mmm/yyyy
              - ‹bad-timestamp-format›yyyy-MM-ddTHH:mm
              - ‹bad-timestamp-format›dMyyyy
              - ‹bad-timestamp-format›dd/MM/yyyy dd
              - ‹incomplete-timestamp-format›dd/MM
              - ‹incomplete-timestamp-format›dd/MM/yyyy hh:mm
              - ‹incomplete-timestamp-format›dd/MM/yyyy HH
              - dd/MM/yyyy
              - ‹ambiguous-formats›M/d/yyyy
              - ‹repeated-value›dd/MM/yyyy
              - d.M.yyyy
              - iso8601
              - ‹ambiguous-formats›yyyy-dd-MM

        """),
    .init(section: "source:\n  ‹missing-key›responseID: { ‹unknown-key›name: [a] }\n"),
    .init(section: "source:\n  responseID: { columns: [a], ‹columns-and-key›key: [[b]] }\n"),
    .init(section: "source:\n  responseID: { key: [‹expected-list›b, [c]] }\n"),
    .init(section: "source:\n  responseID: { key: [[‹file-part-not-alone›\"{file}\", a]] }\n"),
    .init(section: "source:\n  responseID: { ‹key-of-file-alone›key: [[\"{file}\"]] }\n"),
    .init(section: "duplicates: ‹keep-first-without-id›keepFirst\n"),
    .init(section: "‹missing-key›duplicates: { ‹unknown-key›zzzzzz: year }\n"),
    .init(section: "duplicates: { keep: ‹unknown-word›last, within: ‹unknown-word›month }\n"),
    .init(
      timed: "duplicates: { keep: all, within: ‹within-keeps-all›year }\n"
        + "source: { submittedAt: { columns: [t] } }\n"),
    .init(
      section: "duplicates: { keep: first, within: ‹within-without-dates›quarter }\n"
        + "source: { responseID: { columns: [i] } }\n"),
  ]

  static let dimensionCases: [BrokenDefinition] = [
    .init(section: "dimensions:\n  ‹no-categories›d: { columns: [d] }\n"),
    .init(section: "dimensions:\n  d: { columns: [d], ‹no-categories›categories: {} }\n"),
    .init(
      section: """
        dimensions:
          d: { columns: [d], open: true, ‹key-not-for-open›categories: { a: { en: A } } }
          e: { columns: [e], open: true, ‹key-not-for-open›unknown: reject }
          ‹missing-key›f: { open: true }
          g: { columns: [g], open: ‹unknown-word›yes, categories: { a: { en: A } } }
          h: { columns: [‹empty-value›""], open: true }

        """),
    .init(
      section: """
        dimensions:
          d:
            columns: [d]
            open: true
            expected:
              - { category: An Thắng, from: 2025-01-01, until: 2025-07-01 }
              - { category: an thắng, from: 2025-07-01 }
              - { category: AN THẮNG, from: 2023-12-31, until: 2025-01-01 }
              - { category: ‹repeated-value›An Thắng, from: 2026-01-01 }
              - { category: Quang Trung, from: 2025-01-01, until: ‹until-before-from›2025-01-01 }
              - ‹missing-key›{ from: 2025-01-01 }
              - { category: x, ‹misspelt-key›form: 2025-01-01 }
          e: { columns: [e], categories: { a: { en: A } }, expected: [{ category: ‹unknown-category›b }] }
          f: { columns: [f], open: true, ‹empty-value›expected: [] }

        """),
    .init(
      section: """
        dimensions:
          d:
            columns: [d]
            categories:
              ‹bad-id›Đất: { vi: Đất }
              x: { en: X, within: [‹within-itself›x, ‹unknown-category›w] }
              ‹no-wording›y: { within: [‹within-combined›x] }
              z: { en: Z, ‹misspelt-key›acepts: [q] }
              v: { en: V, within: [z, ‹repeated-value›z] }

        """),
  ]

  static let questionCases: [BrokenDefinition] = [
    .init(header + "questions:\n  ‹no-type›q: { text: { en: Q }, columns: [q] }\n"),
    .init(
      header + "questions:\n  ‹no-choices›q: { text: { en: Q }, columns: [q], type: single }\n"),
    .init(
      header + "questions:\n  ‹no-choices›q: { text: { en: Q }, columns: [q], separator: \";\" }\n"),
    .init(
      question:
        "{ text: { en: Q }, columns: [q], scale: s2, ‹scale-and-choices›choices: { c: { en: C } } }"
    ),
    .init(question: "{ text: { en: Q }, columns: [q], type: text, ‹key-not-for-type›scale: s2 }"),
    .init(
      question:
        "{ text: { en: Q }, columns: [q], type: single, scale: s2, ‹key-not-for-type›separator: \";\" }"
    ),
    .init(
      question:
        "{ text: { en: Q }, columns: [q], type: multiple, separator: ‹empty-separator›\"\", scale: s2 }"
    ),
    .init(question: "{ text: { en: Q }, columns: [q], scale: ‹unknown-scale›s3 }"),
    .init(question: "{ text: { en: Q }, columns: [q], scale: s2, role: ‹unknown-word›main }"),
    .init(question: "{ text: { en: Q }, columns: [q], scale: s2, type: ‹unknown-word›stars }"),
    .init(
      question: "{ text: { en: Q }, columns: [q], scale: s2, ‹unknown-key›askedIf: { p: [a] } }"),
    .init(
      question:
        "{ text: { en: Q }, choices: { a: { en: A }, b: { en: B } }, ‹choice-without-column›choiceColumns: { a: [x] } }"
    ),
    .init(
      section:
        "dimensions: { d: { columns: [d], open: true, role: unit }, e: { columns: [e], open: true, role: ‹duplicate-role›unit }, f: { columns: [f], open: true, role: ‹unknown-word›area } }\n"
    ),
    .init(
      question:
        "{ text: { en: Q }, columns: [q], type: multiple, choices: { a: { en: A } }, ‹ticks-without-columns›ticked: [Checked], ‹ticks-without-columns›unticked: [Unchecked] }"
    ),
    .init(
      question:
        "{ text: { en: Q }, columns: [q], scale: s2, ‹key-not-for-type›ticked: [Checked], ‹key-not-for-type›unticked: [Unchecked] }"
    ),
    .init(
      question:
        "{ text: { en: Q }, choices: { a: { en: A } }, choiceColumns: { a: [x] }, ticked: [Checked, ‹repeated-value›Checked], unticked: [‹duplicate-spelling›checked, ‹duplicate-spelling›A] }"
    ),
    .init(
      question:
        "{ text: { en: Q }, scale: s2, levelColumns: { a: [x], b: [y], ‹unknown-choice›z: [w] } }"),
    .init(
      question:
        "{ text: { en: Q }, scale: s2, levelColumns: { a: [x], b: [y] }, ‹key-not-for-type›ofAll: [z] }"
    ),
    .init(question: "{ text: { en: Q }, type: yesNo, columns: [q], ‹of-all-needs-one›ofAll: [z] }"),
    .init(
      question:
        "{ text: { en: Q }, type: yesNo, levelColumns: { yes: [x], no: [y] }, ‹of-all-needs-one›ofAll: [z] }"
    ),
    .init(
      question:
        "{ text: { en: Q }, type: yesNo, levelColumns: { yes: [x] }, ofAll: [‹shared-column›x] }"),
    .init(
      question:
        "{ text: { en: Q }, scale: s2, levelColumns: { a: [x], b: [y] }, ‹key-not-for-type›choiceColumns: { a: [v] } , type: rating }"
    ),
    .init(
      header + """
        source: { frequency: { columns: [n] } }
        questions:
          q:
            text: { en: Q }
            choices: { a: { en: A }, b: { en: B } }
            ‹frequency-with-levels›levelColumns: { a: [x], b: [‹shared-column›X] }

        """),
    .init(section: "scales:\n  ‹unused-scale›s: { choices: { a: { en: A } } }\n"),
    .init(
      header + """
        scales:
          s: { choices: { 1: { en: One } }, satisfied: [‹unknown-choice›5] }
        questions:
          q: { text: { en: Q }, columns: [q], scale: s }

        """),
  ]

  static let targetCases: [BrokenDefinition] = [
    .init(target: "{ id: t, measure: ‹unknown-measure›x, atLeast: 90%, from: 2025-01-01 }"),
    .init(target: "‹missing-key›‹missing-key›‹missing-key›{ atLeast: 90% }"),
    .init(target: "‹no-bound›{ id: t, measure: m, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: m, atLeast: 9%, ‹two-bounds›atMost: 90%, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: m, atLeast: ‹share-without-unit›90, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: m, atLeast: ‹share-without-unit›1, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: m, atMost: ‹share-without-unit›8.5, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: m, atLeast: ‹bad-share›\"85,5%\", from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: m, atLeast: ‹share-out-of-range›101%, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: m, atLeast: ‹share-out-of-range›-0.1, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: m, atLeast: ‹target-certainty›100%, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: m, atMost: ‹target-certainty›0%, from: 2025-01-01 }"),
    .init(target: "{ id: t, measure: m, atLeast: 90%, from: ‹bad-date›2025-02-29 }"),
    .init(target: "{ id: t, measure: m, atLeast: 90%, from: ‹bad-date›01/01/2025 }"),
    .init(
      target:
        "{ id: t, measure: m, atLeast: 90%, from: 2025-01-01, until: ‹until-before-from›2025-01-01 }"
    ),
    .init(
      target:
        "{ id: t, measure: m, atLeast: 90%, from: 2025-01-01, every: [‹unknown-word›week, year] }"),
    .init(
      target: "{ id: t, measure: m, atLeast: 90%, from: 2025-01-01, every: [‹period-too-fine›day] }"
    ),
    .init(
      target: """
        { id: t, measure: m, atLeast: 90%, from: 2025-01-01 }
          - { id: t, measure: m, atLeast: 91%, from: 2026-01-01 }
          - { id: t, measure: m, atLeast: 92%, from: ‹target-same-from›2025-01-01 }
        """),
    .init(
      target:
        "{ id: t, measure: m, where: { ‹unknown-dimension›z: [x] }, atLeast: 90%, from: 2025-01-01 }"
    ),
    .init(
      target:
        "{ id: t, measure: m, each: { d: [x, ‹unknown-category›X], o: [any] }, atLeast: 90%, from: 2025-01-01 }"
    ),
    .init(
      target:
        "{ id: t, measure: m, pooled: { q: [a, ‹unknown-choice›c] }, atLeast: 90%, from: 2025-01-01 }"
    ),
    .init(
      target:
        "{ id: t, measure: m, where: { ‹filter-question-type›c: [a] }, atLeast: 90%, from: 2025-01-01 }"
    ),
    .init(
      target:
        "{ id: t, measure: m, where: { ‹filter-twice›d: [x] }, each: { d: [y] }, atLeast: 90%, from: 2025-01-01 }"
    ),
    .init(
      target:
        "{ id: t, measure: m, ‹too-many-rows›each: { d: [x, y], o: [\((1...501).map { "u\($0)" }.joined(separator: ", "))] }, atLeast: 90%, from: 2025-01-01 }"
    ),
    .init(
      section: """
        measures:
          m: { rate: q, satisfied: [a] }
        targets:
          - { id: t, measure: m, atLeast: 90%, from: 2025-01-01, ‹periods-without-dates›every: [year] }

        """),
  ]

  static let all =
    textCases + keyCases + collisionCases + sourceCases + dimensionCases + questionCases
    + countedCases + opinionCases + designCases + scopeCases
    + measureCases + ruleCases + targetCases
}
