package import TareModels
package import TareTokens

/// A part of a file before it has a place in the tree.
package struct FilePart: Sendable, Hashable {
  /// What it is.
  package let kind: TokenMap.Node.Kind
  /// The title of a section, the role of a message; it may be empty.
  package let name: String
  /// The line of the file on which it begins, from 1.
  package let line: Int
  /// The level of its heading; a message, which holds sections, has 0, and what holds nothing more than 6.
  package let level: Int
  /// The tokens of its own, without those of the parts below it.
  package private(set) var tokens = LoadedTokens()

  /// A part without tokens yet.
  package init(_ kind: TokenMap.Node.Kind, _ name: String, line: Int, level: Int) {
    self.kind = kind
    self.name = name
    self.line = line
    self.level = level
  }

  /// Whether it is shown even where it has no tokens of its own.
  package var isNamed: Bool { kind != .opening }

  func holding(_ tokens: LoadedTokens) -> FilePart {
    var part = self
    part.tokens = tokens
    return part
  }

  /// The parts of `texts`, each with its own tokens.
  ///
  /// Rounding the sums and not the parts keeps the parts adding up to what an audit says is sent.
  package static func counted(_ texts: [CutText], _ tokenizer: Tokenizer, _ scale: TokenScale) -> [FilePart] {
    var parts: [FilePart] = []
    var (counted, before) = (0, 0)
    for text in texts {
      let counts = RangeCounts(of: text.utf8.span, edges: text.cuts.map(\.end), tokenizer)
      for cut in text.cuts {
        let sum = scale.modelTokens(counted + counts.tokens(before: cut.end))
        parts.append(cut.part.holding(LoadedTokens(sum - before, text.loadClass)))
        before = sum
      }
      counted += counts.total
    }
    return parts
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
