import Tare

/// What history and chunks are judged by, for one conversation.
struct Judging {
  /// What was asked; `nil` for the last message of a person.
  let query: Query?
  let counted: CountedConversation

  /// How much each group of the history bears on the question.
  var ranking: HistoryRanking {
    get throws(CommandError) {
      let relevance = try icu { tokenizer throws(UnicodeDataError) in try HistoryRelevance(tokenizer: tokenizer) }
      return HistoryRanking(of: counted.conversation, to: query, by: relevance)
    }
  }

  /// A question that was asked ranks the chunks; without one their scores do, and the last human message where any has
  /// none.
  func relevance(of chunks: [Chunk]) throws(CommandError) -> [Relevance] {
    if let query { return try reranker.relevance(of: chunks, to: query) }
    let lastHuman = counted.conversation.messages.last { $0.isHuman }?.text ?? ""
    return chunks.relevance(to: Query(text: lastHuman), by: try reranker)
  }

  private var reranker: LexicalReranker {
    get throws(CommandError) {
      try icu { tokenizer throws(UnicodeDataError) in try LexicalReranker(tokenizer: tokenizer) }
    }
  }

  private func icu<Judge>(_ make: (Tokenizer) throws(UnicodeDataError) -> Judge) throws(CommandError) -> Judge {
    do { return try make(counted.counter.tokenizer) } catch {
      throw CommandError(place: nil, reason: "\(error)", exitCode: .badInput)
    }
  }
}
