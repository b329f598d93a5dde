/// A JSON value whose objects keep the order of their keys and whose nulls are explicit.
///
/// The format is a contract: key order is part of golden files, and an absent figure must be
/// written as `null`. Foundation's encoder gives neither.
enum JSONValue {
  case null
  case bool(Bool)
  case int(Int)
  /// Written as the shortest text that reads back to the same number; `null` unless finite.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// The string, or `null`.
  static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  /// The integer, or `null`.
  static func optional(_ value: Int?) -> JSONValue { value.map { .int($0) } ?? .null }
  /// The number, or `null`.
  static func optional(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }

  /// Pretty-printed with two spaces, ending with a line feed.
  func serialized() -> String {
    var output = ""
    append(to: &output, indent: 0)
    output += "\n"
    return output
  }

  private func append(to output: inout String, indent: Int) {
    switch self {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .int(let value): output += String(value)
    case .number(let value): output += value.isFinite ? value.description : "null"
    case .string(let text): Self.quote(text, into: &output)
    case .array(let items):
      Self.list(items, between: ("[", "]"), into: &output, indent: indent) { item, output in
        item.append(to: &output, indent: indent + 1)
      }
    case .object(let members):
      Self.list(members, between: ("{", "}"), into: &output, indent: indent) { member, output in
        Self.quote(member.0, into: &output)
        output += ": "
        member.1.append(to: &output, indent: indent + 1)
      }
    }
  }

  private static func list<Item>(
    _ items: [Item], between brackets: (String, String), into output: inout String, indent: Int,
    _ body: (Item, inout String) -> Void
  ) {
    output += brackets.0
    guard !items.isEmpty else {
      output += brackets.1
      return
    }
    for (index, item) in items.enumerated() {
      output += index == 0 ? "\n" : ",\n"
      output += String(repeating: "  ", count: indent + 1)
      body(item, &output)
    }
    output += "\n" + String(repeating: "  ", count: indent) + brackets.1
  }

  private static func quote(_ text: String, into output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      default:
        if needsEscape(scalar) {
          output += escape(scalar)
        } else {
          output.unicodeScalars.append(scalar)
        }
      }
    }
    output += "\""
  }

  /// Controls must be escaped; U+2028 and U+2029 end a line in JavaScript, and invisible marks and
  /// marks of direction would change how the line reads in an editor.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      true
    default: false
    }
  }

  /// Every scalar that needs an escape lies in the basic plane, so one `\u` is enough.
  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
