internal import CTareICU

/// The writing system a character belongs to, by its ISO 15924 code.
public struct Script: Sendable, Hashable {
  /// The four letters of the code, first letter in the top byte.
  let letters: UInt32

  /// The script of a scalar as ICU's Unicode version has it; ``common`` for digits, blanks and most punctuation.
  public init(of scalar: Unicode.Scalar) {
    letters = scalar.isASCII ? Self.ofASCII(scalar).letters : tare_icu_script(scalar.value)
  }

  private init(_ code: StaticString) {
    letters = code.withUTF8Buffer { unsafe $0.reduce(0) { $0 << 8 | UInt32($1) } }
  }

  private static func ofASCII(_ scalar: Unicode.Scalar) -> Script {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) ? latin : common
  }

  /// The four letters of the code, such as `Latn`.
  public var code: String {
    String(decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: letters >> $0) }, as: UTF8.self)
  }
}

extension Script {
  /// Characters that many scripts share.
  public static let common = Script("Zyyy")
  /// Marks that take the script of what they stand on.
  public static let inherited = Script("Zinh")
  /// Code points that no script has.
  public static let unknown = Script("Zzzz")

  /// Arabic.
  public static let arabic = Script("Arab")
  /// Armenian.
  public static let armenian = Script("Armn")
  /// Burmese and its neighbours.
  public static let myanmar = Script("Mymr")
  /// Cyrillic.
  public static let cyrillic = Script("Cyrl")
  /// The script of Hindi, Marathi and Nepali.
  public static let devanagari = Script("Deva")
  /// Greek.
  public static let greek = Script("Grek")
  /// Chinese characters, also in Japanese and Korean.
  public static let han = Script("Hani")
  /// Korean syllables.
  public static let hangul = Script("Hang")
  /// Hebrew.
  public static let hebrew = Script("Hebr")
  /// Japanese syllables of the rounded kind.
  public static let hiragana = Script("Hira")
  /// Japanese syllables of the angular kind.
  public static let katakana = Script("Kana")
  /// Cambodian.
  public static let khmer = Script("Khmr")
  /// Lao.
  public static let lao = Script("Laoo")
  /// Latin.
  public static let latin = Script("Latn")
  /// Tamil.
  public static let tamil = Script("Taml")
  /// Thai.
  public static let thai = Script("Thai")
}
