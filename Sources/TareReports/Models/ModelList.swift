import TareJSON
public import TarePricing
import TareSavings
import TareText
import TareTokens

/// Rates of the catalogue for people and for programs.
public struct ModelList: Sendable {
  private let catalogue: RateCatalogue
  private let rates: [Rate]

  /// The rates whose model, alias or provider contains `text`; all for an empty one. Case does not matter.
  public init(_ catalogue: RateCatalogue, matching text: String = "") {
    let wanted = text.lowercased()
    self.catalogue = catalogue
    rates = catalogue.rates.filter { rate in
      wanted.isEmpty || ([rate.model, rate.provider] + rate.aliases).contains { $0.lowercased().contains(wanted) }
    }
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

  private func countingText(_ rate: Rate) -> String {
    do { return try ModelTokenizer(for: rate, in: catalogue).basis.description } catch { return "not counted" }
  }

  /// Every fact of the list's rates that has a number, prices as decimal strings.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { report in
      report.member("schemaVersion", 1)
      report.member("date", catalogue.date.description)
      report.member("source", catalogue.source)
      report.member("currency", "USD")
      report.member("unit", "million tokens")
      report.array("models") { list in
        for rate in rates { list.object { write(rate, to: &$0) } }
      }
    }
    return writer.text + "\n"
  }

  private func write(_ rate: Rate, to object: inout JSONWriter) {
    object.member("model", rate.model)
    object.member("provider", rate.provider)
    object.array("aliases") { list in rate.aliases.forEach { list.value($0) } }
    object.member("input", rate.input.perMillionText)
    object.member("cachedInput", rate.cachedInput?.perMillionText)
    object.member("output", rate.output?.perMillionText)
    object.object("cacheWrites") { writes in
      for write in rate.cacheWrites { writes.member(write.lifetime.description, write.price.perMillionText) }
    }
    object.member("batchInput", rate.batch?.input.perMillionText)
    object.member("batchOutput", rate.batch?.output?.perMillionText)
    object.member("minimumCacheableTokens", rate.minimumCacheableTokens)
    object.member("maximumInputTokens", rate.maximumInputTokens)
    object.member("maximumOutputTokens", rate.maximumOutputTokens)
    object.member("tokenizer", rate.tokenizer.family)
    object.member("counting", countingText(rate))
    object.member("retires", rate.retires?.description)
  }
}
