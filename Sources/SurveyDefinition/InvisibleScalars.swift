/// The scalars that nobody sees in a label, and that no two labels may therefore differ by: spaces
/// and joiners without width, soft hyphens, byte order marks, marks of direction.
///
/// They are Unicode's default ignorable code points. Web forms and messengers put them into what
/// people paste.
enum InvisibleScalars {
  /// Without them; where a joiner or tag is part of an emoji, or of a script that needs it, it stays.
  ///
  /// - Parameter keepsForms: Whether the marks stay that choose between the two forms of an emoji.
  static func removed(from text: String, keepsForms: Bool) -> String {
    guard text.unicodeScalars.contains(where: \.properties.isDefaultIgnorableCodePoint) else {
      return text
    }
    var visible = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let isKept =
        !scalar.properties.isDefaultIgnorableCodePoint || keepsForms && choosesForm(scalar)
        || joins(scalar) && previous.map(mayBeJoined) ?? false
      if isKept { visible.append(scalar) }
      previous = scalar
    }
    return String(visible)
  }

  /// An emoji is the same with and without the mark that asks for its coloured form.
  private static func choosesForm(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FE0E}" || scalar == "\u{FE0F}"
  }

  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C, 0x200D, 0xE0020...0xE007F: true
    default: false
    }
  }

  /// Whether a joiner behind this changes what is read: behind no letter of Latin, Greek or Cyrillic.
  private static func mayBeJoined(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x600..<0x1D00, 0x2100...: true
    default: false
    }
  }
}
