/// The syllables that Vietnamese can have, by their letters and tone: not which of them are words.
///
/// A syllable is an onset and a rhyme; one that ends in a stop has the tone sắc or nặng. The onsets
/// and rhymes are those of the spelling rules that schools teach (a few rhymes of place names with
/// `k` beside them). Text read in a wrong encoding is of other shapes almost everywhere.
package enum VietnameseSyllable {
  /// What a character is in a syllable.
  struct Letter {
    /// From 1 on: a to z, ă, â, ê, ô, ơ, ư, đ; 0 for what is no letter of Vietnamese.
    var code: UInt8
    /// 0 level, 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng.
    var tone: UInt8
  }

  /// The code of a letter that is not known, because it was lost.
  static let lost: UInt8 = 34
  /// The most letters of a syllable (nghiêng).
  static let longest = 7

  /// The letter that a character is.
  static func letter(_ scalar: UInt32) -> Letter {
    guard scalar < 0x2000 else { return Letter(code: 0, tone: 0) }
    let entry = letters[Int(scalar)]
    return Letter(code: UInt8(entry & 0xFF), tone: UInt8(entry >> 8))
  }

  /// Whether letters can be a syllable; letters that are lost may be any that are not ASCII.
  static func isPossible(_ codes: [UInt8], tone: UInt8) -> Bool {
    guard codes.count <= longest, let last = codes.last else { return false }
    let lostCount = codes.count { $0 == lost }
    if lostCount == 0 {
      let isStopped =
        stops.contains(last) || last == code("h") && codes.dropLast().last == code("c")
      return known.contains(key(codes)) && (!isStopped || tone == 2 || tone == 5)
    }
    // No syllable has more than three letters that are not ASCII (đường).
    guard lostCount <= 3, let place = codes.firstIndex(of: lost) else { return false }
    var codes = codes
    for candidate in candidates {
      codes[place] = candidate
      if isPossible(codes, tone: 2) { return true }
    }
    return false
  }

  /// Whether letters can be a syllable's consonants only, as in abbreviations: QĐ, TTĐĐ.
  static func isWithoutVowel(_ codes: [UInt8]) -> Bool {
    !codes.contains { vowels.contains($0) || $0 == lost }
  }

  // MARK: - Tables

  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyzăâêôơưđ")
  private static let stops = ["c", "k", "p", "t"].map { code($0) }
  private static let vowels = Set("aăâeêioôơuưy".map { code($0) })
  /// A lost letter has at least a tone: so any vowel, or đ.
  private static let candidates = "aăâeêioôơuưyđ".map { code($0) }

  private static func code(_ letter: Character) -> UInt8 {
    UInt8((alphabet.firstIndex(of: letter) ?? -1) + 1)
  }

  /// The letter of a code, without its tone.
  static func name(_ code: UInt8) -> Character { alphabet[Int(code) - 1] }

  static func isVowel(_ letter: Character) -> Bool { vowels.contains(code(letter)) }

  /// Six bits a letter.
  private static func key(_ codes: some Sequence<UInt8>) -> UInt64 {
    codes.reduce(0) { $0 << 6 | UInt64($1) }
  }

  private static let toned = [
    "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ",
    "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
  ]

  private static let letters: [UInt16] = {
    var letters = [UInt16](repeating: 0, count: 0x2000)
    let others = alphabet.map { String($0) }
    for row in toned + others {
      let code = UInt16(code(row.first ?? " "))
      for (tone, letter) in row.enumerated() {
        for form in [String(letter), letter.uppercased()] {
          if let scalar = form.unicodeScalars.first {
            letters[Int(scalar.value)] = UInt16(tone) << 8 | code
          }
        }
      }
    }
    return letters
  }()

  private static let onsets =
    "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(separator: " ")

  private static let rhymes =
    """
    a ac ach ai ak am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im \
    in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe \
    oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng \
    uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt \
    uynh uyt uyu ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y ych yêm yên yêng yêt yêu ynh yt
    """.split(separator: " ")

  private static let known: Set<UInt64> = {
    let onsetKeys = onsets.map { key($0.map { code($0) }) }
    var known: Set<UInt64> = []
    known.reserveCapacity((onsetKeys.count + 1) * rhymes.count)
    for rhyme in rhymes {
      let end = key(rhyme.map { code($0) })
      known.insert(end)
      for onset in onsetKeys { known.insert(onset << UInt64(6 * rhyme.count) | end) }
    }
    known.insert(key("gin".map { code($0) }))
    return known
  }()
}

extension VietnameseSyllable {
  /// Whether characters can be a syllable; those that are `nil` may be any letter that is not ASCII.
  package static func isPossible(_ scalars: [Unicode.Scalar?]) -> Bool {
    var codes: [UInt8] = []
    var tone: UInt8 = 0
    for scalar in scalars {
      let letter = scalar.map { Self.letter($0.value) } ?? Letter(code: lost, tone: 0)
      guard letter.code > 0, letter.tone == 0 || tone == 0 else { return false }
      codes.append(letter.code)
      tone = max(tone, letter.tone)
    }
    return isPossible(codes, tone: tone)
  }
}
