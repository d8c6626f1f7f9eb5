import TarePrompts
import TareText

/// Code, data and quotations so large that they are no instruction any more.
struct EmbeddedBulk {
  /// One of them.
  struct Block {
    let block: PromptBlock
    let tokens: Int
  }

  /// From the catalogue that this rule was drawn up in: four pasted sections held 103,000 of the 272,000 tokens of one
  /// collection of prompts.
  static let leastTokens = 1_000

  let blocks: [Block]

  init(_ document: PromptDocument, _ tokens: PromptTokens) {
    blocks = document.blocks.compactMap { block in
      // No vocabulary in use has more tokens than bytes, so a short block need not be counted.
      guard block.isBulk, block.range.length >= Self.leastTokens else { return nil }
      let count = tokens.count(in: block.range)
      return count >= Self.leastTokens ? Block(block: block, tokens: count) : nil
    }
  }
}

extension PromptBlock {
  fileprivate var isBulk: Bool {
    switch kind {
    case .fence, .indentedCode, .table: true
    case .quote: depth == 0
    default: false
    }
  }
}
