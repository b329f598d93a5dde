/// Random inputs out of the pieces that matter.
public struct Soup {
  private var random: SeededRandom

  private static let alphabets: [[[UInt8]]] = [
    // Mostly well formed.
    [
      "a", "b", ",", ",", "\n", "\"\",", ",\"a\"", "\"x,y\"", "\"x\ny\"", "\"a\"\"b\"", "é",
      "1,2\n",
      "\"1\",\"2\"\n", "\r\n", ",", "12345678", "\n\"a\",", ",\"b\"\n",
    ].map { Array($0.utf8) },
    // Anything next to anything.
    [
      "a", ",", "\"", " ", "\n", "\r", "é", ";", ",", "\"", "\r\n", "\t", "\0", "\"\"", " \"",
      "\" ",
      "a", "\",\"", "\n\"", "\"\n",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE1, 0xBA], [0x80]],
    // Long runs.
    [
      String(repeating: "x", count: 63), String(repeating: ",", count: 64),
      String(repeating: "\"", count: 65), String(repeating: "\n", count: 32),
      String(repeating: "1,2\n", count: 16), String(repeating: "é", count: 31),
      String(repeating: "\r\n", count: 33), "\"", ",", "\n", "\r", "a",
    ].map { Array($0.utf8) },
  ]

  /// The same inputs for the same seed.
  public init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// The next input of ``ReaderCase``.
  public mutating func input() -> [UInt8] {
    var input: [UInt8] = [
      below(3) == 0 ? UInt8(below(16)) : 0,
      below(8) == 0 ? UInt8(below(256)) : UInt8(below(5)),
      (below(4) == 0 ? UInt8(below(32)) : UInt8(below(3))) | UInt8(below(8)) << 5,
      UInt8(below(4) == 0 ? below(256) : below(80)),
      below(2) == 0 ? 0 : UInt8(below(100)),
      below(3) == 0 ? UInt8(below(256)) : 0,
      below(6) == 0 ? UInt8(below(6)) : 0,
      UInt8(below(4)) | (below(20) == 0 ? UInt8(below(64)) << 2 : 0),
    ]
    let alphabet = Self.alphabets[[0, 0, 0, 1, 1, 1, 1, 2][below(8)]]
    for _ in 0..<below(below(10) == 0 ? 300 : 60) { input += alphabet[below(alphabet.count)] }
    // Mostly the separator is the one that is used.
    if let separator = ReaderCase(input).separator, below(4) > 0 {
      for place in input.indices.dropFirst(ReaderCase.setupCount) where input[place] == 0x2C {
        input[place] = separator
      }
    }
    return input
  }

  private mutating func below(_ bound: Int) -> Int { random.below(bound) }
}
