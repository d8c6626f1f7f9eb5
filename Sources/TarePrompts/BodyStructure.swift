import TareText

/// The structure of a body: md4c's outline, placed in lines.
struct BodyStructure {
  let blocks: [PromptBlock]
  let lines: [PromptLine]
  let tables: [PromptTable]
  let spans: [InlineSpan]
  let codeRanges: [SourceRange]
  let unread: UnreadStructure?

  /// The structure of a file in which prompts are values: it has lines, and none of them is text.
  init(withoutText source: SourceText) {
    (blocks, tables, spans, codeRanges, unread) = ([], [], [], [], nil)
    lines = (0..<source.lineCount).map { index in
      PromptLine(index: index, range: source.lineContentRange(index), kind: .notSent)
    }
  }

  init(_ source: SourceText, body: SourceRange, dialect: MarkdownOutline.Dialect) {
    let outline = MarkdownOutline(source.bytes(in: body), dialect: dialect)
    let bodyLines = BodyLines(source, body: body)
    var placement = BlockPlacement(bodyLines)
    blocks = placement.place(outline)
    unread = outline.unread
    lines = promptLines(bodyLines, blocks: blocks)
    tables = blocks.filter { $0.kind == .table }.map { table(of: $0, bodyLines) }
    spans = outline.spans.compactMap { inlineSpan($0, in: source, body) }
    codeRanges = blocks.filter(\.isCode).map(\.range) + spans.filter { $0.kind == .code }.map(\.range)
  }
}

private func inlineSpan(_ span: MarkdownOutline.Span, in source: SourceText, _ body: SourceRange) -> InlineSpan? {
  guard let text = span.text else {
    // A link around nothing has no place, but it is a link, and a fix must not lose it.
    return span.kind == .code ? nil : InlineSpan(kind: span.kind, range: SourceRange(body.start, body.start))
  }
  guard span.kind == .code else {
    return InlineSpan(kind: span.kind, range: SourceRange(text.lowerBound, text.upperBound))
  }
  let tick = UInt8(ascii: "`")
  let before = source.utf8[body.start..<text.lowerBound].reversed()
  let behind = source.utf8[text.upperBound..<body.end]
  let opening = before.prefix { isBlank($0) }.count
  let closing = behind.prefix { isBlank($0) }.count
  return InlineSpan(
    kind: .code,
    range: SourceRange(
      text.lowerBound - opening - before.dropFirst(opening).prefix { $0 == tick }.count,
      text.upperBound + closing + behind.dropFirst(closing).prefix { $0 == tick }.count))
}

/// What CommonMark takes off the ends of code in a line: a blank, or a line end read as one.
private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D }

private func table(of block: PromptBlock, _ body: BodyLines) -> PromptTable {
  let rows = block.lines.enumerated().map { index, line in
    let content = body.content(line, listDepth: block.depth)
    var cutter = TableRowCutter(body.source, row: SourceRange(content.startIndex, content.endIndex))
    return PromptTable.Row(line: line, cells: cutter.cut(), isDelimiter: index == 1)
  }
  return PromptTable(range: block.range, rows: rows)
}

// MARK: Lines

/// Every line of the file with what it is part of.
private func promptLines(_ body: BodyLines, blocks: [PromptBlock]) -> [PromptLine] {
  let source = body.source
  var kinds = [PromptLine.Kind](repeating: .other, count: source.lineCount)
  for line in 0..<body.lines.lowerBound { kinds[line] = .frontMatter }
  for block in blocks where !block.isContainer {
    mark(block, body, &kinds)
  }
  return kinds.enumerated().map { index, kind in
    let isBody = body.lines.contains(index)
    let range = isBody ? body.range(index) : source.lineContentRange(index)
    let isBlank = isBody && kind != .code && body.isBlank(index)
    return PromptLine(index: index, range: range, kind: isBlank ? .blank : kind)
  }
}

private func mark(_ block: PromptBlock, _ body: BodyLines, _ kinds: inout [PromptLine.Kind]) {
  var isComment = false
  for line in block.lines {
    switch block.kind {
    case .heading: kinds[line] = .heading
    case .paragraph: kinds[line] = .prose
    case .fence, .indentedCode: kinds[line] = .code
    case .table: kinds[line] = .table
    case .html: kinds[line] = isTagLine(body.content(line), &isComment) ? .html : .prose
    default: break
    }
  }
}

/// Prompts wrap their text in tags, and to CommonMark all of it is HTML up to the next blank line. The tags are; a line
/// that opens with anything else is text, unless a comment is open.
private func isTagLine(_ content: ArraySlice<UInt8>, _ isComment: inout Bool) -> Bool {
  let opensComment = content.starts(with: "<!--".utf8)
  let closesComment = content.reversed().starts(with: ">--".utf8)
  let isTag = isComment || content.first == UInt8(ascii: "<")
  if opensComment || isComment { isComment = !closesComment }
  return isTag
}
