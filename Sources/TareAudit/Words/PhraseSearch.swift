import TarePrompts
import TareText

/// Finds phrases of a list in a text, in one pass.
struct PhraseSearch: Sendable {
  /// The phrases, under their first byte.
  private let phrases: [[Phrase]]
  private let ignoresCase: Bool

  private struct Phrase: Sendable {
    let bytes: [UInt8]
    let index: Int
  }

  /// A phrase where it was found.
  struct Match {
    let range: SourceRange
    /// Which of the phrases it is.
    let index: Int
  }

  /// A search for `list`. Case is ignored in letters of ASCII only, and the phrases are given in lower case then.
  init(_ list: [[UInt8]], ignoringCase: Bool) {
    var phrases = [[Phrase]](repeating: [], count: 256)
    for (index, bytes) in list.enumerated() {
      guard let first = bytes.first else { continue }
      phrases[Int(first)].append(Phrase(bytes: bytes, index: index))
    }
    // The longest that fits is the one that is meant.
    self.phrases = phrases.map { $0.sorted { ($1.bytes.count, $0.index) < ($0.bytes.count, $1.index) } }
    ignoresCase = ignoringCase
  }

  /// A search for a list of the data file.
  init(_ list: AuditWords.List) {
    self.init(AuditWords.shared[list].map { Array($0.utf8) }, ignoringCase: true)
  }

  /// The phrases in `text`, from first to last, none over another.
  ///
  /// - Parameter wholeWords: Whether a letter or digit beside a phrase makes it another word.
  func matches(in text: ArraySlice<UInt8>, wholeWords: Bool) -> [Match] {
    var found: [Match] = []
    var index = text.startIndex
    while index < text.endIndex {
      if let match = match(at: index, in: text, wholeWords) {
        found.append(match)
        index = match.range.end
      } else {
        index += 1
      }
    }
    return found
  }

  private func match(at index: Int, in text: ArraySlice<UInt8>, _ wholeWords: Bool) -> Match? {
    for phrase in phrases[Int(folded(text[index]))] {
      let end = index + phrase.bytes.count
      guard end <= text.endIndex, zip(phrase.bytes, text[index..<end]).allSatisfy({ $0 == folded($1) }) else {
        continue
      }
      if wholeWords, isWordPart(text, index - 1) || isWordPart(text, end) { continue }
      return Match(range: SourceRange(index, end), index: phrase.index)
    }
    return nil
  }

  private func folded(_ byte: UInt8) -> UInt8 {
    ignoresCase && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private func isWordPart(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
    text.indices.contains(index) && (text[index] >= 0x80 || text[index].isASCIIAlphanumeric)
  }
}

extension UInt8 {
  /// Whether this is a digit or a letter of ASCII.
  var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }
  /// Whether this is a digit of ASCII.
  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
  /// Whether this is a letter of ASCII.
  var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
