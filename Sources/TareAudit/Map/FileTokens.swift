import TareModels
import TarePrompts
import TareText
import TareTokens

/// The tokens of one file, by its messages and sections.
struct FileTokens {
  let node: TokenMap.Node

  init(_ document: PromptDocument, _ tokenizer: Tokenizer, _ scale: TokenScale) {
    var parts: [FilePart] = []
    // Rounding the sums and not the parts keeps the parts adding up to what the audit says is sent.
    var (counted, before) = (0, 0)
    let cuts = TextCuts(document)
    for text in document.sentTexts {
      let cut = cuts.parts(of: text)
      let counts = RangeCounts(of: text.utf8.span, edges: cut.map(\.offset), tokenizer)
      for (part, end) in cut {
        let sum = scale.modelTokens(counted + counts.tokens(before: end))
        parts.append(part.holding(LoadedTokens(sum - before, text.loadClass)))
        before = sum
      }
      counted += counts.total
    }
    let children = FilePart.nodes(parts.filter { $0.isNamed || $0.tokens.total > 0 })
    node = TokenMap.Node(
      .file, document.path, tokens: children.reduce(LoadedTokens()) { $0 + $1.tokens },
      unsent: Self.unsent(document, tokenizer, scale), children: Self.withoutLoneOpening(children))
  }

  /// A file that is all one text needs no part that says so.
  private static func withoutLoneOpening(_ nodes: [TokenMap.Node]) -> [TokenMap.Node] {
    nodes.count == 1 && nodes[0].kind == .opening ? [] : nodes
  }

  private static func unsent(
    _ document: PromptDocument, _ tokenizer: Tokenizer, _ scale: TokenScale
  ) -> UnsentTokens {
    var unsent = UnsentTokens()
    for span in document.spans where !span.isSent {
      unsent.add(scale.modelTokens(tokenizer.count(document.source.bytes(in: span.range))), span.kind)
    }
    return unsent
  }
}

/// A part of a file before it has a place in the tree.
struct FilePart {
  let kind: TokenMap.Node.Kind
  let name: String
  let line: Int
  /// The level of its heading; a message, which holds sections, has 0, and what holds nothing more than 6.
  let level: Int
  private(set) var tokens = LoadedTokens()

  init(_ kind: TokenMap.Node.Kind, _ name: String, line: Int, level: Int) {
    self.kind = kind
    self.name = name
    self.line = line
    self.level = level
  }

  /// Whether it is shown even where it has no tokens of its own.
  var isNamed: Bool { kind != .opening }

  func holding(_ tokens: LoadedTokens) -> FilePart {
    var part = self
    part.tokens = tokens
    return part
  }

  /// The parts as a tree: each holds those behind it that are of a deeper level.
  static func nodes(_ parts: [FilePart]) -> [TokenMap.Node] {
    // Levels that are still open, each with the nodes that belong to it so far.
    var open: [(part: FilePart, children: [TokenMap.Node])] = []
    var top: [TokenMap.Node] = []
    func close() {
      let (part, children) = open.removeLast()
      let tokens = children.reduce(part.tokens) { $0 + $1.tokens }
      let node = TokenMap.Node(part.kind, part.name, line: part.line, tokens: tokens, children: children)
      if open.isEmpty { top.append(node) } else { open[open.count - 1].children.append(node) }
    }
    for part in parts {
      while let last = open.last, last.part.level >= part.level { close() }
      open.append((part, []))
    }
    while !open.isEmpty { close() }
    return top
  }
}
