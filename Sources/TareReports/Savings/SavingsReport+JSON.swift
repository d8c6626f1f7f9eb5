import TareJSON
import TareModels
import TarePricing
public import TareSavings
import TareText
import TareTokens

extension SavingsReport {
  /// The report as one JSON object: every sum exact, as a decimal string, and always in the same order.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { report in
      report.member("schemaVersion", 1)
      report.member("report", "diff")
      report.member("base", comparison.base)
      report.member("head", comparison.head)
      writeCounting(to: &report)
      writePrices(to: &report)
      report.member("requestsPerMonth", requestsPerMonth)
      report.object("total") { total in
        Side.allCases.forEach { write($0, tokens, nil, perThousand, perMonth, to: &total) }
      }
      report.member("unchangedPrompts", unchangedCount)
      report.array("unread") { list in unread.forEach { list.value($0) } }
      report.array("prompts") { list in
        for prompt in prompts { list.object { write(prompt, to: &$0) } }
      }
      report.array("assumptions") { list in assumptions.forEach { list.value($0) } }
    }
    return writer.text + "\n"
  }

  private func writeCounting(to report: inout JSONWriter) {
    report.object("counting") { counting in
      counting.member("encoding", models.first?.tokenizer.encoding.name)
      counting.member("basis", tokens?.basis.name)
      if case .estimated(let band) = tokens?.basis { counting.member("bandPerMille", band) }
    }
  }

  private func writePrices(to report: inout JSONWriter) {
    guard let price else { return report.member("prices", nil as String?) }
    report.object("prices") { prices in
      prices.member("model", price.rate.model)
      prices.member("provider", price.rate.provider)
      prices.member("isDefaultModel", price.choice == .byDefault)
      prices.member("date", price.date.description)
      prices.member("at", price.time?.description)
      prices.member("source", price.source)
      prices.member("record", price.rate.source.record)
      prices.member("currency", "USD")
      prices.member("inputPerMillion", price.rate.input.perMillionText)
      prices.member("cachedInputPerMillion", price.rate.cachedInput?.perMillionText)
      prices.member("minimumCacheableTokens", price.rate.minimumCacheableTokens)
    }
  }

  private func write(_ prompt: PromptSavings, to object: inout JSONWriter) {
    object.member("path", prompt.path)
    object.member("previousPath", prompt.previousPath)
    object.member("change", prompt.change.rawValue)
    for side in Side.allCases {
      if side == .base && prompt.change == .new || side == .head && prompt.change == .gone {
        object.member(side.rawValue, nil as String?)
      } else {
        write(side, prompt.tokens, prompt.stableTokens, prompt.perThousand, prompt.perMonth, to: &object)
      }
    }
    writeSharedPrefix(prompt.sharedPrefix, to: &object)
    object.array("notices") { list in
      for notice in prompt.notices {
        list.object {
          $0.member("name", notice.name)
          $0.member("text", notice.sentence)
        }
      }
    }
  }

  private func writeSharedPrefix(_ prefix: SharedPrefix?, to object: inout JSONWriter) {
    guard let prefix else { return object.member("sharedPrefix", nil as String?) }
    object.object("sharedPrefix") {
      $0.member("tokens", prefix.tokens)
      $0.member("firstChangedByte", prefix.firstChange)
      $0.member("line", prefix.location?.line)
      $0.member("column", prefix.location?.column)
    }
  }

  private func write(
    _ side: Side, _ tokens: TokenDelta?, _ stable: TokenDelta?, _ perThousand: RequestCost?, _ perMonth: RequestCost?,
    to object: inout JSONWriter
  ) {
    object.object(side.rawValue) { object in
      object.member("tokens", tokens.map(side.of))
      if let stable { object.member("stableTokens", side.of(stable)) }
      if side == .diff { object.member("tokensPerMille", tokens?.changeInThousandths) }
      writeCost(side, "perThousandRequests", perThousand, to: &object)
      writeCost(side, "perMonth", perMonth, to: &object)
    }
  }

  private func writeCost(_ side: Side, _ name: String, _ cost: RequestCost?, to object: inout JSONWriter) {
    guard let cost else { return object.member(name, nil as String?) }
    object.object(name) {
      $0.member("net", cost.net.map { side.of($0).decimalText })
      $0.member("gross", side.of(cost.gross).decimalText)
    }
  }
}

/// The three parts every number of the report has.
private enum Side: String, CaseIterable {
  case base
  case head
  case diff

  func of(_ tokens: TokenDelta) -> Int {
    switch self {
    case .base: tokens.before
    case .head: tokens.after
    case .diff: tokens.delta
    }
  }

  func of(_ cost: CostDelta) -> Money {
    switch self {
    case .base: cost.before
    case .head: cost.after
    case .diff: cost.delta
    }
  }
}
