public import TareText

/// A place in a template where something else will stand when the prompt is sent, or nothing.
public struct Placeholder: Sendable, Hashable {
  /// The notation.
  public enum Syntax: Sendable, Hashable {
    /// `{x}`
    case brace
    /// `{{x}}` and `{{{x}}}`
    case doubleBrace
    /// `${x}`
    case dollarBrace
    /// `<<x>>`
    case doubleAngle
    /// `{% x %}`
    case statement
    /// `{# x #}`
    case comment
  }

  /// The notation.
  public let syntax: Syntax
  /// What stands between the marks, without blanks around it.
  public let name: String
  /// The place, marks included.
  public let range: SourceRange
  /// Whether it stands in code, where braces mostly mean themselves.
  public let isInCode: Bool

  /// Whether it steers the template and puts nothing in its own place: `{{#if x}}`, `{{/if}}`, `{{! note }}`,
  /// `{{else}}`, `{% for x in y %}`, `{# note #}`, and dotprompt's `{{role "user"}}` and `{{section "x"}}`.
  public var isControl: Bool {
    switch syntax {
    case .statement, .comment: true
    case .doubleBrace:
      name.utf8.first.map { "#/!^>".utf8.contains($0) } ?? true || name == "else" || name.hasPrefix("else ")
        || name.hasPrefix("role \"") || name.hasPrefix("section \"")
    case .brace, .dollarBrace, .doubleAngle: false
    }
  }

  /// Whether it is a note to those who read the template.
  public var isComment: Bool { syntax == .comment || syntax == .doubleBrace && name.utf8.first == UInt8(ascii: "!") }

  /// What becomes of it when the prompt is sent.
  var spanKind: PromptSpan.Kind { isComment ? .comment : isControl ? .control : .variable }
}
