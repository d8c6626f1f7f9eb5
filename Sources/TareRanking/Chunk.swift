/// A passage that may go into a prompt, as a retriever hands it over.
public struct Chunk: Sendable, Hashable {
  /// What the caller knows it by; carried along, never looked at.
  public let id: String
  /// The title of the document it comes from, if it has one.
  public let title: String?
  /// The passage itself.
  public let text: String
  /// How relevant somebody else found it, higher being better, if anybody judged.
  public let score: Double?

  /// A passage with whatever is known about it.
  public init(id: String, title: String? = nil, text: String, score: Double? = nil) {
    self.id = id
    self.title = title
    self.text = text
    self.score = score
  }
}

/// What the chunks are to answer.
public struct Query: Sendable, Hashable {
  /// The question, or the words of a search.
  public let text: String

  /// A question.
  public init(text: String) {
    self.text = text
  }
}
