/// Collects md4c's callbacks into an outline.
///
/// Offsets arrive from `MarkdownOutline+Unsafe.swift`, where the pointers end; nothing here touches memory.
final class MarkdownRecorder {
  private(set) var outline = MarkdownOutline()
  private var openBlocks: [Int] = []
  private var openSpans: [Int] = []
  private var listDepth = 0
  private var openTable: Int?
  private var row = -1
  /// The paragraph md4c leaves out in tight lists, where text stands in the item itself.
  private var implicitParagraph: Int?

  func enterBlock(_ kind: PromptBlock.Kind, fence: UInt8 = 0) {
    implicitParagraph = nil
    let index = append(kind, fence: fence)
    openBlocks.append(index)
    if case .list = kind { listDepth += 1 }
    if kind == .table { (openTable, row) = (index, -1) }
  }

  func leaveBlock(_ kind: PromptBlock.Kind) {
    implicitParagraph = nil
    openBlocks.removeLast()
    if case .list = kind { listDepth -= 1 }
    if kind == .table {
      if let openTable { outline.blocks[openTable].rowCount = row + 1 }
      openTable = nil
    }
  }

  func enterRow() { row += 1 }

  func enterSpan(_ kind: InlineSpan.Kind?) {
    openSpans.append(kind == nil ? -1 : outline.spans.count)
    if let kind { outline.spans.append(.init(kind: kind)) }
  }

  func leaveSpan() { openSpans.removeLast() }

  /// A piece of text that stands at `range`.
  func text(_ range: Range<Int>) {
    for span in openSpans where span >= 0 {
      let known = outline.spans[span].text
      outline.spans[span].text = (known?.lowerBound ?? range.lowerBound)..<range.upperBound
    }
    guard let index = textBlock() else { return }
    if index == openTable, outline.blocks[index].text == nil { outline.blocks[index].anchorRow = row }
    outline.blocks[index].include(range)
  }

  /// The end of a line of code or tags.
  func lineEnd() {
    if let index = openBlocks.last { outline.blocks[index].lineCount += 1 }
  }

  /// The block that text belongs to: the innermost open one, or the paragraph an item of a tight list implies.
  private func textBlock() -> Int? {
    guard let last = openBlocks.last else { return nil }
    guard outline.blocks[last].kind == .listItem else { return last }
    if let implicitParagraph { return implicitParagraph }
    let index = append(.paragraph, fence: 0)
    implicitParagraph = index
    return index
  }

  private func append(_ kind: PromptBlock.Kind, fence: UInt8) -> Int {
    outline.blocks.append(
      .init(
        kind: kind, parent: openBlocks.last, depth: openBlocks.count, listDepth: listDepth, text: nil, fence: fence))
    return outline.blocks.count - 1
  }
}
