/// What was seen of a source's lines that may be of another encoding than the one it is read in.
public struct EncodingDoubts: Sendable, Equatable {
  /// Lines that fit another encoding.
  public struct Others: Sendable, Equatable {
    /// Their encoding.
    public let encoding: TextEncoding
    /// How many of them are in doubt: what stands on them is not read.
    public internal(set) var doubtedCount = 0
    /// How many have too few letters to be in doubt.
    public internal(set) var weakCount = 0
    /// The first one, from 1.
    public let firstLine: UInt64
    /// The first one in doubt.
    public internal(set) var firstDoubted: UInt64?
    /// The letters of all.
    public internal(set) var letters = 0
  }

  /// The encoding that the source is read in.
  public let encoding: TextEncoding
  /// The lines that are not blank.
  public internal(set) var lineCount = 0
  /// The first line whose letters fit, from 1.
  public internal(set) var firstLine: UInt64?
  /// The other encodings, in the order in which they were met.
  public internal(set) var others: [Others] = []

  init(_ encoding: TextEncoding) { self.encoding = encoding }

  /// Counts a line that fits another encoding.
  mutating func add(_ encoding: TextEncoding, letters: Int, line: UInt64, isDoubted: Bool) {
    let place =
      others.firstIndex { $0.encoding == encoding }
      ?? {
        others.append(Others(encoding: encoding, firstLine: line))
        return others.count - 1
      }()
    others[place].letters += letters
    if isDoubted {
      others[place].doubtedCount += 1
      others[place].firstDoubted = others[place].firstDoubted ?? line
    } else {
      others[place].weakCount += 1
    }
  }
}
