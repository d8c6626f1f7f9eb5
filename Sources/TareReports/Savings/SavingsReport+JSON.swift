import TareJSON
import TareModels
import TarePricing
public import TareSavings
import TareText
import TareTokens

extension SavingsReport {
  /// The report as one JSON object: every sum exact, as a decimal string, and always in the same order. Its form is
  /// `Documentation/tare-diff.schema.json`.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { report in
      report.member("schemaVersion", 1)
      report.member("report", "diff")
      report.member("base", comparison.base)
      report.member("head", comparison.head)
      writeCommit(to: &report)
      report.member("currency", "USD")
      report.object("total") { total in
        JSONSide.allCases.forEach { $0.write(tokens, nil, perThousand, perMonth, to: &total) }
        total.member("rewritingOnce", rewriting?.decimalText)
      }
      report.array("models") { list in models.forEach { model in list.object(model.write) } }
      report.array("gates") { list in verdicts.forEach { verdict in list.object(verdict.write) } }
      report.member("unchangedPrompts", unchangedCount)
      report.member("promptsWithoutVolume", withoutVolumeCount)
      report.array("unread") { list in unread.forEach { list.value($0) } }
      report.array("prompts") { list in prompts.forEach { prompt in list.object(prompt.write) } }
      report.array("assumptions") { list in assumptions.forEach { list.value($0) } }
    }
    return writer.text + "\n"
  }

  private func writeCommit(to report: inout JSONWriter) {
    guard let commit = comparison.headCommit else { return report.member("headCommit", nil as String?) }
    report.object("headCommit") {
      $0.member("id", commit.id)
      $0.member("time", commit.time)
    }
  }
}

extension GateVerdict {
  /// The gate, and each thing that does not pass.
  fileprivate func write(to object: inout JSONWriter) {
    object.member("id", setting.gate.id.rawValue)
    object.member("limit", setting.gate.limitText)
    object.member("level", setting.level.rawValue)
    object.member("verdict", GateLine(self).state.rawValue)
    object.array("findings") { list in
      for finding in findings {
        list.object {
          $0.member("path", finding.path)
          $0.member("reason", finding.reason.name)
          $0.member("text", finding.reason.phrase)
        }
      }
    }
  }
}

extension ModelSavings {
  /// The sums of the prompts that are counted alike, and what they were counted and priced with.
  fileprivate func write(to object: inout JSONWriter) {
    object.member("model", model)
    object.member("prompts", promptCount)
    object.object("counting") { counting in
      counting.member("encoding", tokenizer.encoding.name)
      counting.member("basis", tokens.basis.name)
      if case .estimated(let band) = tokens.basis { counting.member("bandPerMille", band) }
    }
    writePrices(to: &object)
    JSONSide.allCases.forEach { $0.write(tokens, nil, perThousand, nil, to: &object) }
  }

  private func writePrices(to object: inout JSONWriter) {
    guard let price else { return object.member("prices", nil as String?) }
    object.object("prices") { prices in
      prices.member("provider", price.rate.provider)
      prices.member("isDefaultModel", price.choice == .byDefault)
      prices.member("date", price.date.description)
      prices.member("at", price.time?.description)
      prices.member("source", price.source)
      prices.member("record", price.rate.source.record)
      prices.member("inputPerMillion", price.rate.input.perMillionText)
      prices.member("cachedInputPerMillion", price.rate.cachedInput?.perMillionText)
      prices.member("outputPerMillion", price.rate.output?.perMillionText)
      prices.member("minimumCacheableTokens", price.rate.minimumCacheableTokens)
    }
  }
}
