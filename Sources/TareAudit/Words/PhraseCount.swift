import TarePrompts
import TareText

/// Phrases of one list in the running text of a prompt.
///
/// Quotations, examples and data are not looked at: there the words are somebody else's.
struct PhraseCount {
  let found: [SourceRange]

  init(_ search: PhraseSearch, in document: PromptDocument) {
    found = document.proseLines.filter { document.zones.kinds(ofLine: $0.index).isEmpty }.flatMap {
      line -> [SourceRange] in
      let text = document.source.bytes(in: line.range)
      let matches = search.matches(in: text, wholeWords: true).map(\.range)
      guard !matches.isEmpty, !document.zones.isLabelled(line.index) else { return [] }
      return Self.unquoted(matches, in: text).filter { !document.isCode($0.start) }
    }
  }

  /// Those of `matches`, which are in order, at which no quotation is open.
  private static func unquoted(_ matches: [SourceRange], in text: ArraySlice<UInt8>) -> [SourceRange] {
    var isOpen = false
    var seen = text.startIndex
    return matches.filter { match in
      for byte in text[seen..<match.start] where byte == UInt8(ascii: "\"") { isOpen.toggle() }
      seen = match.start
      return !isOpen
    }
  }

  /// The one finding of a rule that counts phrases, at the first of them; none where there are none.
  func finding(_ page: RulePage, _ document: PromptDocument, _ tokens: PromptTokens) -> Finding? {
    guard let first = found.first else { return nil }
    let cost = found.reduce(0) { $0 + tokens.count(in: $1) }
    let phrase = document.source.string(in: first)
    let message: Finding.Message =
      found.count == 1 ? "\"\(phrase)\"" : "\(found.count.grouped) phrases (the first is \"\(phrase)\")"
    return Finding(page, message, at: first, cost: .held(cost))
  }
}
