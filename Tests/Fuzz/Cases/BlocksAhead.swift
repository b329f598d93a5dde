import SurveyCSV

/// Reads a file as several threads do: so many blocks are taken before the first is looked at.
public struct BlocksAhead {
  private var batches: [RecordBatch]
  private var scanner = BlockScanner()
  /// How many blocks came back, those behind an irregular one not counted.
  public private(set) var returnedCount = 0
  /// How many blocks were right.
  public private(set) var confirmedCount = 0

  /// - Parameter count: how many blocks, from 1.
  public init(_ count: Int) {
    batches = [RecordBatch](repeating: RecordBatch(), count: max(1, count))
  }

  /// Reads to the end, and gives the last batch, which is to be empty.
  ///
  /// - Parameter body: is handed the batches in their order.
  public mutating func read(
    _ reader: inout RecordReader, _ body: (inout RecordBatch) -> Void
  ) throws -> RecordBatch {
    while true {
      var line = reader.nextLine
      var count = 0
      while count < batches.count, reader.takeBlock(into: &batches[count]) { count += 1 }
      let rule = reader.blockRule
      var number = 0
      while number < count, scanner.scan(&batches[number], by: rule) {
        batches[number].confirm(at: line)
        batches[number].checkText()
        line += UInt64(batches[number].lineCount)
        body(&batches[number])
        number += 1
      }
      confirmedCount += number
      if number < count {
        let behind = (number + 1..<count).map { batches[$0].takeBytes() }
        reader.takeBack(&batches[number], behind: behind, line: line)
        returnedCount += 1
      }
      reader.nextLine = line
      if number == batches.count { continue }
      guard try reader.next(into: &batches[0]) else { return batches[0] }
      body(&batches[0])
    }
  }
}
