import Tare

/// What history and chunks are judged by, for one conversation.
struct Judging {
  /// What was asked; `nil` for the last message of a person.
  let query: Query?
  let counted: CountedConversation
  /// Who judges chunks, if not their scores or words.
  let outside: OutsideReranker?

  /// How much each group of the history bears on the question.
  var ranking: HistoryRanking {
    get throws(CommandError) {
      let relevance = try icu { tokenizer throws(UnicodeDataError) in try HistoryRelevance(tokenizer: tokenizer) }
      return HistoryRanking(of: counted.conversation, to: query, by: relevance)
    }
  }

  /// A reranker ranks the chunks where one was named; else a question that was asked ranks the chunks; without one their scores do, and the last human message where any has
  /// none.
  func relevance(of chunks: [Chunk]) throws(CommandError) -> (relevance: [Relevance], warning: String?) {
    let asked = query ?? Query(text: counted.conversation.messages.last { $0.isHuman }?.text ?? "")
    let (judged, warning) = chunks.relevance(to: asked, by: outside)
    if let judged { return (judged, nil) }
    if query != nil { return (try reranker.relevance(of: chunks, to: asked), warning) }
    return (chunks.relevance(to: asked, by: try reranker), warning)
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
