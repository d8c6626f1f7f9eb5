internal import TareUnicode

/// The turns of a dialogue whose words are known, so that one question after another costs little, and so does a turn
/// that is added.
///
/// A ``HistoryRelevance`` makes one.
public struct HistoryIndex: Sendable {
  /// The words of each turn that carry meaning.
  private(set) var turns: TextIndex
  /// Whether each turn asks something.
  private(set) var asks: [Bool] = []
  /// Who says what to whom.
  private(set) var speakers = SpeakerCues()
  /// The words of each turn, function words included.
  private var allWords: [[Int32]] = []

  /// How many turns it holds.
  public var count: Int { turns.count }

  init(language: Language?) {
    turns = TextIndex([], Lexicon(language: language))
  }

  mutating func append(_ texts: [String], by splitter: WordSplitter) {
    var lexicon = turns.lexicon
    for text in texts {
      allWords.append(lexicon.read(text, by: splitter))
      asks.append(endsWithQuestionMark(text))
      speakers.append(text) { splitter.forms(of: $0, in: &$1) }
    }
    lexicon.settle()
    let kept = lexicon.language == turns.lexicon.language ? turns.texts : []
    turns = TextIndex(kept + meaningful(allWords[kept.count...], lexicon), lexicon)
  }

  /// The index with its words stemmed as those of another language.
  func stemmed(as language: Language) -> HistoryIndex {
    var index = self
    let lexicon = turns.lexicon.stemmed(as: language)
    index.turns = TextIndex(meaningful(allWords[...], lexicon), lexicon)
    return index
  }

  private func meaningful(_ words: ArraySlice<[Int32]>, _ lexicon: Lexicon) -> [[Int32]] {
    words.map { $0.filter { !lexicon.isFunctionWord(Int($0)) } }
  }
}

private func endsWithQuestionMark(_ text: String) -> Bool {
  let last = text.unicodeScalars.reversed().first { !$0.properties.isWhitespace }
  return last == "?" || last == "？" || last == "؟"
}
