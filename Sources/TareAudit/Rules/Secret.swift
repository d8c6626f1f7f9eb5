public import TarePrompts
import TareText

/// Flags a key that opens somebody's account.
public struct Secret: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "SEC001", name: "secret",
    summary: "A prompt holds a key of a well-known service, or a private key.",
    rationale: """
      A prompt goes to a provider, into logs and into answers: a key in it is a key given away. Only keys are named that \
      are told by how they begin and how long they are; a password in a sentence is not seen.
      """,
    evidence: """
      November 2026: three findings of a peer's looser rule in 200 published prompts were read, and 0 to 2 were secrets. \
      The forms here are those the services publish; words such as "example" inside a key keep it from being named.
      """,
    severity: .error, scope: .file,
    // In two parts, so that nobody's scanner takes the example for a key that leaked.
    triggering: [.init("Sign in with " + "AKIA" + "Q3EGRWZ5T2VNLK7H and list the buckets.")],
    silent: [
      "Sign in with AKIAIOSFODNN7EXAMPLE and list the buckets.", "A key begins with `ghp_` and has 36 letters.",
      "Use ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.",
    ])

  private let forms = SecretForms.shared
  private let search = PhraseSearch(SecretForms.shared.forms.map(\.prefix), ignoringCase: false)
  private let examples = PhraseSearch(SecretForms.shared.examples, ignoringCase: true)

  /// A rule without settings.
  public init() {}

  /// Reports each key, and never says it.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let bytes = document.source.utf8
    for match in search.matches(in: bytes[...], wholeWords: false) {
      guard let range = key(match, in: bytes) else { continue }
      report(Finding(Self.page, .secret(forms.forms[match.index].name), at: range))
    }
    for index in document.lines.indices.dropLast() where isPrivateKey(index, document) {
      report(Finding(Self.page, .privateKey, at: document.lines[index].range))
    }
  }

  /// The fewest different characters that a key has and `xxxxxxxx` has not.
  private static let leastVariety = 8

  private func key(_ match: PhraseSearch.Match, in bytes: [UInt8]) -> SourceRange? {
    let form = forms.forms[match.index]
    guard match.range.start == 0 || !isKeyPart(bytes[match.range.start - 1]) else { return nil }
    let rest = bytes[match.range.end...].prefix(form.most + 1).prefix { form.holds($0) }
    guard rest.count >= form.least, rest.count <= form.most,
      rest.endIndex == bytes.count || !isKeyPart(bytes[rest.endIndex]), Set(rest).count >= Self.leastVariety,
      examples.matches(in: rest, wholeWords: false).isEmpty
    else { return nil }
    return SourceRange(match.range.start, rest.endIndex)
  }

  private func isKeyPart(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") }

  /// The fewest characters on the first line of a private key: shorter ones are dots that stand for it.
  private static let leastKeyLine = 40

  private func isPrivateKey(_ index: Int, _ document: PromptDocument) -> Bool {
    let source = document.source
    let header = source.bytes(in: document.lines[index].range)
    guard header.count < 80, header.starts(with: "-----BEGIN ".utf8),
      String(decoding: header, as: UTF8.self).contains("PRIVATE KEY")
    else { return false }
    let text = source.bytes(in: document.lines[index + 1].range)
    return text.count >= Self.leastKeyLine && text.allSatisfy { $0.isASCIIAlphanumeric || "+/=".utf8.contains($0) }
  }
}

extension Finding.Message {
  fileprivate static func secret(_ name: String) -> Self { "this looks like a key: \(name)" }
  fileprivate static var privateKey: Self { "this looks like a private key" }
}
