import TareJSON
public import TareText

/// What a fix must leave as it is: the headings, fences, lists, tables, links and placeholders of a prompt.
///
/// Texts are compared by canonical equivalence and with every run of white space as one blank, so that a fix may
/// change spelling and spacing but not a word; code and front matter are compared byte for byte, and fences of JSON by
/// what they say.
public struct PromptStructure: Sendable {
  private enum Kind: Hashable {
    case frontMatter, row(cells: Int), cell, alignment, code, link, image, placeholder
    case block(PromptBlock.Kind, depth: Int)
    case value(PromptRole?)
  }

  /// What difference two texts may have.
  private enum Comparison {
    case exact, words, address, data

    func isSame(_ text: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
      switch self {
      case .exact: false
      case .words: TarePrompts.words(text) == TarePrompts.words(other)
      case .address: target(text) == target(other)
      case .data: JSONLayout.compact(Array(text)) == JSONLayout.compact(Array(other))
      }
    }
  }

  private struct Item {
    let kind: Kind
    /// What is compared, as text or as bytes; no part of the text is copied.
    var bytes: ArraySlice<UInt8> = []
    var comparison = Comparison.exact
    let offset: Int
    /// Where it ends, for what holds other things and can lose a part of them.
    var end: Int?

    var range: SourceRange { SourceRange(offset, max(end ?? 0, offset)) }

    func matches(_ other: Item) -> Bool {
      kind == other.kind && (bytes == other.bytes || comparison.isSame(bytes, other.bytes))
    }
  }

  private let items: [Item]

  /// The structure of `document`.
  ///
  /// - Complexity: O(*n*) in bytes.
  public init(of document: PromptDocument) {
    self.init(
      document.source, document.frontMatter, document.blocks, document.tables, document.inlineSpans,
      document.placeholders, document.embedded)
  }

  /// The structure of a text with these parts.
  init(
    _ source: SourceText, _ frontMatter: FrontMatter?, _ blocks: [PromptBlock], _ tables: [PromptTable],
    _ inlineSpans: [InlineSpan], _ placeholders: [Placeholder], _ embedded: [EmbeddedPrompt] = []
  ) {
    var items: [Item] = []
    if let frontMatter {
      items.append(Item(kind: .frontMatter, bytes: source.bytes(in: frontMatter.range), offset: 0))
    }
    items.reserveCapacity(blocks.count + inlineSpans.count + placeholders.count + 1)
    for block in blocks { items.append(Self.item(of: block, source)) }
    for table in tables { Self.add(table, source, to: &items) }
    for span in inlineSpans { items.append(Self.item(of: span, source)) }
    for placeholder in placeholders {
      items.append(
        Item(kind: .placeholder, bytes: source.bytes(in: placeholder.range), offset: placeholder.range.start))
    }
    items += embedded.map {
      Item(kind: .value($0.role), bytes: $0.decoded.utf8[...], comparison: .words, offset: $0.range.start)
    }
    self.items = items
  }

  /// Whether nothing is missing, added or changed, except for what stood wholly in `deletions`.
  public func survives(as other: PromptStructure, deleting deletions: [SourceRange] = []) -> Bool {
    firstLoss(in: other, deleting: deletions) == nil
  }

  /// Where the first thing stands that is missing, added or changed, apart from what stood wholly in `deletions`; `nil`
  /// where nothing is. What was added behind all else stands at the end.
  ///
  /// - Complexity: O(*n*) in bytes.
  public func firstLoss(in other: PromptStructure, deleting deletions: [SourceRange] = []) -> Int? {
    let deleted = SortedRanges(deletions)
    let kept = deletions.isEmpty ? items : items.filter { !deleted.contains($0.range) }
    if let change = zip(kept, other.items).first(where: { !$0.matches($1) }) { return change.0.offset }
    guard kept.count != other.items.count else { return nil }
    return kept.dropFirst(other.items.count).first?.offset ?? items.last?.offset ?? 0
  }

  // MARK: Items

  private static func item(of block: PromptBlock, _ source: SourceText) -> Item {
    let kind = Kind.block(block.kind, depth: block.depth)
    let (offset, end) = (block.range.start, block.range.end)
    return switch block.kind {
    case .heading: Item(kind: kind, bytes: source.bytes(in: block.range), comparison: .words, offset: offset, end: end)
    case .fence(let info) where isJSON(info):
      Item(kind: kind, bytes: source.bytes(in: block.range), comparison: .data, offset: offset, end: end)
    case .fence, .indentedCode: Item(kind: kind, bytes: source.bytes(in: block.range), offset: offset, end: end)
    default: Item(kind: kind, offset: offset, end: end)
    }
  }

  private static func isJSON(_ info: String) -> Bool {
    info.prefix { !$0.isWhitespace }.lowercased() == "json"
  }

  private static func add(_ table: PromptTable, _ source: SourceText, to items: inout [Item]) {
    for row in table.rows where !row.isDelimiter {
      let offset = row.cells.first?.range.start ?? table.range.start
      items.append(Item(kind: .row(cells: row.cells.count), offset: offset))
      items += row.cells.map {
        Item(kind: .cell, bytes: source.bytes(in: $0.content), comparison: .words, offset: offset)
      }
    }
    items.append(Item(kind: .alignment, bytes: alignment(of: table, source)[...], offset: table.range.start))
  }

  /// The colons of the row of dashes: what it says apart from its width.
  private static func alignment(of table: PromptTable, _ source: SourceText) -> [UInt8] {
    let delimiters = table.rows.first(where: \.isDelimiter)?.cells ?? []
    return delimiters.flatMap { cell in
      let text = source.bytes(in: cell.content)
      return [text.first, text.last].map { $0 == UInt8(ascii: ":") ? UInt8(ascii: ":") : UInt8(ascii: "-") }
    }
  }

  private static func item(of span: InlineSpan, _ source: SourceText) -> Item {
    let offset = span.range.start
    return switch span.kind {
    case .code: Item(kind: .code, bytes: source.bytes(in: span.range), offset: offset)
    case .link(let destination):
      Item(kind: .link, bytes: Array(destination.utf8)[...], comparison: .address, offset: offset)
    case .image(let destination):
      Item(kind: .image, bytes: Array(destination.utf8)[...], comparison: .address, offset: offset)
    }
  }
}

private func words(_ text: ArraySlice<UInt8>) -> String {
  String(decoding: text, as: UTF8.self).unicodeScalars.split { $0.properties.isWhitespace }.map(String.init)
    .joined(separator: " ")
}

/// Where a link leads, whatever it tells about whoever follows it.
private func target(_ text: ArraySlice<UInt8>) -> String {
  WebAddress.withoutTracking(String(decoding: text, as: UTF8.self))
}
