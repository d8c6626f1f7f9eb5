public import TarePricing
import TareSavings
import TareText
import TareTokens

/// Rates of the catalogue for people and for programs.
public struct ModelList: Sendable {
  let catalogue: RateCatalogue
  let rates: [Rate]

  /// The rates whose model, alias or provider contains `text`; all for an empty one. Case does not matter. Where none
  /// does, the rate that `text` names as a dated or prefixed id, such as `openai/gpt-4o-2024-08-06`.
  public init(_ catalogue: RateCatalogue, matching text: String = "") {
    let wanted = text.lowercased()
    let found = catalogue.rates.filter { rate in
      wanted.isEmpty || ([rate.model, rate.provider] + rate.aliases).contains { $0.lowercased().contains(wanted) }
    }
    self.catalogue = catalogue
    // Not being known is no error here: the list is empty then.
    rates = found.isEmpty ? (try? catalogue.rate(for: text)).map { [$0] } ?? [] : found
  }

  /// Whether nothing matched.
  public var isEmpty: Bool { rates.isEmpty }

  /// A table of the prices most asked for, in dollars for a million tokens.
  public var text: String {
    let head = ["input", "cached", "output", "min cache", "context", "tokens", "provider", "model"]
    let rows = rates.map { rate in
      [
        rate.input.perMillion.description, rate.cachedInput?.perMillion.description ?? "-",
        rate.output?.perMillion.description ?? "-", rate.minimumCacheableTokens?.grouped ?? "-",
        rate.maximumInputTokens?.grouped ?? "-", countingText(rate), rate.provider, rate.model,
      ]
    }
    return (aligned([head] + rows, left: [5, 6, 7]) + ["", footer]).joined(separator: "\n") + "\n"
  }

  private var footer: String {
    "Dollars for a million tokens; prices of \(catalogue.date) (\(catalogue.source))."
  }

  /// How well the model's tokens can be counted.
  func countingText(_ rate: Rate) -> String {
    do { return try ModelTokenizer(for: rate, in: catalogue).basis.description } catch { return "not counted" }
  }
}
