/// A row of somebody's table of prices, beside what the catalogue has.
public struct PriceTableRow: Sendable, Hashable {
  /// How a row compares.
  public enum Verdict: String, Sendable, Hashable {
    /// Every price of the row is that of the catalogue.
    case same
    /// A price is another one.
    case differs
    /// The catalogue has no such model: nothing is known of its price, and it is not 0.
    case unknown
  }

  /// What the table calls the model.
  public let title: String
  /// What the table says of input and output tokens, in dollars for a million; `nil` where it has no such column.
  public let input, output: Fraction?
  /// The model that the catalogue has for it.
  public let rate: Rate?

  /// How the row compares with the catalogue.
  public var verdict: Verdict {
    guard let rate else { return .unknown }
    let isSame = Self.agrees(input, rate.input) && Self.agrees(output, rate.output)
    return isSame ? .same : .differs
  }

  private static func agrees(_ claimed: Fraction?, _ price: TokenPrice?) -> Bool {
    guard let claimed else { return true }
    return price.map { Fraction($0.perMillion) == claimed } ?? (claimed == .zero)
  }
}

extension CalculationInputs.Prices {
  /// The rate of a model by what a table calls it: by its name, or with its blanks and points as hyphens.
  func rate(titled title: String) -> Rate? {
    let name = title.lowercased().split(separator: " ").joined(separator: "-")
    let hyphenated = name.split(separator: ".", omittingEmptySubsequences: false).joined(separator: "-")
    let rate = (try? catalogue.rate(for: name)) ?? (try? catalogue.rate(for: hyphenated))
    return time.flatMap { time in rate.map { $0.at(time) } } ?? rate
  }
}
