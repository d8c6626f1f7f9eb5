/// What a stretch of text is, as far as it decides how many more or fewer tokens one vocabulary makes of it than another.
///
/// The kinds are those for which ratios were measured, and two for what was not: ``latin`` and ``other``.
public enum TextKind: String, Sendable, Hashable, CaseIterable {
  /// English prose.
  case english
  /// German prose.
  case german
  /// French prose.
  case french
  /// Prose of any other language in Latin letters.
  case latin
  /// Prose in Cyrillic letters.
  case cyrillic
  /// Japanese.
  case japanese
  /// Chinese.
  case chinese
  /// Any other script, and symbols.
  case other
  /// English with headings, lists, tables or code marks in it.
  case markdown
  /// The source text of programs.
  case code
  /// JSON laid out over lines.
  case json
  /// JSON on one line.
  case minifiedJSON = "minified-json"
  /// YAML.
  case yaml
  /// Identifiers, digests, timestamps and numbers.
  case identifiers

  /// What most prompts are made of.
  static let ofMostPrompts: [TextKind] = [.english, .markdown, .code, .json, .minifiedJSON, .yaml, .identifiers]
}

/// A stretch of a text and its kind. The parts of a text lie side by side and cover it.
public struct TextPart: Sendable, Hashable {
  /// Where it stands, in bytes from the start of the text.
  public let range: Range<Int>
  /// What it is.
  public let kind: TextKind
}
