/// The scripts that decide a kind of text, by blocks of Unicode 16.0 (Blocks.txt). Blocks and not properties, since a
/// count must not depend on the tables of the system it runs on.
enum Script: Int, CaseIterable {
  case latin
  case cyrillic
  case kana
  case han
  /// Any other letter or sign outside ASCII.
  case other

  /// The script of a scalar outside ASCII; `nil` for punctuation that several scripts share.
  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x00AA, 0x00BA, 0x00C0...0x024F, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFF21...0xFF5A:
      self = .latin
    case 0x0300...0x036F, 0x2000...0x206F, 0x0080...0x00BF, 0x3000...0x303F, 0xFF00...0xFF20, 0xFE30...0xFE4F:
      return nil
    case 0x0400...0x052F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: self = .cyrillic
    case 0x3040...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F, 0x1AFF0...0x1B16F: self = .kana
    case 0x2E80...0x2FDF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: self = .han
    default: self = .other
    }
  }
}
