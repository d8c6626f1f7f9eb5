public import TareAudit
public import TareReports
public import TareText

/// How the prompts at one path are looked at.
public enum PromptSettings: Sendable {
  /// By this auditor, with these prices where a model was named, and what is known of the file besides its text; the last
  /// are the bytes of the file beside it that lets findings be, where there is one.
  case audit(Auditor, AuditPrices?, AuditContext = AuditContext(), sidecar: [UInt8]? = nil)
  /// By what is wrong with its bytes: it is a file of settings.
  case check(@Sendable ([UInt8]) -> SettingProblem?)
  /// Not at all: the file is no prompt, or is left out.
  case leave
  /// Nobody can say, for this reason; it is shown to the user.
  case unreadable(String)
}

/// What is wrong with a file of settings.
public struct SettingProblem: Sendable, Hashable {
  /// Where; `nil` for the file as a whole.
  public let location: SourceLocation?
  /// What, in one sentence.
  public let reason: String

  /// A problem at `location`.
  public init(at location: SourceLocation?, _ reason: String) {
    self.location = location
    self.reason = reason
  }
}

/// What was found in one version of a document.
struct Inspection {
  /// What stands beside the file and lets findings be; `nil` where there is nothing.
  let sidecar: [UInt8]?
  let auditor: Auditor
  let audit: FileAudit
  let report: PricedAudit
  let context: AuditContext

  init(
    _ auditor: Auditor, _ prices: AuditPrices?, _ context: AuditContext, sidecar: [UInt8]?, path: String, bytes: [UInt8]
  ) {
    self.sidecar = sidecar
    self.auditor = auditor
    self.context = context
    audit = auditor.audit(path: path, bytes: bytes, in: context)
    report = PricedAudit(
      AuditReport(files: [audit], counting: auditor.counting, ownPages: auditor.pages), prices: prices,
      fixSafety: .unsafe)
  }
}
