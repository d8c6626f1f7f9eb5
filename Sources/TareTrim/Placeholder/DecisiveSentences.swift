import TareConversations

/// The sentences of people and of the model that hold most of the key terms in the fewest words, each of them once.
struct DecisiveSentences {
  struct Sentence {
    let position: Int
    let role: Role
    let text: String
    let score: Int
  }

  private var sentences: [Sentence] = []
  /// How the sentences begin that stand here or elsewhere in the note, on one line.
  private var seen: Set<String>

  /// - Parameters:
  ///   - split: What finds the sentences of a text.
  ///   - quoted: What the note quotes already, as an excerpt.
  init(quoting split: ([UInt8]) -> [Range<Int>], quoted: String) {
    let text = Array(quoted.utf8)
    let sentences = split(text).map { String(decoding: text[$0], as: UTF8.self) }
    seen = Set(([quoted] + sentences).map { excerpt(of: $0) })
  }

  /// The eight best first; of equal ones the one that was said first.
  var ranked: [Sentence] {
    Array(sentences.sorted { ($0.score, $1.position) > ($1.score, $0.position) }.prefix(8))
  }

  /// Adds the sentences of a message whose terms are known.
  mutating func add(_ spoken: NoteMaterial.Spoken, role: Role, isPerson: Bool, _ terms: KeyTerms) {
    let text = spoken.text
    var rest = spoken.terms[...]
    for range in spoken.sentences.map({ text.trimmed($0) }) {
      rest = rest.drop { $0.start < range.lowerBound }
      let inside = rest.prefix { $0.start < range.upperBound }
      guard !inside.isEmpty, (8...240).contains(range.count) else { continue }
      let weight = Set(inside.map(\.term)).reduce(0) { $0 + (terms.weights[$1] ?? 0) }
      // The 40 keeps a bare number of two words from winning over the sentence that says what it is.
      let score = weight * (isPerson ? 2_000 : 1_000) / (range.count + 40)
      let sentence = String(decoding: text[range], as: UTF8.self)
      guard seen.insert(excerpt(of: sentence)).inserted else { continue }
      sentences.append(
        Sentence(position: sentences.count, role: role, text: sentence, score: score))
    }
  }
}

extension [UInt8] {
  /// The range without the blanks and line ends at both of its ends.
  fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
    let isText = { !isBlank(self[$0]) }
    guard let first = range.first(where: isText), let last = range.last(where: isText) else { return range.prefix(0) }
    return first..<(last + 1)
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
