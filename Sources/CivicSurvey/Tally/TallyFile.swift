import SurveyCSV
import SurveyDefinition

/// The tally file: magic, format version, typed sections, and a checksum at the end.
///
///     magic "CIVTALLY" · version (LEB128) · sections … · "ENDS" · XXH3-64 of all before it
///     section: 4 letters · 1 if a reader must know it, else 0 · length (LEB128) · payload
///
/// A section `PART` holds one part as sections of its own: `SHAP` (shape hash, dimensions, runs),
/// `DEFN` (the definition), `LABL` (labels of open dimensions), `CELL` (counts), `LOSS` (labels read
/// as nothing known), `SRCS` (sources with their accounting); where responses have weights, `WGHT` (their
/// sums, which a reader must know); where a record is not one response,
/// `CNTS` (what records stand for, which a reader must know if rejected ones do). Two need not be known
/// by a reader and stand only where they say something: `DAYS` (the last day of a response in each
/// half-month) and `SHAS` (the sources' SHA-256). `SCOP` stands where records are out of scope: how many
/// for each reason. Where a register of opinions says by when they are to
/// be answered, a domain's key in `CELL` ends in that day of open ones (``DueCode``). All is in canonical
/// order: equal tallies are equal to the byte.
public enum TallyFile {
  /// The first bytes of every tally file.
  public static let magic = Array("CIVTALLY".utf8)
  /// The format version that is written; readers refuse greater ones.
  public static let formatVersion = 1

  /// Whether a file that begins with `bytes` is a tally.
  public static func isTally(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: magic)
  }

  /// The file's bytes for a tally.
  public static func encode(_ tally: Tally) -> [UInt8] {
    var file = ByteWriter()
    file.append(magic)
    file.write(formatVersion)
    for part in tally.parts {
      precondition(part.dated == nil, "what was counted for one report is no tally")
      let canonical = part.canonical()
      var payload = ByteWriter()
      payload.section("SHAP", PartCoding.shape(canonical))
      payload.section("DEFN", canonical.plan.survey.definition)
      payload.section("LABL", PartCoding.labels(canonical))
      payload.section("CELL", PartCoding.cells(canonical))
      let weights = PartCoding.weights(canonical)
      if !weights.isEmpty { payload.section("WGHT", weights) }
      payload.section("LOSS", PartCoding.losses(canonical, withPlaces: true))
      payload.section("SRCS", PartCoding.sources(canonical))
      let counts = PartCoding.counts(canonical)
      if !counts.isEmpty {
        // Losses are told wrong without them.
        payload.section("CNTS", counts, isRequired: part.accounting.rejected > 0)
      }
      let reasons = PartCoding.reasons(canonical)
      if !reasons.isEmpty { payload.section("SCOP", reasons) }
      let days = PartCoding.lastDays(canonical)
      if !days.isEmpty { payload.section("DAYS", days, isRequired: false) }
      let hashes = PartCoding.hashes(canonical)
      // Whoever does not know them loses nothing else.
      if !hashes.isEmpty { payload.section("SHAS", hashes, isRequired: false) }
      file.section("PART", payload.bytes)
    }
    file.append(Array("ENDS".utf8))
    file.writeFixed(XXH3.hash64(file.bytes))
    return file.bytes
  }

  /// Reads a tally file; `name` is only for messages.
  ///
  /// - Throws: ``RunError`` `tally.not-a-tally`, `tally.newer-format`, `tally.damaged`.
  public static func decode(_ bytes: [UInt8], name: String) throws(RunError) -> Tally {
    var definitions = KnownDefinitions()
    return try decode(bytes, name: name, &definitions)
  }

  /// Reads one of many tally files, and remembers its definitions for those that come.
  ///
  /// - Throws: ``RunError`` `tally.not-a-tally`, `tally.newer-format`, `tally.damaged`.
  public static func decode(
    _ bytes: [UInt8], name: String, _ definitions: inout KnownDefinitions
  ) throws(RunError) -> Tally {
    let place = Message.Place(file: name)
    guard isTally(bytes) else { throw RunError(.data, .tallyNotATally, at: place) }
    do {
      var reader = ByteReader(bytes[magic.count...])
      let version = try reader.count()
      guard version <= formatVersion else {
        throw RunError(
          .data, .tallyNewerFormat,
          ["found": String(version), "known": String(formatVersion)], at: place)
      }
      let end = bytes.count - 12
      guard version > 0, end > magic.count, bytes[end..<end + 4].elementsEqual("ENDS".utf8)
      else { throw TallyDamage() }
      var checksum = ByteReader(bytes[(end + 4)...])
      guard try checksum.fixed() == XXH3.hash64(Array(bytes[..<(end + 4)])) else {
        throw TallyDamage()
      }
      return try parts(in: bytes[magic.count..<end], name: name, &definitions)
    } catch let error as RunError {
      throw error
    } catch {
      throw RunError(.data, .tallyDamaged, at: place)
    }
  }

  private static func parts(
    in bytes: ArraySlice<UInt8>, name: String, _ definitions: inout KnownDefinitions
  ) throws -> Tally {
    var reader = ByteReader(bytes)
    _ = try reader.number()
    var parts: [TallyPart] = []
    while !reader.isAtEnd {
      let section = try reader.section()
      if section.tag == "PART" {
        parts.append(try PartCoding.part(from: section.payload, name: name, &definitions))
      } else if section.isRequired {
        throw RunError(
          .data, .tallyUnknownSection, ["section": section.tag],
          at: Message.Place(file: name))
      }
    }
    guard Set(parts.map(\.plan.shapeHash)).count == parts.count else { throw TallyDamage() }
    return try Tally(parts)
  }

  /// The XXH3-128 of a part's figures: of all but where and from which files they were read.
  ///
  /// The same responses in another encoding or dialect give the same figures' hash.
  public static func figuresHash(of part: TallyPart) -> XXH128Digest {
    let canonical = part.canonical()
    var text = ByteWriter()
    text.write(PartCoding.shape(canonical))
    text.write(PartCoding.labels(canonical))
    text.write(PartCoding.cells(canonical))
    let weights = PartCoding.weights(canonical)
    if !weights.isEmpty { text.write(weights) }
    text.write(PartCoding.losses(canonical, withPlaces: false))
    var figures = part.accounting
    // Facts of the file, not of the responses in it.
    figures.blank = 0
    figures.notResponse = 0
    figures.repaired = 0
    var accounting = ByteWriter()
    PartCoding.write(figures, to: &accounting)
    if !PartCoding.counts(canonical).isEmpty { PartCoding.writeCounts(figures, to: &accounting) }
    PartCoding.writeReasons(figures, part.plan.survey.scope.reasons, to: &accounting)
    text.write(accounting.bytes)
    return XXH128Digest.of(text.bytes)
  }
}

/// One typed, length-prefixed section.
struct TallySection {
  let tag: String
  let isRequired: Bool
  let payload: ArraySlice<UInt8>
}

extension ByteWriter {
  fileprivate mutating func section(
    _ tag: String, _ payload: [UInt8], isRequired: Bool = true
  ) {
    append(Array(tag.utf8))
    append([isRequired ? 1 : 0])
    write(payload)
  }
}

extension ByteReader {
  mutating func section() throws(TallyDamage) -> TallySection {
    guard let tag = String(validating: try raw(4), as: UTF8.self) else { throw TallyDamage() }
    let isRequired = try byte() != 0
    return TallySection(tag: tag, isRequired: isRequired, payload: try raw())
  }
}
