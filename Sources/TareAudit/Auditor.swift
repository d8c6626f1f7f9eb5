public import TareModels
public import TarePrompts
import TareText
public import TareTokens

/// Runs rules over prompts.
public struct Auditor: Sendable {
  private let rules: [any Rule]
  private let policy: SuppressionPolicy
  /// What all numbers are given in.
  public let counting: ModelTokenizer
  private let tokenizers: [Tokenizer]
  private let sketches: Bool
  private let conduct: RuleConduct
  let format: PromptFormat?

  /// An auditor with these rules.
  ///
  /// - Parameters:
  ///   - counting: What all numbers are given in: the tokens of a model, estimated where they can only be that. The rules'
  ///     own figures are in this unit too.
  ///   - others: Further encodings in which a fix must save tokens too.
  ///   - policy: How comments that let findings be are looked at.
  ///   - sketches: Whether summaries hold what ``LoadSetAuditor/needsSketches`` asks for.
  ///   - conduct: How much findings matter, and which fixes may be made.
  ///   - format: What files are read as; `nil` for what their names say.
  public init(
    _ rules: [any Rule], counting: ModelTokenizer, others: [Encoding] = [],
    policy: SuppressionPolicy = SuppressionPolicy(), sketches: Bool = false, conduct: RuleConduct = RuleConduct(),
    format: PromptFormat? = nil
  ) {
    self.rules = rules
    self.conduct = conduct
    self.format = format
    self.policy = policy
    self.counting = counting
    self.sketches = sketches
    tokenizers = [Tokenizer(counting.encoding)] + others.filter { $0 != counting.encoding }.map(Tokenizer.init)
  }

  /// An auditor with these rules, whose numbers are tokens of `encoding`.
  public init(_ rules: [any Rule], encoding: Encoding, others: [Encoding] = []) {
    self.init(rules, counting: ModelTokenizer(encoding), others: others)
  }

  /// What the rules find in the prompt in `bytes`. A file that cannot be read is a finding like any other.
  ///
  /// - Parameter base: The same file as it stood before, for the rules that look at growth; a state of it that cannot be
  ///   read is none.
  public func audit(path: String, bytes: [UInt8], base: [UInt8]? = nil) -> FileAudit {
    audit(path: path, bytes: bytes, in: AuditContext(base: base))
  }

  /// What the rules find in the prompt in `bytes` that `context` does not say is known.
  public func audit(path: String, bytes: [UInt8], in context: AuditContext) -> FileAudit {
    do {
      return audit(try PromptDocument(path: path, bytes: bytes, as: format), on: ground(context, path))
    } catch {
      return .failure(error, path: path, bytes: bytes)
    }
  }

  /// What the rules find in `document`, which stood as `base` before.
  ///
  /// - Complexity: O(*n* log *n*) in bytes, times a constant number of trials where fixes would break the structure.
  public func audit(_ document: PromptDocument, base: PromptDocument? = nil) -> FileAudit {
    audit(document, on: AuditGround(base: base))
  }

  private func audit(_ document: PromptDocument, on ground: AuditGround) -> FileAudit {
    let file = audited(document, base: ground.base)
    var gate = ground.gate(document, running: pages, policy)
    let found = gate.reported(
      withoutSuperseded(rules.flatMap { treatedFindings(of: $0, in: file) }), verify: file.verifiedAgain)
    let notes = gate.suppressions.findings(running: codesThatRan(hasBase: ground.base != nil), file.whole.recount)
    let findings =
      (found + gate.reportedAsTheyAre(notes) + (document.unreadStructure.map { [.unreadStructure($0)] } ?? [])).sorted()
    return FileAudit(
      path: document.path, source: document.source, findings: findings, ledger: Ledger(findings, file),
      isFailure: false, summary: PromptSummary(document, file.whole.tokens, isSketched: sketches),
      gate: gate, file.whole.recount)
  }

  private func ground(_ context: AuditContext, _ path: String) -> AuditGround {
    AuditGround(context, path: path, as: format) { audit($0, on: $1) }
  }

  /// The pages of the rules.
  public var pages: [RulePage] { rules.map(\.page) }

  /// The codes of the rules whose silence means something: those that compare have nothing to say without a base.
  public func codesThatRan(hasBase: Bool) -> Set<String> {
    let comparing = [GrowthOverBase.page.code, PrefixChangedOverBase.page.code]
    return Set(pages.map(\.code)).subtracting(hasBase ? [] : comparing)
  }

  /// The counts that the rules see of `document`.
  ///
  /// - Complexity: O(*n*) in bytes.
  public func tokens(of document: PromptDocument) -> PromptTokens { audited(document).whole.tokens }

  private func audited(_ document: PromptDocument, base: PromptDocument? = nil) -> AuditedFile {
    AuditedFile(document, base: base, counting: counting, tokenizers)
  }

  private func treatedFindings(of rule: any Rule, in file: AuditedFile) -> [Finding] {
    file.findings(of: rule).map { conduct.applied(to: $0, of: rule.page) }
  }

  /// The findings without those of which another rule says more at the very same place.
  private func withoutSuperseded(_ findings: [Finding]) -> [Finding] {
    var silenced: [String: Set<SourceRange>] = [:]
    for page in pages {
      for weaker in page.supersedes {
        silenced[weaker, default: []].formUnion(findings.lazy.filter { $0.code == page.code }.map(\.range))
      }
    }
    return findings.filter { silenced[$0.code]?.contains($0.range) != true }
  }

  // MARK: Fixing

  /// How many rounds of fixes a file may take: real files take two or three, one for each rule and now and then one for
  /// what a fix laid bare.
  private static let roundLimit = 50

  /// The prompt in `bytes` after every fix up to `safety`, or `nil` for a file that cannot be read or breaks the rules
  /// of its format: ``audit(path:bytes:)`` says why.
  ///
  /// Each round makes the fixes of one rule, which were verified together, and each lowers the tokens. Rounds go on until
  /// no fix is left, so that fixing what was fixed changes nothing, but never past 50: what is left then stands in
  /// ``FixedPrompt/remaining`` and goes with the next call. Bytes outside the edits, line endings and a byte order mark
  /// are as they were.
  ///
  /// - Parameter context: What is known of the file: what is not reported is not mended either.
  public func fixed(
    path: String, bytes: [UInt8], upTo safety: FixSafety, in context: AuditContext = AuditContext()
  ) -> FixedPrompt? {
    (try? PromptDocument(path: path, bytes: bytes, as: format)).map {
      fixed($0, upTo: safety, on: ground(context, path))
    }
  }

  /// `original` after every fix up to `safety`.
  public func fixed(_ original: PromptDocument, upTo safety: FixSafety) -> FixedPrompt {
    fixed(original, upTo: safety, on: AuditGround())
  }

  private func fixed(_ original: PromptDocument, upTo safety: FixSafety, on ground: AuditGround) -> FixedPrompt {
    var document = original
    var applied: [FixedPrompt.Applied] = []
    for _ in 0..<Self.roundLimit {
      guard let round = nextRound(document, upTo: safety, on: ground) else { break }
      document = round.document
      applied += round.applied
    }
    return FixedPrompt(
      before: original.source, after: document.source, applied: applied,
      remaining: audit(document, on: ground))
  }

  /// The document after the fixes of the first rule that has any, or `nil` where none is left.
  private func nextRound(_ document: PromptDocument, upTo safety: FixSafety, on ground: AuditGround)
    -> (document: PromptDocument, applied: [FixedPrompt.Applied])?
  {
    let file = audited(document)
    var gate = ground.gate(document, running: pages, policy)
    for rule in rules {
      let findings = gate.reported(treatedFindings(of: rule, in: file), verify: file.verifiedAgain).filter { finding in
        finding.fix.map { $0.safety == .safe || safety == .unsafe } ?? false
      }
      guard !findings.isEmpty, file.savings(of: findings).allSatisfy({ $0 > 0 }), let text = file.applying(findings),
        let after = try? document.replacing(text)
      else {
        // Fixes that were verified apply; if they ever should not, the file is better left as it is.
        continue
      }
      return (after, findings.map { .init(code: $0.code, name: $0.name, saving: $0.tokens) })
    }
    return gate.suppressions.isEmpty ? nil : withoutUnusedSuppressions(document, on: ground)
  }

  /// The document without comments that let nothing be, once there is nothing else to mend.
  private func withoutUnusedSuppressions(_ document: PromptDocument, on ground: AuditGround)
    -> (document: PromptDocument, applied: [FixedPrompt.Applied])?
  {
    let unused = audit(document, on: ground).findings.filter { $0.code == RulePage.unusedSuppression.code }
    let edits = unused.flatMap { $0.fix?.edits ?? [] }
    guard !edits.isEmpty, let text = try? document.source.applying(edits), let after = try? document.replacing(text)
    else { return nil }
    let applied = unused.filter { $0.fix != nil }.map {
      FixedPrompt.Applied(code: $0.code, name: $0.name, saving: $0.tokens)
    }
    return (after, applied)
  }
}
