public import TarePricing
public import TareText

/// What became of one prompt.
public struct PromptSavings: Sendable, Hashable {
  /// What kind of change it is.
  public enum Change: String, Sendable, Hashable {
    /// The prompt was there and is there.
    case changed
    /// It goes by another name now; its text may have changed as well.
    case renamed
    /// It was not there.
    case new
    /// It is there no more.
    case gone
  }

  /// The name it goes by now, or went by when it is gone.
  public let path: String
  /// The name it went by before, when it was renamed.
  public let previousPath: String?
  /// What kind of change it is.
  public let change: Change
  /// How it is used: its model, its prices, its traffic.
  public let use: PromptUse
  /// The tokens of all that is sent.
  public let tokens: TokenDelta
  /// The tokens of the part that is the same in every request.
  public let stableTokens: TokenDelta
  /// The tokens section by section, which add up to ``tokens``.
  public let sections: [SectionDelta]
  /// How far what is sent before and after is the same; `nil` when the prompt is new or gone.
  public let sharedPrefix: SharedPrefix?
  /// The cost of a thousand requests; `nil` without a price.
  public let perThousand: RequestCost?
  /// The cost of a month; `nil` without a price and without a stated volume.
  public let perMonth: RequestCost?
  /// What the change costs once, net of caching, at the most: what the first request with the new text pays more than
  /// those behind it, because the cache holds the old one. It is paid once for each place where the prompt is cached, and
  /// in conversations once for each that is under way. `nil` where the prompt is gone or that has no known price.
  public let rewriting: Money?
  /// Why there is a model and no cost, or none net of caching; `nil` where there is one or nobody asked.
  public let priceGap: PricingError?
  /// What a reader must know about the change, worst first.
  public let notices: [Notice]
}

/// The start that two versions of a text share: as far as a cache filled by the one serves the other.
public struct SharedPrefix: Sendable, Hashable {
  /// The whole tokens both begin with, not more.
  public let tokens: Int
  /// The offset, in the text after, of the first byte sent that differs, or the end of what both have; `nil` when the
  /// same is sent.
  public let firstChange: Int?
  /// That place in the text after, for showing.
  public let location: SourceLocation?
}

/// A consequence that the numbers alone do not show.
public enum Notice: Sendable, Hashable {
  /// The prompt no longer fits into a request.
  case exceedsInputLimit(limit: Int)
  /// The stable part became too short to be cached, so that a shorter prompt can cost more.
  case fallsBelowCacheFloor(minimum: Int)
  /// The prompt alone is now long enough for the dearer prices of long requests.
  case entersLongContext(from: Int)
  /// The stable part became long enough to be cached.
  case reachesCacheFloor(minimum: Int)
  /// The prompt alone is no longer long enough for the dearer prices of long requests.
  case leavesLongContext(from: Int)
}

extension Notice {
  /// The name for JSON.
  public var name: String {
    switch self {
    case .exceedsInputLimit: "exceeds-input-limit"
    case .fallsBelowCacheFloor: "falls-below-cache-floor"
    case .entersLongContext: "enters-long-context"
    case .reachesCacheFloor: "reaches-cache-floor"
    case .leavesLongContext: "leaves-long-context"
    }
  }
}
