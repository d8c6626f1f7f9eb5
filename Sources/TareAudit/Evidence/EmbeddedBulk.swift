import TarePrompts
import TareText

/// Code, data and quotations so large that they are no instruction any more.
struct EmbeddedBulk {
  /// One of them.
  struct Block {
    let kind: Kind
    let lines: Range<Int>
    let tokens: Int
  }

  /// What it is.
  enum Kind {
    case code, table, quotation
    /// Records, logs, transcripts and documents without a fence around them.
    case data
  }

  /// From the catalogue that this rule was drawn up in: four pasted sections held 103,000 of the 272,000 tokens of one
  /// collection of prompts.
  static let leastTokens = 1_000

  /// None laps over another.
  let blocks: [Block]

  init(_ document: PromptDocument, _ tokens: PromptTokens) {
    let marked = document.blocks.compactMap { block in
      Kind(block).map { (kind: $0, lines: block.lines) }
    }
    let bare = DataLines(document).found + document.zones.outermost(.data)
    let all = (marked + bare.map { (kind: .data, lines: $0) }).sorted {
      ($0.lines.lowerBound, $1.lines.upperBound) < ($1.lines.lowerBound, $0.lines.upperBound)
    }
    blocks = all.reduce(into: [Block]()) { blocks, next in
      let range = document.range(ofLines: next.lines)
      // No vocabulary in use has more tokens than bytes, so a short block need not be counted.
      guard range.length >= Self.leastTokens, blocks.last.map({ $0.lines.upperBound <= next.lines.lowerBound }) ?? true
      else { return }
      let count = tokens.count(in: range)
      if count >= Self.leastTokens { blocks.append(Block(kind: next.kind, lines: next.lines, tokens: count)) }
    }
  }
}

extension EmbeddedBulk.Kind {
  fileprivate init?(_ block: PromptBlock) {
    switch block.kind {
    case .fence, .indentedCode: self = .code
    case .table: self = .table
    case .quote where block.depth == 0: self = .quotation
    default: return nil
    }
  }
}
