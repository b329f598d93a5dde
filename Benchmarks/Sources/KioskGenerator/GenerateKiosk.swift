import ArgumentParser

/// Writes made-up kiosk exports: the samples, and files of any size for benchmarks.
@main
struct GenerateKiosk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-kiosk",
    abstract: "Write a made-up kiosk export; the same options give the same bytes anywhere.")

  @Option(help: "The number of records.")
  var rows = 1000

  @Option(help: "The seed: a whole number, 0 or more.")
  var seed: UInt64 = 2025

  @Option(help: "The first day.")
  var from = Day(number: 19_905)

  @Option(help: "The first day after the last.")
  var until = Day(number: 20_454)

  @Option(help: "Of each kind of fault, how many in a thousand records (0 to 142).")
  var faults = 0

  @Option(help: "Of a thousand records, how many have a comment that is quoted oddly and taken.")
  var irregular = 0

  @Option(help: "Of a thousand records, how many open a quote that is never closed.")
  var openQuotes = 0

  @Option(help: "Of a thousand records, how many have a date that does not exist.")
  var badDates = 0

  @Option(help: "Of a thousand records, how many have a field too many.")
  var surplusFields = 0

  @Option(help: "How many of a hundred comments need quotes; 0 leaves out every quote.")
  var quoted = 30

  @Option(help: "Of a thousand answers, how many more are empty.")
  var blanks = 0

  @Flag(help: "Write long names of units and fields, most of over 32 bytes.")
  var longLabels = false

  @Option(help: "The order of the same records: by day, by unit and day, or at random.")
  var order = RowOrder.date

  @Option(help: "The ids: unit, day and number, one number after the other, or at random.")
  var ids = RowIDs.kiosk

  @Option(help: "How many rating questions to add: more_01 and so on.")
  var questions = 0

  @Option(help: "How many kiosks a unit has, in a column of their own; 0 leaves it out.")
  var kiosks = 0

  @Option(help: "How many columns to add that no survey uses.")
  var width = 0

  @Flag(help: "Write answers as digits only: 1 to 5, and 9 for no opinion.")
  var digits = false

  @Option(help: "How the text is coded.")
  var encoding = KioskEncoding.utf8

  @Option(name: [.customShort("o"), .long], help: "The file to write; - is the standard output.")
  var output = "-"

  @Flag(help: "Write the 200 responses that can be counted by hand; only --encoding goes with it.")
  var countable = false

  @Flag(help: "Write the file with every fault once, which is UTF-8; other options are ignored.")
  var everyFault = false

  func validate() throws {
    guard (0...1_000_000_000_000).contains(rows) else {
      throw ValidationError("--rows must be from 0 to 1000000000000.")
    }
    guard from < until else { throw ValidationError("--from must be before --until.") }
    guard (0...DamageShares.eachLimit).contains(faults) else {
      throw ValidationError("--faults must be 0 to \(DamageShares.eachLimit).")
    }
    let shares = [irregular, openQuotes, badDates, surplusFields]
    guard shares.allSatisfy((0...1000).contains), damage.single <= 1000 else {
      throw ValidationError(
        "--irregular, --open-quotes, --bad-dates and --surplus-fields must be 0 to 1000 together.")
    }
    guard (0...100).contains(quoted) else { throw ValidationError("--quoted must be 0 to 100.") }
    guard (0...1000).contains(blanks) else { throw ValidationError("--blanks must be 0 to 1000.") }
    guard (0...4000).contains(width) else { throw ValidationError("--width must be 0 to 4000.") }
    guard (0...99).contains(questions) else {
      throw ValidationError("--questions must be 0 to 99.")
    }
    guard (0...99).contains(kiosks) else { throw ValidationError("--kiosks must be 0 to 99.") }
    guard !everyFault || encoding == .utf8 else {
      throw ValidationError("--every-fault has bytes that are no text: it is UTF-8 only.")
    }
    guard !(countable && everyFault) else {
      throw ValidationError("--countable and --every-fault are two files.")
    }
  }

  private var damage: DamageShares {
    DamageShares(
      each: faults, irregular: irregular, openQuotes: openQuotes, badDates: badDates,
      surplusFields: surplusFields)
  }

  func run() throws {
    var output = try ByteOutput(path: output, encoding: encoding)
    if countable {
      CountableExport.append(to: &output.pending)
    } else if everyFault {
      EveryFaultExport.append(to: &output.pending)
    } else {
      let export = KioskExport(
        KioskOptions(
          rows: rows, seed: seed, from: from, until: until, damage: damage,
          quotedPercent: quoted, digitsOnly: digits, blanksPerMille: blanks, longLabels: longLabels,
          order: order, ids: ids, moreQuestions: questions, kiosks: kiosks,
          extraColumns: width))
      export.appendHeader(to: &output.pending)
      try export.forEachRow { row in
        export.append(row: row, to: &output.pending)
        try output.flushIfFull()
      }
    }
    try output.flush()
  }
}

extension Day: CustomStringConvertible {
  /// `yyyy-MM-dd`.
  var description: String {
    var bytes: Bytes = []
    let parts = parts
    bytes.addNumber(parts.year, width: 4)
    bytes.append(UInt8(ascii: "-"))
    bytes.addNumber(parts.month, width: 2)
    bytes.append(UInt8(ascii: "-"))
    bytes.addNumber(parts.day, width: 2)
    return String(decoding: bytes, as: UTF8.self)
  }
}
