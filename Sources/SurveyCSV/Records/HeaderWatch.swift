/// Knows a header among the records, where exports were pasted one after another.
///
/// The reader knows no survey: it is given the names with which a header may begin, looks at the
/// first text of each record, and asks `isHeader` of the few that begin with one of them.
package struct HeaderWatch: Sendable {
  let names: HeaderNames
  private let isHeader: @Sendable (_ names: [String], _ header: [String]) -> Bool

  /// - Parameters:
  ///   - names: what the first text of a header may be, as it is spelled.
  ///   - isHeader: whether these are a new header's names below a header of those names.
  package init(
    names: Set<String>, isHeader: @escaping @Sendable ([String], [String]) -> Bool
  ) {
    self.names = HeaderNames(names)
    self.isHeader = isHeader
  }

  /// One that knows no header.
  static let none = HeaderWatch(names: []) { _, _ in false }

  /// Whether these are a new header's names below a header of those names.
  func isNew(_ names: [String], below header: [String]) -> Bool { isHeader(names, header) }
}

/// A header that comes next in a source.
struct HeaderAhead {
  var names: [String]
  /// How many bytes and lines it takes.
  var end: Int
  var lines: Int
  /// Its bytes, as they lie in the source.
  var raw: [UInt8]
}

/// The header below which a reader stands, and the one that it has come upon.
struct HeaderTurn {
  var watch = HeaderWatch.none
  /// The names of the header at hand.
  var names: [String]
  /// The bytes of the header known last to be none that is new.
  private var known: [UInt8] = []
  /// The header that the reader stands before.
  private(set) var ahead: HeaderAhead?

  init(names: [String]) { self.names = names }

  /// Whether a new header is at the front of the window; it then waits to be taken.
  mutating func comesNext(
    in window: inout ByteWindow, of ladder: borrowing RecordLadder
  ) throws(ByteSourceError) -> Bool {
    // The same header once more is no new one, and in some files comes on every page.
    guard !watch.names.isEmpty, !window.starts(with: known),
      let found = try ladder.recordAhead(in: &window, watch.names)
    else {
      return false
    }
    guard watch.isNew(found.names, below: names) else {
      known = found.raw
      return false
    }
    ahead = found
    return true
  }

  /// The header that waits, which from now on is the one at hand.
  mutating func take() -> HeaderAhead? {
    guard let found = ahead.take() else { return nil }
    names = found.names
    known = found.raw
    return found
  }
}
