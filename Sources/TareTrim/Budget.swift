public import TareTokens

/// How many tokens a payload may have.
public struct Budget: Sendable, Hashable {
  /// The size of the window.
  public let tokens: Int
  /// What of it stays free, for the model's answer.
  public let reserve: Int

  /// A budget of `tokens`, of which `reserve` stay free.
  public init(tokens: Int, reserve: Int = 0) {
    self.tokens = tokens
    self.reserve = reserve
  }

  /// The same budget with so much more in reserve that an estimate at the upper end of its band is still within it.
  public func leavingRoom(for basis: TokenCount.Basis) -> Budget {
    guard case .estimated(let band) = basis else { return self }
    return Budget(tokens: tokens, reserve: tokens - available * 1_000 / (1_000 + band))
  }

  /// No limit in tokens; only what a policy keeps by number of turns or messages limits the payload then.
  public static let unlimited = Budget(tokens: 1 << 40)

  /// What the payload may have: the budget without the reserve, and never below nothing.
  public var available: Int { max(0, tokens - reserve) }
}

/// A part of a whole in thousandths, so that no rounding of floating point decides what is kept.
public struct Share: Sendable, Hashable {
  /// The thousandths, from 0 to 1000.
  public let thousandths: Int

  /// A share of that many thousandths; what lies outside 0 to 1000 becomes the nearest of the two.
  public init(thousandths: Int) {
    self.thousandths = min(max(thousandths, 0), 1_000)
  }

  /// The share of `whole`, rounded down.
  public func of(_ whole: Int) -> Int {
    whole / 1_000 * thousandths + whole % 1_000 * thousandths / 1_000
  }

  /// A share that is written as a decimal between 0 and 1, of which three places count: `0.6`, `.25`, `1`.
  public init?(decimal: String) {
    let parts = decimal.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let digits = parts.joined()
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let whole = parts[0].drop { $0 == 0x30 }
    let places = (parts.count == 2 ? Array(parts[1]) : []) + [0x30, 0x30, 0x30]
    let thousandths = places.prefix(3).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    switch whole.count {
    case 0: self.init(thousandths: thousandths)
    case 1 where whole.first == 0x31 && places.allSatisfy { $0 == 0x30 }: self.init(thousandths: 1_000)
    default: return nil
    }
  }
}
