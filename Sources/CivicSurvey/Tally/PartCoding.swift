import SurveyCSV
import SurveyDefinition

/// The payloads of a part's sections; the writers take a canonical part.
enum PartCoding {
  /// Reserved codes are the largest numbers: shifted by this they become the smallest.
  private static let codeShift: UInt32 = 5

  // MARK: - Writing

  static func shape(_ part: TallyPart) -> [UInt8] {
    var writer = ByteWriter()
    writer.writeFixed(part.plan.shapeHash.high)
    writer.writeFixed(part.plan.shapeHash.low)
    writer.write(part.plan.dimensions.count)
    for dimension in part.plan.dimensions { writer.write(dimension.id) }
    writer.write(part.runs)
    return writer.bytes
  }

  static func labels(_ part: TallyPart) -> [UInt8] {
    var writer = ByteWriter()
    for (dimension, labels) in zip(part.plan.labelled, part.openLabels) where dimension.isOpen {
      writer.write(labels.count)
      for label in labels { writer.write(label) }
    }
    return writer.bytes
  }

  /// For each domain its codes, then its counts that are not zero as (distance, count).
  static func cells(_ part: TallyPart) -> [UInt8] {
    let sums = part.sums
    let countSlots = part.plan.sums.countSlots
    var writer = ByteWriter()
    writer.write(sums.count)
    for domain in 0..<sums.count {
      for code in sums.codes(of: domain) { writer.write(UInt64(code &+ codeShift)) }
      var kept = 0
      sums.forEachCount(of: domain) { slot, _ in kept += slot < countSlots ? 1 : 0 }
      writer.write(kept)
      var previous = 0
      sums.forEachCount(of: domain) { slot, count in
        guard slot < countSlots else { return }
        writer.write(slot - previous)
        writer.write(count)
        previous = slot
      }
    }
    return writer.bytes
  }

  static func losses(_ part: TallyPart, withPlaces: Bool) -> [UInt8] {
    var writer = ByteWriter()
    for column in part.losses {
      var column = column
      let entries = column.sorted()
      writer.write(entries.count)
      for (label, entry) in entries {
        writer.write(label)
        writer.write(entry.count)
        if withPlaces {
          writer.write(entry.first.source)
          writer.write(entry.first.line)
        }
      }
      writer.write(column.rest)
    }
    return writer.bytes
  }

  static func sources(_ part: TallyPart) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(part.sources.count)
    for source in part.sources {
      writer.writeFixed(source.digest.high)
      writer.writeFixed(source.digest.low)
      writer.write(source.bytes)
      for day in [source.firstDay, source.lastDay] {
        writer.write(day.map { UInt64(UInt32(bitPattern: $0.number)) + 1 } ?? 0)
      }
      write(source.accounting, to: &writer)
    }
    return writer.bytes
  }

  /// For each half-month its distance to the one before, then its last day's to its first; nothing
  /// where cells and sources say the same.
  static func lastDays(_ part: TallyPart) -> [UInt8] {
    guard part.lastDays != LastDays.known(of: part) else { return [] }
    var writer = ByteWriter()
    writer.write(part.lastDays.count)
    var previous = 0
    for (halfMonth, day) in part.lastDays.sorted(by: { $0.key < $1.key }) {
      writer.write(halfMonth.number - previous)
      writer.write(Int(day.number - halfMonth.first.number))
      previous = halfMonth.number
    }
    return writer.bytes
  }

  /// The SHA-256 of each source, after a 1, or 0; nothing where no source has one.
  static func hashes(_ part: TallyPart) -> [UInt8] {
    guard part.sources.contains(where: { $0.sha256 != nil }) else { return [] }
    var writer = ByteWriter()
    for source in part.sources {
      writer.write(source.sha256 == nil ? 0 : 1)
      writer.append(source.sha256?.bytes ?? [])
    }
    return writer.bytes
  }

  /// What the records of each source stand for; nothing where each is one response in all of them.
  static func counts(_ part: TallyPart) -> [UInt8] {
    guard part.sources.contains(where: { !$0.accounting.isPlain }) else { return [] }
    var writer = ByteWriter()
    for source in part.sources { writeCounts(source.accounting, to: &writer) }
    return writer.bytes
  }

  static func writeCounts(_ accounting: Accounting, to writer: inout ByteWriter) {
    for field in Accounting.countFields { writer.write(accounting[keyPath: field]) }
  }

  static func write(_ accounting: Accounting, to writer: inout ByteWriter) {
    for field in Accounting.fields { writer.write(accounting[keyPath: field]) }
    let codes = accounting.byCode.filter { $0.value != 0 }.sorted { $0.key < $1.key }
    writer.write(codes.count)
    for (code, count) in codes {
      writer.write(code)
      writer.write(count)
    }
  }

  // MARK: - Reading

  static func part(
    from payload: ArraySlice<UInt8>, name: String, _ definitions: inout KnownDefinitions
  ) throws -> TallyPart {
    var sections: [String: ArraySlice<UInt8>] = [:]
    var reader = ByteReader(payload)
    while !reader.isAtEnd {
      let section = try reader.section()
      guard
        [
          "SHAP", "DEFN", "LABL", "CELL", "WGHT", "LOSS", "SRCS", "CNTS", "SCOP", "DAYS",
          "SHAS",
        ]
        .contains(section.tag)
      else {
        if section.isRequired {
          throw RunError(
            .data, .tallyUnknownSection, ["section": section.tag],
            at: Message.Place(file: name))
        }
        continue
      }
      guard sections.updateValue(section.payload, forKey: section.tag) == nil else {
        throw TallyDamage()
      }
    }
    func section(_ tag: String) throws(TallyDamage) -> ByteReader {
      guard let payload = sections[tag] else { throw TallyDamage() }
      return ByteReader(payload)
    }
    guard let definition = sections["DEFN"] else { throw TallyDamage() }
    var part = try readShape(try section("SHAP")) { ids, isClustered in
      try definitions.plan(
        Array(definition), keeping: ids, isClustered: isClustered, file: name)
    }
    try readLabels(try section("LABL"), into: &part)
    let weights = part.plan.sums.weights == nil ? nil : try section("WGHT")
    try readCells(try section("CELL"), weights: weights, into: &part)
    try readLosses(try section("LOSS"), into: &part)
    try readSources(try section("SRCS"), into: &part)
    if let reasons = sections["SCOP"] { try readReasons(ByteReader(reasons), into: &part) }
    if let counts = sections["CNTS"] { try readCounts(ByteReader(counts), into: &part) }
    part.lastDays = LastDays.known(of: part)
    if let days = sections["DAYS"] { part.lastDays = try readLastDays(ByteReader(days)) }
    if let hashes = sections["SHAS"] { try readHashes(ByteReader(hashes), into: &part) }
    try PartInvariants(part).check()
    return part
  }

  /// - Parameter plan: makes the plan that keeps some dimensions, and clusters if there are any.
  private static func readShape(
    _ reader: ByteReader,
    plan: (_ ids: [String], _ isClustered: Bool) throws -> TabulationPlan
  ) throws -> TallyPart {
    var reader = reader
    let hash = XXH128Digest(high: try reader.fixed(), low: try reader.fixed())
    var ids: [String] = []
    for _ in 0..<(try reader.length()) { ids.append(try reader.text()) }
    var shape = try plan(ids, true)
    // Whether the files had the column of optional clusters, only the shape tells.
    if shape.shapeHash != hash, shape.survey.design?.areClustersOptional == true {
      shape = try plan(ids, false)
    }
    guard shape.shapeHash == hash else { throw TallyDamage() }
    var part = TallyPart(shape)
    part.runs = try reader.count(upTo: HonestCount.greatest)
    return part
  }

  private static func readLabels(_ reader: ByteReader, into part: inout TallyPart) throws {
    var reader = reader
    for dimension in part.plan.labelled.indices where part.plan.labelled[dimension].isOpen {
      for _ in 0..<(try reader.length()) { part.openLabels[dimension].append(try reader.text()) }
    }
  }

  private static func readCells(
    _ reader: ByteReader, weights: ByteReader?, into part: inout TallyPart
  ) throws {
    var reader = reader
    var weights = weights
    let slotCount = part.plan.sums.countSlots
    var key: [UInt32] = []
    var row = [UInt64](repeating: 0, count: part.plan.slotCount)
    for _ in 0..<(try reader.length()) {
      key.removeAll(keepingCapacity: true)
      for _ in 0..<part.sums.width {
        guard let shifted = UInt32(exactly: try reader.number()) else { throw TallyDamage() }
        key.append(shifted &- codeShift)
      }
      for slot in row.indices { row[slot] = 0 }
      var slot = 0
      for _ in 0..<(try reader.count(upTo: slotCount)) {
        slot += try reader.count(upTo: slotCount)
        guard slot < slotCount else { throw TallyDamage() }
        row[slot] = UInt64(try reader.count(upTo: HonestCount.greatest))
      }
      if let layout = part.plan.sums.weights {
        try weights?.readWeights(into: &row, layout)
      }
      part.sums.append(codes: key, row: row)
    }
    guard weights?.isAtEnd ?? true else { throw TallyDamage() }
  }

  private static func readLosses(_ reader: ByteReader, into part: inout TallyPart) throws {
    var reader = reader
    for column in part.losses.indices {
      var total = 0
      for _ in 0..<(try reader.length()) {
        let label = try reader.text()
        let count = try reader.count(upTo: HonestCount.greatest)
        total = try HonestCount.sum(total, count)
        let place = SourcePlace(source: try reader.text(), line: try reader.number())
        part.losses[column].add(label, count: count, first: place)
      }
      let rest = try reader.count(upTo: HonestCount.greatest)
      _ = try HonestCount.sum(total, rest)
      part.losses[column].add(rest: rest)
    }
  }

  private static func readSources(_ reader: ByteReader, into part: inout TallyPart) throws {
    var reader = reader
    for _ in 0..<(try reader.length()) {
      let digest = XXH128Digest(high: try reader.fixed(), low: try reader.fixed())
      let bytes = try reader.count()
      var days: [CalendarDay?] = []
      for _ in 0..<2 {
        let day = try reader.count(upTo: Int(UInt32.max) + 1)
        days.append(
          day == 0
            ? nil : CalendarDay(number: Int32(bitPattern: UInt32(truncatingIfNeeded: day - 1))))
      }
      part.sources.append(
        SourceSummary(
          digest: digest, sha256: nil, bytes: bytes, accounting: try readAccounting(&reader),
          firstDay: days[0], lastDay: days[1]))
    }
  }

  private static func readCounts(_ reader: ByteReader, into part: inout TallyPart) throws {
    var reader = reader
    for index in part.sources.indices {
      for field in Accounting.countFields {
        part.sources[index].accounting[keyPath: field] = try reader.count(
          upTo: HonestCount.greatest)
      }
    }
    guard reader.isAtEnd else { throw TallyDamage() }
  }

  private static func readLastDays(
    _ reader: ByteReader
  ) throws(TallyDamage) -> [HalfMonth: CalendarDay] {
    var reader = reader
    var days: [HalfMonth: CalendarDay] = [:]
    var number = 0
    for _ in 0..<(try reader.length()) {
      // No half-month has so many days, and no day such a number: what is held against the sums
      // later must not overflow here.
      number += try reader.count(upTo: LastDays.greatestHalfMonth)
      guard number <= LastDays.greatestHalfMonth else { throw TallyDamage() }
      let halfMonth = HalfMonth(number: number)
      days[halfMonth] = halfMonth.first.advanced(by: try reader.count(upTo: 31))
    }
    guard reader.isAtEnd else { throw TallyDamage() }
    return days
  }

  private static func readHashes(_ reader: ByteReader, into part: inout TallyPart) throws {
    var reader = reader
    for index in part.sources.indices where try reader.count(upTo: 1) == 1 {
      part.sources[index].sha256 = SHA256Digest(
        bytes: Array(try reader.raw(SHA256Digest.length)))
    }
    guard reader.isAtEnd else { throw TallyDamage() }
  }

  private static func readAccounting(_ reader: inout ByteReader) throws -> Accounting {
    var accounting = Accounting()
    for field in Accounting.fields {
      accounting[keyPath: field] = try reader.count(upTo: HonestCount.greatest)
    }
    for _ in 0..<(try reader.length()) {
      let code = try reader.text()
      accounting.byCode[code] = try reader.count(upTo: HonestCount.greatest)
    }
    accounting.supposeCounts()
    return accounting
  }
}
