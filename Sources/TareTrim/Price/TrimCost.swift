public import TarePricing

/// What trimming costs or saves, net of the provider's cache: a cut breaks the cached prefix, so the request at hand may
/// become dearer, and every one after it is cheaper by what is not read again.
///
/// ```
/// request        at hand     next       next       next
/// whole          ▂ read      ▂          ▂          ▂
/// trimmed        █ written   ▁          ▁          ▁        pays back after so many
/// ```
/// Compared is only what is sent. The answer is the same, and chunks are left out, which are no part of the history.
public struct TrimCost: Sendable, Hashable {
  /// What one way to go on costs.
  public struct Course: Sendable, Hashable {
    /// The request at hand.
    public let now: Money
    /// The one behind it.
    public let next: Money
  }

  /// When trimming has paid for itself.
  public enum BreakEven: Sendable, Hashable {
    /// With the request at hand, and it goes on saving.
    case atOnce
    /// So many requests later.
    case after(requests: Int)
    /// It saves at first and is dearer from so many requests later on: what is left is too short for the cache.
    case until(requests: Int)
    /// Never.
    case never
  }

  /// Everything is sent, now and always.
  public let whole: Course
  /// What the policy keeps is sent.
  public let trimmed: Course
  /// What the tokens that go would cost at the price of input that nobody remembers: the figure that looks best and is
  /// true only without a cache.
  public let grossSaving: Money
  /// What it was reckoned with.
  public let pricing: TrimPricing

  init(whole: RequestCourse, trimmed: RequestCourse, _ pricing: TrimPricing) throws(PricingError) {
    self.whole = try Course(whole, pricing)
    self.trimmed = try Course(trimmed, pricing)
    self.pricing = pricing
    grossSaving = pricing.rate.input * (whole.now.input - trimmed.now.input)
  }

  /// What trimming saves on the request at hand; negative where it is dearer.
  public var savedNow: Money { (try? whole.now - trimmed.now) ?? .zero }
  /// What trimming saves on each request behind it; negative where it is dearer.
  public var savedNext: Money { (try? whole.next - trimmed.next) ?? .zero }

  /// When trimming has paid for itself.
  public var breakEven: BreakEven {
    switch (savedNow.isNegative, savedNext.isNegative, savedNext == .zero) {
    case (false, false, _): .atOnce
    case (true, false, false): .after(requests: savedNow.magnitude.dividedRoundingUp(by: savedNext))
    case (false, true, _): .until(requests: savedNow.dividedRoundingUp(by: savedNext.magnitude))
    case (true, _, _): .never
    }
  }

  /// Whether it has paid for itself after `requests` more.
  func paysBack(within requests: Int) -> Bool {
    guard let later = try? savedNext * requests, let sum = try? savedNow + later else { return false }
    return !sum.isNegative
  }
}

extension TrimCost.Course {
  fileprivate init(_ course: RequestCourse, _ pricing: TrimPricing) throws(PricingError) {
    now = try pricing.cost(course.now)
    next = try pricing.cost(course.next)
  }
}
