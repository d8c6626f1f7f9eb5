import Tare

/// Shows what an audit found, as the options ask.
struct LintReporting {
  let fixes: LintFixOptions
  let output: LintOutputOptions
  let choice: EncodingChoice

  /// Writes the report to its file or to standard output.
  func write(_ files: [FileAudit]) throws(CommandError) -> LintOutcome {
    let report = AuditReport(files: files, counting: choice.tokenizer)
    try StandardOutput.write(rendered(report), orTo: output.outputFile)
    return LintOutcome(of: report)
  }

  /// Writes the report beside a mended text, to which standard output belongs: to its file or to standard error.
  func writeBesideText(_ files: [FileAudit]) throws(CommandError) -> LintOutcome {
    if output.outputFile != nil { return try write(files) }
    let report = AuditReport(files: files, counting: choice.tokenizer)
    StandardError.write(rendered(report))
    return LintOutcome(of: report)
  }

  private func rendered(_ report: AuditReport) -> String {
    let prices = choice.price.map { AuditPrices($0, requestsPerMonth: output.requestsPerMonth) }
    let audit = PricedAudit(report, prices: prices, fixSafety: fixes.safety)
    return switch output.format {
    case .text: output.quiet ? audit.findingsText : audit.text
    case .json: audit.json
    case .sarif: audit.sarif(toolVersion: TareTool.version)
    case .github: audit.gitHub
    }
  }
}
