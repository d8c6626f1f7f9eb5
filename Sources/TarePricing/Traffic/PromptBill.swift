/// What requests with one prompt cost together: as many of them as it takes to be exact.
///
/// A cost for each request need not be a whole number of steps of money. So the sum is kept with its requests, and only
/// the requests that are asked for are rounded.
public struct PromptBill: Sendable, Hashable {
  /// What they cost.
  public let total: Money
  /// How many there are; at least 1.
  public let requests: Int

  init(_ total: Money, requests: Int) {
    self.total = total
    self.requests = max(1, requests)
  }

  /// What `count` requests cost, to the nearest 10⁻¹⁵ dollars.
  public func cost(of count: Int) throws(MoneyOverflow) -> Money {
    guard count % requests != 0 else { return try total * (count / requests) }
    // A share is never dearer than whole multiples above it, so that what could not be held is an error here.
    _ = try total * (count / requests + 1)
    return total.share(count, of: requests)
  }

  /// The same requests, of which so many of a million are sent twice.
  func sendingAgain(perMillion: Int) throws(MoneyOverflow) -> PromptBill {
    guard perMillion > 0 else { return self }
    return PromptBill(try total * (1_000_000 + perMillion), requests: requests * 1_000_000)
  }
}
