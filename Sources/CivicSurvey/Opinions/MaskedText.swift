/// A text of which what tells who somebody is has been taken out.
public struct MaskedText: Sendable, Equatable {
  /// A stretch of the text.
  public enum Piece: Sendable, Equatable {
    /// Words that stay.
    case text(String)
    /// What stood here is masked.
    case masked(PersonalKind)
  }

  /// Something that a person should read again.
  public struct Doubt: Sendable, Equatable {
    /// Why.
    public let kind: DoubtKind
    /// The words themselves, unmasked.
    public let excerpt: String

    /// Something to read again.
    public init(kind: DoubtKind, excerpt: String) {
      self.kind = kind
      self.excerpt = excerpt
    }
  }

  /// The text, stretch after stretch; no two stretches of words follow one another.
  public var pieces: [Piece]
  /// What should be read again, in the order of the text.
  public var doubts: [Doubt]

  /// The text as it is, of which nothing is masked.
  public init(unmasked text: String) {
    pieces = text.isEmpty ? [] : [.text(text)]
    doubts = []
  }

  init(pieces: [Piece], doubts: [Doubt]) {
    self.pieces = pieces
    self.doubts = doubts
  }

  /// How often each kind is masked; kinds that are not have no entry.
  public var counts: [PersonalKind: Int] {
    var counts: [PersonalKind: Int] = [:]
    for case .masked(let kind) in pieces { counts[kind, default: 0] += 1 }
    return counts
  }

  /// The whole text, with a word in the place of what is masked.
  public func text(_ word: (PersonalKind) -> String) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let words): text += words
      case .masked(let kind): text += word(kind)
      }
    }
  }
}
