public import TareConversations
public import TarePricing
public import TareTrim

/// What a trimming costs or saves, or why that is not known.
public struct PricedTrim: Sendable, Hashable {
  /// The model's rate and how its provider bills what it has seen before.
  public let pricing: TrimPricing
  /// The costs with and without trimming; `nil` where nothing was taken away, and where a price is not known.
  public let cost: TrimCost?
  /// Why there is no cost where there should be one.
  public let gap: PricingError?
}

extension TrimPolicy {
  /// The price of a plan of this policy.
  public func priced(_ plan: TrimPlan, _ counted: CountedConversation, _ pricing: TrimPricing) -> PricedTrim {
    do throws(PricingError) {
      return PricedTrim(pricing: pricing, cost: try cost(of: plan, counted, pricing), gap: nil)
    } catch {
      return PricedTrim(pricing: pricing, cost: nil, gap: error)
    }
  }
}
