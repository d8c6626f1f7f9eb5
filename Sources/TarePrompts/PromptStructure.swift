public import TareText

/// What a fix must leave as it is: the headings, fences, lists, tables, links and placeholders of a prompt.
///
/// Texts are compared by canonical equivalence and with every run of white space as one blank, so that a fix may
/// change spelling and spacing but not a word; code and front matter are compared byte for byte.
public struct PromptStructure: Sendable {
  private struct Item: Sendable {
    let kind: String
    /// What is compared as text.
    var text = ""
    /// What is compared as bytes.
    var bytes: [UInt8] = []
    let offset: Int

    func matches(_ other: Item) -> Bool { kind == other.kind && text == other.text && bytes == other.bytes }
  }

  private let items: [Item]

  /// The structure of `document`.
  public init(of document: PromptDocument) {
    var items: [Item] = []
    if let frontMatter = document.frontMatter {
      items.append(
        Item(kind: "front matter", bytes: Array(document.source.bytes(in: frontMatter.range)), offset: 0))
    }
    items += document.blocks.map { Self.item(of: $0, document) }
    items += document.tables.flatMap { Self.items(of: $0, document) }
    items += document.inlineSpans.map { Self.item(of: $0, document) }
    items += document.placeholders.map {
      Item(kind: "placeholder", text: document.source.string(in: $0.range), offset: $0.range.start)
    }
    self.items = items
  }

  /// Whether nothing is missing, added or changed, except for what stood wholly in `deletions`.
  public func survives(as other: PromptStructure, deleting deletions: [SourceRange] = []) -> Bool {
    let deleted = SortedRanges(deletions)
    let kept = items.filter { !deleted.contains($0.offset) }
    return kept.count == other.items.count && zip(kept, other.items).allSatisfy { $0.matches($1) }
  }

  // MARK: Items

  private static func item(of block: PromptBlock, _ document: PromptDocument) -> Item {
    let kind = "\(block.depth) \(block.kind)"
    let source = document.source
    switch block.kind {
    case .heading: return Item(kind: kind, text: words(source.string(in: block.range)), offset: block.range.start)
    case .fence, .indentedCode:
      return Item(kind: kind, bytes: Array(source.bytes(in: block.range)), offset: block.range.start)
    default: return Item(kind: kind, offset: block.range.start)
    }
  }

  private static func items(of table: PromptTable, _ document: PromptDocument) -> [Item] {
    table.rows.filter { !$0.isDelimiter }.map { row in
      let cells = row.cells.map { words(document.source.string(in: $0.content)) }
      return Item(
        kind: "row", text: cells.joined(separator: "\n"), offset: row.cells.first?.range.start ?? table.range.start)
    } + [Item(kind: "alignment", text: alignment(of: table, document), offset: table.range.start)]
  }

  /// The colons of the row of dashes: what it says apart from its width.
  private static func alignment(of table: PromptTable, _ document: PromptDocument) -> String {
    let delimiters = table.rows.first(where: \.isDelimiter)?.cells ?? []
    return delimiters.map { cell in
      let text = document.source.bytes(in: cell.content)
      return (text.first == UInt8(ascii: ":") ? ":" : "-") + (text.last == UInt8(ascii: ":") ? ":" : "-")
    }.joined(separator: "|")
  }

  private static func item(of span: InlineSpan, _ document: PromptDocument) -> Item {
    switch span.kind {
    case .code: Item(kind: "code", bytes: Array(document.source.bytes(in: span.range)), offset: span.range.start)
    case .link(let destination):
      Item(kind: "link", text: WebAddress.withoutTracking(destination), offset: span.range.start)
    case .image(let destination):
      Item(kind: "image", text: WebAddress.withoutTracking(destination), offset: span.range.start)
    }
  }

  private static func words(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map(String.init).joined(separator: " ")
  }
}
