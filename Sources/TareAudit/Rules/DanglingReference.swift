public import TarePrompts
import TareText

/// Flags links to headings that the prompt does not have.
public struct DanglingReference: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "TPL009", name: "dangling-reference",
    summary: "A link leads to a heading that the prompt does not have.",
    rationale:
      "Whoever follows the link finds nothing; often the section was renamed or taken out, and the rule with it.",
    evidence: """
      November 2026: a rule of another tool that looks for such references in plain words had 0 of 23 right, so only links \
      are looked at, and the rule is off.
      """,
    severity: .info, isOnByDefault: false,
    triggering: [.init("# Rules\n\nSee [refunds](#refunds).")],
    silent: ["# Refunds\n\nSee [above](#refunds).", "See [refunds](https://example.org/#refunds)."])

  /// A rule without settings.
  public init() {}

  /// Reports each link.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let links = document.inlineSpans.compactMap { span -> (target: String, range: SourceRange)? in
      guard case .link(let destination) = span.kind, destination.hasPrefix("#"), destination != "#" else { return nil }
      return (destination.dropFirst().lowercased(), span.range)
    }
    guard !links.isEmpty else { return }
    let anchors = Set(document.sections.map { Self.anchor(of: $0.title) })
    let body = document.source.string(in: document.bodyRange)
    for link in links where !anchors.contains(link.target) {
      // Headings of the same name are numbered, and HTML may name any place.
      let base = link.target.lastIndex(of: "-").map { String(link.target[..<$0]) } ?? link.target
      guard !anchors.contains(base), !link.target.contains("%"), !body.contains("\"\(link.target)\"") else { continue }
      report(Finding(Self.page, "no heading is called \"#\(link.target)\"", at: link.range))
    }
  }

  /// What GitHub makes of a heading: lower case, hyphens for blanks, and no other marks.
  private static func anchor(of title: String) -> String {
    let kept = title.lowercased().unicodeScalars.filter { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || " -_".unicodeScalars.contains(scalar)
        || scalar.properties.numericType != nil
    }
    return String(String.UnicodeScalarView(kept)).split(separator: " ", omittingEmptySubsequences: false)
      .joined(separator: "-")
  }
}
