import Foundation
import SurveyTestSupport
import Testing

@testable import CivicSurvey

/// `Surveys/MESSAGES.md` lists every code, from the catalogue and the command's cases.
///
/// `make messages` writes it again.
@Suite struct MessageListTests {
  private static let path = "Surveys/MESSAGES.md"

  @Test func theListIsTheCatalogues() throws {
    let list = Self.list(examples: try Self.examples())
    if ProcessInfo.processInfo.environment["CIVICSURVEY_WRITE_MESSAGES"] != nil {
      try Data(list.utf8).write(to: URL(filePath: PackageFile.path(Self.path)))
      return
    }
    #expect(try PackageFile.text(Self.path) == list, "make messages writes \(Self.path) again")
  }

  @Test func everyCodeHasAnExample() throws {
    let printed = try Self.examples()
    for wording in MessageCatalogue.all where printed[wording.code] == nil {
      let example = MessageExample.line(wording)
      #expect(!example.contains("{"), "\(example): MessageExample lacks a value")
    }
  }

  private static func list(examples: [String: String]) -> String {
    var text = """
      # Lời nhắn / Messages

      Mỗi lời nhắn có một mã cố định: in ra trong ngoặc vuông ở cuối, ghi trong `--rejects` và JSON. Ở
      đây là lời và cách xử lý bằng hai thứ tiếng, với một ví dụ: lấy từ các ca kiểm thử nếu có, nếu
      không thì điền sẵn. `{…}` là chỗ điền tên tệp, cột hay số.

      Every message has a code that stays: printed in brackets at its end, and in `--rejects` and JSON.
      Here are its words and its remedy in both languages, with an example: from the command's test
      cases where one prints it, else with values filled in. `{…}` stands for a file, a column or a
      number.

      This page is written by `make messages`.

      """
    let groups = Dictionary(grouping: MessageCatalogue.all) { $0.code.split(separator: ".")[0] }
    for namespace in groups.keys.sorted() {
      text += "\n## \(namespace)\n"
      for wording in (groups[namespace] ?? []).sorted(by: { $0.code < $1.code }) {
        text += "\n### `\(wording.code)`\n\n"
        for locale in ReportLocale.allCases {
          var words = wording.message.textOfMany(in: locale)
          let remedy = wording.remedy.textOfMany(in: locale)
          if !remedy.isEmpty { words += " → " + remedy }
          text += "- **\(locale.rawValue)** \(escaped(words))\n"
        }
        let example = examples[wording.code] ?? MessageExample.line(wording)
        let fence = String(repeating: "`", count: example.contains("`") ? 2 : 1)
        text += "- \(fence)\(example)\(fence)\n"
      }
    }
    return text
  }

  private static func escaped(_ text: String) -> String {
    String(text.flatMap { "<>*_|".contains($0) ? ["\\", $0] : [$0] })
  }

  /// For each code, the first message that a case prints of it.
  private static func examples() throws -> [String: String] {
    let cases = PackageFile.path("Tests/CommandTests/Cases")
    let files = try #require(FileManager.default.enumerator(atPath: cases))
    let printed = files.compactMap { $0 as? String }.filter {
      $0.hasSuffix("/stderr") || $0.hasSuffix("/stdout")
    }
    var examples: [String: String] = [:]
    for file in printed.sorted() {
      let text = String(decoding: try FileBytes.read("\(cases)/\(file)"), as: UTF8.self)
      for line in text.split(separator: "\n") {
        // A report breaks its lines, so what it says is not whole on one.
        guard let match = line.firstMatch(of: /^[^ -].*\[([a-z]+\.[a-z0-9-]+)\]$/) else { continue }
        let code = String(match.1)
        if examples[code] == nil { examples[code] = String(line) }
      }
    }
    return examples
  }
}
