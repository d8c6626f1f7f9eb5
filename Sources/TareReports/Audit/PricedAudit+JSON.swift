import TareAudit
import TareJSON
import TarePricing
import TareSavings
import TareText
import TareTokens

extension PricedAudit {
  /// The findings as one JSON array whose elements have the members of ruff's, so that tools that read those can read
  /// these, and the tokens besides. Rows and columns count from 1, columns in Unicode scalars.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.array { array in
      for file in report.files {
        for finding in file.findings {
          array.object { write(finding, in: file, to: &$0) }
        }
      }
    }
    return writer.text + "\n"
  }

  private func write(_ finding: Finding, in file: FileAudit, to object: inout JSONWriter) {
    object.member("code", finding.code)
    object.member("name", finding.name)
    object.member("severity", finding.severity.rawValue)
    object.member("filename", file.path)
    write(file.source.location(of: finding.range.start), "location", to: &object)
    write(file.source.location(of: finding.range.end), "end_location", to: &object)
    object.member("message", finding.message.description)
    if let fix = finding.fix {
      object.object("fix") { write(fix, file.source, to: &$0) }
    } else {
      object.member("fix", nil as String?)
    }
    object.member("tokens", finding.tokens)
    object.member("tokens_kind", finding.cost.kindName)
    object.member("url", nil as String?)
    if let prices { write(prices, prices.perRequest(finding.cost, in: file.ledger), file.ledger.basis, to: &object) }
  }

  private func write(_ location: SourceLocation, _ name: String, to object: inout JSONWriter) {
    object.object(name) {
      $0.member("row", location.line)
      $0.member("column", location.column)
    }
  }

  private func write(_ fix: Fix, _ source: SourceText, to object: inout JSONWriter) {
    object.member("applicability", fix.safety.rawValue)
    object.member("message", fix.message)
    var walk = LocationWalk(source)
    object.array("edits") { array in
      for edit in fix.edits {
        array.object {
          $0.member("content", String(decoding: edit.replacement, as: UTF8.self))
          write(walk.location(of: edit.range.start), "location", to: &$0)
          write(walk.location(of: edit.range.end), "end_location", to: &$0)
        }
      }
    }
  }

  /// Money as exact decimal text: a JSON number would be read as floating point.
  private func write(
    _ prices: AuditPrices, _ perRequest: Money?, _ basis: TokenCount.Basis, to object: inout JSONWriter
  ) {
    object.object("cost") {
      $0.member("model", prices.tag.rate.model)
      $0.member("currency", "USD")
      $0.member("prices_of", prices.tag.date.description)
      $0.member("basis", basis.name)
      if case .estimated(let band) = basis { $0.member("band_per_mille", band) }
      $0.member(
        "per_1000_requests", perRequest.flatMap { prices.times($0, AuditPrices.shownRequests) }?.decimalText)
      guard let requestsPerMonth = prices.requestsPerMonth else { return }
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
