/// What records are built from: labels and texts are UTF-8 bytes, made once.
typealias Bytes = [UInt8]

extension Bytes {
  /// Adds a text.
  mutating func add(_ text: String) {
    append(contentsOf: text.utf8)
  }

  /// Adds a label and the separator after it.
  mutating func addField(_ label: Bytes) {
    append(contentsOf: label)
    append(UInt8(ascii: ","))
  }

  /// Adds a number with at least `width` digits.
  mutating func addNumber(_ number: Int, width: Int) {
    var divisor = 1
    var digits = 1
    while digits < width || number / divisor >= 10 {
      divisor *= 10
      digits += 1
    }
    while divisor > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
  }

  /// Adds `dd/MM/yyyy HH:mm:ss`.
  mutating func addStamp(_ day: Day, second: Int) {
    let parts = day.parts
    addNumber(parts.day, width: 2)
    append(UInt8(ascii: "/"))
    addNumber(parts.month, width: 2)
    append(UInt8(ascii: "/"))
    addNumber(parts.year, width: 4)
    append(UInt8(ascii: " "))
    addNumber(second / 3600, width: 2)
    append(UInt8(ascii: ":"))
    addNumber(second / 60 % 60, width: 2)
    append(UInt8(ascii: ":"))
    addNumber(second % 60, width: 2)
  }

  /// Adds a text between quotes, its own quotes doubled.
  mutating func addQuoted(_ text: Bytes) {
    append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }
}
