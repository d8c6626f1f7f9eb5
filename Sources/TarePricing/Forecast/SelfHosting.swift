/// A model on machines of one's own, in place of one that is paid by the token.
public struct SelfHosting: Sendable, Hashable {
  /// Dollars for the period, however many requests there are.
  public let fixedUSD: Fraction
  /// Dollars for each request on top.
  public let usdPerRequest: Fraction

  /// Machines that cost so much.
  public init(fixedUSD: Fraction, usdPerRequest: Fraction = .zero) {
    (self.fixedUSD, self.usdPerRequest) = (fixedUSD, usdPerRequest)
  }

  /// From how many requests in the period on it is cheaper than paying `usd` for each: fixed / (usd − own);
  /// `nil` where it never is.
  public func breakEvenRequests(against usd: Fraction) -> Fraction? {
    let margin = usd - usdPerRequest
    return margin > .zero ? fixedUSD.divided(by: margin) : nil
  }

  /// What it costs for so many requests.
  public func usd(for requests: Fraction) -> Fraction { fixedUSD + usdPerRequest * requests }
}
