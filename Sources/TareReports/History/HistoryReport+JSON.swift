import TareJSON
import TareModels
import TarePricing
public import TareSavings
import TareText
import TareTokens

extension HistoryReport {
  /// The report as one JSON object: every sum exact, as a decimal string, and always in the same order.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { report in
      report.member("schemaVersion", 1)
      report.member("report", "log")
      report.array("paths") { list in paths.forEach { list.value($0) } }
      report.member("range", range)
      report.member("end", end.rawValue)
      writeCounting(to: &report)
      writePrices(to: &report)
      writeTraffic(to: &report)
      report.array("commits") { list in
        for entry in entries { list.object { write(entry, to: &$0) } }
      }
      report.array("assumptions") { list in assumptions.forEach { list.value($0) } }
    }
    return writer.text + "\n"
  }

  private func writeCounting(to report: inout JSONWriter) {
    report.object("counting") { counting in
      counting.member("encoding", uses.model.tokenizer.encoding.name)
      counting.member("basis", basis.name)
      if case .estimated(let band) = basis { counting.member("bandPerMille", band) }
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
      prices.member("currency", "USD")
    }
  }

  /// How often each prompt is sent, by the paths for which somebody said so.
  private func writeTraffic(to report: inout JSONWriter) {
    report.object("requestsPerMonth") { object in
      for (path, profile) in uses.traffic.sorted(by: { $0.key < $1.key }) {
        if let requests = profile.requestsPerMonth { object.member(path, requests) }
      }
    }
  }

  private func write(_ entry: HistoryEntry, to object: inout JSONWriter) {
    object.member("commit", entry.commit.id)
    object.member("day", entry.commit.day)
    object.member("author", entry.commit.author)
    object.member("subject", entry.commit.subject)
    object.member("change", entry.change.rawValue)
    object.member("state", entry.total.state.rawValue)
    object.member("prompts", entry.total.promptCount)
    object.array("unreadable") { list in entry.total.unreadable.forEach { list.value($0) } }
    object.array("renames") { list in
      for rename in entry.renames {
        list.object {
          $0.member("before", rename.before)
          $0.member("after", rename.after)
        }
      }
    }
    writeTokens(entry, to: &object)
    writeCost("perThousandRequests", entry.total.perThousand, to: &object)
    writeCost("perMonth", entry.total.perMonth, to: &object)
  }

  private func writeTokens(_ entry: HistoryEntry, to object: inout JSONWriter) {
    object.member("tokens", entry.knownTokens)
    object.member("stableTokens", entry.knownTokens.map { _ in entry.total.stableTokens })
    object.member("tokensBefore", entry.tokens?.before)
    object.member("delta", entry.tokens?.delta)
    object.member("deltaPerMille", entry.tokens?.changeInThousandths)
  }

  private func writeCost(_ name: String, _ cost: InputCost?, to object: inout JSONWriter) {
    guard let cost else { return object.member(name, nil as String?) }
    object.object(name) {
      $0.member("net", cost.net?.decimalText)
      $0.member("gross", cost.gross.decimalText)
    }
  }
}
