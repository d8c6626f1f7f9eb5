public import TareText

/// A request to a provider as a payload holds it: what decides about caching and about the length of the answer.
///
/// Its texts are among the document's ``PromptDocument/sentTexts``; ranges lead into the file.
public struct PromptRequest: Sendable, Hashable {
  /// A tool that the model may call.
  public struct Tool: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its description, decoded; `nil` where it has none.
    public let description: String?
    /// Where its definition stands.
    public let range: SourceRange
  }

  /// Whose shape a request has.
  public enum Shape: String, Sendable, Hashable, CaseIterable {
    /// Anthropic's Messages: caching is asked for with `cache_control`.
    case anthropic
    /// Anybody else's: caching is the provider's affair.
    case other
  }

  /// Whose shape it has.
  public let shape: Shape
  /// The model that is asked, where the request names one.
  public let model: String?
  /// Where the request stands.
  public let range: SourceRange
  /// The tools, in their order.
  public let tools: [Tool]
  /// Where the marks stand up to which Anthropic is asked to cache.
  public let breakpoints: [SourceRange]
  /// Where the first text stands that is sent: instructions, or the first message.
  public let firstText: SourceRange?
  /// Settings of the model.
  public let parameters: [ModelParameter]
}
