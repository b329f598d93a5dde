import SurveyCSV

/// Finds files whose content was given before in the same run, before any response is read.
///
/// Content is what counts, unpacked. Plain files are the same only if they are of one size. Of a
/// compressed file the size says nothing, so the first bytes are compared by their hash. Only files
/// that agree so far are read through. What comes through a pipe is known only when it has been
/// read.
enum RepeatedContent {
  private static let prefixLength = 64 << 10

  /// The files without the repeats, and a warning for each of these.
  ///
  /// - Throws: ``RunError`` where a file cannot be read.
  /// - Complexity: O(bytes) of files that begin alike, and O(*n*²) comparisons of what is known of
  ///   *n* files.
  static func removed(
    from files: [PreparedFile], _ opener: InputOpener
  ) throws(RunError) -> (files: [PreparedFile], messages: [Message]) {
    let prefixes = try prefixes(of: files, opener)
    var kept: [Int] = []
    var messages: [Message] = []
    for index in files.indices {
      var twin: Int?
      for other in kept where twin == nil {
        guard mayBeSame(files[index], prefixes[index], files[other], prefixes[other]) else {
          continue
        }
        if try haveSameContent(files[index].input, files[other].input, opener) { twin = other }
      }
      if let twin {
        messages.append(
          Message(
            .ioSameContent, severity: .warning,
            ["first": files[twin].input.name, "second": files[index].input.name],
            at: Message.Place(file: files[index].input.name)))
      } else {
        kept.append(index)
      }
    }
    return (kept.map { files[$0] }, messages)
  }

  private static func mayBeSame(
    _ left: PreparedFile, _ leftPrefix: XXH128Digest?,
    _ right: PreparedFile, _ rightPrefix: XXH128Digest?
  ) -> Bool {
    guard left.canBeReadTwice, right.canBeReadTwice else { return false }
    if left.compression == nil, right.compression == nil { return left.size == right.size }
    return leftPrefix == rightPrefix
  }

  /// The hash of each file's first bytes; none are needed where nothing is compressed.
  private static func prefixes(
    of files: [PreparedFile], _ opener: InputOpener
  ) throws(RunError) -> [XXH128Digest?] {
    var result = [XXH128Digest?](repeating: nil, count: files.count)
    guard files.count > 1, files.contains(where: { $0.compression != nil }) else { return result }
    for index in files.indices where files[index].canBeReadTwice {
      var source = try opener.source(of: files[index].input)
      do throws(ByteSourceError) {
        result[index] = XXH128Digest.of(try source.nextBytes(prefixLength))
      } catch {
        throw RunError(error)
      }
    }
    return result
  }

  private static func haveSameContent(
    _ left: SurveyInput, _ right: SurveyInput, _ opener: InputOpener
  ) throws(RunError) -> Bool {
    var left = try opener.source(of: left)
    var right = try opener.source(of: right)
    do throws(ByteSourceError) {
      while true {
        let ours = try left.nextBytes(64 << 10)
        let theirs = try right.nextBytes(64 << 10)
        if ours != theirs { return false }
        if ours.isEmpty { return true }
      }
    } catch {
      throw RunError(error)
    }
  }
}
