import TareConversations

/// The words of messages that are worth naming when the messages are gone: identifiers, amounts, dates, names.
///
/// Told by their shape alone, in any language that writes words apart: a digit or an @ in the word, or, where people
/// and model speak, a capital that no beginning of a sentence explains. What a person said counts most, what a tool
/// returned least.
struct KeyTerms {
  /// The weight of each term.
  private(set) var weights: [String: Int] = [:]
  private var firstPlaces: [String: Int] = [:]

  init(of messages: [Message]) {
    for message in messages {
      let weight = message.isHuman ? 4 : message.role == .assistant ? 2 : 1
      for part in message.parts {
        for term in terms(in: part.text ?? "", withNames: weight > 1) { add(term, weight) }
      }
    }
  }

  /// The twelve that weigh most; of equal ones those that were said first.
  var best: [String] {
    let ranked = weights.sorted {
      ($0.value, firstPlaces[$1.key] ?? 0) > ($1.value, firstPlaces[$0.key] ?? 0)
    }
    return ranked.prefix(12).map(\.key)
  }

  private mutating func add(_ term: String, _ weight: Int) {
    if firstPlaces[term] == nil { firstPlaces[term] = firstPlaces.count }
    // A value that a tool repeats a hundred times is not a hundred times as important.
    weights[term] = min((weights[term] ?? 0) + weight, 40)
  }
}

/// The terms of a text, in order. Names that follow each other are one.
func terms(in text: String, withNames: Bool) -> [String] {
  var terms: [String] = []
  var name: [String] = []
  for word in termWords(of: text) {
    if withNames, word.isName, !word.opensSentence || !name.isEmpty {
      name.append(word.text)
      continue
    }
    if !name.isEmpty { terms.append(name.joined(separator: " ")) }
    name = []
    if word.isIdentifier { terms.append(word.text) }
  }
  return name.isEmpty ? terms : terms + [name.joined(separator: " ")]
}

/// A word and what stood before it.
private struct TermWord {
  let text: String
  let opensSentence: Bool

  var isIdentifier: Bool {
    (3...40).contains(text.utf8.count)
      && text.utf8.contains { $0 == UInt8(ascii: "@") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// A capital and small letters behind it: "Köln", but neither "I" nor "JSON".
  var isName: Bool {
    let scalars = text.unicodeScalars
    guard (3...40).contains(text.utf8.count), let first = scalars.first else { return false }
    return first.properties.isUppercase && scalars.dropFirst().allSatisfy(\.properties.isLowercase)
  }
}

/// The words of a text: letters, digits, and the marks that stand inside identifiers.
private func termWords(of text: String) -> [TermWord] {
  var words: [TermWord] = []
  var bytes: [UInt8] = []
  var opensSentence = true
  for byte in Array(text.utf8) + [0x20] {
    if isWordByte(byte) {
      bytes.append(byte)
      continue
    }
    while let last = bytes.last, !isWordEnd(last) { bytes.removeLast() }
    if !bytes.isEmpty {
      words.append(TermWord(text: String(decoding: bytes, as: UTF8.self), opensSentence: opensSentence))
      opensSentence = false
    }
    bytes = []
    if byte != 0x20, byte != UInt8(ascii: ",") { opensSentence = true }
  }
  return words
}

private func isWordByte(_ byte: UInt8) -> Bool {
  isWordEnd(byte) || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":")].contains(byte)
}

private func isWordEnd(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
    UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "@"), 0x80...:
    true
  default: false
  }
}
