import SurveyDefinition

/// A stretch of running text that is of one sort: a word, digits, blanks, or one sign.
struct TextToken {
  enum Sort {
    case word
    case digits
    case blank
    case sign
  }

  let sort: Sort
  /// As it is written.
  let text: String
  /// In lower case; digits and signs of whatever form are those of ASCII.
  let plain: String
  /// A word's ``plain`` form without diacritics.
  let bare: String
  /// Whether a line ends in these blanks.
  let endsLine: Bool

  /// Whether a word begins with a capital.
  var isCapitalised: Bool {
    sort == .word && text.unicodeScalars.first?.properties.isUppercase == true
  }

  func isSign(_ sign: String) -> Bool { sort == .sign && plain == sign }

  /// Whether it is one of the signs of `signs`.
  func isSign(among signs: String) -> Bool {
    sort == .sign && plain.unicodeScalars.first.map(signs.unicodeScalars.contains) ?? false
  }
}

extension TextToken {
  /// The tokens of a text, whose letters are composed first: joined, they are the text that is shown.
  static func all(of text: String) -> [TextToken] {
    var tokens: [TextToken] = []
    var run = Run()
    for scalar in LabelFolding.composed(text).unicodeScalars {
      let (sort, plain) = read(scalar)
      // A mark that stands alone belongs to what it stands on.
      if sort == nil {
        run.text.append(scalar)
        continue
      }
      if sort != run.sort || sort == .sign {
        run.end(&tokens)
        run.sort = sort
      }
      run.text.append(scalar)
      run.plain.append(plain)
      run.endsLine = run.endsLine || isLineEnd(scalar)
    }
    run.end(&tokens)
    return tokens
  }

  /// What a scalar is, and the one it stands for; no sort for a mark.
  private static func read(_ scalar: Unicode.Scalar) -> (Sort?, Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39: return (.digits, scalar)
    case 0x41...0x5A, 0x61...0x7A: return (.word, scalar)
    case 0x20, 0x09...0x0D: return (.blank, scalar)
    case 0x21...0x7E: return (.sign, scalar)
    // Full-width forms stand for ASCII.
    case 0xFF01...0xFF5E:
      return Unicode.Scalar(scalar.value - 0xFEE0).map(read) ?? (.sign, scalar)
    case 0x2010...0x2015, 0x2043, 0x2212, 0xFE58, 0xFE63: return (.sign, "-")
    case 0xB7, 0x2022, 0x2024, 0x2219, 0x22C5, 0x30FB: return (.sign, ".")
    case 0xFE6B: return (.sign, "@")
    default: break
    }
    let properties = scalar.properties
    if properties.numericType == .decimal || properties.numericType == .digit,
      let value = properties.numericValue, let digit = Unicode.Scalar(0x30 + UInt32(value))
    {
      return (.digits, digit)
    }
    if properties.isWhitespace { return (.blank, scalar) }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .format: return (nil, scalar)
    default: return (properties.isAlphabetic ? .word : .sign, scalar)
    }
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// A token in the making.
  private struct Run {
    var sort: Sort?
    var text = String.UnicodeScalarView()
    var plain = String.UnicodeScalarView()
    var endsLine = false

    mutating func end(_ tokens: inout [TextToken]) {
      defer {
        text = String.UnicodeScalarView()
        plain = String.UnicodeScalarView()
        endsLine = false
      }
      guard !text.isEmpty else { return }
      let isWord = sort == .word
      let plain = isWord ? String(plain).lowercased() : String(plain)
      tokens.append(
        TextToken(
          sort: sort ?? .sign, text: String(text), plain: plain,
          bare: isWord ? BareLetters.bare(plain) : plain,
          endsLine: endsLine))
    }
  }
}
