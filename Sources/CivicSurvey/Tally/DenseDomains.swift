import SurveyDefinition

/// The domains by a table with a place for every combination of codes, as long as that is small.
///
/// The codes of each dimension are numbered in the order seen, so the table has about as many places
/// as the numbers of categories that occur, multiplied: thousands of domains in some hundred KiB.
/// The place is a sum with one term a dimension, and a record's domain is found by one load.
struct DenseDomains: Sendable {
  /// The most places: a table of 2 MiB.
  private static let mostPlaces = 1 << 19
  private static let nothing: Int32 = -1

  private var periods: DayPeriods
  /// The periods that there are places for, and none.
  private var periodCapacity = 8
  private var dimensions: [CodeNumbers]
  private var table: [Int32]
  /// Whether the codes need more places than a table may have.
  private(set) var isFull: Bool

  /// A table for a plan's codes.
  init(_ plan: TabulationPlan) {
    periods = DayPeriods(plan.survey.finestPeriod)
    dimensions = plan.groups.map { CodeNumbers(position: $0.position) }
    table = []
    isFull = false
    makeTable()
  }

  /// Gives every dimension its stride, and the table its places; it is full where they are too many.
  private mutating func makeTable() {
    var places = periodCapacity
    for dimension in dimensions.indices {
      dimensions[dimension].setStride(places)
      places = min(places * dimensions[dimension].capacity, Self.mostPlaces + 1)
    }
    isFull = places > Self.mostPlaces
    table = [Int32](repeating: Self.nothing, count: isFull ? 0 : places)
  }

  /// Writes the place of each record; `false` where there would have to be too many.
  mutating func find(
    _ batch: borrowing ResponseBatch, of domains: borrowing DomainTable,
    into places: inout [UInt32]
  ) -> Bool {
    while true {
      periods.number(batch.days, count: batch.count, into: &places)
      var fits = periods.last < periodCapacity
      for dimension in dimensions.indices {
        let first = dimension * batch.count
        dimensions[dimension].add(
          batch.dimensionCodes, from: first, count: batch.count, to: &places)
        fits = fits && dimensions[dimension].fits
      }
      if fits { return true }
      while periods.last >= periodCapacity { periodCapacity *= 2 }
      for dimension in dimensions.indices { dimensions[dimension].grow() }
      makeTable()
      if isFull { return false }
      for domain in 0..<domains.count { keep(domain, at: place(of: domain, domains)) }
    }
  }

  private mutating func place(of domain: Int, _ domains: borrowing DomainTable) -> UInt32 {
    let period = domains.code(of: domain, at: KeyColumn.positionOfPeriod)
    var place = periods.number(of: Int32(bitPattern: period))
    for dimension in dimensions.indices {
      place += dimensions[dimension].term(
        of: domains.code(of: domain, at: dimensions[dimension].position))
    }
    return place
  }

  /// Calls `body` with the domain at each place; negative where none is known.
  @inline(__always)
  func withTable<Result>(_ body: (UnsafeBufferPointer<Int32>) -> Result) -> Result {
    unsafe table.withUnsafeBufferPointer(body)
  }

  /// Keeps the domain of a place.
  mutating func keep(_ domain: Int, at place: UInt32) { table[Int(place)] = Int32(domain) }

  /// Forgets the domains, whose numbers mean nothing any more.
  mutating func forget() {
    for place in table.indices { table[place] = Self.nothing }
  }
}

/// The codes of one dimension, numbered in the order seen.
private struct CodeNumbers {
  /// The reserved codes are the last ones of 32 bits; this brings them before all others.
  private static let reserved: UInt32 = 0 &- DimensionCode.missing
  private static let unseen = UInt32.max

  /// Its place in a domain's key.
  let position: Int
  /// How many codes there are places for.
  private(set) var capacity = 4
  private var stride: UInt32 = 1
  /// How many codes were seen.
  private var seen: UInt32 = 0
  /// For each code, reserved ones first, its number times the stride.
  private var terms: [UInt32] = []

  init(position: Int) { self.position = position }

  /// Whether there is a place for each code that was seen.
  var fits: Bool { seen <= capacity }

  /// Makes room for what was seen.
  mutating func grow() {
    while seen > capacity { capacity *= 2 }
  }

  mutating func setStride(_ new: Int) {
    for code in terms.indices where terms[code] != Self.unseen {
      terms[code] = terms[code] / stride * UInt32(new)
    }
    stride = UInt32(new)
  }

  /// Adds the term of each code to its record's place, as many as there are places for.
  mutating func add(
    _ codes: [UInt32], from first: Int, count: Int, to places: inout [UInt32]
  ) {
    precondition(first + count <= codes.count && count <= places.count)
    var record = 0
    while true {
      // SAFETY: there are so many codes and places, as just checked; a code's place among the terms
      // is checked against their number.
      record = unsafe codes.withUnsafeBufferPointer { codes in
        unsafe terms.withUnsafeBufferPointer { terms in
          unsafe places.withUnsafeMutableBufferPointer { places in
            for record in record..<count {
              let code = unsafe Int(codes[first &+ record] &+ Self.reserved)
              guard code < terms.count else { return record }
              let term = unsafe terms[code]
              guard term != Self.unseen else { return record }
              unsafe places[record] &+= term
            }
            return count
          }
        }
      }
      guard record < count else { return }
      places[record] &+= term(of: codes[first + record])
      record += 1
    }
  }

  /// The term of a code, which is new if it was not seen.
  mutating func term(of code: UInt32) -> UInt32 {
    let place = Int(code &+ Self.reserved)
    if place >= terms.count {
      let more = max(place + 1 - terms.count, terms.count)
      terms += [UInt32](repeating: Self.unseen, count: more)
    }
    if terms[place] == Self.unseen {
      terms[place] = seen &* stride
      seen += 1
    }
    return terms[place]
  }
}
