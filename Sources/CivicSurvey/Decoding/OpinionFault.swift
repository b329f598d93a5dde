/// A day in a register of opinions that cannot be: the step that it tells is invalid.
struct OpinionFault: Sendable {
  /// What is wrong with it.
  enum Kind: Int, Sendable, CaseIterable {
    /// It is no day that a format reads.
    case unreadable
    /// It is before the day on which the opinion was received.
    case beforeReceipt
    /// The opinion was published on it, and never answered.
    case unanswered

    /// What is said of it.
    var code: MessageCode {
      switch self {
      case .unreadable: .responseOpinionDayUnreadable
      case .beforeReceipt: .responseOpinionDayBeforeReceipt
      case .unanswered: .responseOpinionPublishedUnanswered
      }
    }
  }

  let record: Int32
  let column: Int32
  let kind: Kind
}
