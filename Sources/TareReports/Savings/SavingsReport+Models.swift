import TareModels
import TarePricing
import TareSavings

extension SavingsReport {
  /// The prices of the one model of all prompts; `nil` without one, and where there are several.
  var price: PriceTag? { models.count == 1 ? models[0].price : nil }

  /// The requests of a month with each prompt, where they are known and the same for all.
  var requestsPerMonth: Int? {
    guard let first = prompts.first?.use.traffic.requestsPerMonth else { return nil }
    return prompts.allSatisfy { $0.use.traffic.requestsPerMonth == first } ? first : nil
  }
}
