import SurveyCSV

/// What callbacks have said, from whatever threads, in the order in which they said it.
public final class Gathered<Element: Sendable>: Sendable {
  private let state = Locked<[Element]>([])

  /// Begins with nothing.
  public init() {}

  /// Everything so far.
  public var elements: [Element] { state.read { $0 } }

  /// Adds one thing.
  public func add(_ element: Element) { state.withLock { $0.append(element) } }
}

extension Gathered<[UInt8]> {
  /// The pieces, one after the other.
  public var bytes: [UInt8] { elements.flatMap(\.self) }
}
