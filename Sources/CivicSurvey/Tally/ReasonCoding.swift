/// Why records are out of scope, as a section of a tally.
extension PartCoding {
  /// For each source how many records each of the survey's reasons leaves out; nothing where none is.
  static func reasons(_ part: TallyPart) -> [UInt8] {
    guard part.sources.contains(where: { $0.accounting.outOfScope > 0 }) else { return [] }
    var writer = ByteWriter()
    for source in part.sources {
      writeReasons(source.accounting, part.plan.survey.scope.reasons, to: &writer)
    }
    return writer.bytes
  }

  /// Writes the number of each reason, in the survey's order.
  static func writeReasons(
    _ accounting: Accounting, _ reasons: [String], to writer: inout ByteWriter
  ) {
    for reason in reasons { writer.write(accounting.outOfScopeBy[reason] ?? 0) }
  }

  static func readReasons(_ reader: ByteReader, into part: inout TallyPart) throws {
    var reader = reader
    for index in part.sources.indices {
      for reason in part.plan.survey.scope.reasons {
        let count = try reader.count(upTo: HonestCount.greatest)
        guard count > 0 else { continue }
        part.sources[index].accounting.outOfScopeBy[reason] = count
      }
    }
    guard reader.isAtEnd else { throw TallyDamage() }
  }
}
