import Tare

/// Shows what an audit found, as the options ask.
struct LintReporting {
  let fixes: LintFixOptions
  let output: LintOutputOptions
  let settings: LintSettings
  /// How many warnings are let pass where there are no errors; `nil` where any finding counts.
  let maxWarnings: Int?

  /// Writes the report to its file or to standard output, and the further ones to theirs.
  func write(_ files: [FileAudit]) throws(CommandError) -> LintOutcome {
    let audit = audit(files)
    sayWhySumsAreMissing()
    let style = output.outputFile == nil ? output.colors.style : output.colors.styleInFiles
    let text = output.statistics ? statistics(audit) : rendered(audit, as: output.format, style)
    try ReportFile.write(further(audit) + [ReportFile(text: text, path: output.outputFile)])
    return LintOutcome(of: audit.report, maxWarnings: maxWarnings)
  }

  /// Writes the report beside a mended text, to which standard output belongs: to its file or to standard error.
  func writeBesideText(_ files: [FileAudit]) throws(CommandError) -> LintOutcome {
    if output.outputFile != nil { return try write(files) }
    let audit = audit(files)
    sayWhySumsAreMissing()
    try ReportFile.write(further(audit))
    let text = output.statistics ? statistics(audit) : rendered(audit, as: output.format, output.colors.styleOfMessages)
    StandardError.write(text)
    return LintOutcome(of: audit.report, maxWarnings: maxWarnings)
  }

  private func statistics(_ audit: PricedAudit) -> String {
    output.format == .json ? audit.statisticsJSON : audit.statistics
  }

  private func audit(_ files: [FileAudit]) -> PricedAudit {
    // Tokens of different models are not added up, and have no common price.
    let choice = settings.choice
    let prices = choice?.price.map {
      AuditPrices($0, requestsPerMonth: output.requestsPerMonth, requestsByPath: requestsByPath(files))
    }
    let report = AuditReport(
      files: files, counting: choice?.tokenizer ?? ModelTokenizer(.o200kBase), ownPages: settings.ownPages)
    return PricedAudit(report, prices: prices, fixSafety: fixes.safety)
  }

  private func requestsByPath(_ files: [FileAudit]) -> [String: Int] {
    let known = files.compactMap { file in settings[file.path].settings.requestsPerMonth.map { (file.path, $0) } }
    return Dictionary(known, uniquingKeysWith: { $1 })
  }

  private func sayWhySumsAreMissing() {
    guard settings.choice == nil, !output.quiet else { return }
    let names = settings.countings.joined(separator: ", ")
    StandardError.line("tare: files are counted for \(names): the report has no sums and no prices")
  }

  private func further(_ audit: PricedAudit) -> [ReportFile] {
    output.report.map {
      ReportFile(text: rendered(audit, as: $0.format, output.colors.styleInFiles), path: $0.path)
    }
  }

  private func rendered(_ audit: PricedAudit, as format: AuditFormat, _ style: TextStyle) -> String {
    audit.rendered(
      as: format, .init(style: style, showsSums: !output.quiet && settings.choice != nil, toolVersion: TareTool.version)
    )
  }
}
