import TareJSON
import TareText

/// Reads the data of genai-prices: providers, each with its models, or one of them.
struct PriceListImport {
  /// The day whose prices are taken; later ones are announced.
  let date: CalendarDate

  private static let providerFields: Set<String> = ["id", "models", "model_match", "pricing_urls"]
  private static let silentFields: Set<String> = [
    "name", "api_pattern", "price_comments", "description", "provider_match", "extractors", "fallback_model_providers",
  ]

  func read(_ root: JSONValue, into ledger: inout ImportLedger) {
    for (index, provider) in (root.kind == .object ? [root] : root.elements).enumerated() {
      guard let id = provider["id"]?.string, !id.isEmpty else {
        ledger.refuse("provider \(index + 1)", "is no provider with an id")
        continue
      }
      for member in provider.members where !Self.providerFields.contains(member.name) {
        ledger.leaveOut(
          "providers[].\(member.name)", Self.silentFields.contains(member.name) ? .noPrice : .unknown, in: id)
      }
      let names = provider["model_match"].map { NameMatch($0) }
      for (index, model) in (provider["models"]?.elements ?? []).enumerated() {
        let page = provider["pricing_urls"]?.elements.first?.string
        PriceListEntry(model, of: id, page: page, ownNames: names, index: index).read(at: date, into: &ledger)
      }
    }
  }
}

/// A condition on a model's name in the data of genai-prices.
struct NameMatch {
  private let value: JSONValue

  init(_ value: JSONValue) { self.value = value }

  /// Whether the name fulfils it. A regular expression is taken as not fulfilled.
  func holds(for name: String) -> Bool {
    guard let clause = value.members.first else { return false }
    switch (clause.name, clause.value.string) {
    case ("equals", .some(let text)): return name == text
    case ("starts_with", .some(let text)): return name.hasPrefix(text)
    case ("ends_with", .some(let text)): return name.hasSuffix(text)
    case ("contains", .some(let text)): return name.contains(text)
    case ("or", _): return clause.value.elements.contains { NameMatch($0).holds(for: name) }
    case ("and", _):
      return !clause.value.elements.isEmpty && clause.value.elements.allSatisfy { NameMatch($0).holds(for: name) }
    default: return false
    }
  }

  /// The names it lists, each of which fulfils it alone.
  var names: [String] {
    guard let clause = value.members.first else { return [] }
    switch clause.name {
    case "equals": return clause.value.string.map { [$0] } ?? []
    case "or": return clause.value.elements.flatMap { NameMatch($0).names }
    default: return []
    }
  }

  /// The kinds of its parts that fit names nobody lists.
  var patterns: [String] {
    guard let clause = value.members.first else { return [] }
    switch clause.name {
    case "equals": return []
    case "or": return clause.value.elements.flatMap { NameMatch($0).patterns }
    default: return [clause.name]
    }
  }
}

/// One model of one provider in the data of genai-prices.
struct PriceListEntry {
  let name: String
  private let id: String
  private let provider: String
  private let page: String?
  private let value: JSONValue
  /// Whether names without a provider mean this one's models.
  private let ownNames: NameMatch?

  private static let taken: Set<String> = ["id", "prices", "price_variants", "match"]
  private static let silent: Set<String> = ["name", "description", "price_comments"]

  init(_ value: JSONValue, of provider: String, page: String?, ownNames: NameMatch?, index: Int) {
    id = value["id"]?.string ?? ""
    name = id.isEmpty ? "\(provider), model \(index + 1)" : "\(provider)/\(id)"
    (self.value, self.provider, self.page, self.ownNames) = (value, provider, page, ownNames)
  }

  func read(at date: CalendarDate, into ledger: inout ImportLedger) {
    guard !id.isEmpty else { return ledger.refuse(name, "is no model with an id") }
    var draft = RateDraft(model: name, provider: provider, origin: .genaiPrices, entry: name)
    draft.page = page
    draft.aliases = aliases(&ledger)
    for member in value.members where !Self.taken.contains(member.name) && !member.value.isNull {
      ledger.leaveOut(member.name, reason(forLeaving: member.name), in: name)
    }
    let periods = PricePeriods(value["prices"], of: name, at: date, &ledger)
    let batch = PriceVariants(value["price_variants"], of: name, at: date, &ledger).batch
    do throws(UnusablePrice) {
      guard let current = periods.current else { throw UnusablePrice(reason: "has no price that holds on \(date)") }
      ledger.take(try rate(draft, current, periods, batch: batch))
    } catch {
      ledger.refuse(name, error.reason)
    }
  }

  private func rate(
    _ draft: RateDraft, _ current: StatedPrices, _ periods: PricePeriods, batch: PlainPrices?
  ) throws(UnusablePrice) -> Rate {
    guard let input = current.input else { throw UnusablePrice(reason: "has no price of an input token") }
    var draft = draft
    (draft.cachedInput, draft.output) = (current.cachedInput, current.output)
    (draft.cacheWrites, draft.longContext) = (current.cacheWrites, current.longContext)
    (draft.batch, draft.offPeak) = (batch, periods.offPeak)
    draft.changes = periods.later.compactMap { day, prices in
      prices.input.map { input in
        PriceChange(
          from: day, input: input, cachedInput: prices.cachedInput, output: prices.output, cacheStorage: nil,
          cacheWrites: prices.cacheWrites, batch: nil, longContext: prices.longContext)
      }
    }
    return draft.rate(input: input)
  }

  private func reason(forLeaving field: String) -> LeftOutField.Reason {
    switch field {
    case _ where Self.silent.contains(field): .noPrice
    case "context_window": .notHeld("a window of input and output together, where rates hold the most input")
    case "deprecated": .notHeld("that the model is deprecated, without the day")
    default: .unknown
    }
  }

  /// Names that mean this model: behind its provider, and alone where that is what they mean.
  private func aliases(_ ledger: inout ImportLedger) -> [String] {
    let match = value["match"].map { NameMatch($0) }
    for pattern in match?.patterns ?? [] {
      ledger.leaveOut("match.\(pattern)", .notHeld("a pattern of names, where rates hold names"), in: name)
    }
    let aliases = ([id] + (match?.names ?? [])).filter { !$0.isEmpty }.flatMap { listed in
      ["\(provider)/\(listed)"] + (ownNames?.holds(for: listed) == true ? [listed] : [])
    }
    var seen: Set<String> = [name.lowercased()]
    return aliases.filter { seen.insert($0.lowercased()).inserted }
  }
}
