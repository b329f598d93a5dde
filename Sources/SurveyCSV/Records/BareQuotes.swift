/// The bare quotes of one line, as libcsv's lenient mode reads it: those that neither open nor close
/// a field and are not doubled.
///
/// One of them is a slip of the pen. Where a separator stands between two, they may as well be the
/// quotes round a field whose own separator was lost; then every field behind it is shifted, and
/// the record has the right width only by chance.
struct BareQuotes {
  private enum State {
    case fieldStart
    case unquoted
    case quoted
    case quoteInQuoted
  }

  /// Whether a separator stands between two of them.
  private(set) var encloseSeparator = false

  private let separator: UInt8
  private var state = State.fieldStart
  private var hasOne = false
  /// Whether a separator has come behind the first.
  private var hasSeparatorBehind = false

  init(_ line: Span<UInt8>, separator: UInt8) {
    self.separator = separator
    for index in line.indices { take(line[index]) }
  }

  private mutating func take(_ byte: UInt8) {
    let isQuote = byte == 0x22
    if byte == separator { hasSeparatorBehind = hasOne }
    switch state {
    case .fieldStart:
      if byte != separator { state = isQuote ? .quoted : .unquoted }
    case .unquoted:
      if isQuote { noteBareQuote() }
      if byte == separator { state = .fieldStart }
    case .quoted:
      if isQuote { state = .quoteInQuoted }
    case .quoteInQuoted:
      if byte == separator {
        state = .fieldStart
      } else {
        // The quote before this byte closed nothing.
        if !isQuote { noteBareQuote() }
        state = .quoted
      }
    }
  }

  private mutating func noteBareQuote() {
    encloseSeparator = encloseSeparator || hasSeparatorBehind
    hasOne = true
  }
}
