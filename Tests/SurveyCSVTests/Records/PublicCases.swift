/// Cases with the inputs and values of maxogden/csv-spectrum and sineemore/csv-test-data.
///
/// What is ours: lines and offsets, counted by hand, and what becomes of
/// the inputs that the second one calls bad, and of records of one empty field, which are blank.
enum PublicCases {
  static let all = spectrum + testData

  static let spectrum: [RecordCase] = [
    RecordCase(
      "spectrum comma_in_quotes",
      "first,last,address,city,zip\nJohn,Doe,120 any st.,\"Anytown, WW\",08123",
      header: ["first", "last", "address", "city", "zip"],
      [.record(["John", "Doe", "120 any st.", "Anytown, WW", "08123"], line: 2, at: 28)], lines: 2),
    RecordCase(
      "spectrum empty", "a,b,c\n1,\"\",\"\"\n2,3,4", header: ["a", "b", "c"],
      [.record(["1", "", ""], line: 2, at: 6), .record(["2", "3", "4"], line: 3, at: 14)],
      lines: 3),
    RecordCase(
      "spectrum empty_crlf", "a,b,c\r\n1,\"\",\"\"\r\n2,3,4", header: ["a", "b", "c"],
      [.record(["1", "", ""], line: 2, at: 7), .record(["2", "3", "4"], line: 3, at: 16)],
      lines: 3),
    RecordCase(
      "spectrum escaped_quotes", "a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n", header: ["a", "b"],
      [.record(["1", "ha \"ha\" ha"], line: 2, at: 4), .record(["3", "4"], line: 3, at: 21)],
      lines: 3),
    RecordCase(
      "spectrum json",
      "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"\n",
      header: ["key", "val"],
      [.record(["1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"], line: 2, at: 8)],
      lines: 2),
    RecordCase(
      "spectrum newlines", "a,b,c\n1,2,3\n\"Once upon \na time\",5,6\n7,8,9\n",
      header: ["a", "b", "c"],
      [
        .record(["1", "2", "3"], line: 2, at: 6),
        .record(["Once upon \na time", "5", "6"], line: 3, at: 12),
        .record(["7", "8", "9"], line: 5, at: 36),
      ], lines: 5),
    RecordCase(
      "spectrum newlines_crlf", "a,b,c\r\n1,2,3\r\n\"Once upon \r\na time\",5,6\r\n7,8,9\r\n",
      header: ["a", "b", "c"],
      [
        .record(["1", "2", "3"], line: 2, at: 7),
        .record(["Once upon \r\na time", "5", "6"], line: 3, at: 14),
        .record(["7", "8", "9"], line: 5, at: 40),
      ], lines: 5),
    RecordCase(
      "spectrum quotes_and_newlines", "a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n",
      header: ["a", "b"],
      [
        .record(["1", "ha \n\"ha\" \nha"], line: 2, at: 4), .record(["3", "4"], line: 5, at: 23),
      ], lines: 5),
    RecordCase(
      "spectrum simple", "a,b,c\n1,2,3\n", header: ["a", "b", "c"],
      [.record(["1", "2", "3"], line: 2, at: 6)], lines: 2),
    RecordCase(
      "spectrum simple_crlf", "a,b,c\r\n1,2,3\r\n", header: ["a", "b", "c"],
      [.record(["1", "2", "3"], line: 2, at: 7)], lines: 2),
    RecordCase(
      "spectrum utf8", "a,b,c\n1,2,3\n4,5,ʤ", header: ["a", "b", "c"],
      [.record(["1", "2", "3"], line: 2, at: 6), .record(["4", "5", "ʤ"], line: 3, at: 12)],
      lines: 3),
  ]

  private static let three = ["foo", "bar", "baz"]

  static let testData: [RecordCase] = [
    RecordCase(
      "test-data empty-field", "foo,bar,baz\n1,,3", header: three,
      [.record(["1", "", "3"], line: 2, at: 12)], lines: 2),
    RecordCase("test-data empty-one-column", "foo\n\n", header: ["foo"], [], blank: 1, lines: 2),
    RecordCase("test-data header-no-rows", "foo,bar,baz", header: three, [], lines: 1),
    RecordCase(
      "test-data header-simple", "foo,bar,baz\n1,2,3", header: three,
      [.record(["1", "2", "3"], line: 2, at: 12)], lines: 2),
    RecordCase(
      "test-data simple-crlf", "foo,bar,baz\r\n1,2,3", header: three,
      [.record(["1", "2", "3"], line: 2, at: 13)], lines: 2),
    RecordCase(
      "test-data leading-space", "foo,bar,baz\n1, leading space,3", header: three,
      [.record(["1", " leading space", "3"], line: 2, at: 12)], lines: 2),
    RecordCase(
      "test-data trailing-space", "foo,bar,baz\n1,trailing space ,3", header: three,
      [.record(["1", "trailing space ", "3"], line: 2, at: 12)], lines: 2),
    RecordCase(
      "test-data one-column", "foo\n1", header: ["foo"], [.record(["1"], line: 2, at: 4)], lines: 2),
    RecordCase(
      "test-data quotes-empty", "foo,bar,baz\n1,\"\",3", header: three,
      [.record(["1", "", "3"], line: 2, at: 12)], lines: 2),
    RecordCase(
      "test-data quotes-with-comma", "foo,bar,baz\n1,\"Luke, I am your father.\",3",
      header: three, [.record(["1", "Luke, I am your father.", "3"], line: 2, at: 12)], lines: 2),
    RecordCase(
      "test-data quotes-with-escaped-quote", "foo,bar,baz\n1,\"The \"\" must be escaped\",3",
      header: three, [.record(["1", "The \" must be escaped", "3"], line: 2, at: 12)], lines: 2),
    RecordCase(
      "test-data quotes-with-newline",
      "foo,bar,baz\n1,\"No man is an island,\nEntire of itself\",3", header: three,
      [.record(["1", "No man is an island,\nEntire of itself", "3"], line: 2, at: 12)], lines: 3),
    RecordCase(
      "test-data quotes-with-space", "foo,bar,baz\n1,\"Field with spaces\",3", header: three,
      [.record(["1", "Field with spaces", "3"], line: 2, at: 12)], lines: 2),
    RecordCase(
      "test-data trailing-newline-one-field", "foo\n1\n", header: ["foo"],
      [.record(["1"], line: 2, at: 4)], lines: 2),
    RecordCase(
      "test-data utf8", "foo,bar,baz\n1,😎,3", header: three,
      [.record(["1", "😎", "3"], line: 2, at: 12)], lines: 2),
    RecordCase(
      "test-data bad-header-less-fields", "foo,bar,baz\n1,2\n", header: three,
      [.fault(.fieldCount, line: 2, at: 12, raw: "1,2", fields: 2)], lines: 2),
    RecordCase(
      "test-data bad-header-more-fields", "foo,bar,baz\n1,2,3,4\n", header: three,
      [.fault(.fieldCount, line: 2, at: 12, raw: "1,2,3,4", fields: 4)], lines: 2),
    RecordCase(
      "test-data bad-missing-quote", "foo,bar,baz\n1,\"I forgot to close this one,3\n",
      header: three,
      [.fault(.unclosedQuote, line: 2, at: 12, raw: "1,\"I forgot to close this one,3")],
      lines: 2),
    RecordCase(
      "test-data bad-quotes-with-unescaped-quote", "foo,bar,baz\n1,\"Hey, I missed \" it\",3\n",
      header: three,
      [.record(["1", "Hey, I missed \" it", "3"], line: 2, at: 12, repaired: true)], lines: 2),
    RecordCase(
      "test-data bad-unescaped-quote", "foo,bar,baz\n1,This \"quotes\" must be escaped,3\n",
      header: three,
      [.record(["1", "This \"quotes\" must be escaped", "3"], line: 2, at: 12, repaired: true)],
      lines: 2),
  ]
}
