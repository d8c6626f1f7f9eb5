import TareModels
import TarePrompts
import TareText
import TareTokens

/// The tokens of one file, by its messages and sections.
struct FileTokens {
  let node: TokenMap.Node

  init(_ document: PromptDocument, _ tokenizer: Tokenizer, _ scale: TokenScale) {
    let cuts = TextCuts(document)
    let parts = FilePart.counted(
      document.sentTexts.map { CutText(utf8: $0.utf8, loadClass: $0.loadClass, cuts: cuts.parts(of: $0)) }, tokenizer,
      scale)
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
