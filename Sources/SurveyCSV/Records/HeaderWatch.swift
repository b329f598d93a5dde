/// Knows a header among the records, where exports were pasted one after another.
///
/// The reader knows no survey: it is given the names with which a header may begin, looks at the
/// first text of each record, and asks `isHeader` of the few that begin with one of them.
package struct HeaderWatch: Sendable {
  let names: HeaderNames
  private let isHeader: @Sendable (_ names: [String], _ header: [String]) -> Bool
  private let areLines: @Sendable (_ lines: [[String]]) -> Bool

  /// - Parameters:
  ///   - names: what the first text of a header may be, as it is spelled.
  ///   - areLines: whether these records together are a header again, where it has several lines.
  ///   - isHeader: whether these are a new header's names below a header of those names.
  package init(
    names: Set<String>, areLines: @escaping @Sendable ([[String]]) -> Bool = { _ in false },
    isHeader: @escaping @Sendable ([String], [String]) -> Bool
  ) {
    self.names = HeaderNames(names)
    self.areLines = areLines
    self.isHeader = isHeader
  }

  /// One that knows no header.
  static let none = HeaderWatch(names: []) { _, _ in false }

  /// Whether these are a new header's names below a header of those names.
  func isNew(_ names: [String], below header: [String]) -> Bool { isHeader(names, header) }

  /// Whether these records together are a header of several lines.
  func isHeader(_ lines: [[String]]) -> Bool { areLines(lines) }
}

/// A header that comes next in a source.
struct HeaderAhead {
  var names: [String]
  /// How many bytes and lines it takes.
  var end: Int
  var lines: Int
  /// Its bytes, as they lie in the source.
  var raw: [UInt8]
  /// Its lines, each with how many come before it.
  var cells: [(names: [String], linesBefore: Int)]
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

  /// The lines of a header.
  private let form: HeaderLines

  init(names: [String], form: HeaderLines) {
    self.names = names
    self.form = form
  }

  /// Whether a new header is at the front of the window; it then waits to be taken.
  mutating func comesNext(
    in window: inout ByteWindow, of ladder: borrowing RecordLadder
  ) throws(ByteSourceError) -> Bool {
    if form.count > 1 { return try severalCome(in: &window, of: ladder) }
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

  /// The same for a header of several lines, which is one here also where it says what it said.
  private mutating func severalCome(
    in window: inout ByteWindow, of ladder: borrowing RecordLadder
  ) throws(ByteSourceError) -> Bool {
    guard !watch.names.isEmpty, var found = try ladder.recordAhead(in: &window, watch.names)
    else { return false }
    let records = try ladder.recordsAhead(in: &window, upTo: form.count)
    guard records.count == form.count, watch.isHeader(records.map(\.names)) else { return false }
    found.names = form.names(of: records.map(\.names))
    found.cells = []
    found.end = 0
    found.lines = 0
    for record in records {
      found.cells.append((record.names, found.lines))
      found.end += record.end
      found.lines += record.lines
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
