import TareModels
import TarePricing
import TareSavings
import TareText
import TareTokens

extension SavingsReport {
  /// Whether any prompt has a price or should have one: without, the report is about tokens.
  var hasPrices: Bool { models.contains { $0.model != nil } }

  /// The requests of a month with each prompt, where they are known and the same for all.
  var requestsPerMonth: Int? {
    guard let first = prompts.first?.use.traffic.requestsPerMonth else { return nil }
    return prompts.allSatisfy { $0.use.traffic.requestsPerMonth == first } ? first : nil
  }

  /// The prices that are used, each once, in the order in which they come first.
  var prices: [PriceTag] {
    prompts.compactMap(\.use.price).reduce(into: []) { prices, price in
      if !prices.contains(price) { prices.append(price) }
    }
  }
}

extension PromptUse {
  /// The model, or what counts the tokens where none is named.
  var modelName: String { model ?? tokenizer.encoding.name }
}

extension ModelSavings {
  /// The model, or what counts the tokens where none is named.
  var name: String { model ?? tokenizer.encoding.name }

  /// Whether the sums have `prompt` in them.
  func holds(_ prompt: PromptSavings) -> Bool { prompt.use.tokenizer == tokenizer && prompt.use.model == model }

  /// The model and how its tokens were counted.
  var sentence: String {
    guard let price else { return model.map { "\($0), tokens \(tokens.basis), no known price" } ?? "\(name)" }
    let choice = price.choice == .byDefault ? ", the default model" : ""
    return "\(price.rate.model) (\(price.rate.provider)\(choice)), tokens \(tokens.basis)"
  }
}
