import SurveyCSV
import SurveyDefinition

/// Decides in which encoding a file is read: by its mark, by what was named, else by its letters.
///
/// What was named is held against what the bytes say, and refused where they clearly say something
/// else; where they say nothing clear and nothing was named, the file is refused too.
struct EncodingChoice {
  /// The encoding.
  let encoding: TextEncoding
  /// What the reader must know of it.
  let messages: [Message]

  /// Fewer letters than this are no evidence against what was named.
  private static let fewestLetters = 8

  /// Chooses for an export, or a rejects file that comes back.
  ///
  /// - Parameters:
  ///   - source: The file; at most its first MiB is looked at.
  ///   - flag: The encoding named on the command line.
  ///   - survey: The definition, which may name one too.
  /// - Throws: ``RunError`` with `text.encoding-*`, or what reading throws.
  init(
    of source: inout ByteSource, flag: TextEncoding?, survey: Survey
  ) throws(RunError) {
    let head = try Self.head(of: &source)
    // What is named is meant for exports: a rejects file that comes back is as a spreadsheet saved it.
    let ofSurvey = survey.source.encoding.flatMap { TextEncoding(name: $0.rawValue) }
    let isReturned = (flag ?? ofSurvey) != nil && MarkerColumns.areNamed(in: head)
    let choice = try Self(
      head, flag: isReturned ? nil : flag, ofSurvey: isReturned ? nil : ofSurvey,
      file: source.name)
    encoding = choice.encoding
    // Where text is decoded, every line is watched, which says more than the first bytes do.
    messages =
      choice.encoding == .utf8
      ? choice.messages
      : choice.messages.filter { $0.code != MessageCode.textEncodingMixed.rawValue }
  }

  /// Chooses for an export of which no definition speaks yet.
  ///
  /// - Throws: As for an export.
  init(of source: inout ByteSource, flag: TextEncoding?) throws(RunError) {
    try self.init(Self.head(of: &source), flag: flag, ofSurvey: nil, file: source.name)
  }

  /// Chooses for a file that staff have filled in and a spreadsheet has saved: nothing is named for it.
  ///
  /// - Throws: As for an export.
  init(ofSheet source: inout ByteSource) throws(RunError) {
    try self.init(Self.head(of: &source), flag: nil, ofSurvey: nil, file: source.name)
  }

  private static func head(of source: inout ByteSource) throws(RunError) -> ArraySlice<UInt8> {
    do throws(ByteSourceError) {
      return try source.firstBytes(EncodingDetector.length)
    } catch {
      throw RunError(error)
    }
  }

  private init(
    _ head: ArraySlice<UInt8>, flag: TextEncoding?, ofSurvey: TextEncoding?, file: String
  ) throws(RunError) {
    let finding = EncodingDetector.find(head)
    let place = Message.Place(file: file == "-" ? "stdin" : file)
    let named = flag ?? ofSurvey
    if case .mark = finding.evidence, let marked = finding.encoding {
      if let flag, flag != marked {
        throw RunError(
          .data, .textEncodingAgainstMark,
          ["named": flag.rawValue, "marked": marked.rawValue], at: place)
      }
      encoding = marked
      messages =
        marked == .utf8
        ? []
        : [
          Message(
            .textEncodingByMark, severity: .note, ["encoding": marked.rawValue], at: place)
        ]
    } else if let named {
      encoding = named
      messages = try Self.held(named, against: finding, head, place)
    } else {
      encoding = try Self.found(finding, place)
      messages = Self.notes(finding, place)
    }
  }

  /// Refuses what was named where the bytes fit something else, and doubts it where they fit nothing.
  private static func held(
    _ named: TextEncoding, against finding: EncodingFinding, _ head: ArraySlice<UInt8>,
    _ place: Message.Place
  ) throws(RunError) -> [Message] {
    guard !head.isEmpty else { return [] }
    if finding.encoding == named || finding.candidates.first?.encoding == named {
      return finding.otherLines.map { [mixed(finding, $0, severity: .warning, place)] } ?? []
    }
    let isWide = named == .utf16LE || named == .utf16BE
    if case .zeros(let zeros, let units) = finding.evidence {
      throw RunError(
        .data, .textEncodingAgainstZeros,
        [
          "named": named.rawValue, "found": finding.encoding?.rawValue ?? "",
          "zerosCount": String(zeros), "unitsCount": String(units),
        ], at: place)
    }
    if isWide, !head.contains(0) {
      throw RunError(
        .data, .textEncodingWithoutZeros,
        ["named": named.rawValue, "bytesCount": String(head.count)], at: place)
    }
    guard !isWide, finding.evidence != .ascii else { return [] }
    let namedFit = finding.fit(named) ?? EncodingDetector.fit(head, named)
    guard namedFit.letters >= fewestLetters, 2 * namedFit.fitting < namedFit.letters else {
      return []
    }
    guard let found = finding.encoding, found != .windows1252 else {
      return [
        Message(
          .textEncodingMisfit, severity: .warning,
          [
            "named": named.rawValue, "namedFitCount": String(namedFit.fitting),
            "namedLettersCount": String(namedFit.letters),
          ], at: place)
      ]
    }
    let foundFit = finding.fit(found) ?? EncodingDetector.fit(head, found)
    throw RunError(
      .data, .textEncodingMismatch,
      [
        "named": named.rawValue, "found": found.rawValue,
        "namedFitCount": String(namedFit.fitting), "namedLettersCount": String(namedFit.letters),
        "fitCount": String(foundFit.fitting), "lettersCount": String(foundFit.letters),
      ], at: place)
  }

  /// The encoding that the bytes show.
  private static func found(
    _ finding: EncodingFinding, _ place: Message.Place
  ) throws(RunError) -> TextEncoding {
    if let encoding = finding.encoding { return encoding }
    if let other = finding.otherLines, other.areMany {
      throw RunError(.data, [mixed(finding, other, severity: .error, place)])
    }
    let shown = finding.candidates.filter { $0.encoding != .windows1252 }
      .sorted { $0.fit.fitting > $1.fit.fitting }
      .map {
        "\($0.encoding.rawValue) (\($0.fit.fitting)/\($0.fit.letters)): “\($0.sample)”"
      }
    throw RunError(
      .data, .textEncodingUndecided, ["candidates": shown.joined(separator: "; ")], at: place)
  }

  /// What is said of an encoding that nobody named.
  private static func notes(_ finding: EncodingFinding, _ place: Message.Place) -> [Message] {
    var notes: [Message] = []
    let name = finding.encoding?.rawValue ?? ""
    switch finding.evidence {
    case .zeros(let zeros, let units):
      notes.append(
        Message(
          .textEncodingByZeros, severity: .note,
          ["encoding": name, "zerosCount": String(zeros), "unitsCount": String(units)], at: place))
    case .letters:
      let fit = finding.candidates[0].fit
      notes.append(
        Message(
          .textEncodingDetected, severity: .note,
          [
            "encoding": name, "fitCount": String(fit.fitting), "lettersCount": String(fit.letters),
            "byteCount": String(finding.firstBadByte ?? 0),
          ], at: place))
    default: break
    }
    if let other = finding.otherLines {
      notes.append(mixed(finding, other, severity: .warning, place))
    }
    return notes
  }

  private static func mixed(
    _ finding: EncodingFinding, _ other: EncodingFinding.OtherLines, severity: Message.Severity,
    _ place: Message.Place
  ) -> Message {
    MixedEncodings.message(
      finding.candidates[0].encoding, first: other.bestLine, other.encoding, count: other.count,
      first: other.line, severity: severity, file: place.file)
  }
}
