public import TareConversations
import TareJSON
public import TareRanking
import TareText
public import TareUnicode

extension Conversation {
  /// The conversation with what people say in a normal form, which a tokenizer may need far fewer tokens for: decomposed
  /// Korean has several times those of composed.
  ///
  /// Only the words of people change. What the model, tools and instructions say stays the same bytes, as does a text
  /// that holds code, and every message that is in the form already.
  ///
  /// - Complexity: O(*n*) in bytes.
  public func normalizingUserText(_ normalizer: Normalizer) throws(ConversationError) -> Conversation {
    var isChanged = false
    let items = messages.map { message -> PayloadItem in
      let edits = message.isHuman && !message.isPinned ? message.edits(normalizing: normalizer) : []
      guard !edits.isEmpty else { return .original(message.index) }
      isChanged = true
      return .rewritten(message.index, self.message(message.index, applying: edits))
    }
    guard isChanged else { return self }
    return try Conversation(parsing: payload(of: items), as: format, orphans: .mark)
  }
}

extension Chunk {
  /// The chunk with its title and text in a normal form; a text that holds code stays as it is.
  public func normalized(_ normalizer: Normalizer) -> Chunk {
    Chunk(
      id: id, title: title.map { $0.normalized(normalizer) ?? $0 }, text: text.normalized(normalizer) ?? text,
      score: score)
  }
}

extension Message {
  fileprivate func edits(normalizing normalizer: Normalizer) -> [Edit] {
    texts.compactMap { text in
      guard text.origin == .speaker else { return nil }
      return (text.value.string?.normalized(normalizer)).map { text.edit(with: $0) }
    }
  }
}

extension String {
  /// The text in a normal form, or `nil` where it is in that form already or holds code.
  fileprivate func normalized(_ normalizer: Normalizer) -> String? {
    let bytes = Array(utf8)
    guard !normalizer.isNormalized(bytes.span), !contains("```") else { return nil }
    return String(decoding: normalizer.normalized(bytes.span), as: UTF8.self)
  }
}
