import TareJSON
import TarePricing
import TareSavings

/// The three parts that every number of a report has: before, after, and what is between them.
enum JSONSide: String, CaseIterable {
  case base
  case head
  case diff

  /// Writes this part of what is counted and paid, as a member of its own.
  func write(
    _ tokens: TokenDelta?, _ stable: TokenDelta?, _ perThousand: RequestCost?, _ perMonth: RequestCost?,
    to object: inout JSONWriter
  ) {
    object.object(rawValue) { object in
      object.member("tokens", tokens.map(of))
      if let stable { object.member("stableTokens", of(stable)) }
      if self == .diff { object.member("tokensPerMille", tokens?.changeInThousandths) }
      write("perThousandRequests", perThousand, to: &object)
      write("perMonth", perMonth, to: &object)
    }
  }

  private func write(_ name: String, _ cost: RequestCost?, to object: inout JSONWriter) {
    guard let cost else { return object.member(name, nil as String?) }
    object.object(name) {
      $0.member("net", cost.net.map { of($0).decimalText })
      $0.member("gross", of(cost.gross).decimalText)
    }
  }

  /// This part of two counts.
  func of(_ tokens: TokenDelta) -> Int {
    switch self {
    case .base: tokens.before
    case .head: tokens.after
    case .diff: tokens.delta
    }
  }

  private func of(_ cost: CostDelta) -> Money {
    switch self {
    case .base: cost.before
    case .head: cost.after
    case .diff: cost.delta
    }
  }
}
