/// A term and where it stands in its text.
struct TermOccurrence {
  let start: Int
  let term: String
}

/// Finds the terms of a text by their shape: words with a digit or an @ in them, and words with a capital that no
/// beginning of a sentence explains. Names that follow each other are one term.
///
/// - Complexity: O(*n*) in bytes; only what is a term becomes a string.
struct TermScanner {
  private let text: [UInt8]
  private var terms: [TermOccurrence] = []
  private var name: Range<Int>?

  init(_ text: [UInt8]) { self.text = text }

  mutating func scan() -> [TermOccurrence] {
    var start: Int?
    var opensSentence = true
    for index in 0...text.count {
      if index < text.count, isWordByte(text[index]) {
        start = start ?? index
        continue
      }
      if let first = start {
        let word = first..<endOfWord(first, index)
        if !word.isEmpty { read(word, opensSentence: opensSentence) }
        opensSentence = word.isEmpty
      }
      start = nil
      let opens = index < text.count && text[index] != 0x20 && text[index] != UInt8(ascii: ",")
      if opens || (index > 0 && isSentenceEnd(text[index - 1])) { opensSentence = true }
    }
    flushName()
    return terms
  }

  private mutating func read(_ word: Range<Int>, opensSentence: Bool) {
    if isName(word), !opensSentence {
      if let start = name, start.upperBound + 1 == word.lowerBound {
        name = start.lowerBound..<word.upperBound
      } else {
        flushName()
        name = word
      }
    } else {
      flushName()
      if isIdentifier(word) { add(word) }
    }
  }

  private mutating func flushName() {
    if let name { add(name) }
    name = nil
  }

  private mutating func add(_ word: Range<Int>) {
    terms.append(TermOccurrence(start: word.lowerBound, term: String(decoding: text[word], as: UTF8.self)))
  }

  /// The end of a word without the marks that stand inside identifiers and also behind words.
  private func endOfWord(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, !isLetterOrDigit(text[end - 1]) { end -= 1 }
    return end
  }

  private func isIdentifier(_ word: Range<Int>) -> Bool {
    (3...40).contains(word.count) && text[word].contains { isDigit($0) || $0 == UInt8(ascii: "@") }
  }

  /// A capital and small letters behind it: "Köln", but neither "I" nor "JSON".
  private func isName(_ word: Range<Int>) -> Bool {
    guard (3...40).contains(word.count), isCapital(at: word.lowerBound) else { return false }
    return text[word.dropFirst()].allSatisfy { $0 >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  private func isCapital(at index: Int) -> Bool {
    guard text[index] >= 0x80 else { return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(text[index]) }
    let scalar = String(decoding: text[index..<min(index + 4, text.count)], as: UTF8.self).unicodeScalars.first
    return scalar?.properties.isUppercase ?? false
  }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  isLetterOrDigit(byte) || (UInt8(ascii: "-")...UInt8(ascii: "/")).contains(byte) || byte == UInt8(ascii: ":")
}

private func isSentenceEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") }

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "@")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...: true
  default: isDigit(byte)
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
