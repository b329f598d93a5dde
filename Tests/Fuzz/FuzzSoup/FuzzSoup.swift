import FuzzCases

/// Random files by the million, each a case as libFuzzer's inputs are: `FuzzSoup COUNT [SEED]`.
@main struct FuzzSoup {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
    let count = arguments.first ?? 100_000
    let seed = arguments.dropFirst().first ?? 1
    var soup = Soup(seed: seed)
    var bytes = 0
    for number in 1...max(1, count) {
      let input = soup.input()
      let tried = ReaderCase(input)
      bytes += tried.file.count
      if let difference = tried.difference() {
        print("Case \(number) of seed \(seed): \(difference)\n\(tried)\nInput: \(input)")
        fatalError("the engines differ")
      }
      if number % 1_000_000 == 0 { print("\(number) cases, \(bytes) bytes, no difference") }
    }
    print("\(count) cases, \(bytes) bytes, seed \(seed): no difference")
  }
}
