import CTareData

/// How the keys of well-known services look: a beginning that nothing else has, and so many characters behind it.
struct SecretForms: Sendable {
  /// What a key consists of behind its beginning.
  enum Characters: String, Sendable {
    /// Letters and digits.
    case plain
    /// Capitals and digits.
    case upper
    /// Letters, digits, `-` and `_`.
    case marked
    /// The same in two parts, with a dot between them.
    case dotted
    /// Letters, digits and slashes.
    case path
  }

  /// One form.
  struct Form: Sendable {
    let prefix: [UInt8]
    let least: Int
    let most: Int
    /// The characters behind the beginning.
    let characters: Characters
    /// What the key is to, as a message calls it.
    let name: String

    /// Whether `byte` may stand behind the beginning.
    func holds(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "a")...UInt8(ascii: "z"): characters != .upper
      case UInt8(ascii: "-"), UInt8(ascii: "_"): characters == .marked || characters == .dotted
      case UInt8(ascii: "."): characters == .dotted
      case UInt8(ascii: "/"): characters == .path
      default: false
      }
    }
  }

  let forms: [Form]
  /// Words that show a key to be a made-up one, in lower case.
  let examples: [[UInt8]]

  static let shared = SecretForms(file: embeddedFile())

  /// Reads lines of the form `beginning least most characters name`, and one line `examples: word word`; a line that
  /// begins with `#` is a comment.
  init(file: [UInt8]) {
    var forms: [Form] = []
    var examples: [[UInt8]] = []
    for line in file.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let words = line.split(separator: 0x20, maxSplits: 4).map { String(decoding: $0, as: UTF8.self) }
      if words.first == "examples:" {
        examples = line.split(separator: 0x20).dropFirst().map(Array.init)
      } else if words.count == 5, let least = Int(words[1]), let most = Int(words[2]),
        let characters = Characters(rawValue: words[3])
      {
        forms.append(
          Form(prefix: Array(words[0].utf8), least: least, most: most, characters: characters, name: words[4]))
      }
    }
    self.forms = forms
    self.examples = examples
  }
}

private func embeddedFile() -> [UInt8] {
  // SAFETY: the accessor gives the start of a constant array of as many bytes as the size says.
  unsafe Array(UnsafeRawBufferPointer(start: tare_secret_forms_start(), count: tare_secret_forms_size))
}
