import TareJSON
import TareModels
import TarePricing
import TareText
import TareTokens

extension ModelList {
  /// Every fact of the list's models that has a number, prices as decimal strings; what is not known is `null`.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { report in
      report.member("schemaVersion", 1)
      report.member("date", catalogue.date.description)
      report.member("at", time?.description)
      report.member("source", catalogue.source)
      report.member("currency", "USD")
      report.member("unit", "million tokens")
      report.array("models") { list in
        for row in rows { list.object { write(row, to: &$0) } }
      }
    }
    return writer.text + "\n"
  }

  private func write(_ row: Row, to object: inout JSONWriter) {
    object.member("model", row.name)
    object.member("provider", row.rate?.provider)
    object.array("aliases") { list in (row.rate?.aliases ?? []).forEach { list.value($0) } }
    if let rate = row.rate { write(rate, to: &object) }
    object.object("counting") { write(counting: row, to: &$0) }
    object.member("retires", row.rate?.retires?.description)
  }

  private func write(counting row: Row, to object: inout JSONWriter) {
    object.member("family", row.entry?.family.name)
    object.member("known", row.entry?.basis.rawValue)
    object.member("source", row.entry?.source)
    object.member("encoding", row.tokenizer?.encoding.name)
    object.member("basis", row.tokenizer?.basis.name)
    object.member("installedFrom", row.tokenizer?.installedFrom)
    guard let estimate = row.tokenizer?.estimate else { return }
    object.member("evidence", estimate.evidence)
    object.object("ratiosPerMille") { kinds in
      for kind in TextKind.allCases {
        kinds.object(kind.rawValue) {
          $0.member("ratio", estimate[kind].thousandths)
          $0.member("band", estimate[kind].band)
        }
      }
    }
  }

  private func write(_ rate: Rate, to object: inout JSONWriter) {
    object.member("input", rate.input.perMillionText)
    object.member("cachedInput", rate.cachedInput?.perMillionText)
    object.member("output", rate.output?.perMillionText)
    object.object("cacheWrites") { writes in
      for write in rate.cacheWrites { writes.member(write.lifetime.description, write.price.perMillionText) }
    }
    object.member("cacheStoragePerHour", rate.cacheStorage?.perMillionText)
    object.member("batchInput", rate.batch?.input.perMillionText)
    object.member("batchOutput", rate.batch?.output?.perMillionText)
    object.array("longContext") { tiers in
      for tier in rate.longContext { tiers.object { write(tier, to: &$0) } }
    }
    write(rate.offPeak, to: &object)
    object.array("changes") { changes in
      for change in rate.changes { changes.object { write(change, to: &$0) } }
    }
    object.member("minimumCacheableTokens", rate.minimumCacheableTokens)
    write(caching: rate, to: &object)
    object.member("maximumInputTokens", rate.maximumInputTokens)
    object.member("maximumOutputTokens", rate.maximumOutputTokens)
  }

  /// How a repeated prefix is billed: `null` for a model that is not known to have a cache.
  private func write(caching rate: Rate, to object: inout JSONWriter) {
    guard let rule = rate.cacheRule, !rate.cacheLifetimes.isEmpty else {
      return object.member("caching", nil as String?)
    }
    object.object("caching") { caching in
      caching.member("rule", rule.name)
      switch rule.kind {
      case .automatic(let granularity, _):
        caching.member("kind", "automatic")
        caching.member("granularity", granularity)
      case .breakpoints(let maximumMarks, let lookback):
        caching.member("kind", "breakpoints")
        caching.member("maximumMarks", maximumMarks)
        caching.member("lookback", lookback)
      }
      caching.array("lifetimes") { list in rate.cacheLifetimes.forEach { list.value($0.description) } }
      caching.object("breakEvenHitsPerMille") { shares in
        for lifetime in rate.cacheLifetimes {
          shares.member(lifetime.description, rate.breakEvenHitsInThousandths(for: lifetime))
        }
      }
      caching.member("isAssumed", rule.isAssumed)
      caching.member("source", rule.source)
    }
  }

  private func write(_ tier: LongContextTier, to object: inout JSONWriter) {
    object.member("fromInputTokens", tier.from)
    object.member("input", tier.input.perMillionText)
    object.member("output", tier.output?.perMillionText)
  }

  private func write(_ prices: OffPeakPrices?, to object: inout JSONWriter) {
    guard let prices else { return object.member("offPeak", nil as String?) }
    object.object("offPeak") { offPeak in
      offPeak.member("input", prices.input.perMillionText)
      offPeak.member("cachedInput", prices.cachedInput.perMillionText)
      offPeak.member("output", prices.output.perMillionText)
      offPeak.member("peakDays", prices.peakDays)
      offPeak.array("peakHoursUTC") { hours in
        for range in prices.peakHours { hours.value("\(range.lowerBound)-\(range.upperBound)") }
      }
    }
  }

  private func write(_ change: PriceChange, to object: inout JSONWriter) {
    object.member("from", change.from.description)
    object.member("input", change.input.perMillionText)
    object.member("cachedInput", change.cachedInput?.perMillionText)
    object.member("output", change.output?.perMillionText)
    object.member("cacheStoragePerHour", change.cacheStorage?.perMillionText)
  }
}
