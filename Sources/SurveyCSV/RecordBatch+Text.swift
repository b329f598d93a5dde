extension RecordBatch {
  /// Flags and lists the fields that are not valid UTF-8.
  ///
  /// - Complexity: One pass over `bytes`, and a second one only where something in it is invalid.
  mutating func checkText() {
    guard !isValidUTF8(bytes.span) else { return }
    for index in fieldStarts.indices {
      let range = Int(fieldStarts[index])..<Int(fieldEnds[index])
      if !isValidUTF8(bytes.span.extracting(range)) {
        fieldFlags[index].insert(.badText)
        badTextFields.append(index)
      }
    }
  }
}

private func isValidUTF8(_ bytes: Span<UInt8>) -> Bool {
  (try? UTF8Span(validating: bytes)) != nil
}
