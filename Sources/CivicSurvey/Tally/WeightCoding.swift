/// The sums of weights in a tally file: for each domain of `CELL`, and each of its counts that is not
/// zero and has weights, six numbers; see ``WeightLayout``.
extension PartCoding {
  /// The payload of a part's weights; nothing where responses have none.
  static func weights(_ part: TallyPart) -> [UInt8] {
    guard let layout = part.plan.sums.weights else { return [] }
    var writer = ByteWriter()
    var row = [UInt64](repeating: 0, count: part.plan.slotCount)
    for domain in 0..<part.sums.count {
      for slot in row.indices { row[slot] = 0 }
      part.sums.add(domain, to: &row)
      for slot in layout.slots where row[slot] != 0 {
        let place = layout.places[slot]
        for number in row[place..<place + WeightLayout.parts] { writer.write(number) }
      }
    }
    return writer.bytes
  }
}

extension ByteReader {
  /// Reads the sums of weights of a row whose counts have been read.
  mutating func readWeights(
    into row: inout [UInt64], _ layout: WeightLayout
  ) throws(TallyDamage) {
    for slot in layout.slots where row[slot] != 0 {
      for part in 0..<WeightLayout.parts { row[layout.places[slot] + part] = try number() }
    }
  }
}
