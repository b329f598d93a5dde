import Synchronization

/// The finest domains of each domain of a section, found when they are first asked for.
///
/// Few reports ask, and the list is as long as the finest domains are many.
final class SectionMembers: Sendable {
  private let found = Mutex<[[Int32]]?>(nil)

  /// Those of a domain.
  ///
  /// - Parameter find: gives those of all domains of the section.
  func of(_ number: Int, _ find: () -> [[Int32]]) -> [Int32] {
    found.withLock { members in
      if members == nil { members = find() }
      return members?[number] ?? []
    }
  }
}
