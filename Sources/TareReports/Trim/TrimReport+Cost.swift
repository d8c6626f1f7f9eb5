import TareJSON
import TarePricing
import TareTrim

extension TrimReport {
  /// What trimming costs or saves, in two lines; nothing where no price is known or nothing was taken away.
  ///
  /// ```
  /// cost (claude-sonnet-4-6, cache 5m): this request $0.0053 -> $0.0078, each next $0.0054 -> $0.0009; pays back after 1
  /// ```
  var costLines: [String] {
    guard let priced else { return [] }
    let with = "\(priced.pricing.rate.model), \(priced.pricing.terms.shortName)"
    if let gap = priced.gap { return ["cost (\(with)): not known, \(gap)"] }
    guard let cost = priced.cost else { return [] }
    let sums = [cost.whole.now, cost.trimmed.now, cost.whole.next, cost.trimmed.next]
    let shown = sums.map { $0.formatted(places: Money.places(for: sums)) }
    return [
      "\(plan.status == .putOff ? "cost of a cut" : "cost") (\(with)): this request \(shown[0]) -> \(shown[1]), each next \(shown[2]) -> \(shown[3])",
      "  \(cost.breakEven.sentence)\(plan.status == .putOff ? "; the cut is put off" : "")",
    ]
  }

  /// The same as members of an object.
  func writeCost(to object: inout JSONWriter) {
    guard let priced, priced.cost != nil || priced.gap != nil else { return }
    object.object("cost") { cost in
      cost.member("model", priced.pricing.rate.model)
      cost.member("cache", priced.pricing.terms.shortName)
      if let gap = priced.gap { cost.member("gap", "\(gap)") }
      guard let found = priced.cost else { return }
      cost.object("request") { write(found.whole.now, found.trimmed.now, found.savedNow, to: &$0) }
      cost.object("next_request") { write(found.whole.next, found.trimmed.next, found.savedNext, to: &$0) }
      cost.member("gross_saved_usd", found.grossSaving.decimalText)
      cost.member("break_even", found.breakEven.name)
      cost.member("break_even_requests", found.breakEven.requests)
    }
  }

  private func write(_ whole: Money, _ trimmed: Money, _ saved: Money, to object: inout JSONWriter) {
    object.member("whole_usd", whole.decimalText)
    object.member("trimmed_usd", trimmed.decimalText)
    object.member("saved_usd", saved.decimalText)
  }
}

extension TrimCost.BreakEven {
  fileprivate var sentence: String {
    switch self {
    case .atOnce: "trimming saves from this request on"
    case .after(let requests): "trimming pays back after \(requests) more request\(requests == 1 ? "" : "s")"
    case .until(let requests):
      "trimming is dearer from \(requests) more request\(requests == 1 ? "" : "s") on: what is left is too short for the cache"
    case .never: "trimming never pays back"
    }
  }

  fileprivate var name: String {
    switch self {
    case .atOnce: "at-once"
    case .after: "after"
    case .until: "until"
    case .never: "never"
    }
  }

  fileprivate var requests: Int? {
    switch self {
    case .atOnce: 0
    case .after(let requests), .until(let requests): requests
    case .never: nil
    }
  }
}

extension CacheTerms {
  /// How long a prefix is remembered, in two words.
  fileprivate var shortName: String { lifetime.map { "cache \($0)" } ?? "no cache" }
}
