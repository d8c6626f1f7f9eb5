import TarePrompts
import TareText

/// Which names of a Jinja template stand for the same in every request, because the template says itself what they are.
///
/// ```
/// {% set desk = "Lisbon" %}          {{ desk }} is the same always
/// {% set who = user.name %}          {{ who }} is not, and neither is what is made of it
/// {% for tool in tools %}            {{ tool.name }} changes with tools
/// {% macro item(text) %}             {{ text }} is what the call says, and the call is looked at
/// ```
struct TemplateConstants {
  private let isJinja: Bool
  /// Names that the template binds to what changes.
  private var changing: Set<Substring> = []
  /// Functions that give the same for the same arguments: Jinja's own, and the macros of the template.
  private var functions: Set<Substring> = ["range", "dict", "namespace", "cycler", "joiner", "super", "caller"]
  /// Where names stand that the template does not bind, in order.
  private let freeOffsets: [Int]

  init(_ document: PromptDocument) {
    isJinja = document.language == .jinja
    freeOffsets = isJinja ? document.variables.map(\.range.start).sorted() : []
    guard isJinja else { return }
    let statements = document.placeholders.filter { $0.syntax == .statement }
    functions.formUnion(statements.flatMap(Self.functions))
    // What is bound from what changes changes too, however many steps lie between; each step binds one name at least.
    var count = -1
    while count != changing.count {
      count = changing.count
      for index in statements.indices { bind(statements, index) }
    }
  }

  /// Whether what is filled in at `placeholder` is the same in every request.
  func isConstant(_ placeholder: Placeholder) -> Bool {
    isJinja && placeholder.syntax == .doubleBrace && !depends(placeholder)
  }

  private mutating func bind(_ statements: [Placeholder], _ index: Int) {
    let statement = statements[index]
    let words = Self.words(statement.name).map(\.text)
    switch words.first {
    case "for":
      if depends(statement) { changing.formUnion(words.dropFirst().prefix { $0 != "in" }) }
    case "with":
      if depends(statement) { changing.formUnion(words.dropFirst()) }
    case "set" where statement.name.contains("="):
      let bound = Self.words(String(statement.name.prefix { $0 != "=" })).dropFirst().map(\.text)
      if depends(statement, binding: Set(bound)) { changing.formUnion(bound) }
    case "set":
      // What a block binds is all that stands in it.
      let end = statements[index...].first { $0.name == "endset" }?.range.start ?? Int.max
      if hasFree(statement.range.start, end) { changing.formUnion(words.dropFirst()) }
    default: break
    }
  }

  /// Whether something of the request is in it: a name that nobody binds, one bound to what changes, or a function that
  /// may give something else each time.
  private func depends(_ placeholder: Placeholder, binding bound: Set<Substring> = []) -> Bool {
    hasFree(placeholder.range.start, placeholder.range.end)
      || Self.words(placeholder.name).contains { word in
        word.isCall ? !functions.contains(word.text) : changing.contains(word.text) && !bound.contains(word.text)
      }
  }

  private func hasFree(_ start: Int, _ end: Int) -> Bool {
    var (low, high) = (0, freeOffsets.count)
    while low < high {
      let middle = (low + high) / 2
      if freeOffsets[middle] < start { low = middle + 1 } else { high = middle }
    }
    return low < freeOffsets.count && freeOffsets[low] < end
  }

  /// The functions that a statement brings in.
  private static func functions(_ statement: Placeholder) -> [Substring] {
    let words = words(statement.name).map(\.text)
    switch words.first {
    case "macro": return Array(words.dropFirst().prefix(1))
    case "from", "import": return Array(words.drop { $0 != "import" }.dropFirst())
    default: return []
    }
  }

  /// The names in an expression but those of parts, and whether each is called. What stands in quotes counts too: a name
  /// too many only keeps a value among those that change.
  private static func words(_ text: String) -> [(text: Substring, isCall: Bool)] {
    var words: [(Substring, Bool)] = []
    let utf8 = text.utf8
    var index = utf8.startIndex
    while index < utf8.endIndex {
      let end = utf8[index...].firstIndex { !isNamePart($0) } ?? utf8.endIndex
      guard end > index else {
        index = utf8.index(after: index)
        continue
      }
      let before = index > utf8.startIndex ? utf8[utf8.index(before: index)] : 0
      if before != UInt8(ascii: ".") {
        words.append((text[index..<end], end < utf8.endIndex && utf8[end] == UInt8(ascii: "(")))
      }
      index = end
    }
    return words
  }

  private static func isNamePart(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") }
}
