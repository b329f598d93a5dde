/// A made-up export whose every record follows from the options and its own number alone.
///
/// Integers only, so the same options give the same bytes on any machine. The rates are made to be
/// plausible: land lowest, officials high, uptake of opinions low, all rising slowly.
struct KioskExport {
  private let options: KioskOptions
  private let days: Int
  private let fields: [Bytes]
  private let channels = Vocabulary.channels
  private let units: [Bytes]

  // Weights as running sums, and offsets in ten-thousandths of a rate, by index in `Vocabulary`.
  private static let fieldWeights = [24, 34, 39, 67, 85, 94, 98, 100]
  private static let fieldOffsets = [-550, -350, -150, 250, 350, 100, 0, -450]
  private static let channelWeights = [38, 60, 68, 100]
  private static let channelOffsets = [0, 60, -150, -80]
  private static let unitOffsets = [120, 40, -60, 90, -120, 0, 30, -40, 70, -90, 10, -50]
  private static let factorOffsets = [100, -150, 450, 0, -700]
  private static let satisfiedAtStart = 8550
  private static let trendStart = Day(year: 2024, month: 7, day: 1)?.number ?? 0

  init(_ options: KioskOptions) {
    self.options = options
    days = max(1, options.until.number - options.from.number)
    units = options.longLabels ? Vocabulary.longUnits : Vocabulary.units
    let fields = options.longLabels ? Vocabulary.longFields : Vocabulary.fields
    self.fields =
      options.quotedPercent > 0
      ? fields : fields.map { $0.first == UInt8(ascii: "\"") ? fields[0] : $0 }
  }

  /// Hands over every row once, in the order asked for.
  func forEachRow(_ body: (Int) throws -> Void) rethrows {
    switch options.order {
    case .date:
      for row in 0..<options.rows { try body(row) }
    case .unit:
      for unit in units.indices {
        for row in 0..<options.rows where self.unit(ofRow: row) == unit { try body(row) }
      }
    case .shuffled:
      let shuffle = Shuffle(count: options.rows, seed: options.seed)
      for place in 0..<options.rows { try body(shuffle.row(at: place)) }
    }
  }

  /// The unit of a row: its first draw.
  private func unit(ofRow row: Int) -> Int {
    var random = SplitMix64(seed: options.seed, row: UInt64(row))
    return random.below(units.count)
  }

  /// Adds the header.
  func appendHeader(to bytes: inout Bytes) {
    bytes.add(options.kiosks > 0 ? Vocabulary.headerWithKiosk : Vocabulary.header)
    for question in 0..<options.moreQuestions {
      bytes.add(",more_")
      bytes.addNumber(question + 1, width: 2)
    }
    for column in 0..<options.extraColumns {
      bytes.add(",extra_")
      bytes.addNumber(column + 1, width: 3)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds record `row`, counted from 0.
  func append(row: Int, to bytes: inout Bytes) {
    var random = SplitMix64(seed: options.seed, row: UInt64(row))
    let damage = options.damage.damage(seed: options.seed, row: row)

    let dayIndex = row * days / options.rows
    let day = Day(number: options.from.number + dayIndex)
    let serial = row - firstRow(ofDay: dayIndex) + 1
    let unit = random.below(units.count)
    let field = random.pick(cumulative: Self.fieldWeights)
    let channel = random.pick(cumulative: Self.channelWeights)
    let online = channel < 2
    let second = online ? random.below(86_400) : 27_000 + random.below(34_200)

    appendID(row: row, unit: unit, day: day, serial: serial, to: &bytes)
    appendStamp(day, second: second, damage: damage, to: &bytes)
    if damage == .quoteAtStart { bytes.append(UInt8(ascii: "\"")) }
    bytes.addField(units[unit])
    let mood = appendKiosk(row: row, unit: unit, day: day, online: channel == 0, to: &bytes)
    bytes.addField(damage == .unknownField ? Vocabulary.unknownField : fields[field])
    bytes.addField(channels[channel])
    bytes.addField(Vocabulary.respondents[random.chance(18, in: 100) ? 1 : 0])

    let trend = (day.number - Self.trendStart) * 135 / 100
    let rate =
      Self.satisfiedAtStart + trend + Self.fieldOffsets[field] + Self.channelOffsets[channel]
      + Self.unitOffsets[unit] + mood
    appendAnswers(rate: rate, damage: damage, random: &random, to: &bytes)
    appendNeeds(random: &random, to: &bytes)
    appendComment(damage: damage, random: &random, to: &bytes)
    if damage == .fieldCount { bytes.add(", chu đáo") }
    for _ in 0..<options.moreQuestions {
      bytes.append(UInt8(ascii: ","))
      bytes.append(contentsOf: Vocabulary.digits[1 + random.below(5)])
    }
    for _ in 0..<options.extraColumns {
      bytes.append(UInt8(ascii: ","))
      bytes.addNumber(random.below(10_000), width: 1)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// The first row whose day is `day`: the smallest with row × days / rows = day.
  private func firstRow(ofDay day: Int) -> Int {
    (day * options.rows + days - 1) / days
  }

  private func appendID(row: Int, unit: Int, day: Day, serial: Int, to bytes: inout Bytes) {
    switch options.ids {
    case .kiosk: break
    case .consecutive:
      bytes.add("PH")
      bytes.addNumber(row + 1, width: 9)
      bytes.append(UInt8(ascii: ","))
      return
    case .random:
      var random = SplitMix64(seed: ~options.seed, row: UInt64(row))
      let number = random.next()
      for digit in 0..<16 {
        let value = UInt8(truncatingIfNeeded: number >> UInt64(60 - 4 * digit) & 15)
        bytes.append(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10)
      }
      bytes.append(UInt8(ascii: ","))
      return
    }
    let parts = day.parts
    bytes.append(UInt8(ascii: "K"))
    bytes.addNumber(unit + 1, width: 2)
    bytes.append(UInt8(ascii: "-"))
    bytes.addNumber(parts.year % 100, width: 2)
    bytes.addNumber(parts.month, width: 2)
    bytes.addNumber(parts.day, width: 2)
    bytes.append(UInt8(ascii: "-"))
    bytes.addNumber(serial, width: 6)
    bytes.append(UInt8(ascii: ","))
  }

  /// Adds the kiosk, where there are any, and gives what its day adds to the rate.
  ///
  /// What happens at one kiosk on one day, a queue, a printer without paper, moves all who answer there:
  /// the rate of a kiosk and day lies up to 16 points from what it would be. Who is online alone
  /// answers on the web, whose days are alike.
  private func appendKiosk(
    row: Int, unit: Int, day: Day, online: Bool, to bytes: inout Bytes
  ) -> Int {
    guard options.kiosks > 0 else { return 0 }
    if online {
      bytes.addField(Vocabulary.web)
      return 0
    }
    // Draws of its own: all else of a record is the same with kiosks and without.
    var random = SplitMix64(seed: options.seed ^ 0x6B69_6F73_6B, row: UInt64(row))
    let kiosk = random.below(options.kiosks)
    bytes.append(UInt8(ascii: "K"))
    bytes.addNumber(unit + 1, width: 2)
    bytes.append(UInt8(ascii: "-"))
    bytes.addNumber(kiosk + 1, width: 1)
    bytes.append(UInt8(ascii: ","))
    let cluster = UInt64(day.number) << 16 | UInt64(unit) << 8 | UInt64(kiosk)
    var mood = SplitMix64(seed: options.seed ^ 0x6D6F_6F64, row: cluster)
    return (0..<4).reduce(0) { sum, _ in sum + mood.below(801) - 400 }
  }

  private func appendStamp(_ day: Day, second: Int, damage: Damage?, to bytes: inout Bytes) {
    let start = bytes.count
    bytes.addStamp(day, second: second)
    if damage == .badDate {
      // No month has a thirty-ninth day.
      bytes[start] = UInt8(ascii: "3")
      bytes[start + 1] = UInt8(ascii: "9")
    }
    bytes.append(UInt8(ascii: ","))
  }

  private func appendAnswers(
    rate: Int, damage: Damage?, random: inout SplitMix64, to bytes: inout Bytes
  ) {
    let isSatisfied = random.chance(limited(rate), in: 10_000)
    if damage == .ratingOutOfScale {
      bytes.add("7,")
    } else {
      appendRating(isSatisfied: isSatisfied, emptyPerMille: 4, random: &random, to: &bytes)
    }
    for offset in Self.factorOffsets {
      // Three factors in five are answered like the whole, the others on their own; the offset is
      // stretched so that it holds over all.
      let follows = random.chance(3, in: 5)
      let own = random.chance(limited(rate + offset * 5 / 2), in: 10_000)
      appendRating(
        isSatisfied: follows ? isSatisfied : own, emptyPerMille: 25, random: &random, to: &bytes)
    }
  }

  private func appendRating(
    isSatisfied: Bool, emptyPerMille: Int, random: inout SplitMix64, to bytes: inout Bytes
  ) {
    let kind = random.below(1000)
    let isBlank = options.blanksPerMille > 0 && random.chance(options.blanksPerMille, in: 1000)
    if kind < emptyPerMille || isBlank {
      bytes.append(UInt8(ascii: ","))
    } else if kind < emptyPerMille + 8 {
      bytes.addField(options.digitsOnly ? Vocabulary.noOpinionDigit : Vocabulary.noOpinion)
    } else {
      let draw = random.below(100)
      let rating = isSatisfied ? (draw < 40 ? 5 : 4) : draw < 60 ? 3 : draw < 88 ? 2 : 1
      let isLabel = kind >= 930 && !options.digitsOnly
      bytes.addField(isLabel ? Vocabulary.labels[rating] : Vocabulary.digits[rating])
    }
  }

  private func appendNeeds(random: inout SplitMix64, to bytes: inout Bytes) {
    let needs = random.chance(1, in: 20) ? Vocabulary.needLabels : Vocabulary.needs
    let draw = random.below(100)
    let count = draw < 25 ? 0 : draw < 70 ? 1 : draw < 90 ? 2 : 3
    let first = random.below(needs.count)
    for index in 0..<count {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      bytes.append(contentsOf: needs[(first + index) % needs.count])
    }
    bytes.append(UInt8(ascii: ","))
  }

  private func appendComment(
    damage: Damage?, random: inout SplitMix64, to bytes: inout Bytes
  ) {
    let remarks = Vocabulary.remarks
    let first = remarks[random.below(remarks.count)]
    let second = remarks[random.below(remarks.count)]
    let isEmpty = random.chance(60, in: 100)
    let isQuoted = random.chance(options.quotedPercent, in: 100)
    let quoted = Vocabulary.quotedRemarks[random.below(Vocabulary.quotedRemarks.count)]
    switch damage {
    case .fieldCount:
      bytes.append(contentsOf: first)
    case .quoteInside:
      bytes.append(contentsOf: first)
      bytes.add(". Màn hình 17\"")
    case .spaceBeforeQuote:
      bytes.append(UInt8(ascii: " "))
      bytes.addQuoted(first + Bytes(". ".utf8) + second)
    case .badText:
      // A comment cut in the middle of a letter, as exports with a limit in bytes do.
      bytes.append(contentsOf: first)
      bytes.add(" v")
      bytes.append(contentsOf: [0xE1, 0xBB])
    case nil, .quoteAtStart, .unknownField, .badDate, .ratingOutOfScale:
      guard !isEmpty else { return }
      if isQuoted {
        bytes.addQuoted(first + Bytes(". ".utf8) + quoted)
      } else {
        bytes.append(contentsOf: first)
        bytes.add(". ")
        bytes.append(contentsOf: second)
      }
    }
  }

  private func limited(_ rate: Int) -> Int {
    min(max(rate, 200), 9_900)
  }
}
