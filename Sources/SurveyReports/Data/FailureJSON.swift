import CivicSurvey

/// What all versions of the JSON outputs share.
public enum ReportSchema {
  /// The `schemaVersion` of the JSON that this module writes.
  public static let version = 1
}

/// The JSON of a run that failed: `{schemaVersion, error {code, message, help, place}, diagnostics}`.
///
/// `error` is the first message of severity `error`, else the first; all messages are listed under
/// `diagnostics`. Without a message the error is `null`.
public func failureJSON(messages: [Message], locale: ReportLocale) -> String {
  let cause = messages.first { $0.severity == .error } ?? messages.first
  let error = cause.map { cause in
    JSONValue.object([
      ("code", .string(cause.code)),
      ("message", .string(cause.text(in: locale))),
      ("help", .optional(cause.help(in: locale))),
      ("place", cause.placeJSON),
    ])
  }
  return JSONValue.object([
    ("schemaVersion", .int(ReportSchema.version)),
    ("error", error ?? .null),
    ("diagnostics", .array(messages.map { $0.json(in: locale) })),
  ]).serialized()
}

extension Message {
  /// `{code, severity, message, help, place}`.
  func json(in locale: ReportLocale) -> JSONValue {
    .object([
      ("code", .string(code)),
      ("severity", .string(severity.rawValue)),
      ("message", .string(text(in: locale))),
      ("help", .optional(help(in: locale))),
      ("place", placeJSON),
    ])
  }

  /// The remedy; `nil` where there is none.
  func help(in locale: ReportLocale) -> String? {
    let remedy = remedy(in: locale)
    return remedy.isEmpty ? nil : remedy
  }

  /// The place without the text of its line, which may be data.
  var placeJSON: JSONValue {
    guard let place else { return .null }
    return .object([
      ("file", .string(place.file)),
      ("line", .optional(place.line)),
      ("column", .optional(place.column)),
    ])
  }
}
