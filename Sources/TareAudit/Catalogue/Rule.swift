public import TarePrompts

/// A check over one prompt.
///
/// A rule reads the facts of the document and parses nothing. It proposes fixes freely: the auditor applies each, counts
/// the tokens again and looks at the structure before anybody sees it, and a fix that saves nothing takes its finding
/// with it.
public protocol Rule: Sendable {
  /// What the rule says about itself.
  static var page: RulePage { get }

  /// What this rule says about itself: nothing else, but for rules that the user makes.
  var page: RulePage { get }

  /// Reports what the rule finds in `document`.
  func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void)
}

extension Rule {
  /// The page of its kind.
  public var page: RulePage { Self.page }
}
