public import TareText

/// Whether a fix may be applied without being read first.
public enum FixSafety: String, Sendable, Hashable, CaseIterable {
  /// The prompt says the same afterwards, word for word.
  case safe
  /// Words go or change; somebody should look, and run their evaluations.
  case unsafe
}

/// Edits that take away what a finding is about.
public struct Fix: Sendable, Hashable {
  /// What applying it does, in the imperative, such as "replace by plain spaces".
  public let message: String
  /// Whether it may be applied unasked.
  public let safety: FixSafety
  /// The edits, in the order of the text, none touching another.
  public let edits: [Edit]
  /// Whether each edit makes sense without the others, so that one that would break the structure can be left out.
  public let isDivisible: Bool

  /// A fix of these edits.
  public init(_ message: String, _ safety: FixSafety, edits: [Edit], isDivisible: Bool = false) {
    self.message = message
    self.safety = safety
    self.edits = edits
    self.isDivisible = isDivisible
  }

  /// The same fix with some of its edits.
  func keeping(_ edits: [Edit]) -> Fix {
    Fix(message, safety, edits: edits, isDivisible: isDivisible)
  }

  /// The ranges that an unsafe fix takes away altogether.
  var deletions: [SourceRange] {
    safety == .unsafe ? edits.filter(\.replacement.isEmpty).map(\.range) : []
  }
}
