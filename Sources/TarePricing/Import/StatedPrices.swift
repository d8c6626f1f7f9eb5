import TareJSON

/// The prices that genai-prices states of one model in one period, for a million tokens each.
struct StatedPrices: Hashable {
  private(set) var input: TokenPrice?
  private(set) var cachedInput: TokenPrice?
  private(set) var output: TokenPrice?
  private(set) var cacheWrites: [CacheWritePrice] = []
  private(set) var longContext: [LongContextTier] = []

  init(_ value: JSONValue, of name: String, _ ledger: inout ImportLedger) {
    var thresholds: Set<Int> = []
    var prices: [String: TieredPrice] = [:]
    for member in value.members where !member.value.isNull {
      guard Self.fields.contains(member.name) else {
        ledger.leaveOut("prices.\(member.name)", Self.reason(forLeaving: member.name), in: name)
        continue
      }
      do {
        let price = try TieredPrice(member.value)
        price.unknown.forEach { ledger.leaveOut("prices.\(member.name).\($0)", .unknown, in: name) }
        prices[member.name] = price
        thresholds.formUnion(price.tiers.map(\.start))
      } catch {
        ledger.leaveOut("prices.\(member.name)", .unusable(error.reason), in: name)
      }
    }
    (input, output) = (prices["input_mtok"]?.base, prices["output_mtok"]?.base)
    cachedInput = prices["cache_read_mtok"]?.base
    let writes = Self.writes(prices, of: name, &ledger)
    cacheWrites = writes.map { CacheWritePrice(lifetime: $0.lifetime, price: $0.price.base, isExplicitOnly: false) }
    for start in thresholds.sorted() {
      guard let input = prices["input_mtok"]?.price(above: start) else {
        ledger.leaveOut("prices.tiers", .notHeld("a price of long requests without that of input"), in: name)
        continue
      }
      let output = prices["output_mtok"]?.price(above: start)
      longContext.append(
        LongContextTier(
          from: start + 1, input: input, cachedInput: prices["cache_read_mtok"]?.price(above: start), output: output,
          cacheWrites: writes.map {
            CacheWritePrice(lifetime: $0.lifetime, price: $0.price.price(above: start), isExplicitOnly: false)
          }))
    }
  }

  private static func writes(
    _ prices: [String: TieredPrice], of name: String, _ ledger: inout ImportLedger
  ) -> [(lifetime: CacheLifetime, price: TieredPrice)] {
    var writes: [(lifetime: CacheLifetime, price: TieredPrice)] = []
    if let short = prices["cache_write_5m_mtok"] {
      writes.append((.fiveMinutes, short))
    } else if let short = prices["cache_write_mtok"] {
      if let lifetime = CacheLifetime(unstatedFor: name, hasTwelveHours: false) {
        writes.append((lifetime, short))
      } else {
        ledger.leaveOut(
          "prices.cache_write_mtok", .notHeld("a price of cache entries whose lifetime is not stated"), in: name)
      }
    }
    if let hour = prices["cache_write_1h_mtok"] { writes.append((.oneHour, hour)) }
    return writes
  }

  private static let fields: Set<String> = [
    "input_mtok", "output_mtok", "cache_read_mtok", "cache_write_mtok", "cache_write_5m_mtok", "cache_write_1h_mtok",
  ]

  private static func reason(forLeaving field: String) -> LeftOutField.Reason {
    if field == "output_reasoning_mtok" { return .notHeld("a price of reasoning tokens, which rates bill as output") }
    let words = field.split(separator: "_").map(String.init)
    let kinds = [
      "audio", "image", "video", "searches", "requests", "document", "annotated", "citation", "messages", "mchars",
    ]
    guard let kind = kinds.first(where: words.contains), let unit = words.last, units.contains(unit) else {
      return .unknown
    }
    return .notHeld("a price of something else than text tokens (\(kind))")
  }

  private static let units: Set<String> = ["mtok", "kcount", "hours", "kpages", "mchars"]
}

/// A price that may rise with the size of the request.
struct TieredPrice: Hashable {
  struct Tier: Hashable {
    /// The input above which it holds, for all tokens.
    let start: Int
    let price: TokenPrice
  }

  let base: TokenPrice
  /// The lowest threshold first.
  let tiers: [Tier]
  /// The members that mean nothing to the importer.
  let unknown: [String]

  /// No provider has more than four, and each is compared with each.
  private static let tierLimit = 100

  init(_ value: JSONValue) throws(UnusablePrice) {
    guard value.kind == .object else {
      (base, tiers, unknown) = (try StatedNumber.price(value, per: .millionTokens), [], [])
      return
    }
    guard let base = value["base"] else { throw UnusablePrice(reason: "has tiers and no base") }
    self.base = try StatedNumber.price(base, per: .millionTokens)
    guard (value["tiers"]?.elements.count ?? 0) <= Self.tierLimit else {
      throw UnusablePrice(reason: "has more than \(Self.tierLimit) tiers")
    }
    var tiers: [Tier] = []
    for tier in value["tiers"]?.elements ?? [] {
      guard let start = tier["start"].flatMap({ StatedNumber($0) })?.count, let price = tier["price"],
        start < 1_000_000_000_000
      else { throw UnusablePrice(reason: "has a tier without start and price") }
      tiers.append(Tier(start: start, price: try StatedNumber.price(price, per: .millionTokens)))
    }
    self.tiers = tiers.sorted { $0.start < $1.start }
    unknown = value.members.map(\.name).filter { $0 != "base" && $0 != "tiers" }
  }

  /// The price of a request just above a threshold, which need not be one of its own.
  func price(above start: Int) -> TokenPrice { tiers.last { $0.start <= start }?.price ?? base }
}
