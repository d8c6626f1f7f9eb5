public import TareTokens
public import TareUnicode

/// Judges how much each turn of a dialogue helps to answer a question about it: no model, no network, the same answer
/// each time.
///
/// A turn is judged by its own words, by those of the turns beside it, and by who says it:
/// ```
/// words        BM25 over stems without function words, and over words that may answer, such as `dog` for `pet`
/// + ½ grams    BM25 over runs of characters inside words
/// → spread     over the two turns before and after, because an answer often stands beside what names its subject
/// + 0.7 window BM25 over the nine turns around it, which holds what the whole exchange is about
/// × speaker    more for the turns of the one person that the question names
/// × asking     less for a turn that asks, since the answer stands beside it
/// ```
/// A speaker is known by a name and a colon in front of most turns, or by the names with which the others address them.
public struct HistoryRelevance: Sendable {
  private let language: Language?
  private let information: WordInformation
  private let splitter: WordSplitter

  /// Judges dialogues in `language`, or, if it is `nil`, in what their function words tell of each of them.
  ///
  /// - Throws: ``UnicodeDataError`` when ICU cannot split words.
  public init(language: Language? = nil, tokenizer: Tokenizer) throws(UnicodeDataError) {
    self.language = language
    information = WordInformation(tokenizer)
    splitter = try WordSplitter()
  }

  /// The relevance of each turn, in order, from 0 for one that has nothing to do with the question to 1 for the best.
  ///
  /// - Complexity: O(*n*) in the bytes of all turns.
  public func scores(of turns: [String], to query: Query) -> [Double] {
    scores(in: index(of: turns), to: query)
  }

  /// The words of a dialogue, for one question after another.
  ///
  /// - Complexity: O(*n*) in the bytes of all turns.
  public func index(of turns: [String]) -> HistoryIndex {
    var index = HistoryIndex(language: language)
    index.append(turns, by: splitter)
    return index
  }

  /// Adds turns behind those of an index, which is then the same as if it had been made of all of them.
  ///
  /// - Complexity: O(*n*) in the bytes of the new turns, except where they change the language that is found.
  public func append(_ turns: [String], to index: inout HistoryIndex) {
    index.append(turns, by: splitter)
  }

  /// The relevance of each turn of an index, the same as ``scores(of:to:)`` has for its turns.
  ///
  /// - Complexity: O(*n*) in the words of all turns, none of which is read again.
  public func scores(in index: HistoryIndex, to query: Query) -> [Double] {
    let index = settled(index, for: query)
    let question = HistoryQuestion(query, in: index.turns.lexicon, by: splitter, information)
    let scores = TurnScores(question, in: index.turns)
    let byPerson = index.speakers.turns(
      byPersonIn: (0..<question.words.forms.count).lazy.map { question.words.forms[$0] })
    return index.asks.indices.map { turn in
      scores.combined[turn] * (byPerson?[turn] == true ? 1.4 : 1) * (index.asks[turn] ? 0.85 : 1)
    }.relativeToMaximum
  }

  /// Turns that tell no language are taken to be in that of the question.
  private func settled(_ index: HistoryIndex, for query: Query) -> HistoryIndex {
    guard index.turns.lexicon.language == nil else { return index }
    return Lexicon(of: query, by: splitter).language.map { index.stemmed(as: $0) } ?? index
  }
}
