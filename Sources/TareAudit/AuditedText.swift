import TarePrompts
import TareText
import TareTokens

/// One text that rules look at, with what it takes to count in it.
struct AuditedText {
  let document: PromptDocument
  let tokens: PromptTokens
  let recount: Recount
  /// Which of the prompts in the file it is; `nil` for the file itself.
  let prompt: Int?

  /// What `rule` finds in it, with every fix verified as far as this text goes.
  func verifiedFindings(of rule: any Rule) -> [Finding] {
    var findings: [Finding] = []
    rule.check(document, tokens: tokens) { findings.append($0) }
    guard findings.contains(where: { !$0.removal.isEmpty }) else { return findings }
    // Without the structure nobody can say what is code, so whatever a fix would change is left alone.
    guard document.unreadStructure == nil else { return findings.filter(\.removal.isEmpty) }
    var verifier = FixVerifier(document, recount)
    return verifier.verified(findings)
  }
}
