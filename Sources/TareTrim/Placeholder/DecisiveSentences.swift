import TareConversations

/// The sentences of people and of the model that hold most of the key terms in the fewest words.
struct DecisiveSentences {
  struct Sentence {
    let position: Int
    let role: Role
    let text: String
    let score: Int
  }

  private var sentences: [Sentence] = []

  init(of messages: [Message], terms: KeyTerms) {
    for message in messages where message.isHuman || message.role == .assistant {
      guard !SummaryPlaceholder.isPlaceholder(message) else { continue }
      for text in sentenceTexts(of: message.text) { add(text, by: message, terms) }
    }
  }

  /// The eight best first; of equal ones the one that was said first.
  var ranked: [Sentence] {
    Array(sentences.sorted { ($0.score, $1.position) > ($1.score, $0.position) }.prefix(8))
  }

  private mutating func add(_ text: String, by message: Message, _ terms: KeyTerms) {
    guard (8...240).contains(text.utf8.count) else { return }
    let weight = Set(TareTrim.terms(in: text, withNames: true)).reduce(0) { $0 + (terms.weights[$1] ?? 0) }
    guard weight > 0 else { return }
    // The 40 keeps a bare number of two words from winning over the sentence that says what it is.
    let score = weight * (message.isHuman ? 2_000 : 1_000) / (text.utf8.count + 40)
    sentences.append(Sentence(position: sentences.count, role: message.role, text: text, score: score))
  }
}

/// A text cut at line ends and behind the marks that end a sentence.
private func sentenceTexts(of text: String) -> [String] {
  var sentences: [String] = []
  var current = String.UnicodeScalarView()
  var endsSentence = false
  for scalar in text.unicodeScalars {
    let isSpace = scalar == " " || scalar == "\t"
    if scalar == "\n" || scalar == "\r" || (endsSentence && isSpace) {
      sentences.append(String(current))
      current = String.UnicodeScalarView()
    } else if !isSpace || !current.isEmpty {
      current.append(scalar)
    }
    endsSentence = [".", "!", "?"].contains(scalar)
    if ["。", "！", "？"].contains(scalar) {
      sentences.append(String(current))
      current = String.UnicodeScalarView()
    }
  }
  return (sentences + [String(current)]).filter { !$0.isEmpty }
}
