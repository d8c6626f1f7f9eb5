import TareText

extension Int {
  /// The number with commas and its sign, which 0 has none of.
  var signed: String { (self > 0 ? "+" : "") + grouped }
}

/// A part of a whole in percent, to one place; of nothing it is none.
func percentage(_ part: Int, of whole: Int) -> String {
  let perMille = whole > 0 ? (part * 1_000 + whole / 2) / whole : 0
  return "\(perMille / 10).\(perMille % 10)%"
}

/// A number and what it counts, in the plural unless it is one.
func counted(_ number: Int, _ noun: String) -> String { "\(number.grouped) \(noun)\(number == 1 ? "" : "s")" }
