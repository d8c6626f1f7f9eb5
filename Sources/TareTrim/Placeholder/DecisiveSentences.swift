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

  /// The eight best first; of equal ones the one that was said first.
  var ranked: [Sentence] {
    Array(sentences.sorted { ($0.score, $1.position) > ($1.score, $0.position) }.prefix(8))
  }

  /// Adds the sentences of a message whose terms are known.
  mutating func add(_ text: [UInt8], of message: Message, _ occurrences: [TermOccurrence], _ terms: KeyTerms) {
    var rest = occurrences[...]
    for range in sentenceRanges(of: text) {
      rest = rest.drop { $0.start < range.lowerBound }
      let inside = rest.prefix { $0.start < range.upperBound }
      guard !inside.isEmpty, (8...240).contains(range.count) else { continue }
      let weight = Set(inside.map(\.term)).reduce(0) { $0 + (terms.weights[$1] ?? 0) }
      // The 40 keeps a bare number of two words from winning over the sentence that says what it is.
      let score = weight * (message.isHuman ? 2_000 : 1_000) / (range.count + 40)
      sentences.append(
        Sentence(
          position: sentences.count, role: message.role, text: String(decoding: text[range], as: UTF8.self),
          score: score))
    }
  }
}

/// Where the sentences of a text stand: between line ends, and up to a mark that ends a sentence.
func sentenceRanges(of text: [UInt8]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var start = 0
  func close(at end: Int) {
    let first = text[start..<end].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? end
    if first < end { ranges.append(first..<end) }
  }
  for index in text.indices where endsSentence(text, at: index) {
    let end = text[index] == 0x0A || text[index] == 0x0D ? index : index + 1
    close(at: end)
    start = index + 1
  }
  close(at: text.count)
  return ranges
}

/// A line end, a mark with a blank behind it, or the last byte of a full-width mark.
private func endsSentence(_ text: [UInt8], at index: Int) -> Bool {
  switch text[index] {
  case 0x0A, 0x0D: return true
  case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
    return index + 1 < text.count && (text[index + 1] == 0x20 || text[index + 1] == 0x09)
  case 0x82, 0x81, 0x9F:
    guard index >= 2 else { return false }
    let mark = (text[index - 2], text[index - 1], text[index])
    return mark == (0xE3, 0x80, 0x82) || mark == (0xEF, 0xBC, 0x81) || mark == (0xEF, 0xBC, 0x9F)
  default: return false
  }
}
