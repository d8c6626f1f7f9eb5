/// A stretch of a prompt in which the prompt does not speak for itself: a rule that looks for what is said twice, or too
/// politely, passes over it.
public struct PromptZone: Sendable, Hashable {
  /// Why the words are not the prompt's own.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A quotation.
    case quote
    /// Worked examples: between tags, below a heading that says so, or as questions and answers in turn.
    case example
    /// Something pasted or filled in: a document between tags, a transcript with times, a value of a template.
    case data
    /// What an answer is to look like.
    case form
  }

  /// Why the words are not the prompt's own.
  public let kind: Kind
  /// The lines; tags, headings and labels belong to them.
  public let lines: Range<Int>
}

extension PromptZone {
  /// Kinds of zones, of which a line may lie in several: a quotation in an example.
  public struct Kinds: OptionSet, Sendable, Hashable {
    /// One bit for each kind.
    public let rawValue: UInt8

    /// The kinds with these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// One kind.
    public init(_ kind: Kind) { self.init(rawValue: 1 << kind.position) }

    /// ``PromptZone/Kind/quote``.
    public static let quote = Kinds(.quote)
    /// ``PromptZone/Kind/example``.
    public static let example = Kinds(.example)
    /// ``PromptZone/Kind/data``.
    public static let data = Kinds(.data)
    /// ``PromptZone/Kind/form``.
    public static let form = Kinds(.form)
  }
}

extension PromptZone.Kind {
  fileprivate var position: UInt8 {
    switch self {
    case .quote: 0
    case .example: 1
    case .data: 2
    case .form: 3
    }
  }
}
