/// An error that ends a run.
public struct RunError: Error, Sendable {
  /// The kinds of failure; a command maps each to its exit code.
  public enum Kind: Sendable {
    /// The request makes no sense for this survey or tally.
    case usage
    /// The data cannot be used.
    case data
    /// An input is missing or cannot be opened.
    case noInput
    /// An output cannot be written.
    case cannotWrite
    /// Reading failed midway.
    case readFailed
    /// Whoever wanted the run has stopped it.
    case cancelled
    /// Nobody reads an output any more, so that nobody is left to be told anything.
    case readerWentAway
  }

  /// The kind of failure.
  public let kind: Kind
  /// The messages that say everything that is wrong; empty only where nobody is left to be told.
  public let messages: [Message]

  /// Creates an error from its messages.
  public init(_ kind: Kind, _ messages: [Message]) {
    self.kind = kind
    self.messages = messages
  }

  /// Creates an error from one code.
  public init(
    _ kind: Kind, _ code: MessageCode, _ arguments: [String: String] = [:],
    at place: Message.Place? = nil
  ) {
    self.init(kind, [Message(code, arguments, at: place)])
  }

  /// Creates an error from one code of a reader's.
  package init(
    _ kind: Kind, worded code: some WordedCode, _ arguments: [String: String] = [:],
    at place: Message.Place? = nil
  ) {
    self.init(kind, [Message(worded: code, arguments, at: place)])
  }
}
