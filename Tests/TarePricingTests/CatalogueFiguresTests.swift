import Foundation
import TarePricing
import TareText
import Testing

/// The built-in catalogue against `Tests/BillingData/prices.tsv`, column by column.
struct CatalogueFiguresTests {
  static let rows: [[String: String]] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../BillingData/prices.tsv")
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let head = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(head, $0)) }
  }()

  @Test func `every model of the figures is in the catalogue and no other`() throws {
    #expect(Self.rows.count == 73)
    #expect(try RateCatalogue.builtIn.rates.map(\.model).sorted() == Self.rows.compactMap { $0["model"] }.sorted())
  }

  @Test(arguments: rows)
  func `every figure of a model is in the catalogue`(row: [String: String]) throws {
    let rate = try RateCatalogue.builtIn.rate(for: #require(row["model"]))
    for (column, expected) in row {
      #expect(try rate.figure(column) == Self.plain(expected), "\(rate.model) \(column)")
    }
  }

  /// Prices without needless zeros.
  private static func plain(_ text: String) throws -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard word.contains("."), let price = try? TokenPrice(perMillion: String(word)) else { return String(word) }
      return price.perMillionText
    }.joined(separator: " ")
  }
}

extension Rate {
  /// A column of the figures.
  fileprivate func figure(_ column: String) throws -> String {
    switch column {
    case "model": model
    case "provider": provider
    case "input": input.perMillionText
    case "cachedInput": text(cachedInput)
    case "output": text(output)
    case "cacheWrites": cacheWrites.map { "\($0.lifetime) \($0.price.perMillionText)" }.joined(separator: ", ")
    case "batchInput": text(batch?.input)
    case "batchOutput": text(batch?.output)
    case "longContext": longContext.map { tier in tierText(tier) }.joined(separator: ", ")
    case "inputLimit": maximumInputTokens.map(String.init) ?? ""
    case "outputLimit": maximumOutputTokens.map(String.init) ?? ""
    case "minimumCacheable": minimumCacheableTokens.map(String.init) ?? ""
    case "cacheStorage": text(cacheStorage)
    case "offPeak": offPeak.map { offPeakText($0) } ?? ""
    case "changes":
      changes.map { "\($0.from) \($0.input.perMillionText) \(text($0.cachedInput)) \(text($0.output))" }
        .joined(separator: ", ")
    case "retires": retires?.description ?? ""
    default: "unknown column"
    }
  }

  private func text(_ price: TokenPrice?) -> String { price?.perMillionText ?? "" }

  /// Thresholds of xAI belong to the dearer side, those of all others to the cheaper one.
  private func tierText(_ tier: LongContextTier) -> String {
    let threshold = provider == "xai" ? "from \(tier.from)" : "above \(tier.from - 1)"
    return "\(threshold) \(tier.input.perMillionText) \(tier.output?.perMillionText ?? "")"
  }

  private func offPeakText(_ prices: OffPeakPrices) -> String {
    let hours = prices.peakHours.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
    return [prices.input, prices.cachedInput, prices.output].map(\.perMillionText).joined(separator: " ")
      + " \(prices.peakDays) \(hours)"
  }
}
