import TareText

/// Gives the blocks of an outline their lines.
///
/// ```
/// outline            body                     placed
/// heading  text 4    0  # Rules               heading    0
/// list               1
///   item             2  - Answer briefly      list 2-5   item 2
///     paragraph ...  3  - Like this:                     item 3-5
///   item             4    ```                              fence 4-5
///     fence 1 line   5    ```
/// ```
/// Leaves come in the order of the text, so one cursor walks the lines once: a leaf with text is anchored by it, one
/// without (an empty fence, a rule) is the next line that looks like it, in front of the next anchor. What holds leaves
/// spans them. A search that finds its line moves the cursor behind it, so that no line is searched twice; one that
/// finds none would go over the same lines again and again, so all of them together may visit only so many.
struct BlockPlacement {
  private let body: BodyLines
  private var cursor: Int
  private let end: Int
  /// The first line on which text of a later leaf stands.
  private var nextAnchor: Int
  /// How many lines were looked at for leaves without text.
  private(set) var visitedLines = 0
  /// The column in which the content of each list item begins, by the index of its block.
  private var itemColumns: [Int: Int] = [:]

  init(_ body: BodyLines) {
    self.body = body
    cursor = body.lines.lowerBound
    end = body.lines.upperBound
    nextAnchor = body.lines.upperBound
  }

  /// How often searches may visit each line on average; past it, a leaf without text stands where the cursor is.
  private static let visitLimit = 16

  /// The blocks of `outline` with their lines, in the same order.
  mutating func place(_ outline: MarkdownOutline) -> [PromptBlock] {
    var lines = [Range<Int>?](repeating: nil, count: outline.blocks.count)
    let nextAnchors = anchorsBehind(outline.blocks)
    var places = [Int](repeating: end, count: outline.blocks.count)
    for (index, block) in outline.blocks.enumerated() {
      places[index] = cursor
      if isContainer(block.kind) { continue }
      nextAnchor = nextAnchors[index]
      let placed = leafLines(block).clamped(to: cursor..<max(cursor, nextAnchor))
      lines[index] = placed
      noteItem(of: block, firstLine: placed.lowerBound)
      cursor = max(cursor, placed.upperBound)
    }
    for index in outline.blocks.indices.reversed() {
      guard let parent = outline.blocks[index].parent, let inner = lines[index] else { continue }
      lines[parent] = lines[parent].map { inner.lowerBound..<max($0.upperBound, inner.upperBound) } ?? inner
    }
    return outline.blocks.enumerated().map { index, block in
      let lines = lines[index] ?? places[index]..<places[index]
      return PromptBlock(
        kind: block.kind, lines: lines, range: range(of: lines), parent: block.parent, depth: block.depth)
    }
  }

  /// The first leaf of an item tells where the item's content begins.
  private mutating func noteItem(of block: MarkdownOutline.Block, firstLine: Int) {
    guard let parent = block.parent, block.listDepth > 0, itemColumns[parent] == nil, firstLine < end else { return }
    itemColumns[parent] = body.contentColumn(firstLine, listDepth: block.listDepth)
  }

  private func isContainer(_ kind: PromptBlock.Kind) -> Bool {
    switch kind {
    case .quote, .list, .listItem: true
    default: false
    }
  }

  private func range(of lines: Range<Int>) -> SourceRange {
    guard let first = lines.first, let last = lines.last else {
      let offset = body.lines.contains(lines.lowerBound) ? body.range(lines.lowerBound).start : body.source.utf8.count
      return SourceRange(offset, offset)
    }
    return SourceRange(body.range(first).start, body.range(last).end)
  }

  /// For each block, the first line on which text of a later leaf stands.
  private func anchorsBehind(_ blocks: [MarkdownOutline.Block]) -> [Int] {
    var anchors = [Int](repeating: end, count: blocks.count)
    var next = end
    for index in blocks.indices.reversed() {
      anchors[index] = next
      if let text = blocks[index].text { next = line(at: text.lowerBound) }
    }
    return anchors
  }

  private func line(at offset: Int) -> Int { body.source.lineIndex(at: offset) }

  // MARK: Leaves

  private mutating func leafLines(_ block: MarkdownOutline.Block) -> Range<Int> {
    switch block.kind {
    case .heading: headingLines(block)
    case .fence: fenceLines(block)
    case .indentedCode, .html: anchoredLines(block)
    case .table: tableLines(block)
    case .thematicBreak: ruleLines(block)
    default: paragraphLines(block)
    }
  }

  /// The first line from the cursor to the next anchor that `condition` accepts, or the cursor itself.
  private mutating func search(_ condition: (Int) -> Bool) -> Int {
    for line in cursor..<max(cursor, nextAnchor) {
      guard visitedLines < Self.visitLimit * body.lines.count else { break }
      visitedLines += 1
      if condition(line) { return line }
    }
    return min(cursor, max(end - 1, body.lines.lowerBound))
  }

  private mutating func headingLines(_ block: MarkdownOutline.Block) -> Range<Int> {
    guard let text = block.text else {
      let found = search { [body] line in
        body.content(line, listDepth: block.listDepth).isMarkedHeading || body.isUnderlined(line)
      }
      return found..<(body.isUnderlined(found) ? found + 2 : found + 1)
    }
    let first = line(at: text.lowerBound)
    if body.content(first, listDepth: block.listDepth).isMarkedHeading { return first..<(first + 1) }
    // An underlined heading: its text may run over lines, and the underline is the line behind them.
    let last = line(at: text.upperBound - 1)
    return extendedUpwards(first, block)..<(last + 2)
  }

  private mutating func fenceLines(_ block: MarkdownOutline.Block) -> Range<Int> {
    let opening = openingLine(of: block)
    guard opening < end else { return opening..<opening }
    let length = body.content(opening, listDepth: block.listDepth).leading(block.fence)
    let behind = opening + block.lineCount + 1
    let isClosed =
      behind < end && body.content(behind).isFence(of: block.fence, length: length)
      && isInside(block, line: behind, opening: opening)
    return opening..<(isClosed ? behind + 1 : behind)
  }

  /// The line of the opening fence: behind it stand only blank lines before the first text, and without any text it is
  /// the next fence there is.
  private mutating func openingLine(of block: MarkdownOutline.Block) -> Int {
    if let text = block.text {
      var above = line(at: text.lowerBound) - 1
      while above > cursor, body.isBlank(above) { above -= 1 }
      if above >= cursor, body.content(above, listDepth: block.listDepth).isFence(of: block.fence) { return above }
    }
    return search { [body] in body.content($0, listDepth: block.listDepth).isFence(of: block.fence) }
  }

  /// Whether a line that closes a fence stands in the containers of the block, and not behind their end: it has the
  /// quotation marks of the opening line, and is indented as far as the content of the item.
  private func isInside(_ block: MarkdownOutline.Block, line: Int, opening: Int) -> Bool {
    guard body.quoteMarks(line) == body.quoteMarks(opening) else { return false }
    guard block.listDepth > 0 else { return true }
    let known = block.parent.flatMap { itemColumns[$0] }
    return body.contentColumn(line) >= known ?? body.contentColumn(opening, listDepth: block.listDepth)
  }

  private mutating func anchoredLines(_ block: MarkdownOutline.Block) -> Range<Int> {
    let first = block.text.map { line(at: $0.lowerBound) } ?? search { [body] in !body.isBlank($0) }
    return first..<(first + max(block.lineCount, 1))
  }

  /// A header, the line of dashes below it, and the other rows.
  private mutating func tableLines(_ block: MarkdownOutline.Block) -> Range<Int> {
    let header: Int
    if let text = block.text {
      let anchor = line(at: text.lowerBound)
      header = anchor - (block.anchorRow > 0 ? block.anchorRow + 1 : 0)
    } else {
      header = search { [body] in $0 + 1 < body.lines.upperBound && body.content($0 + 1).isDelimiterRow }
    }
    return max(header, cursor)..<(max(header, cursor) + block.rowCount + 1)
  }

  private mutating func ruleLines(_ block: MarkdownOutline.Block) -> Range<Int> {
    let found = search { [body] in body.isThematicBreak($0, listDepth: block.listDepth) }
    return found..<(found + 1)
  }

  /// The lines that hold its text, and the lines beside them that hold only what md4c reports without text: an image
  /// without a caption, the second half of a link.
  private mutating func paragraphLines(_ block: MarkdownOutline.Block) -> Range<Int> {
    let first =
      block.text.map { extendedUpwards(line(at: $0.lowerBound), block) }
      ?? search { [body] line in
        !body.isBlank(line, listDepth: block.listDepth) && !body.content(line).isLinkDefinition
      }
    var last = block.text.map { line(at: $0.upperBound - 1) } ?? first
    while last + 1 < min(nextAnchor, end), continuesParagraph(last + 1, listDepth: 0) { last += 1 }
    return first..<(last + 1)
  }

  private func extendedUpwards(_ line: Int, _ block: MarkdownOutline.Block) -> Int {
    var first = line
    while first > cursor, !(block.listDepth > 0 && body.opensItem(first)),
      body.quoteMarks(first - 1) >= body.quoteMarks(first), continuesParagraph(first - 1, listDepth: block.listDepth)
    { first -= 1 }
    return first
  }

  /// Whether a line without text of its own can belong to the paragraph it touches.
  private func continuesParagraph(_ line: Int, listDepth: Int) -> Bool {
    let content = body.content(line, listDepth: listDepth)
    guard !content.isEmpty, !content.isThematicBreak, !content.isMarkedHeading, !content.isLinkDefinition else {
      return false
    }
    return !content.isFence(of: UInt8(ascii: "`")) && !content.isFence(of: UInt8(ascii: "~"))
      && !(listDepth == 0 && ("-+*".utf8.contains(content.first ?? 0) || body.opensItem(line)))
  }
}
