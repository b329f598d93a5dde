extension NotResponses {
  /// What is said of lines below a header that go with it, with what the definition should say of
  /// them; `nil` of none.
  static func furtherHeaders(_ listed: [NotResponse], file: String) -> Message? {
    let further = listed.filter { item in
      if case .furtherHeader = item.kind { true } else { false }
    }
    guard let first = further.first,
      let message = Message(.csvFurtherHeaders, .warning, lines: further.map(\.line), file: file)
    else { return nil }
    // Nothing stands between the lines of one header.
    let count = 1 + further.count { $0.ordinal == first.ordinal }
    let example = "header: { lines: \(count), names: first }"
    return Message(
      .csvFurtherHeaders, severity: .warning,
      message.arguments.merging(["example": example]) { own, _ in own }, at: message.place)
  }
}
