import TarePricing

extension Fraction {
  /// A number of tokens, requests or days as people read it, to at most two places.
  var grouped: String { groupedText(places: exactPlaces(upTo: 2)) }

  /// A share as a percentage with the places it needs, at most four: `8%`, `12.5%`.
  var sharePercent: String { (self * Fraction(100)).decimalText(places: 4) + "%" }

  /// A change in percent, with its sign and one place: `-83.6%`.
  var signedPercent: String {
    let text = fixedText(places: 1)
    return (self > .zero && text != "0.0" ? "+" : "") + text + "%"
  }

  /// Dollars with that many places: `$1,234.50`, `-$0.0031`.
  func dollars(places: Int) -> String {
    let text = groupedText(places: places)
    return text.hasPrefix("-") ? "-$" + text.dropFirst() : "$" + text
  }

  /// Dollars with the places their size makes worth reading.
  var dollars: String { dollars(places: dollarPlaces(for: [self])) }

  /// The exact number of dollars to the last place that money has, for machines.
  var dollarText: String { decimalText(places: 15) }
}

/// How many decimal places let sums be read side by side: those of ``Money/places(for:)``.
func dollarPlaces(for sums: [Fraction]) -> Int {
  let largest = sums.map(\.magnitude).max() ?? .zero
  let cents = largest * Fraction(100)
  let most = largest >= Fraction(100) ? 2 : largest >= .one ? 4 : cents >= .one ? 6 : 9
  return min(most, max(2, sums.map { $0.exactPlaces(upTo: 9) }.max() ?? 0))
}
