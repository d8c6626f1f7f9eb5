import Tare

/// Shows what an audit found, as the options ask.
struct LintReporting {
  let fixes: LintFixOptions
  let output: LintOutputOptions
  let choice: EncodingChoice

  /// Writes the report to its file or to standard output, and the further ones to theirs.
  func write(_ files: [FileAudit]) throws(CommandError) -> LintOutcome {
    let audit = audit(files)
    try writeFurther(audit)
    let style = output.outputFile == nil ? output.colors.style : output.colors.styleInFiles
    let text = output.statistics ? statistics(audit) : rendered(audit, as: output.format, style)
    try StandardOutput.write(text, orTo: output.outputFile)
    return LintOutcome(of: audit.report)
  }

  /// Writes the report beside a mended text, to which standard output belongs: to its file or to standard error.
  func writeBesideText(_ files: [FileAudit]) throws(CommandError) -> LintOutcome {
    if output.outputFile != nil { return try write(files) }
    let audit = audit(files)
    try writeFurther(audit)
    let text = output.statistics ? statistics(audit) : rendered(audit, as: output.format, output.colors.styleOfMessages)
    StandardError.write(text)
    return LintOutcome(of: audit.report)
  }

  private func statistics(_ audit: PricedAudit) -> String {
    output.format == .json ? audit.statisticsJSON : audit.statistics
  }

  private func audit(_ files: [FileAudit]) -> PricedAudit {
    let prices = choice.price.map { AuditPrices($0, requestsPerMonth: output.requestsPerMonth) }
    let report = AuditReport(files: files, counting: choice.tokenizer)
    return PricedAudit(report, prices: prices, fixSafety: fixes.safety)
  }

  private func writeFurther(_ audit: PricedAudit) throws(CommandError) {
    for further in output.report {
      let text = rendered(audit, as: further.format, output.colors.styleInFiles)
      try AtomicFile.write(Array(text.utf8), to: further.path)
    }
  }

  private func rendered(_ audit: PricedAudit, as format: AuditFormat, _ style: TextStyle) -> String {
    audit.rendered(
      as: format, .init(style: style, showsSums: !output.quiet, toolVersion: TareTool.version))
  }
}
