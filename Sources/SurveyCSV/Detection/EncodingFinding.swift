/// What the first bytes of a source say about its encoding, and why.
public struct EncodingFinding: Sendable, Equatable {
  /// What decided.
  public enum Evidence: Sendable, Equatable {
    /// A byte order mark.
    case mark
    /// Every other byte of most is zero: so many zeros, of so many units.
    case zeros(Int, units: Int)
    /// There are only ASCII characters, which most encodings share.
    case ascii
    /// The bytes are valid UTF-8, or nearly: so many characters, and so many bad places.
    case utf8(characters: Int, bad: Int)
    /// The letters fit one encoding and no other.
    case letters
    /// Nothing: the letters fit several encodings alike, or none.
    case none
  }

  /// How well the letters fit one encoding.
  public struct Candidate: Sendable, Equatable {
    /// The encoding.
    public let encoding: TextEncoding
    /// Its letters.
    public let fit: LetterFit
    /// The first line, decoded, at most 60 characters.
    public let sample: String
  }

  /// Lines that are of another encoding than the rest.
  public struct OtherLines: Sendable, Equatable {
    /// Their encoding.
    public let encoding: TextEncoding
    /// How many there are among the first bytes.
    public let count: Int
    /// The first one, from 1.
    public let line: Int
    /// The first line of the encoding that fits best.
    public let bestLine: Int
    /// Whether they are so many that the rest does not stand for the whole.
    public let areMany: Bool
  }

  /// The encoding; `nil` where the bytes do not say.
  public let encoding: TextEncoding?
  /// What decided.
  public let evidence: Evidence
  /// Where the letters were looked at: how they fit each encoding, the best first.
  public let candidates: [Candidate]
  /// The offset of the first byte that is not valid UTF-8.
  public let firstBadByte: Int?
  /// Lines in another encoding.
  public let otherLines: OtherLines?

  init(
    _ encoding: TextEncoding?, _ evidence: Evidence, candidates: [Candidate] = [],
    firstBadByte: Int? = nil, otherLines: OtherLines? = nil
  ) {
    self.encoding = encoding
    self.evidence = evidence
    self.candidates = candidates
    self.firstBadByte = firstBadByte
    self.otherLines = otherLines
  }

  /// How the letters fit an encoding, where they were looked at.
  public func fit(_ encoding: TextEncoding) -> LetterFit? {
    candidates.first { $0.encoding == encoding }?.fit
  }
}
