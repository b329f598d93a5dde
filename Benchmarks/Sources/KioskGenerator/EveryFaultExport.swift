/// An export in which every kind of damage and loss stands once, each on a line of its own.
///
/// `Samples/README.md` says line by line what becomes of it.
enum EveryFaultExport {
  /// One record, as fields that are written between commas just as they stand.
  private struct Line {
    var id: String
    var stamp = "03/03/2025 09:00:00"
    var unit = Bytes("An Thắng".utf8)
    var field = Bytes("Đất đai".utf8)
    var overall = Bytes("5".utf8)
    var access = Bytes("4".utf8)
    var needs = Vocabulary.needs[0]
    var comment = Bytes()
    /// What ends it.
    var end = "\n"

    init(_ id: String) {
      self.id = id
    }

    func append(to bytes: inout Bytes) {
      bytes.addField(Bytes(id.utf8))
      bytes.addField(Bytes(stamp.utf8))
      bytes.addField(unit)
      bytes.addField(field)
      bytes.addField(Vocabulary.channels[3])
      bytes.addField(Vocabulary.respondents[0])
      bytes.addField(overall)
      bytes.addField(access)
      for _ in 0..<4 { bytes.addField(Vocabulary.digits[4]) }
      bytes.addField(needs)
      bytes.append(contentsOf: comment)
      bytes.add(end)
    }
  }

  /// Adds everything.
  static func append(to bytes: inout Bytes) {
    bytes.append(contentsOf: [0xEF, 0xBB, 0xBF])
    bytes.add(Vocabulary.header + "\r\n")
    appendSound(to: &bytes)
    appendLosses(to: &bytes)
    appendBadText(to: &bytes)
    appendBrokenRecords(to: &bytes)
  }

  private static func line(_ id: String, to bytes: inout Bytes, _ change: (inout Line) -> Void) {
    var line = Line(id)
    change(&line)
    line.append(to: &bytes)
  }

  /// What is odd and does no harm.
  private static func appendSound(to bytes: inout Bytes) {
    line("F-01", to: &bytes) { _ in }
    line("F-02", to: &bytes) { $0.end = "\r\n" }
    line("F-03", to: &bytes) {
      $0.comment.addQuoted(Bytes("Nhanh, gọn.\nCán bộ nói \"xong rồi\".".utf8))
    }
    line("F-04", to: &bytes) {
      // Đất đai, decomposed: Đ, â as a + U+0302, U+0301.
      $0.field = Bytes("\u{110}a\u{302}\u{301}t \u{111}ai".utf8)
    }
    line("F-05", to: &bytes) { $0.overall = Bytes("KHÔNG HÀI LÒNG".utf8) }
    line("F-06", to: &bytes) { $0.field = Bytes("  Đất   đai ".utf8) }
    line("F-01", to: &bytes) { $0.overall = Bytes("2".utf8) }
    line("", to: &bytes) { _ in }
    bytes.add("\n")
    bytes.add(String(repeating: ",", count: Vocabulary.columnCount - 1) + "\n")
    bytes.add("   \r\n")
  }

  /// What is missing or cannot be understood.
  private static func appendLosses(to bytes: inout Bytes) {
    line("F-07", to: &bytes) { $0.stamp = "" }
    line("F-08", to: &bytes) { $0.stamp = "31/02/2025 09:00:00" }
    line("F-09", to: &bytes) { $0.field = Vocabulary.unknownField }
    line("F-10", to: &bytes) { $0.field = Bytes() }
    line("F-11", to: &bytes) { $0.overall = Bytes("7".utf8) }
    line("F-12", to: &bytes) { $0.overall = Bytes() }
    line("F-13", to: &bytes) { $0.overall = Bytes("N/A".utf8) }
    line("F-14", to: &bytes) { $0.overall = Bytes("null".utf8) }
    line("F-15", to: &bytes) { $0.overall = Vocabulary.noOpinion }
    line("F-16", to: &bytes) { $0.needs.add(";Làm thơ") }
    line("F-17", to: &bytes) { $0.needs = Bytes("Làm thơ".utf8) }
  }

  /// Bytes that are no UTF-8: the first two of three.
  private static func appendBadText(to bytes: inout Bytes) {
    let cut: Bytes = [0xE1, 0xBB]
    line("F-18", to: &bytes) { $0.comment = Bytes("Cán bộ v".utf8) + cut }
    line("F-19", to: &bytes) { $0.access = Bytes("H".utf8) + cut }
    bytes.append(contentsOf: cut)
    line("F-20", to: &bytes) { _ in }
  }

  /// What cannot be split in the ordinary way.
  private static func appendBrokenRecords(to bytes: inout Bytes) {
    line("F-21", to: &bytes) { $0.comment = Bytes("Màn hình 17\" mờ".utf8) }
    line("F-22", to: &bytes) { $0.comment = Bytes(" \"Nhanh, gọn\"".utf8) }
    line("F-23", to: &bytes) { $0.comment = Bytes("Cán bộ nhiệt tình, chu đáo".utf8) }
    line("F-24", to: &bytes) { $0.comment = Bytes("\"Tốt\" nhưng chậm".utf8) }
    line("F-25", to: &bytes) { _ in }
    line("F-26", to: &bytes) {
      $0.comment = Bytes("\"Cán bộ nói \"chờ chút\" rồi\nđi mất\"".utf8)
    }
    line("F-27", to: &bytes) { _ in }
    line("F-28", to: &bytes) { $0.unit = Bytes("\"An Thắng".utf8) }
    line("F-29", to: &bytes) { _ in }
    line("F-30", to: &bytes) { $0.end = "" }
  }
}
