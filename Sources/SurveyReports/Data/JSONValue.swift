/// A JSON value whose objects keep the order of their keys and whose nulls are explicit.
///
/// For what is written once in a report; its rows go through ``JSONWriter`` straight.
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
}
