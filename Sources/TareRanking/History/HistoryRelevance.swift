public import TareTokens
public import TareUnicode

/// Judges how much each turn of a dialogue helps to answer a question about it: no model, no network, the same answer
/// each time.
public struct HistoryRelevance: Sendable {
  private let reranker: LexicalReranker

  /// Judges dialogues in `language`, or, if it is `nil`, in what their function words tell of each of them.
  ///
  /// - Throws: ``UnicodeDataError`` when ICU cannot split words.
  public init(language: Language? = nil, tokenizer: Tokenizer) throws(UnicodeDataError) {
    reranker = try LexicalReranker(language: language, tokenizer: tokenizer)
  }

  /// The relevance of each turn, in order, higher being better; 0 for one that has nothing to do with the question.
  ///
  /// - Complexity: O(*n*) in the bytes of all turns.
  public func scores(of turns: [String], to query: Query) -> [Double] {
    reranker.relevance(of: turns.map { Chunk(id: "", text: $0) }, to: query).map(\.score)
  }
}
