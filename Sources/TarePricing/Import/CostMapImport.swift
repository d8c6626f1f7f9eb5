import TareJSON
public import TareText

extension ImportedCatalogue {
  /// The rates in another project's list of prices.
  ///
  /// - Parameters:
  ///   - json: The file.
  ///   - origin: Whose list it is; by its shape where it is `nil`.
  ///   - date: The day the list was published, which it does not say. Prices that begin later are announced ones.
  /// - Throws: ``ImportError`` for what is no such list. An entry that cannot be read is no error, it is refused.
  /// - Complexity: O(*n*) in bytes.
  public init(parsing json: [UInt8], origin: CatalogueOrigin? = nil, date: CalendarDate) throws(ImportError) {
    let root: JSONValue
    do { root = try JSONDocument(parsing: json).root } catch { throw .malformed(error.description) }
    guard let origin = origin ?? CatalogueOrigin(of: root), CatalogueOrigin(of: root) == origin else {
      throw .otherShape(expected: Self.expectation(origin))
    }
    var ledger = ImportLedger()
    switch origin {
    case .litellm:
      for member in root.members { CostMapEntry(member).read(into: &ledger) }
    case .genaiPrices:
      PriceListImport(date: date).read(root, into: &ledger)
    }
    self = try ledger.catalogue(of: origin, date: date)
  }

  private static func expectation(_ origin: CatalogueOrigin?) -> String {
    switch origin {
    case .litellm: "LiteLLM's cost map, which is an object with one member for each model"
    case .genaiPrices: "the data of genai-prices, which is a list of providers or one with its models"
    case nil: "LiteLLM's cost map, an object, or the data of genai-prices, a list"
    }
  }
}

/// One entry of LiteLLM's cost map.
struct CostMapEntry {
  let name: String
  let value: JSONValue
  /// The members that are prices of text tokens, at no service tier or in batch.
  private(set) var prices: [CostMapField: JSONValue] = [:]

  /// The modes whose requests are billed by tokens of text; an entry without a mode may be one.
  private static let tokenModes: Set<String> = ["chat", "completion", "responses", "embedding"]
  /// The entries that describe the file.
  private static let descriptions: Set<String> = ["sample_spec", "fallback_generalizations"]

  init(_ member: JSONMember) {
    name = member.name
    value = member.value
    for member in value.members where !member.value.isNull {
      if let field = CostMapField(member.name) { prices[field] = member.value }
    }
  }

  func read(into ledger: inout ImportLedger) {
    guard !name.isEmpty, value.kind == .object else { return ledger.refuse(name, "is no entry of a model") }
    guard !Self.descriptions.contains(name) else { return ledger.refuse(name, "describes the file and is no model") }
    do {
      let rate = try rate(&ledger)
      leaveRest(in: &ledger)
      ledger.take(rate)
    } catch {
      for member in value.members where CostMapField.isUnknown(member.name) {
        ledger.leaveOut(member.name, .unknown, in: name)
      }
      ledger.refuse(name, error.reason)
    }
  }

  private func rate(_ ledger: inout ImportLedger) throws(UnusablePrice) -> Rate {
    let mode = value["mode"]?.string
    if let mode, !Self.tokenModes.contains(mode) { throw UnusablePrice(reason: "is of the mode \(mode)") }
    let tiers = CostMapTiers(value["tiered_pricing"])
    guard let stated = prices[CostMapField(.input)] ?? tiers.first?["input_cost_per_token"] else {
      throw UnusablePrice(reason: "has no price of an input token")
    }
    let input: TokenPrice
    do { input = try StatedNumber.price(stated, per: .token) } catch {
      throw UnusablePrice(reason: "has an input price that \(error.reason)")
    }
    var draft = RateDraft(
      model: name, provider: value["litellm_provider"]?.string ?? "unknown", origin: .litellm, entry: name)
    readPrices(into: &draft, firstTier: tiers.first, &ledger)
    readFacts(into: &draft, &ledger)
    tiers.read(into: &draft, of: self, &ledger)
    return draft.rate(input: input)
  }

  private func leaveRest(in ledger: inout ImportLedger) {
    for member in value.members where !CostMapField.facts.contains(member.name) && !member.value.isNull {
      if let field = CostMapField(member.name), field.isHeld { continue }
      ledger.leaveOut(member.name, CostMapField.reason(forLeaving: member.name), in: name)
    }
  }
}

extension CostMapEntry {
  /// The price of a member, or nothing and a note why it cannot be taken.
  func price(_ value: JSONValue?, _ field: String, _ ledger: inout ImportLedger) -> TokenPrice? {
    guard let value, !value.isNull else { return nil }
    do { return try StatedNumber.price(value, per: .token) } catch {
      ledger.leaveOut(field, .unusable(error.reason), in: name)
      return nil
    }
  }

  func price(_ field: CostMapField, _ ledger: inout ImportLedger) -> TokenPrice? {
    price(prices[field], field.name, &ledger)
  }

  /// The prices of writing to the cache, of plain requests or of those above a threshold.
  func cacheWrites(above threshold: Int?, _ ledger: inout ImportLedger) -> [CacheWritePrice] {
    var writes: [CacheWritePrice] = []
    for hours in [nil, 1, 12] as [Int?] {
      let field = CostMapField(.cacheWrite, hours: hours, threshold: threshold)
      guard let price = price(field, &ledger) else { continue }
      guard let lifetime = hours.flatMap({ CacheLifetime("\($0)h") }) ?? (hours == nil ? shortLifetime : nil) else {
        ledger.leaveOut(field.name, .notHeld("a price of cache entries whose lifetime is not stated"), in: name)
        continue
      }
      writes.append(CacheWritePrice(lifetime: lifetime, price: price, isExplicitOnly: false))
    }
    return writes
  }

  private var shortLifetime: CacheLifetime? {
    CacheLifetime(unstatedFor: name, hasTwelveHours: prices[CostMapField(.cacheWrite, hours: 12)] != nil)
  }
}

extension CostMapField {
  init(_ price: Price, hours: Int? = nil, threshold: Int? = nil, tier: String? = nil) {
    self.price = price
    (self.hours, self.threshold, self.tier) = (hours, threshold, tier)
  }

  /// The name in the cost map.
  var name: String {
    price.rawValue + (hours.map { "_above_\($0)hr" } ?? "") + (threshold.map { "_above_\($0 / 1_000)k_tokens" } ?? "")
      + (tier.map { "_\($0)" } ?? "")
  }

  /// The prices of long requests that a rate has a place for.
  static func all(above threshold: Int) -> [CostMapField] {
    Price.allCases.map { CostMapField($0, threshold: threshold) }
      + [1, 12].map { CostMapField(.cacheWrite, hours: $0, threshold: threshold) }
  }

  /// Whether a rate has a place for it.
  var isHeld: Bool {
    switch tier {
    case nil: hours == nil || hours == 1 || hours == 12
    case "batches": threshold == nil && hours == nil && (price == .input || price == .output)
    default: false
    }
  }

  static func isUnknown(_ name: String) -> Bool {
    !facts.contains(name) && CostMapField(name) == nil && reason(forLeaving: name) == .unknown
  }
}
