import SurveyDefinition

/// What is odd about the answers of one file as a whole: a question that nobody answered, choices that
/// nobody ticked in a word that is known.
///
/// A question is looked at until its first answer, so that a file as it should be costs nothing.
struct AnswerFindings: Sendable {
  /// Of fewer responses without an answer nothing is said.
  private static let fewestResponses = 1_000
  /// So many labels or columns are named.
  private static let listed = 4

  private struct Silence {
    var isBroken = false
    /// The responses that were asked, and of them those whose answer nobody could read.
    var asked = 0
    var unread = 0
  }

  /// By question.
  private var silences: [Silence]
  /// The slots of choices that somebody ticked.
  private var ticked: [Bool]
  /// The unknown words in columns of choices, by the slot of the choice.
  private var unknownTicks: [Int: LabelCounts] = [:]

  init(_ plan: TabulationPlan) {
    silences = plan.questions.map { _ in Silence() }
    ticked = Array(repeating: false, count: plan.slotCount)
  }

  /// Takes in a batch whose records have been judged.
  mutating func count(
    _ responses: borrowing ResponseBatch, columns: ResponsePlan, plan: TabulationPlan
  ) {
    // In a file of counts each record answers one question.
    guard columns.levels.isEmpty else { return }
    for (index, question) in plan.questions.enumerated() where !silences[index].isBroken {
      let hasColumn =
        columns.questionColumns[index] != nil || !columns.choiceColumns[index].isEmpty
      guard question.type != .text, hasColumn else { continue }
      count(responses, index, question, plan.survey.questions[index])
    }
    guard columns.choiceColumns.contains(where: { !$0.isEmpty }) else { return }
    for tick in responses.ticks[..<responses.tickCount]
    where responses.fates[Int(tick.record)] == .accepted { ticked[Int(tick.slot)] = true }
  }

  private mutating func count(
    _ responses: borrowing ResponseBatch, _ index: Int, _ sums: QuestionSums, _ question: Question
  ) {
    // Where nothing ticked is an answer too, only a tick shows that the question was answered.
    let saysTicks = question.type == .multiple && question.noneTicked == .answered
    if saysTicks, isTicked(responses, in: sums.choiceSlots) {
      silences[index].isBroken = true
      return
    }
    for record in 0..<responses.count where responses.fates[record] == .accepted {
      let slot = Int(responses.answerSlots[index * responses.count + record])
      switch sums.answer(at: slot) {
      case .kind(.notApplicable), nil: continue
      case .kind(.missing): break
      case .kind(.invalid): silences[index].unread += responses.frequency(of: record)
      case .kind(.answered) where saysTicks: break
      case .choice, .kind(.answered), .kind(.noOpinion):
        silences[index].isBroken = true
        return
      }
      silences[index].asked += responses.frequency(of: record)
    }
  }

  private func isTicked(_ responses: borrowing ResponseBatch, in slots: Range<Int>) -> Bool {
    responses.ticks[..<responses.tickCount].contains {
      slots.contains(Int($0.slot)) && responses.fates[Int($0.record)] == .accepted
    }
  }

  /// Notes an unknown word in the column of one choice.
  mutating func add(unknownTick label: String, slot: Int, count: Int, first: SourcePlace) {
    unknownTicks[slot, default: LabelCounts()].add(label, count: count, first: first)
  }

  /// Adds what another worker has seen of the same file.
  mutating func add(_ other: AnswerFindings) {
    for (index, silence) in other.silences.enumerated() {
      silences[index].isBroken = silences[index].isBroken || silence.isBroken
      silences[index].asked += silence.asked
      silences[index].unread += silence.unread
    }
    for slot in ticked.indices where other.ticked[slot] { ticked[slot] = true }
    for (slot, labels) in other.unknownTicks {
      unknownTicks[slot, default: LabelCounts()].merge(labels)
    }
  }

  // MARK: - What is said

  /// - Parameter losses: the unknown labels of the file, dimensions of the plan first.
  func messages(
    file: String, columns: ResponsePlan, plan: TabulationPlan, losses: [LabelCounts]
  ) -> [Message] {
    plan.questions.indices.compactMap { index in
      tickMessage(index, file: file, columns: columns, plan: plan)
        ?? silenceMessage(
          index, file: file, columns: columns, plan: plan,
          labels: losses[plan.dimensions.count + index])
    }
  }

  private func tickMessage(
    _ index: Int, file: String, columns: ResponsePlan, plan: TabulationPlan
  ) -> Message? {
    let question = plan.questions[index]
    var labels = LabelCounts()
    var names: [String] = []
    for (choice, column) in columns.choiceColumns[index].enumerated() {
      let slot = question.firstSlot + choice
      guard !ticked[slot], let unknown = unknownTicks[slot] else { continue }
      names.append(columns.header[column])
      labels.merge(unknown)
    }
    let words = Self.byFrequency(labels)
    guard let line = words.map(\.entry.first.line).min() else { return nil }
    var tickWords = TickWords(words.map(\.label))
    tickWords.keep(plan.survey.questions[index])
    return Message(
      .responseTicksUnknown, severity: .warning,
      [
        "question": question.id, "columns": Self.listed(names.map { "“\($0)”" }),
        "values": Self.values(words),
        "yaml": tickWords.yaml.joined(separator: "”, “"),
      ], at: Message.Place(file: file, line: Int(line)))
  }

  private func silenceMessage(
    _ index: Int, file: String, columns: ResponsePlan, plan: TabulationPlan, labels: LabelCounts
  ) -> Message? {
    let silence = silences[index]
    guard !silence.isBroken, silence.asked >= Self.fewestResponses else { return nil }
    let bound = columns.questionColumns[index].map { [$0] } ?? columns.choiceColumns[index]
    var arguments = [
      "question": plan.questions[index].id,
      "columns": Self.listed(bound.map { "“\(columns.header[$0])”" }),
      "responsesCount": String(silence.asked),
    ]
    let place = Message.Place(file: file)
    let words = Self.byFrequency(labels)
    guard !words.isEmpty else {
      return Message(.responseQuestionUnanswered, severity: .warning, arguments, at: place)
    }
    arguments["unreadCount"] = String(silence.unread)
    arguments["values"] = Self.values(words)
    return Message(.responseQuestionUnread, severity: .warning, arguments, at: place)
  }

  private static func byFrequency(
    _ labels: LabelCounts
  ) -> [(label: String, entry: LabelCounts.Entry)] {
    labels.entries.map { (label: $0.key, entry: $0.value) }.sorted {
      $0.entry.count != $1.entry.count
        ? $0.entry.count > $1.entry.count : $0.label.utf8.lexicographicallyPrecedes($1.label.utf8)
    }
  }

  private static func values(_ words: [(label: String, entry: LabelCounts.Entry)]) -> String {
    listed(words.map { "“\($0.label)” (\($0.entry.count))" })
  }

  private static func listed(_ texts: [String]) -> String {
    texts.prefix(listed).joined(separator: ", ") + (texts.count > listed ? ", …" : "")
  }
}
