public import TarePrompts

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

  private let keys = SecretSearch()

  /// A rule without settings.
  public init() {}

  /// Reports each key, and never says it.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    for key in keys.keys(in: document) {
      report(Finding(Self.page, key.name.map { .secret($0) } ?? .privateKey, at: key.range))
    }
  }
}

extension Finding.Message {
  fileprivate static func secret(_ name: String) -> Self { "this looks like a key: \(name)" }
  fileprivate static var privateKey: Self { "this looks like a private key" }
}
