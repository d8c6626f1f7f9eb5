import TareText

/// The words of a text for comparison: letters and digits in lower case, all marks left out.
struct WordSequence: Hashable {
  let words: [ArraySlice<UInt8>]

  init(_ text: ArraySlice<UInt8>) {
    let folded = text.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    words = folded.split { !$0.isASCIIAlphanumeric && $0 < 0x80 }
  }

  /// Whether these words are the other ones with a few left out; `nil` where they are not, and else those.
  ///
  /// - Complexity: O(*n*) in the words of `other`.
  func wordsMissing(from other: WordSequence) -> [ArraySlice<UInt8>]? {
    var rest = words[...]
    var missing: [ArraySlice<UInt8>] = []
    for word in other.words {
      if word == rest.first { rest.removeFirst() } else { missing.append(word) }
    }
    return rest.isEmpty ? missing : nil
  }
}

/// Words that change what a sentence says, however short they are.
func changesMeaning(_ word: ArraySlice<UInt8>) -> Bool {
  word.contains(where: \.isASCIIDigit) || meaningful.contains(String(decoding: word, as: UTF8.self))
}

private let meaningful = Set(AuditWords.shared[.meaningWords])
