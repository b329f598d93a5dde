import SurveyCSV

/// What is said of a file some lines of which are of another encoding than the rest.
enum MixedEncodings {
  /// A file of which a greater share is of another encoding has been put together wrongly.
  private static let most = (lines: 5, of: 100)
  /// Fewer letters than this in all lines together say nothing.
  private static let fewestLetters = 6

  /// What the watch has found of a file read to its end.
  ///
  /// - Throws: ``RunError`` `text.encoding-mixed` where more than one in twenty lines is of another
  ///   encoding.
  static func messages(_ doubts: EncodingDoubts, file: String) throws(RunError) -> [Message] {
    let others = doubts.others.filter { $0.doubtedCount > 0 }
    // Lines of few letters count where others show that their encoding is there.
    let count = others.reduce(0) { $0 + $1.doubtedCount + $1.weakCount }
    if count * most.of > doubts.lineCount * most.lines {
      throw RunError(
        .data, others.map { mixed(doubts, $0, severity: .error, file: file) })
    }
    return doubts.others.compactMap { other in
      guard other.doubtedCount > 0 else {
        let isTold = other.letters >= fewestLetters
        return isTold ? mixed(doubts, other, severity: .warning, file: file) : nil
      }
      return Message(
        .textEncodingDoubted, severity: .warning,
        [
          "encoding": doubts.encoding.rawValue, "other": other.encoding.rawValue,
          "linesCount": String(other.doubtedCount), "allCount": String(doubts.lineCount),
        ], at: Message.Place(file: file, line: other.firstDoubted.map { Int($0) }))
    }
  }

  private static func mixed(
    _ doubts: EncodingDoubts, _ other: EncodingDoubts.Others, severity: Message.Severity,
    file: String
  ) -> Message {
    message(
      doubts.encoding, first: Int(doubts.firstLine ?? 1), other.encoding,
      count: other.doubtedCount + other.weakCount, first: Int(other.firstLine),
      severity: severity, file: file)
  }

  /// Says that a file mixes two encodings, and where each of them begins.
  static func message(
    _ encoding: TextEncoding, first: Int, _ other: TextEncoding, count: Int, first otherFirst: Int,
    severity: Message.Severity, file: String
  ) -> Message {
    Message(
      .textEncodingMixed, severity: severity,
      [
        "encoding": encoding.rawValue, "first": String(first), "other": other.rawValue,
        "linesCount": String(count), "otherFirst": String(otherFirst),
      ], at: Message.Place(file: file, line: otherFirst))
  }
}
