public import TareAudit
public import TareReports

/// How the prompts at one path are looked at.
public enum PromptSettings: Sendable {
  /// By this auditor, with these prices where a model was named, and what is known of the file besides its text.
  case audit(Auditor, AuditPrices?, AuditContext = AuditContext())
  /// Not at all: the file is no prompt, or is left out.
  case leave
  /// Nobody can say, for this reason; it is shown to the user.
  case unreadable(String)
}

/// What was found in one version of a document.
struct Inspection {
  let auditor: Auditor
  let audit: FileAudit
  let report: PricedAudit
  let context: AuditContext

  init(_ auditor: Auditor, _ prices: AuditPrices?, _ context: AuditContext, path: String, bytes: [UInt8]) {
    self.auditor = auditor
    self.context = context
    audit = auditor.audit(path: path, bytes: bytes, in: context)
    report = PricedAudit(
      AuditReport(files: [audit], counting: auditor.counting, ownPages: auditor.pages), prices: prices,
      fixSafety: .unsafe)
  }
}
