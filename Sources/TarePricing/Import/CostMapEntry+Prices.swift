import TareJSON
import TareText

extension CostMapEntry {
  /// Reads what plain requests, long ones and those of a batch cost.
  func readPrices(into draft: inout RateDraft, firstTier: JSONValue?, _ ledger: inout ImportLedger) {
    draft.output =
      price(CostMapField(.output), &ledger)
      ?? price(firstTier?["output_cost_per_token"], "tiered_pricing[].output_cost_per_token", &ledger)
    draft.cachedInput =
      price(CostMapField(.cachedInput), &ledger)
      ?? price(value["input_cost_per_token_cache_hit"], "input_cost_per_token_cache_hit", &ledger)
      ?? price(
        firstTier?["cache_read_input_token_cost"], "tiered_pricing[].cache_read_input_token_cost", &ledger)
    draft.cacheWrites = cacheWrites(above: nil, &ledger)
    let batchOutput = price(CostMapField(.output, tier: "batches"), &ledger)
    if let input = price(CostMapField(.input, tier: "batches"), &ledger) {
      draft.batch = PlainPrices(input: input, output: batchOutput)
    } else if batchOutput != nil {
      ledger.leaveOut(
        CostMapField(.output, tier: "batches").name, .notHeld("a batch price without one of input"), in: name)
    }
    for threshold in Set(prices.keys.filter { $0.tier == nil }.compactMap(\.threshold)).sorted() {
      readLongContext(above: threshold, into: &draft, &ledger)
    }
  }

  /// LiteLLM's biller goes to the prices of long requests above the threshold, and for xAI from it on.
  private func readLongContext(above threshold: Int, into draft: inout RateDraft, _ ledger: inout ImportLedger) {
    let ownOutput = price(CostMapField(.output, threshold: threshold), &ledger)
    let cached = price(CostMapField(.cachedInput, threshold: threshold), &ledger)
    let writes = cacheWrites(above: threshold, &ledger)
    guard let input = price(CostMapField(.input, threshold: threshold), &ledger) else {
      for field in CostMapField.all(above: threshold) where prices[field] != nil {
        ledger.leaveOut(field.name, .notHeld("a price of long requests without that of input"), in: name)
      }
      return
    }
    draft.longContext.append(
      LongContextTier(
        from: threshold + (draft.provider == "xai" ? 0 : 1), input: input, cachedInput: cached,
        output: ownOutput ?? draft.output,
        cacheWrites: writes))
  }

  /// Reads limits, days and the page.
  func readFacts(into draft: inout RateDraft, _ ledger: inout ImportLedger) {
    draft.maximumInputTokens = count("max_input_tokens", &ledger)
    draft.maximumOutputTokens = count("max_output_tokens", &ledger)
    draft.minimumCacheableTokens = count("prompt_cache_min_tokens", &ledger)
    draft.page = value["source"]?.string
    if let day = value["deprecation_date"], !day.isNull {
      draft.retires = day.string.flatMap { CalendarDate($0) }
      if draft.retires == nil { ledger.leaveOut("deprecation_date", .unusable("is no day"), in: name) }
    }
    if let offPeak = value["off_peak_pricing"], !offPeak.isNull { readOffPeak(offPeak, into: &draft, &ledger) }
  }

  private func count(_ field: String, _ ledger: inout ImportLedger) -> Int? {
    guard let value = value[field], !value.isNull else { return nil }
    guard let count = StatedNumber(value)?.count, count > 0 else {
      ledger.leaveOut(field, .unusable("is no whole number above 0"), in: name)
      return nil
    }
    return count
  }

  private func readOffPeak(_ offPeak: JSONValue, into draft: inout RateDraft, _ ledger: inout ImportLedger) {
    for member in offPeak.members where !OffPeakWindows.members.contains(member.name) {
      ledger.leaveOut("off_peak_pricing.\(member.name)", .unknown, in: name)
    }
    func price(_ field: String) -> TokenPrice? { self.price(offPeak[field], "off_peak_pricing.\(field)", &ledger) }
    let windows: OffPeakWindows
    do { windows = try OffPeakWindows(offPeak) } catch {
      return ledger.leaveOut("off_peak_pricing", .notHeld(error.reason), in: name)
    }
    guard let input = price("input_cost_per_token"), let output = price("output_cost_per_token"),
      let cached = price("cache_read_input_token_cost")
    else {
      return ledger.leaveOut(
        "off_peak_pricing", .notHeld("prices of some hours without all of input, cached input and output"), in: name)
    }
    draft.offPeak = OffPeakPrices(
      input: input, cachedInput: cached, output: output, peakDays: windows.peakDays, peakHours: windows.peakHours)
  }
}
