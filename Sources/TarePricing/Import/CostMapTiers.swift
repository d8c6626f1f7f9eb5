import TareJSON

/// The prices by size of a request that an entry of LiteLLM's cost map lists, each for the sizes above one bound up to
/// another.
struct CostMapTiers {
  private let tiers: [JSONValue]

  init(_ value: JSONValue?) { tiers = value?.elements ?? [] }

  /// The prices of the shortest requests.
  var first: JSONValue? { tiers.first { bound($0) == 0 } }

  private func bound(_ tier: JSONValue) -> Int? { tier["range"]?.elements.first.flatMap { StatedNumber($0)?.count } }

  /// Reads the prices of longer requests; those of the shortest are the plain ones.
  func read(into draft: inout RateDraft, of entry: CostMapEntry, _ ledger: inout ImportLedger) {
    for tier in tiers {
      guard let bound = bound(tier) else {
        ledger.leaveOut("tiered_pricing[]", .notHeld("a price by something else than tokens"), in: entry.name)
        continue
      }
      leaveRest(of: tier, isFirst: bound == 0, in: entry, &ledger)
      guard bound > 0 else { continue }
      let cached = price("cache_read_input_token_cost", tier, entry, &ledger)
      guard let input = price("input_cost_per_token", tier, entry, &ledger),
        let output = price("output_cost_per_token", tier, entry, &ledger)
      else {
        ledger.leaveOut(
          "tiered_pricing[]", .notHeld("a price of long requests without both of input and output"), in: entry.name)
        continue
      }
      draft.longContext.append(
        LongContextTier(from: bound + 1, input: input, cachedInput: cached, output: output, cacheWrites: []))
    }
  }

  private func price(
    _ field: String, _ tier: JSONValue, _ entry: CostMapEntry, _ ledger: inout ImportLedger
  ) -> TokenPrice? {
    entry.price(tier[field], "tiered_pricing[].\(field)", &ledger)
  }

  private func leaveRest(
    of tier: JSONValue, isFirst: Bool, in entry: CostMapEntry, _ ledger: inout ImportLedger
  ) {
    let taken = ["range", "input_cost_per_token", "output_cost_per_token", "cache_read_input_token_cost"]
    for member in tier.members where !taken.contains(member.name) {
      // Writing costs what the entry itself says, which has it for the shortest requests.
      let reason: LeftOutField.Reason =
        member.name == CostMapField.Price.cacheWrite.rawValue
        ? .notHeld("a price of cache entries by the size of a request") : CostMapField.reason(forLeaving: member.name)
      ledger.leaveOut("tiered_pricing[].\(member.name)", reason, in: entry.name)
    }
  }
}
