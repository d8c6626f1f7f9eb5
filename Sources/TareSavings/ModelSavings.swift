public import TareModels
import TarePricing

/// The prompts of a report that are counted alike: for one model, or in one encoding.
public struct ModelSavings: Sendable, Hashable {
  /// What counts their tokens.
  public let tokenizer: ModelTokenizer
  /// The prices of their model; `nil` where there are none.
  public let price: PriceTag?
  /// The model, where one is known or was asked for.
  public let model: String?
  /// How many of the prompts that differ are among them.
  public let promptCount: Int
  /// The tokens of all of them.
  public let tokens: TokenDelta
  /// What a thousand requests with each of them cost; `nil` where that of one is not known.
  public let perThousand: RequestCost?
  /// What a month costs of those whose requests are known; `nil` where there are none of them, or one has no price.
  public let perMonth: RequestCost?
}

extension ModelSavings {
  /// The groups of `prompts`, in the order in which they come first.
  static func grouped(_ prompts: [PromptSavings]) throws(PricingError) -> [ModelSavings] {
    var groups: [[PromptSavings]] = []
    for prompt in prompts {
      if let index = groups.firstIndex(where: { $0[0].use.countsLike(prompt.use) }) {
        groups[index].append(prompt)
      } else {
        groups.append([prompt])
      }
    }
    var models: [ModelSavings] = []
    for group in groups { models.append(try ModelSavings(of: group)) }
    return models
  }

  /// The sums of prompts that are counted alike, of which there is one at least.
  private init(of prompts: [PromptSavings]) throws(PricingError) {
    let use = prompts[0].use
    (tokenizer, price, model, promptCount) = (use.tokenizer, use.price, use.model, prompts.count)
    tokens = TokenDelta(sum: prompts.map(\.tokens), else: use.tokenizer.basis)
    let costs = prompts.compactMap(\.perThousand)
    let months = prompts.filter { $0.use.traffic.requestsPerMonth != nil }.map(\.perMonth)
    do {
      perThousand = costs.count < prompts.count ? nil : try RequestCost.sum(of: costs)
      perMonth = months.isEmpty || months.contains(nil) ? nil : try RequestCost.sum(of: months.compactMap(\.self))
    } catch {
      throw .overflow
    }
  }
}
