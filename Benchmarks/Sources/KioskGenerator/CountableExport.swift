/// 200 responses made by a rule, so that every figure of a report can be counted by hand.
///
/// Five fields × two quarters × four channels × five persons. `satisfied` says how many of each
/// group of five are satisfied with the whole; they are the first ones. The first four of a group
/// answer on the 14th of the quarter's last month, the fourth in its last second, and the fifth in
/// the first second of the 15th: there the state's reporting period ends and the civil one goes on.
enum CountableExport {
  /// How many of five are satisfied: by field, then quarter, then channel.
  private static let satisfied: [(field: Int, quarters: [[Int]])] = [
    (0, [[4, 4, 3, 3], [4, 5, 4, 3]]),
    (1, [[4, 4, 4, 4], [5, 4, 4, 5]]),
    (2, [[5, 4, 5, 4], [5, 5, 5, 4]]),
    (7, [[3, 4, 4, 3], [4, 4, 4, 4]]),
    (3, [[5, 5, 5, 4], [5, 5, 5, 5]]),
  ]
  private static let seconds = [8 * 3600, 9 * 3600, 10 * 3600, 86_399, 0]
  private static let feedback: [Bytes] = [
    Vocabulary.digits[4], Vocabulary.digits[3], Vocabulary.digits[0], Vocabulary.noOpinion,
    Vocabulary.digits[2],
  ]
  private static let needs: [[Int]] = [[0], [0, 1], [1, 2], [], [3]]

  /// Adds header and records.
  static func append(to bytes: inout Bytes) {
    bytes.add(Vocabulary.header)
    bytes.append(UInt8(ascii: "\n"))
    var serial = 0
    for quarter in 0..<2 {
      for (field, quarters) in satisfied {
        for (channel, count) in quarters[quarter].enumerated() {
          for person in 0..<5 {
            serial += 1
            append(
              serial: serial, month: quarter * 3 + 3, field: field, channel: channel,
              person: person, satisfied: count, to: &bytes)
          }
        }
      }
    }
  }

  private static func append(
    serial: Int, month: Int, field: Int, channel: Int, person: Int, satisfied: Int,
    to bytes: inout Bytes
  ) {
    bytes.add("C-")
    bytes.addNumber(serial, width: 3)
    bytes.append(UInt8(ascii: ","))
    if let day = Day(year: 2025, month: month, day: person < 4 ? 14 : 15) {
      bytes.addStamp(day, second: seconds[person])
    }
    bytes.append(UInt8(ascii: ","))
    bytes.addField(Vocabulary.units[person])
    bytes.addField(Vocabulary.fields[field])
    bytes.addField(Vocabulary.channels[channel])
    bytes.addField(Vocabulary.respondents[person == 4 ? 1 : 0])
    // The first satisfied person says 5, the others 4; the unsatisfied say 3, 2, 1 in turn.
    let rating = person == 0 ? 5 : person < satisfied ? 4 : 3 - (person - satisfied)
    bytes.addField(Vocabulary.digits[rating])
    bytes.addField(Vocabulary.digits[5])
    bytes.addField(Vocabulary.digits[rating])
    bytes.addField(Vocabulary.labels[4])
    bytes.addField(Vocabulary.digits[rating])
    bytes.addField(feedback[person])
    for (index, need) in needs[person].enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      bytes.append(contentsOf: Vocabulary.needs[need])
    }
    bytes.append(UInt8(ascii: ","))
    bytes.append(UInt8(ascii: "\n"))
  }
}
