import TareJSON
import TarePricing
import TareText
import TareTokens

extension SimulationReport {
  /// Every number, exact: sums of money as decimal strings, tokens as totals over all conversations that were drawn.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { report in
      report.member("schemaVersion", 1)
      report.member("model", simulation.rate.model)
      report.member("at", time?.description)
      report.member("pricesOf", catalogue.date.description)
      report.member("source", catalogue.source)
      report.member("currency", "USD")
      report.object("conversation", write(conversation:))
      report.object("gaps", write(gaps:))
      report.object("cache", write(cache:))
      report.member("conversationsPerMonth", conversationsPerMonth)
      report.member("cheapest", comparison.bills[comparison.cheapest].policy.description)
      report.member("baseline", comparison.bills[comparison.baseline].policy.description)
      report.array("policies") { list in
        for row in rows { list.object { write(row, to: &$0) } }
      }
      report.array("assumptions") { list in assumptions.forEach { list.value($0) } }
    }
    return writer.text + "\n"
  }

  private func write(conversation object: inout JSONWriter) {
    let turns = simulation.conversation.turns
    if case .counted(let path, let basis) = origin {
      object.member("path", path)
      object.member("basis", basis.name)
    }
    object.member("requests", turns.count)
    object.member("systemTokens", simulation.conversation.systemTokens)
    object.member("userTokens", turns.reduce(0) { $0 + $1.userTokens })
    object.member("assistantTokens", turns.reduce(0) { $0 + $1.assistantTokens })
  }

  private func write(gaps object: inout JSONWriter) {
    object.member("pattern", gapsName)
    object.member("conversations", gaps.conversations)
    guard case .drawn(let histogram, _) = gaps else { return }
    object.array("bins") { list in
      for bin in histogram.bins {
        list.object {
          $0.member("seconds", bin.seconds)
          $0.member("percent", bin.percent)
        }
      }
    }
  }

  private func write(cache object: inout JSONWriter) {
    let kind =
      switch simulation.terms {
      case .none: "none"
      case .automatic: "automatic"
      case .breakpoints: "breakpoints"
      }
    object.member("kind", kind)
    object.member("lifetime", simulation.terms.lifetime?.description)
    object.member("minimumTokens", simulation.terms.minimumTokens)
    if case .automatic(let terms) = simulation.terms { object.member("hitPercent", terms.hitPercent) }
    object.member("isAssumed", simulation.terms != .none && simulation.rate.cacheRule?.isAssumed == true)
  }

  private func write(_ row: Row, to object: inout JSONWriter) {
    let bill = row.bill
    object.member("policy", bill.policy.description)
    object.member("requests", bill.requests)
    object.member("hits", bill.hits)
    object.member("largestInput", bill.largestInput)
    object.object("tokens") { tokens in
      tokens.member("uncached", bill.tokens.uncached)
      tokens.member("read", bill.tokens.read)
      tokens.member("written", bill.tokens.written)
      tokens.member("output", bill.tokens.output)
      tokens.member("summaryInput", bill.tokens.summaryInput)
      tokens.member("summaryOutput", bill.tokens.summaryOutput)
    }
    object.member("meanKeptTurns", bill.meanKeptTurns)
    object.member("fewestKeptTurns", bill.fewestKeptTurns)
    object.member("usd", bill.cost.decimalText)
    object.member("usdPerConversation", bill.costPerConversation.decimalText)
    object.member("usdPer1000", bill.cost(of: 1_000).decimalText)
    object.member("usdPerMonth", conversationsPerMonth.map { bill.cost(of: $0).decimalText })
    object.member("changeInThousandths", comparison.changeInThousandths(bill))
  }
}
