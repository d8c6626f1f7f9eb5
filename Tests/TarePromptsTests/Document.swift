import TarePrompts
import TareText

/// A prompt of that text, read.
func document(_ text: String, path: String = "prompt.md") throws -> PromptDocument {
  try PromptDocument(parsing: PromptFile(path: path, source: SourceText(text)))
}

extension PromptDocument {
  /// Each block as `kind first-last`, lines from 1, indented by its depth.
  var outline: [String] {
    blocks.map { block in
      let lines = block.lines.isEmpty ? "-" : "\(block.lines.lowerBound + 1)-\(block.lines.upperBound)"
      return String(repeating: " ", count: block.depth) + "\(block.kind.word) \(lines)"
    }
  }
}

extension PromptBlock.Kind {
  fileprivate var word: String {
    switch self {
    case .heading(let level): "heading\(level)"
    case .paragraph: "paragraph"
    case .fence(let info): "fence(\(info))"
    case .indentedCode: "code"
    case .html: "html"
    case .table: "table"
    case .thematicBreak: "rule"
    case .quote: "quote"
    case .list(let isOrdered): isOrdered ? "ordered" : "list"
    case .listItem: "item"
    }
  }
}
