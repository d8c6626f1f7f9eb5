/// What characters beyond ASCII are to words, for scripts whose words are runs of letters.
///
/// ```
/// Ł → ł    Ж → ж    ς → σ    ा is a mark    € stands between words    ﬁ, µ, ŉ are not known here
/// ```
/// A letter is known if compatibility case folding makes it one letter that takes no more bytes, and that neither joins
/// nor changes beside others.
struct LetterTable: Sendable {
  /// What a scalar is to a word.
  enum Kind: Equatable {
    /// A letter, and what it is folded to.
    case letter(UInt32)
    /// A mark that stays with the letter before it.
    case mark
    /// Punctuation or a symbol that ends a word whatever stands beside it.
    case blank
    case unknown
  }

  static let shared = LetterTable()

  /// Latin, Greek, Cyrillic, Armenian and Arabic; Hebrew has rules of its own.
  private static let alphabets: ClosedRange<UInt32> = 0xA1...0x6FF
  private static let devanagari: ClosedRange<UInt32> = 0x900...0x97F
  private static let extendedLatinAndGreek: ClosedRange<UInt32> = 0x1E00...0x1FFF
  private static let signs: ClosedRange<UInt32> = 0x2010...0x22FF
  private static let ranges = [alphabets, devanagari, extendedLatinAndGreek, signs]
  /// What joins letters or digits, by the properties MidLetter, MidNum, MidNumLet and ExtendNumLet of annex 29, and
  /// signs that are letters to it.
  private static let joiners: Set<UInt32> = [
    0xB7, 0x37E, 0x387, 0x55A, 0x55B, 0x55C, 0x55E, 0x55F, 0x589, 0x58A, 0x60C, 0x60D, 0x66B, 0x66C, 0x2018, 0x2019,
    0x2024, 0x2027, 0x202F, 0x203F, 0x2040,
    0x2044, 0x2054,
  ]

  private static let markFlag: UInt16 = 0xFFFF
  private static let blankFlag: UInt16 = 0xFFFE

  /// The folded letters of the ranges in turn, 0 for what is not known.
  private let folded: [[UInt16]]

  private init() { folded = Self.ranges.map { $0.map(Self.folded) } }

  /// What a scalar beyond ASCII is to a word.
  func kind(of scalar: UInt32) -> Kind {
    for (number, range) in Self.ranges.enumerated() where range.contains(scalar) {
      let folded = self.folded[number][Int(scalar - range.lowerBound)]
      switch folded {
      case 0: return .unknown
      case Self.markFlag: return .mark
      case Self.blankFlag: return .blank
      default: return .letter(UInt32(folded))
      }
    }
    return .unknown
  }

  private static func folded(_ value: UInt32) -> UInt16 {
    guard let scalar = Unicode.Scalar(value), !(0x590...0x5FF ~= value) else { return 0 }
    if isMark(scalar) { return markFlag }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .otherLetter: break
    case .otherPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .mathSymbol, .currencySymbol, .otherSymbol:
      return joiners.contains(value) || scalar.properties.changesWhenNFKCCaseFolded ? 0 : blankFlag
    default: return 0
    }
    // Folding leaves a dot above the `i` of a Turkish capital, which is taken away with other marks.
    if value == 0x130 { return 0x69 }
    let small = foldings(of: scalar).first { !$0.properties.changesWhenNFKCCaseFolded } ?? scalar
    guard !small.properties.changesWhenNFKCCaseFolded, UTF8.width(small) <= UTF8.width(scalar) else { return 0 }
    return UInt16(small.value)
  }

  /// What folding may make of a letter, most likely first: itself, its small letter, or that of its capital, as in `ς`.
  private static func foldings(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let small = single(scalar.properties.lowercaseMapping)
    let capital = single(scalar.properties.uppercaseMapping)
    return [scalar] + [small, capital.flatMap { single($0.properties.lowercaseMapping) }].compactMap(\.self)
  }

  private static func single(_ mapping: String) -> Unicode.Scalar? {
    mapping.unicodeScalars.count == 1 ? mapping.unicodeScalars.first : nil
  }

  /// The vowel signs of Hindi, and those of Arabic that join no letter; nuktas and accents do.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x64B...0x652: return true
    case devanagari:
      let properties = scalar.properties
      let category = properties.generalCategory
      guard category == .nonspacingMark || category == .spacingMark else { return false }
      return properties.canonicalCombiningClass == .notReordered || properties.canonicalCombiningClass == .virama
    default: return false
    }
  }
}
