public import TareModels
public import TarePrompts
import TareText
public import TareTokens

/// Runs rules over prompts.
public struct Auditor: Sendable {
  private let rules: [any Rule]
  private let counting: ModelTokenizer
  private let tokenizer: Tokenizer
  private let tokenizers: [Tokenizer]

  /// An auditor with these rules.
  ///
  /// - Parameters:
  ///   - counting: What all numbers are given in: the tokens of a model, estimated where they can only be that. The rules'
  ///     own figures are in this unit too.
  ///   - others: Further encodings in which a fix must save tokens too.
  public init(_ rules: [any Rule], counting: ModelTokenizer, others: [Encoding] = []) {
    self.rules = rules
    self.counting = counting
    tokenizer = Tokenizer(counting.encoding)
    tokenizers = [tokenizer] + others.filter { $0 != counting.encoding }.map(Tokenizer.init)
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
    do {
      let before = base.flatMap { try? PromptDocument(path: path, bytes: $0) }
      return audit(try PromptDocument(path: path, bytes: bytes), base: before)
    } catch {
      return .failure(error, path: path, bytes: bytes)
    }
  }

  /// What the rules find in `document`, which stood as `base` before.
  ///
  /// - Complexity: O(*n* log *n*) in bytes, times a constant number of trials where fixes would break the structure.
  public func audit(_ document: PromptDocument, base: PromptDocument? = nil) -> FileAudit {
    let tokens = self.tokens(of: document).compared(with: base, of: document)
    let recount = Recount(document.source, body: document.bodyRange, tokenizers, scale: tokens.scale)
    let found = rules.flatMap { verifiedFindings(of: $0, document, tokens, recount) }
    let findings = (withoutSuperseded(found) + (document.unreadStructure.map { [.unreadStructure($0)] } ?? [])).sorted()
    return FileAudit(
      path: document.path, source: document.source, findings: findings,
      ledger: Ledger(
        findings, recount, sent: TokenCount(tokens.sent, basis: tokens.scale.basis), StableStart(document, tokens)),
      isFailure: false)
  }

  private func tokens(of document: PromptDocument) -> PromptTokens {
    PromptTokens(document, tokenizer, scale: counting.scale(for: document.sentTexts.map { $0.utf8[...] }))
  }

  private func verifiedFindings(
    of rule: any Rule, _ document: PromptDocument, _ tokens: PromptTokens, _ recount: Recount
  ) -> [Finding] {
    var findings: [Finding] = []
    rule.check(document, tokens: tokens) { findings.append($0) }
    guard findings.contains(where: { !$0.removal.isEmpty }) else { return findings }
    // Without the structure nobody can say what is code, so whatever a fix would change is left alone.
    guard document.unreadStructure == nil else { return findings.filter(\.removal.isEmpty) }
    var verifier = FixVerifier(document, recount)
    return verifier.verified(findings)
  }

  /// The findings without those of which another rule says more at the very same place.
  private func withoutSuperseded(_ findings: [Finding]) -> [Finding] {
    var silenced: [String: Set<SourceRange>] = [:]
    for page in rules.map({ type(of: $0).page }) {
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
  public func fixed(path: String, bytes: [UInt8], upTo safety: FixSafety) -> FixedPrompt? {
    guard let original = try? PromptDocument(path: path, bytes: bytes) else { return nil }
    var document = original
    var applied: [FixedPrompt.Applied] = []
    for _ in 0..<Self.roundLimit {
      guard let round = nextRound(document, upTo: safety) else { break }
      document = round.document
      applied += round.applied
    }
    return FixedPrompt(before: original.source, after: document.source, applied: applied, remaining: audit(document))
  }

  /// The document after the fixes of the first rule that has any, or `nil` where none is left.
  private func nextRound(_ document: PromptDocument, upTo safety: FixSafety)
    -> (document: PromptDocument, applied: [FixedPrompt.Applied])?
  {
    let tokens = self.tokens(of: document)
    let recount = Recount(document.source, body: document.bodyRange, tokenizers, scale: tokens.scale)
    for rule in rules {
      let findings = verifiedFindings(of: rule, document, tokens, recount).filter { finding in
        finding.fix.map { $0.safety == .safe || safety == .unsafe } ?? false
      }
      let edits = findings.flatMap { $0.fix?.edits ?? [] }.sorted { $0.range < $1.range }
      guard !edits.isEmpty, recount.savings(of: edits).allSatisfy({ $0 > 0 }),
        let text = try? document.source.applying(edits),
        let after = try? PromptDocument(
          parsing: PromptFile(path: document.path, source: text), as: document.format)
      else {
        // Fixes that were verified apply; if they ever should not, the file is better left as it is.
        continue
      }
      return (after, findings.map { .init(code: $0.code, name: $0.name, saving: $0.tokens) })
    }
    return nil
  }
}
