import SurveyTestSupport
import Testing

@testable import SurveyReports

/// The names of sheets that libxlsxwriter, XML and Excel take.
@Suite struct WorkbookFileTests {
  /// By hand: Excel forbids `[]:*?/\'`, more than 31 UTF-16 units, the same name in other letters and
  /// the name History; XML 1.0 forbids U+0000, U+0007 and U+FFFE.
  @Test func everySheetHasANameThatItCanHave() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("book.xlsx")
    let file = try WorkbookFile(path: path, folder: folder.path, title: "T\u{0}\u{7}\u{FFFE}")
    let names = [
      ("a\u{7}b", "a U+0007 b"), ("A\u{7}B", "A U+0007 B (2)"), ("a\u{0}b", "a U+0000 b"),
      ("\u{FFFE}", " U+FFFE "), ("\u{1B}[31m", " U+001B  31m"), ("a\u{202E}b", "a U+202E b"),
      ("Lĩnh vực", "Lĩnh vực"), ("a\tb", "a b"), ("", "–"), ("[]", "– (2)"),
      ("history", "history (2)"), ("'x'", " x "),
      (String(repeating: "\u{7}", count: 8), " U+0007  U+0007  U+0007  U+0007"),
    ]
    for (name, expected) in names { #expect(file.beginSheet(name, widths: [8]) == expected) }
    try file.close()
    #expect(try folder.bytes("book.xlsx").starts(with: Array("PK".utf8)))
  }

  /// What there is no room for is said above the table.
  @Test func aTableOfTooManyRowsIsCut() {
    let table = SheetTable(
      name: "a", notes: ["title"], header: ["a"], widths: [9], rowCount: 12, row: { [.count($0)] })
    let cut = table.cut(to: 10) { "\($0) more" }
    #expect(cut.rowCount == 10)
    #expect(cut.notes == ["title", "2 more"])
    #expect(table.cut(to: 12) { "\($0) more" }.notes == ["title"])
  }
}
