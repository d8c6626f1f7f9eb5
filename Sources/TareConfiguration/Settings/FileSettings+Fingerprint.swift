import TareAudit
import TarePricing

extension FileSettings {
  /// Lines that differ wherever two settings may lead to different findings.
  public var fingerprint: [String] {
    lines + rules.map(\.description) + suppressions.map { "\($0)" } + ["\(sectionBudgets)"] + rates.map(\.json)
  }
}
