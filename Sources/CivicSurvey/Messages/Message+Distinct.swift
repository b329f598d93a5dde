extension [Message] {
  /// Each message once, in the order of the first.
  package var distinct: [Message] {
    var seen: [Message] = []
    for message in self where !seen.contains(message) { seen.append(message) }
    return seen
  }
}
