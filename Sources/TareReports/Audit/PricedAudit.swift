public import TareAudit

/// What an audit found, ready to be written: the findings, and what their tokens cost where a model was named.
public struct PricedAudit: Sendable {
  /// The findings.
  public let report: AuditReport
  /// The prices, or `nil` where no model was named.
  public let prices: AuditPrices?
  /// Up to which safety fixes count as ready to be applied.
  public let fixSafety: FixSafety

  /// A report with its prices.
  public init(_ report: AuditReport, prices: AuditPrices? = nil, fixSafety: FixSafety = .safe) {
    self.report = report
    self.prices = prices
    self.fixSafety = fixSafety
  }

  /// Whether `--fix`, with the flags given, would mend the finding.
  func isFixable(_ finding: Finding) -> Bool {
    finding.fix.map { $0.safety == .safe || fixSafety == .unsafe } ?? false
  }
}
