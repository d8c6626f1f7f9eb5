public import TareText

/// A place in a template where something else will stand when the prompt is sent.
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
  }

  /// The notation.
  public let syntax: Syntax
  /// What stands between the marks, without blanks around it.
  public let name: String
  /// The place, marks included.
  public let range: SourceRange
  /// Whether it stands in code, where braces mostly mean themselves.
  public let isInCode: Bool

  /// Whether it steers the template and puts nothing in its own place: `{{#if x}}`, `{{/if}}`, `{{! note }}`, `{{else}}`.
  public var isControl: Bool {
    syntax == .doubleBrace && (name.utf8.first.map { "#/!^>".utf8.contains($0) } ?? true || name == "else")
  }
}
