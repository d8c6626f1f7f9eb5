import TareModels
import TarePrompts
import TareText
import TareTokens

/// A file that is audited: one text, or several that are values of it.
struct AuditedFile {
  let document: PromptDocument
  /// The file as a whole.
  let whole: AuditedText
  /// The prompts in it; none where the file is the prompt.
  let prompts: [AuditedText]

  /// - Parameters:
  ///   - counting: The unit of all figures.
  ///   - tokenizers: What a fix must save tokens in, the tokenizer of `counting` first.
  init(_ document: PromptDocument, base: PromptDocument?, counting: ModelTokenizer, _ tokenizers: [Tokenizer]) {
    let scale = counting.scale(for: document.sentTexts.map { $0.utf8[...] })
    func text(_ document: PromptDocument, _ base: PromptDocument?, _ prompt: Int?) -> AuditedText {
      AuditedText(
        document: document,
        tokens: PromptTokens(document, tokenizers[0], scale: scale).compared(with: base, of: document),
        recount: Recount(document, tokenizers, scale: scale), prompt: prompt)
    }
    self.document = document
    whole = text(document, base, nil)
    prompts = document.embedded.enumerated().map { index, prompt in text(prompt.document, nil, index) }
  }

  /// What a rule of that scope looks at.
  private func texts(in scope: RuleScope) -> [AuditedText] {
    switch scope {
    case .file: [whole]
    case .request: prompts.isEmpty || document.sendsPromptsTogether ? [whole] : prompts
    case .text: prompts.isEmpty ? [whole] : prompts
    }
  }

  /// What `rule` finds, placed in the file, with every fix verified.
  func findings(of rule: any Rule) -> [Finding] {
    let found = texts(in: rule.page.scope).flatMap { text in
      text.verifiedFindings(of: rule).map { $0.found(in: text.prompt) }
    }
    return prompts.isEmpty ? found : EmbeddedFixes(self).placed(found)
  }

  /// A finding that lost some of its places, or `nil` where what is left is not worth saying.
  func verifiedAgain(_ finding: Finding) -> Finding? {
    guard finding.prompt == nil, !finding.removal.isEmpty else { return finding }
    var verifier = FixVerifier(document, whole.recount)
    return verifier.verified([finding]).first
  }

  /// The tokens that the edits of `findings`, which were verified together, save in each encoding.
  func savings(of findings: [Finding]) -> [Int] {
    sum(
      Dictionary(grouping: findings, by: \.prompt).map { prompt, findings in
        let edits = findings.flatMap(\.removal).sorted { $0.range < $1.range }
        return text(of: prompt).recount.savings(of: edits)
      })
  }

  /// The file after the fixes of `findings`, which were verified together.
  func applying(_ findings: [Finding]) -> SourceText? {
    guard !prompts.isEmpty else { return try? document.source.applying(findings.flatMap { $0.fix?.edits ?? [] }) }
    return document.applying(
      findings.flatMap { finding in
        finding.prompt.map { prompt in finding.removal.map { .init(prompt, $0) } } ?? []
      })
  }

  /// The text that a finding of that prompt is about.
  func text(of prompt: Int?) -> AuditedText { prompt.map { prompts[$0] } ?? whole }

  private func sum(_ savings: [[Int]]) -> [Int] {
    guard var sum = savings.first else { return [] }
    for savings in savings.dropFirst() { for index in sum.indices { sum[index] += savings[index] } }
    return sum
  }
}
