public import TareJSON

/// What comes out of a calculation.
public struct CalculationAnswer: Sendable {
  /// What the caller knows it by, as it was written.
  public let id: JSONValue?
  /// The name of the formula.
  public let kind: String
  /// What comes out, in the order of the formula.
  public let figures: [CalculationFigure]
  /// What somebody says comes out, and whether it does.
  public let claims: [Claim]

  /// A number that somebody says comes out.
  public struct Claim: Sendable, Hashable {
    /// How a claim stands to the right number.
    public enum Verdict: String, Sendable, Hashable {
      /// It is the right number.
      case right
      /// It is the right number to as many places as it has.
      case rounded
      /// It is another number.
      case wrong
      /// It is more than can be, whatever the prices are: a saving of more than all.
      case impossible
    }

    /// What it is about; in a list, with its place from 0, such as `parts_usd[0]`.
    public let name: String
    /// What somebody says.
    public let claimed: Fraction
    /// What comes out.
    public let right: Fraction
    /// What can come out at most.
    let most: Fraction?

    /// How much more the claim is than what comes out, in percent of that; `nil` where that is 0 or less.
    public var offPercent: Fraction? { claimed.percentChange(from: right) }

    /// Whether the claim holds.
    public var verdict: Verdict {
      if claimed == right { return .right }
      if let most, claimed > most { return .impossible }
      let unit = Fraction(Natural.one, .powerOfTen(claimed.exactPlaces(upTo: Fraction.digitLimit)))
      return (claimed - right).magnitude * Fraction(2) <= unit ? .rounded : .wrong
    }

    /// Whether the claim does not hold.
    public var isWrong: Bool { verdict == .wrong || verdict == .impossible }
  }
}

extension CalculationFigure {
  /// What somebody says of the figure: a number, or as many as the figure has.
  func claims(_ value: JSONValue) throws(CalculationError) -> [CalculationAnswer.Claim] {
    switch self.value {
    case .number(let right, _):
      return [.init(name: name, claimed: try CalculationInputs.number(value, name), right: right, most: most)]
    case .numbers(let rights, _):
      guard value.kind == .array, value.elements.count == rights.count else {
        throw CalculationError("the claim \(name) is no list of \(rights.count) numbers")
      }
      var claims: [CalculationAnswer.Claim] = []
      for (place, (element, right)) in zip(value.elements, rights).enumerated() {
        let claimed = try CalculationInputs.number(element, name)
        claims.append(.init(name: "\(name)[\(place)]", claimed: claimed, right: right, most: most))
      }
      return claims
    case .count, .unbounded, .prices, .day: throw CalculationError("the claim \(name) is about no number")
    }
  }
}
