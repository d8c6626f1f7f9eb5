import TareText

/// Finds comments that begin with `tare:` and are about findings.
struct SuppressionScanner {
  private let document: PromptDocument
  private var utf8: [UInt8] { document.source.utf8 }

  private static let mark = Array("tare:".utf8)

  init(_ document: PromptDocument) {
    self.document = document
  }

  /// The comments, from first to last.
  ///
  /// - Complexity: O(*n*) in bytes; next to nothing where no colon follows the word.
  var comments: [SuppressionComment] { marks.compactMap(comment) }

  /// Where `tare:` stands.
  private var marks: [Int] {
    var found: [Int] = []
    let bytes = utf8.span
    for index in bytes.indices where bytes[index] == UInt8(ascii: ":") && index >= Self.mark.count {
      let start = index - Self.mark.count + 1
      if bytes[start] == Self.mark[0], utf8[start...index].elementsEqual(Self.mark) { found.append(start) }
    }
    return found
  }

  private func comment(at mark: Int) -> SuppressionComment? {
    guard let opened = opening(before: mark), let content = content(from: mark + Self.mark.count, opened.notation)
    else { return nil }
    let grammar = SuppressionGrammar(utf8, content.text)
    // Other comments may talk to tare, such as the one that says that a literal is a prompt.
    guard grammar.directive.text.hasPrefix("ig") else { return nil }
    let range = SourceRange(opened.start, content.end)
    let lines = document.source.lineIndex(at: range.start)..<(document.source.lineIndex(at: range.end - 1) + 1)
    return SuppressionComment(
      directive: grammar.directive, rules: grammar.rules, until: grammar.until, reason: grammar.reason, range: range,
      lines: lines, standsAlone: standsAlone(range, lines),
      isSent: opened.notation.closing != nil && document.isSent(range.start))
  }

  /// The mark of a comment right in front of `offset`, blanks apart, that means one there.
  private func opening(before offset: Int) -> (start: Int, notation: CommentNotation)? {
    var end = offset
    while end > 0, isWhiteSpace(utf8[end - 1]) { end -= 1 }
    for notation in notations(at: offset) {
      let start = end - notation.opening.count
      guard start >= 0, utf8[start..<end].elementsEqual(notation.opening) else { continue }
      if notation.closing != nil || isFree(start) { return (start, notation) }
    }
    return nil
  }

  /// In YAML, a mark that follows a word is part of it.
  private func isFree(_ start: Int) -> Bool { start == 0 || isWhiteSpace(utf8[start - 1]) }

  private func notations(at offset: Int) -> [CommentNotation] {
    if document.holdsValues { return document.isStructure(offset) ? document.format.structureComments : [] }
    guard offset >= document.bodyRange.start else { return document.frontMatter == nil ? [] : [.hash] }
    let isTemplate = document.placeholders.contains(where: \.isComment)
    return (isTemplate ? document.language.comments : []) + (document.isCode(offset) ? [] : [.html])
  }

  /// What a comment says from `start` on, and where it ends; `nil` where it never does.
  private func content(from start: Int, _ notation: CommentNotation) -> (text: Range<Int>, end: Int)? {
    guard let closing = notation.closing else {
      let end = utf8[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? utf8.count
      return (start..<end, end)
    }
    guard let at = place(of: closing, from: start) else { return nil }
    var end = at
    while end > start, notation.trimming.contains(utf8[end - 1]) { end -= 1 }
    return (start..<end, at + closing.count)
  }

  /// Comments are short: one that is not closed within a page is none.
  private static let longest = 4_096

  private func place(of closing: [UInt8], from start: Int) -> Int? {
    let last = min(utf8.count - closing.count, start + Self.longest)
    guard start <= last else { return nil }
    return (start...last).first { utf8[$0..<($0 + closing.count)].elementsEqual(closing) }
  }

  private func standsAlone(_ range: SourceRange, _ lines: Range<Int>) -> Bool {
    let first = document.source.lineContentRange(lines.lowerBound)
    let last = document.source.lineContentRange(lines.upperBound - 1)
    let start = lines.lowerBound == 0 ? min(document.source.byteOrderMarkLength, range.start) : first.start
    return utf8[start..<range.start].allSatisfy(isWhiteSpace)
      && utf8[range.end..<max(range.end, last.end)].allSatisfy(isWhiteSpace)
  }
}
