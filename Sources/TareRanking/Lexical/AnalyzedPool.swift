internal import TareUnicode

/// A question and its chunks as numbered words.
///
/// Every different word is folded, stemmed and cut into grams once, however often it occurs.
struct AnalyzedPool {
  /// The words as they occur, case folded.
  private(set) var forms = WordTable()
  /// The script of each form, by its first character.
  private(set) var scripts: [Script] = []
  /// The number of each form's stem.
  private(set) var stems: [Int] = []
  /// How many different stems there are.
  private(set) var stemCount = 0
  /// The language of the words in Latin letters, if there are any.
  private(set) var language: Language?

  /// The forms of the question, in order.
  private(set) var query: [Int] = []
  /// The forms of each chunk's text, in order.
  private(set) var chunks: [[Int]] = []
  /// The forms of each chunk's title.
  private(set) var titles: [[Int]] = []

  init(_ chunks: [Chunk], _ query: Query, language: Language?, splitter: WordSplitter) {
    self.query = splitter.forms(of: query.text, in: &forms)
    self.chunks = chunks.map { splitter.forms(of: $0.text, in: &forms) }
    titles = chunks.map { splitter.forms(of: $0.title ?? "", in: &forms) }
    scripts = (0..<forms.count).map { Script(ofWord: forms[$0]) }
    self.language = language ?? StopWords.shared.language(ofWords: frequencies())
    stemForms()
  }

  private mutating func stemForms() {
    var stemming = Stemming(latin: language)
    var table = WordTable()
    stems = (0..<forms.count).map { stemming.stem(of: forms[$0], in: scripts[$0], numberedBy: &table) }
    stemCount = table.count
  }

  private func frequencies() -> [(word: ArraySlice<UInt8>, count: Int)] {
    var counts = [Int](repeating: 0, count: forms.count)
    for form in query { counts[form] += 1 }
    for chunk in chunks { for form in chunk { counts[form] += 1 } }
    return counts.indices.map { (forms[$0], counts[$0]) }
  }
}

/// Folds a text and numbers its words.
struct WordSplitter: Sendable {
  private let folding: Normalizer
  private let boundaries: WordBoundaries

  init() throws(UnicodeDataError) {
    folding = try Normalizer(.nfkcCasefold)
    boundaries = try WordBoundaries()
  }

  func forms(of text: String, in table: inout WordTable) -> [Int] {
    let folded = folding.normalized(text.utf8Span.span)
    var forms: [Int] = []
    for word in boundaries.words(in: folded.span) { forms.append(table.number(of: folded.span.extracting(word))) }
    return forms
  }
}

extension Script {
  /// The script of the first character.
  init(ofWord word: ArraySlice<UInt8>) {
    var decoder = UTF8()
    var bytes = word.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else {
      self = .unknown
      return
    }
    self.init(of: scalar)
  }
}
