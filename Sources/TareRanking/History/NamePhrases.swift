/// The phrases of a turn that may name its speaker or whom it addresses.
struct NamePhrases {
  /// What stands before a colon in front, if it may be a name: one to three words, the first in capitals or of a
  /// script without them.
  private(set) var label: String?
  /// Words that stand by themselves between punctuation, or behind one other as in `Hey Maria`, with a capital.
  private(set) var addressed: [String] = []

  /// The longest name, in scalars.
  private static let nameLimit = 40

  init(_ text: String) {
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    if let colon = scalars.prefix(Self.nameLimit).firstIndex(of: ":") {
      let words = scalars[..<colon].split { $0 == " " }
      if (1...3).contains(words.count), words.allSatisfy({ $0.first?.mayBeginName == true && !$0.contains("\n") }) {
        label = String(scalars[..<colon])
        start = scalars.index(after: colon)
      }
    }
    for phrase in scalars[start...].split(whereSeparator: \.endsPhrase) {
      let words = phrase.split(maxSplits: 2) { $0 == " " || $0 == "\n" }
      guard words.count <= 2, let name = words.last, name.first?.properties.isUppercase == true else { continue }
      addressed.append(String(name))
    }
  }
}

extension Unicode.Scalar {
  fileprivate var mayBeginName: Bool { properties.isAlphabetic && !properties.isLowercase }

  fileprivate var endsPhrase: Bool {
    switch self {
    case ",", ".", "!", "?", ";", ":", "…", "\n", "\r", "¡", "¿", "(", ")", "—", "–": true
    default: false
    }
  }
}
