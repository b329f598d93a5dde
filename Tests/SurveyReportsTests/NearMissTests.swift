import SurveyTestSupport
import Testing

@testable import CivicSurvey
@testable import SurveyDefinition
@testable import SurveyReports

/// Labels that are nearly known ones: grouped, counted, and as YAML that mends the definition.
@Suite struct NearMissTests {
  private static let yaml = """
    survey: near
    version: "1"
    title: { vi: Gần đúng }
    coverage: sample
    scales:
      two:
        choices:
          good:
            vi: Hài lòng
            accepts: [HL, "tốt: lắm"]
          bad:
            vi: Không hài lòng
        satisfied: [good]
    dimensions:
      field:
        columns: [field]
        categories:
          land:
            vi: Đất đai
          land+build:
            vi: Đất đai, xây dựng
            accepts:
              - Đất đai và xây dựng
          build:
            vi: Xây dựng
    questions:
      overall:
        text: { vi: Chung }
        columns: [overall]
        scale: two
      other:
        text: { vi: Khác }
        columns: [other]
        scale: two
      needs:
        text: { vi: Nhu cầu }
        columns: [needs]
        type: multiple
        choices:
          faster:
            vi: "Rút ngắn: thời gian # giải quyết"
      open:
        text: { vi: Mở }
        columns: [open]
        type: yesNo
    """

  private static let export = """
    field,overall,other,needs,open
    Đât đai,Hai lòng,Hài long,Rút ngắn: thời gian # giải quyêt,Cò
    Đât đai,Hai lòng,Hai lòng,"\"\"Rút\"\" ngắn: thời gian\\ # giải quyết",
    Đât\u{7F} đai,hài lòng,hài lòng,,Có
    "Đất đai, xây dưng",hài lòng,hài lòng,,Có
    Đường sắt,hài lòng,hài lòng,,Có

    """

  private func report(_ yaml: String, _ locale: ReportLocale = .vi) throws -> Report {
    let plan = try TabulationPlan(Survey(yaml: yaml))
    let part = try Tabulator(plan).run([.bytes(Array(Self.export.utf8), name: "a.csv")]).part
    var query = ReportQuery()
    query.by = ["field"]
    query.locale = locale
    return try part.report(query)
  }

  /// Puts each `accepts` of a block in place of the one that the definition has at the same keys.
  private func pasted(_ block: [String], into yaml: String) throws -> String {
    var lines = yaml.split(separator: "\n").map(String.init)
    for (path, list) in Self.lists(block) {
      let key = try #require(Self.places(lines).first { $0.path == path }?.line, "\(path)")
      let indent = String(repeating: "  ", count: path.count)
      if let old = Self.places(lines).first(where: { $0.path == path + ["accepts"] })?.line {
        lines.remove(at: old)
        while lines[old].hasPrefix(indent + "  ") { lines.remove(at: old) }
      }
      lines.insert(contentsOf: list, at: key + 1)
    }
    return lines.joined(separator: "\n")
  }

  /// The keys that lead to each line of block YAML.
  private static func places(_ lines: [String]) -> [(path: [String], line: Int)] {
    var path: [String] = []
    return lines.enumerated().compactMap { number, line in
      let depth = line.prefix { $0 == " " }.count / 2
      guard depth <= path.count, let colon = line.firstIndex(of: ":") else { return nil }
      let key = line[..<colon].drop { $0 == " " }.filter { $0 != "\"" }
      path = path.prefix(depth) + [String(key)]
      return (path, number)
    }
  }

  private static func lists(_ block: [String]) -> [(path: [String], lines: [String])] {
    var lists: [(path: [String], lines: [String])] = []
    var open = false
    for (path, number) in places(block) where path.last == "accepts" {
      var lines = [block[number]]
      while !(lines.last ?? "]").hasSuffix("]") { lines.append(block[number + lines.count]) }
      lists.append((path.dropLast(), lines))
      open = true
    }
    #expect(open)
    return lists
  }

  @Test func pastingTheBlockMakesTheLossesGo() throws {
    let before = try report(Self.yaml)
    let groups = NearMisses.groups(of: before)
    #expect(groups.map(\.entry) == ["land", "land+build", "good", "good", "faster"])
    let mended = try pasted(NearMisses.yaml(groups, of: before.survey), into: Self.yaml)
    let after = try report(mended)
    // What is near nothing stays, and so does what yes-or-no questions cannot be taught.
    #expect(after.shownLosses.map(\.label) == ["Đường sắt", "Cò"])
    #expect(after.shapeHash == before.shapeHash)
  }

  @Test func theBlockKeepsWhatWasAccepted() throws {
    let before = try report(Self.yaml)
    #expect(
      NearMisses.yaml(NearMisses.groups(of: before), of: before.survey) == [
        "dimensions:",
        "  field:",
        "    categories:",
        "      land:",
        "        accepts: [Đât đai, \"Đât\\u007F đai\"]",
        "      land+build:",
        "        accepts: [Đất đai và xây dựng, \"Đất đai, xây dưng\"]",
        "scales:",
        "  two:",
        "    choices:",
        "      good:",
        "        accepts: [HL, \"tốt: lắm\", Hai lòng, Hài long]",
        "questions:",
        "  needs:",
        "    choices:",
        "      faster:",
        "        accepts: [\"\\\"Rút\\\" ngắn: thời gian\\\\ # giải quyết\",",
        "          \"Rút ngắn: thời gian # giải quyêt\"]",
      ])
  }

  @Test func textAndMarkdownListThem() throws {
    let text = try report(Self.yaml).write(as: .text)
    expectFits(text)
    #expect(text.contains("\n- “Đât đai” → “Đất đai”, 2 lần\n"))
    #expect(text.contains("\n        accepts: [Đât đai, \"Đât\\u007F đai\"]\n"))
    let english = try report(Self.yaml, .en).write(as: .md)
    #expect(english.contains("\n- “Đât đai” → “Đất đai”, 2 times\n"))
    #expect(english.contains("\n\n```yaml\ndimensions:\n"))
  }

  @Test func withoutAnyThereIsNoSuchSection() throws {
    let text = ReportExamples.report(.vi).write(as: .text)
    #expect(text.contains("Có lẽ chỉ là ghi sai") == text.contains("accepts"))
  }

  /// Whatever the spellings hold, they are read back as they are.
  @Test(arguments: [1, 5, 30])
  func anyTextIsReadBackAsItIs(count: Int) throws {
    let labels =
      HostileLabelTests.labels.filter { !LabelFolding.fold($0).isEmpty }
      + [
        "null", "yes", "a: b", "a #b", "- a", "a\\", "đ", "x\u{301}", "0x1", "1e3", "?", "!a", "&a",
      ]
    for start in stride(from: 0, to: labels.count, by: count) {
      let some = Array(labels[start..<min(start + count, labels.count)])
      let lines = YAMLLines.flowList(key: "accepts", some, indent: "      ")
      for line in lines { #expect(DisplayText.width(line) <= 80 && line.last != " ", "\(line)") }
      let yaml = """
        survey: x
        version: "1"
        title: { vi: X }
        coverage: sample
        dimensions:
          field:
            columns: [field]
            categories:
              land:
                vi: Đất đai zzz
        \(lines.map { "  " + $0 }.joined(separator: "\n"))
        questions:
          q: { text: { vi: Q }, columns: [q], type: text }
        """
      #expect(try Survey(yaml: yaml).dimensions[0].categories[0].accepts == some)
    }
  }
}
