import TareAudit
import TareJSON
import TarePricing
import TareSavings
import TareText
import TareTokens

/// Writes the findings of one file with the members of ruff's JSON, so that tools that read those can read these, and
/// besides: name, severity, tokens, money, and each place in three units.
struct FindingJSON {
  private let audit: PricedAudit
  private let file: FileAudit
  private let offsets: OffsetTable
  private var walk: LocationWalk

  init(_ file: FileAudit, of audit: PricedAudit) {
    self.audit = audit
    self.file = file
    offsets = OffsetTable(file.source)
    walk = LocationWalk(file.source)
  }

  mutating func write(_ finding: Finding, to object: inout JSONWriter) {
    object.member("code", finding.code)
    object.member("name", finding.name)
    object.member("severity", finding.severity.rawValue)
    object.member("filename", file.path)
    write(finding.range.start, "location", to: &object)
    write(finding.range.end, "end_location", to: &object)
    object.member("message", finding.message.description)
    if let fix = finding.fix {
      object.object("fix") { write(fix, to: &$0) }
    } else {
      object.member("fix", nil as String?)
    }
    object.member("tokens", finding.tokens)
    object.member("tokens_kind", finding.cost.kindName)
    // Money as exact decimal text: a JSON number would be read as floating point.
    object.member("usd", audit.moneyPerRequest(finding, in: file)?.decimalText)
    object.member("url", nil as String?)
    if let prices = audit.prices { write(prices, audit.moneyPerRequest(finding, in: file), to: &object) }
  }

  private mutating func write(_ offset: Int, _ name: String, to object: inout JSONWriter) {
    let location = walk.location(of: offset)
    let units = offsets[offset]
    object.object(name) { place in
      place.member("row", location.line)
      place.member("column", location.column)
      place.object("offset") {
        $0.member("bytes", units.bytes)
        $0.member("utf16", units.utf16)
        $0.member("code_points", units.codePoints)
      }
    }
  }

  private mutating func write(_ fix: Fix, to object: inout JSONWriter) {
    object.member("applicability", fix.safety.rawValue)
    object.member("message", fix.message)
    object.array("edits") { array in
      for edit in fix.edits {
        array.object {
          $0.member("content", String(decoding: edit.replacement, as: UTF8.self))
          write(edit.range.start, "location", to: &$0)
          write(edit.range.end, "end_location", to: &$0)
        }
      }
    }
  }

  private func write(_ prices: AuditPrices, _ perRequest: Money?, to object: inout JSONWriter) {
    object.object("cost") {
      $0.member("model", prices.tag.rate.model)
      $0.member("currency", "USD")
      $0.member("prices_of", prices.tag.date.description)
      $0.member("basis", file.ledger.basis.name)
      if case .estimated(let band) = file.ledger.basis { $0.member("band_per_mille", band) }
      $0.member("per_1000_requests", perRequest.flatMap { prices.times($0, AuditPrices.shownRequests) }?.decimalText)
      guard let requestsPerMonth = prices.requestsPerMonth(of: file.path) else { return }
      $0.member("per_month", perRequest.flatMap { prices.times($0, requestsPerMonth) }?.decimalText)
    }
  }
}

extension Finding.Cost {
  /// The word for what the tokens stand for.
  var kindName: String {
    switch self {
    case .none: "none"
    case .wasted: "wasted"
    case .uncached: "uncached"
    case .over: "over"
    case .held: "held"
    }
  }
}
