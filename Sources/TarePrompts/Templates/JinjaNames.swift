import TareText

/// The names a Jinja template uses and those it binds itself, with `for`, `set`, `macro`, `with` and `import`.
///
/// A name that is bound anywhere counts as bound everywhere: too few names are asked for, never too many.
struct JinjaNames {
  private var used: [TemplateVariable] = []
  private var bound: Set<String> = ["loop", "caller", "self", "super", "varargs", "kwargs", "cycler", "joiner"]

  /// Words that are no names: operators, constants, and the functions every template has.
  private static let reserved: Set<String> = [
    "and", "or", "not", "in", "is", "if", "else", "elif", "true", "false", "none", "True", "False", "None", "recursive",
    "ignore", "missing", "with", "without", "context", "as", "import",
  ]

  /// The names nobody binds, in order.
  var free: [TemplateVariable] { used.filter { !bound.contains($0.name) } }

  /// Notes the names in an expression.
  mutating func use(_ bytes: TemplateBytes, in range: Range<Int>) {
    for word in words(bytes, range) where !word.isAttribute {
      used.append(TemplateVariable(name: word.text, range: SourceRange(word.range.lowerBound, word.range.upperBound)))
    }
  }

  /// Notes what a statement binds and uses; returns the file it brings in, if any.
  mutating func statement(_ bytes: TemplateBytes, in range: Range<Int>) -> PromptReference? {
    let content = bytes.trimmedRange(range)
    var end = content.lowerBound
    while end < content.upperBound, isNamePart(bytes[end]) { end += 1 }
    let rest = end..<content.upperBound
    switch String(decoding: bytes.utf8[content.lowerBound..<end], as: UTF8.self) {
    case "for": bindBefore("in", bytes, rest)
    case "set", "with": bindAssigned(bytes, rest)
    case "macro", "call": bind(bytes, rest)
    case "include", "extends": return reference(bytes, rest)
    case "import", "from":
      bindBehind("as", "import", bytes, rest)
      return reference(bytes, rest)
    case "if", "elif", "print", "filter": use(bytes, in: rest)
    default: break
    }
    return nil
  }

  private mutating func bind(_ bytes: TemplateBytes, _ range: Range<Int>) {
    for word in words(bytes, range, includingCalls: true) { bound.insert(word.text) }
  }

  private mutating func bindBefore(_ keyword: String, _ bytes: TemplateBytes, _ range: Range<Int>) {
    let split = place(of: keyword, bytes, range) ?? range.upperBound
    bind(bytes, range.lowerBound..<split)
    use(bytes, in: split..<range.upperBound)
  }

  private mutating func bindBehind(_ first: String, _ second: String, _ bytes: TemplateBytes, _ range: Range<Int>) {
    guard let split = place(of: second, bytes, range) ?? place(of: first, bytes, range) else { return }
    bind(bytes, split..<range.upperBound)
  }

  private mutating func bindAssigned(_ bytes: TemplateBytes, _ range: Range<Int>) {
    let split = range.first { bytes[$0] == UInt8(ascii: "=") } ?? range.upperBound
    bind(bytes, range.lowerBound..<split)
    use(bytes, in: split..<range.upperBound)
  }

  private func reference(_ bytes: TemplateBytes, _ range: Range<Int>) -> PromptReference? {
    guard let open = range.first(where: { bytes[$0] == UInt8(ascii: "\"") || bytes[$0] == UInt8(ascii: "'") }),
      let close = ((open + 1)..<max(range.upperBound, open + 1)).first(where: { bytes[$0] == bytes[open] })
    else { return nil }
    let target = String(decoding: bytes.utf8[(open + 1)..<close], as: UTF8.self)
    return PromptReference(kind: .include, target: target, range: SourceRange(open + 1, close))
  }

  // MARK: Words

  private struct Word {
    let text: String
    let range: Range<Int>
    /// Whether it names a part, a filter, a test or an argument, and no value of its own.
    let isAttribute: Bool
  }

  private func place(of keyword: String, _ bytes: TemplateBytes, _ range: Range<Int>) -> Int? {
    var at = range.lowerBound
    while at < range.upperBound {
      guard isNameStart(bytes[at]) else {
        at += 1
        continue
      }
      let end = endOfName(bytes, from: at, range.upperBound)
      if bytes.utf8[at..<end].elementsEqual(keyword.utf8) { return at }
      at = end
    }
    return nil
  }

  private func words(_ bytes: TemplateBytes, _ range: Range<Int>, includingCalls: Bool = false) -> [Word] {
    var words: [Word] = []
    var at = range.lowerBound
    // What stands in front of a word decides what it is.
    var before: UInt8 = 0
    var follows = ""
    while at < range.upperBound {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        at = endOfString(bytes, from: at, range.upperBound)
        (before, follows) = (byte, "")
      } else if isNameStart(byte) {
        let end = endOfName(bytes, from: at, range.upperBound)
        let text = String(decoding: bytes.utf8[at..<end], as: UTF8.self)
        let next = bytes.skipSpace(end)
        let isCall = bytes[next] == UInt8(ascii: "(") && !includingCalls
        let isKeyword = bytes[next] == UInt8(ascii: "=") && bytes[next + 1] != UInt8(ascii: "=") && !includingCalls
        let isTest = follows == "is" || follows == "is not"
        if !Self.reserved.contains(text) {
          let isPart = before == UInt8(ascii: ".") || before == UInt8(ascii: "|") || isTest
          words.append(
            Word(text: text, range: at..<end, isAttribute: isPart || isCall || isKeyword && next < range.upperBound))
        }
        follows = follows == "is" && text == "not" ? "is not" : text
        (before, at) = (0, end)
      } else if isNamePart(byte) {
        at = endOfName(bytes, from: at, range.upperBound)
        (before, follows) = (0, "")
      } else {
        if !bytes.isSpace(byte) { (before, follows) = (byte, "") }
        at += 1
      }
    }
    return words
  }

  private func endOfName(_ bytes: TemplateBytes, from start: Int, _ limit: Int) -> Int {
    var at = start
    while at < limit, isNamePart(bytes[at]) { at += 1 }
    return at
  }

  private func endOfString(_ bytes: TemplateBytes, from start: Int, _ limit: Int) -> Int {
    var at = start + 1
    while at < limit, bytes[at] != bytes[start] { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(at + 1, limit)
  }
}
