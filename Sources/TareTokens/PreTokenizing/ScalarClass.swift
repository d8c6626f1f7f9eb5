/// What a pre-tokenizer asks of a scalar: one bit for each of eight disjoint classes, so that a set of classes is a
/// mask. The table behind it is pinned at Unicode 16.0; see `Scripts/unicode-classes.py`.
struct ScalarClass {
  /// Lu, Lt.
  static let upper: UInt8 = 1
  /// Ll.
  static let lower: UInt8 = 2
  /// Lm, Lo: letters without case.
  static let caseless: UInt8 = 4
  /// Mn, Mc, Me.
  static let mark: UInt8 = 8
  /// Nd, Nl, No.
  static let number: UInt8 = 16
  /// White_Space but CR and LF.
  static let space: UInt8 = 32
  /// CR, LF.
  static let newline: UInt8 = 64
  /// Everything else, and bytes that are not UTF-8.
  static let symbol: UInt8 = 128

  /// `\p{L}`.
  static let letter: UInt8 = upper | lower | caseless
  /// `\s`.
  static let whiteSpace: UInt8 = space | newline
}
