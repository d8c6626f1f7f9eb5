internal import TareUnicode

/// The turns of a dialogue whose words are known, so that one question after another costs little, and so does a turn
/// that is added.
///
/// A ``HistoryRelevance`` makes one.
public struct HistoryIndex: Sendable {
  /// The different words of the turns.
  private(set) var lexicon: Lexicon
  /// The words of each turn that carry meaning, in order.
  private(set) var turns: [[Int32]] = []
  /// Whether each turn asks something.
  private(set) var asks: [Bool] = []
  /// Who says what to whom.
  private(set) var speakers = SpeakerCues()
  /// The words of each turn, function words included.
  private var allWords: [[Int32]] = []

  /// How many turns it holds.
  public var count: Int { turns.count }

  init(language: Language?) {
    lexicon = Lexicon(language: language)
  }

  mutating func append(_ texts: [String], by splitter: WordSplitter) {
    let language = lexicon.language
    for text in texts {
      allWords.append(lexicon.read(text, by: splitter))
      asks.append(endsWithQuestionMark(text))
      speakers.append(text) { splitter.forms(of: $0, in: &$1) }
    }
    lexicon.settle()
    if lexicon.language != language { turns = [] }
    dropFunctionWords()
  }

  /// The index with its words stemmed as those of another language.
  func stemmed(as language: Language) -> HistoryIndex {
    var index = self
    index.lexicon = lexicon.stemmed(as: language)
    index.turns = []
    index.dropFunctionWords()
    return index
  }

  private mutating func dropFunctionWords() {
    for words in allWords[turns.count...] { turns.append(words.filter { !lexicon.isFunctionWord(Int($0)) }) }
  }
}

private func endsWithQuestionMark(_ text: String) -> Bool {
  let last = text.unicodeScalars.reversed().first { !$0.properties.isWhitespace }
  return last == "?" || last == "？" || last == "؟"
}
