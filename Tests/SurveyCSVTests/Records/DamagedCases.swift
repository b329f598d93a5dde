/// Cases of our own: damage, line ends, blanks, and bytes that are no text.
///
/// Lines and offsets are counted by hand.
enum DamagedCases {
  private static let two = ["a", "b"]
  private static let three = ["a", "b", "c"]
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static let all = quotes + lineEnds + blanks + texts

  static let quotes: [RecordCase] = [
    RecordCase(
      "a stray quote at a field's start costs one record",
      "a,b,c\n1,2,3\n4,\"5,6\n7,8,9\nx,\"y\",z\n", header: three,
      [
        .record(["1", "2", "3"], line: 2, at: 6),
        .fault(.unclosedQuote, line: 3, at: 12, raw: "4,\"5,6"),
        .record(["7", "8", "9"], line: 4, at: 19),
        .record(["x", "y", "z"], line: 5, at: 25),
      ], lines: 5),
    RecordCase(
      "a stray quote at the start of a file that has no other quote", "a,b\n\"1,2\n3,4\n5,6",
      header: two,
      [
        .fault(.unclosedQuote, line: 2, at: 4, raw: "\"1,2"), .record(["3", "4"], line: 3, at: 9),
        .record(["5", "6"], line: 4, at: 13),
      ], lines: 4),
    RecordCase(
      "a stray quote inside a field is kept", "a,b\n1,3\" pipe\n5,6\n", header: two,
      [
        .record(["1", "3\" pipe"], line: 2, at: 4, repaired: true),
        .record(["5", "6"], line: 3, at: 14),
      ], lines: 3),
    RecordCase(
      "text after a closing quote, closed again on the line", "a,b\n\"1\"x\",2\n", header: two,
      [.record(["1\"x", "2"], line: 2, at: 4, repaired: true)], lines: 2),
    RecordCase(
      "text after a closing quote, never closed again", "a,b\n\"1\"x,2\n3,4\n", header: two,
      [
        .fault(.textAfterQuote, line: 2, at: 4, raw: "\"1\"x,2"),
        .record(["3", "4"], line: 3, at: 11),
      ], lines: 3),
    RecordCase(
      "lenient lines are not joined", "a,b,c\na,\"b\"c,d\n1,\"2\",3\n", header: three,
      [
        .fault(.textAfterQuote, line: 2, at: 6, raw: "a,\"b\"c,d"),
        .record(["1", "2", "3"], line: 3, at: 15),
      ], lines: 3),
    RecordCase(
      "a space before the quote", "a,b\n1, \"x, y\"\n", header: two,
      [.record(["1", "x, y"], line: 2, at: 4, repaired: true)], lines: 2),
    RecordCase(
      "a tab behind the quote, over two lines", "a,b\n1,\"x\ny\"\t\n2,3\n", header: two,
      [
        .record(["1", "x\ny"], line: 2, at: 4, repaired: true),
        .record(["2", "3"], line: 4, at: 13),
      ], lines: 4),
    RecordCase(
      "trimming that gives another width is a fault", "a,b,c\n1, \"x,y\"\n", header: three,
      [.fault(.fieldCount, line: 2, at: 6, raw: "1, \"x,y\"", fields: 2)], lines: 2),
    RecordCase(
      "a bare quote and another width", "a,b\nx\"y,2,3\n4,5\"\n", header: two,
      [
        .fault(.fieldCount, line: 2, at: 4, raw: "x\"y,2,3", fields: 3),
        .record(["4", "5\""], line: 3, at: 12, repaired: true),
      ], lines: 3),
    RecordCase(
      "a separator lost before a quoted field that holds one", "a,b\n2\"An Lao, xa\"\n4,5\n",
      header: two,
      [
        .fault(.textAfterQuote, line: 2, at: 4, raw: "2\"An Lao, xa\""),
        .record(["4", "5"], line: 3, at: 18),
      ], lines: 3),
    RecordCase(
      "a separator lost behind a quoted field that holds one",
      "a,b\n\"An Lao, xa\"5,\"x, y\",3\n4,5\n", header: two,
      [
        .fault(.textAfterQuote, line: 2, at: 4, raw: "\"An Lao, xa\"5,\"x, y\",3"),
        .record(["4", "5"], line: 3, at: 27),
      ], lines: 3),
    RecordCase(
      "a quote in each of two fields may be round what lies between", "a,b\n3\" pipe,4\" pipe\n",
      header: two,
      [.fault(.textAfterQuote, line: 2, at: 4, raw: "3\" pipe,4\" pipe")], lines: 2),
    RecordCase(
      "a bare quote before a quoted field, and a separator before two",
      "a,b\n3\" pipe,\"4, x\"\n1, 2\"x\" y\n", header: two,
      [
        .record(["3\" pipe", "4, x"], line: 2, at: 4, repaired: true),
        .record(["1", " 2\"x\" y"], line: 3, at: 19, repaired: true),
      ], lines: 3),
    RecordCase(
      "unclosed at the end", "a,b\n1,2\n3,\"4", header: two,
      [.record(["1", "2"], line: 2, at: 4), .fault(.unclosedQuote, line: 3, at: 8, raw: "3,\"4")],
      lines: 3),
    RecordCase(
      "closed at the end without a line end", "a,b\n1,\"4\"", header: two,
      [.record(["1", "4"], line: 2, at: 4)], lines: 2),
    RecordCase(
      "doubled quote at the end without a line end", "a,b\n1,\"4\"\"", header: two,
      [.fault(.unclosedQuote, line: 2, at: 4, raw: "1,\"4\"\"")], lines: 2),
    RecordCase(
      "a broken comment leaves fragments",
      "a,b,c\n1,\"he said \"hi\" to me\nand left\",2\n\nx\n4,5,6\ny\n",
      header: three,
      [
        .fault(.textAfterQuote, line: 2, at: 6, raw: "1,\"he said \"hi\" to me"),
        .fault(.fragment, line: 3, at: 28, raw: "and left\",2", fields: 2),
        .fault(.fragment, line: 5, at: 41, raw: "x", fields: 1),
        .record(["4", "5", "6"], line: 6, at: 43),
        .fault(.fieldCount, line: 7, at: 49, raw: "y", fields: 1),
      ], blank: 1, lines: 7),
    RecordCase(
      "a wrong width over several lines", "a,b,c\n1,\"x\ny\"\n2,3,4\n", header: three,
      [
        .fault(.fieldCount, line: 2, at: 6, raw: "1,\"x", fields: 2),
        .fault(.fragment, line: 3, at: 11, raw: "y\"", fields: 1),
        .record(["2", "3", "4"], line: 4, at: 14),
      ], lines: 4),
    RecordCase(
      "lines of quotes", "a\n\"\n\"\"\"\n\"\"\n\"\"\"\"\n", header: ["a"],
      // Line 2 opens, line 3 doubles one and closes: one record over both.
      [
        .record(["\n\""], line: 2, at: 2),
        .record(["\""], line: 5, at: 11),
      ], blank: 1, lines: 5),
    RecordCase(
      "damage that forms a record cannot be seen", "a,b,c\n1,2,\"a\n3,4,b\"\n", header: three,
      [.record(["1", "2", "a\n3,4,b"], line: 2, at: 6)], lines: 3),
    RecordCase(
      "a quoted header over two lines", "\"a\r\nb\";\"c,d,e\"\n1;2\n", header: ["a\r\nb", "c,d,e"],
      [.record(["1", "2"], line: 3, at: 15)], lines: 3),
    RecordCase(
      "a header with a bare quote", "a 5\" b,c\n1,2\n", header: ["a 5\" b", "c"],
      [.record(["1", "2"], line: 2, at: 9)], lines: 2),
  ]

  static let lineEnds: [RecordCase] = [
    RecordCase(
      "CR alone", "a,b\r1,2\r\r\"x\ry\",4\r", header: two,
      [.record(["1", "2"], line: 2, at: 4), .record(["x\ry", "4"], line: 4, at: 9)], blank: 1,
      lines: 5),
    RecordCase(
      "mixed", "a,b\r\n1,2\r3,4\n\r\r\n\n5,6\r\n", header: two,
      [
        .record(["1", "2"], line: 2, at: 5), .record(["3", "4"], line: 3, at: 9),
        .record(["5", "6"], line: 7, at: 17),
      ], blank: 3, lines: 7),
    RecordCase(
      "CR at the end", "a,b\r\n1,2\r", header: two, [.record(["1", "2"], line: 2, at: 5)], lines: 2),
    RecordCase(
      "mixed inside quotes", "a,b\n\"1\r2\n3\r\n4\",x\n5,6\n", header: two,
      [
        .record(["1\r2\n3\r\n4", "x"], line: 2, at: 4), .record(["5", "6"], line: 6, at: 17),
      ], lines: 6),
    RecordCase(
      "byte order mark", bytes: mark + Array("a,b\n1,2\n".utf8), header: two,
      [.record(["1", "2"], line: 2, at: 7)], lines: 2),
    RecordCase(
      "byte order mark before a quoted header", bytes: mark + Array("\"a\",\"b\"\n1,2\n".utf8),
      header: two, [.record(["1", "2"], line: 2, at: 11)], lines: 2),
    RecordCase(
      "byte order mark before a blank line", bytes: mark + Array("\na,b\n1,2\n".utf8),
      header: two, headerLine: 2, [.record(["1", "2"], line: 3, at: 8)], blank: 1, lines: 3),
  ]

  static let blanks: [RecordCase] = [
    RecordCase(
      "a first record of doubled quotes alone is the header",
      "\"\"\"\",\"\"\"\"\"\"\n\"\"\"a\"\"\",\"b\"\"\"\n", header: ["\"", "\"\""],
      [.record(["\"a\"", "b\""], line: 2, at: 12)], lines: 2),
    RecordCase(
      "a first record of separators within quotes is the header", "\";\",\",\"\n1,2\n",
      header: [";", ","], [.record(["1", "2"], line: 2, at: 8)], lines: 2),
    RecordCase(
      "a first record of empty quoted fields is blank", "\"\",\" \",\"\t\"\na,b\n1,2\n",
      header: two,
      headerLine: 2, [.record(["1", "2"], line: 3, at: 15)], blank: 1, lines: 3),
    RecordCase(
      "blank lines everywhere",
      "\n  \t \n,,\na,b\n\n1,2\n \t\n,\n,,,,\n\"\", \" \"\n3,4\n\n", header: two,
      headerLine: 4,
      [.record(["1", "2"], line: 6, at: 14), .record(["3", "4"], line: 11, at: 36)], blank: 9,
      lines: 12),
    RecordCase(
      "fields of spaces only, and one of text", "a;b\n ;\t\n ; x\n", header: two,
      [.record([" ", " x"], line: 3, at: 8)], blank: 1, lines: 3),
    RecordCase(
      "blank at the end without a line end", "a,b\n1,2\n,", header: two,
      [.record(["1", "2"], line: 2, at: 4)], blank: 1, lines: 3),
    RecordCase(
      "tabs as separators", "a\tb\n1\t2\n\t\n \t\"x\"\t\n", header: two,
      [
        .record(["1", "2"], line: 2, at: 4),
        .fault(.fieldCount, line: 4, at: 10, raw: " \t\"x\"\t", fields: 3),
      ], blank: 1, lines: 4),
    RecordCase(
      "a separator that is named", "a|b,c\n1|2,3\n", separator: "|", header: ["a", "b,c"],
      [.record(["1", "2,3"], line: 2, at: 6)], lines: 2),
    RecordCase(
      "separators in quotes do not count", "\"a;;;\";b\n1;2\n", header: ["a;;;", "b"],
      [.record(["1", "2"], line: 2, at: 9)], lines: 2),
    RecordCase(
      "a tie goes to the comma", "a,b;c\n1,2\n", header: ["a", "b;c"],
      [.record(["1", "2"], line: 2, at: 6)], lines: 2),
  ]

  static let texts: [RecordCase] = [
    RecordCase(
      "NUL passes through", bytes: Array("a,b\n1,x\0y\n".utf8), header: two,
      [.record(["1", "x\0y"], line: 2, at: 4)], lines: 2),
    RecordCase(
      "a character cut at the field's end and one at the next one's start",
      bytes: Array("a,b\n1".utf8) + [0xC3, 0x2C, 0xA9, 0x0A] + Array("é,\"".utf8)
        + [0xE1, 0xBB, 0x22, 0x0A] + Array("3,4\n".utf8), header: two,
      [
        .record(["1\\xC3", "\\xA9"], line: 2, at: 4), .record(["é", "\\xE1\\xBB"], line: 3, at: 9),
        .record(["3", "4"], line: 4, at: 17),
      ], lines: 4, badText: ["1\\xC3", "\\xA9", "\\xE1\\xBB"]),
    RecordCase(
      "surrogates, overlong forms and what is beyond Unicode",
      bytes: Array("a,b\n".utf8) + [0xED, 0xA0, 0x80, 0x2C, 0xC0, 0x80, 0x0A]
        + [0xF4, 0x90, 0x80, 0x80, 0x2C, 0xF4, 0x8F, 0xBF, 0xBF, 0x0A], header: two,
      [
        .record(["\\xED\\xA0\\x80", "\\xC0\\x80"], line: 2, at: 4),
        .record(["\\xF4\\x90\\x80\\x80", "\u{10FFFF}"], line: 3, at: 11),
      ], lines: 3, badText: ["\\xED\\xA0\\x80", "\\xC0\\x80", "\\xF4\\x90\\x80\\x80"]),
    RecordCase(
      "bad bytes in a fault are kept", bytes: Array("a,b\nx".utf8) + [0xFF, 0x0A], header: two,
      [.fault(.fieldCount, line: 2, at: 4, raw: "x\\xFF", fields: 1)], lines: 2),
  ]
}
