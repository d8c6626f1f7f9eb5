import TareText

extension Int {
  /// The number with commas and its sign, which 0 has none of.
  var signed: String { (self > 0 ? "+" : "") + grouped }
}
