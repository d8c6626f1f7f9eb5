internal import CTareICU

extension Character {
  /// How many columns of a terminal the character takes: 2 for the wide ones of East Asia and for emoji, 0 for marks and
  /// joiners that stand alone, else 1.
  ///
  /// By Unicode Standard Annex 11, with ambiguous characters narrow, and by Unicode Technical Standard 51 for what is
  /// shown as an emoji. Tabs and other controls are taken as 1: whoever shows them writes something in their place.
  public var displayWidth: Int {
    guard let base = unicodeScalars.first else { return 0 }
    if base.isASCII { return isEmojiByVariation ? 2 : 1 }
    if base.isWide || base.properties.isEmojiPresentation || isEmojiByVariation { return 2 }
    return base.takesNoColumn ? 0 : 1
  }

  /// Whether a variation selector turns a text character into an emoji, as in U+2764 U+FE0F.
  private var isEmojiByVariation: Bool {
    guard let base = unicodeScalars.first, unicodeScalars.count > 1, base.properties.isEmoji else { return false }
    return unicodeScalars.contains("\u{FE0F}")
  }
}

extension String {
  /// How many columns of a terminal the text takes, on one line.
  ///
  /// - Complexity: O(*n*) in characters, which is slow for more than what is about to be shown.
  public var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }
}

extension Unicode.Scalar {
  fileprivate var isWide: Bool { value >= 0x1100 && tare_icu_is_wide(value) != 0 }

  fileprivate var takesNoColumn: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }
}
