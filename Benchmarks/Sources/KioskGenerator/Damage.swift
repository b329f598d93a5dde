/// What can be wrong with a record.
enum Damage {
  /// A comma in an unquoted comment: a field too many.
  case fieldCount
  /// A quote before the unit that nothing closes.
  case quoteAtStart
  /// An inch mark in an unquoted comment; it is taken all the same.
  case quoteInside
  /// A space before a quoted comment; it is taken all the same.
  case spaceBeforeQuote
  /// A field of service that no definition knows.
  case unknownField
  /// The 39th of a month.
  case badDate
  /// A rating of 7.
  case ratingOutOfScale
  /// A comment cut in the middle of a letter.
  case badText
}

/// How many records in a thousand are damaged, and how.
struct DamageShares {
  /// The kinds of which `each` holds, in the order of their draws.
  private static let common: [Damage] = [
    .fieldCount, .quoteAtStart, .quoteInside, .unknownField, .badDate, .ratingOutOfScale, .badText,
  ]

  /// Of each of seven kinds, the number in a thousand.
  var each = 0
  /// Comments that are quoted otherwise than RFC 4180 has it and still taken.
  var irregular = 0
  /// Quotes that open and never close.
  var openQuotes = 0
  /// Dates that do not exist: refused when a record is decoded.
  var badDates = 0
  /// Fields too many: refused when a record is split.
  var surplusFields = 0

  /// The greatest value of ``each``.
  static var eachLimit: Int { 1000 / common.count }

  /// The sum of the shares of a single kind.
  var single: Int { irregular + openQuotes + badDates + surplusFields }

  /// What is wrong with record `row`, if anything.
  ///
  /// The draws have streams of their own: asking for damage changes no other record.
  func damage(seed: UInt64, row: Int) -> Damage? {
    if each > 0 {
      var random = SplitMix64(seed: ~seed, row: UInt64(row))
      let kind = random.below(1000) / each
      if kind < Self.common.count { return Self.common[kind] }
    }
    guard single > 0 else { return nil }
    var random = SplitMix64(seed: seed ^ 0x6B69_6F73_6B00_0000, row: UInt64(row))
    var draw = random.below(1000)
    if draw < irregular { return draw % 2 == 0 ? .quoteInside : .spaceBeforeQuote }
    draw -= irregular
    if draw < openQuotes { return .quoteAtStart }
    draw -= openQuotes
    if draw < badDates { return .badDate }
    draw -= badDates
    return draw < surplusFields ? .fieldCount : nil
  }
}
