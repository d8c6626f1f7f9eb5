public import TarePrompts
import TareText

/// What is kept of a prompt file to compare it with the others of a run: small, so that thousands fit into memory, and
/// made from the file alone, so that it can be remembered with the file's findings.
public struct PromptSummary: Sendable, Hashable {
  /// What decides with which other files it is loaded.
  public let load: LoadFacts
  /// The tokens that it adds to every request, loaded or not: a description, or all of a file that is always on.
  public let alwaysOn: Int
  /// The tokens of everything that it sends when it is loaded.
  public let sent: Int
  /// Its longer paragraphs.
  let paragraphs: [SummarizedParagraph]
  /// What tells how much it is like another file; `nil` where nobody asked.
  let sketch: TextSketch?

  /// The path of the file.
  public var path: String { load.path }
}

/// What is kept of a paragraph.
struct SummarizedParagraph: Sendable, Hashable {
  /// A hash of its words.
  let hash: UInt64
  let range: SourceRange
  let tokens: Int
}

extension PromptSummary {
  /// The summary of `document`.
  ///
  /// - Complexity: O(*n*) in bytes.
  init(_ document: PromptDocument, _ tokens: PromptTokens, isSketched: Bool) {
    self.init(
      load: LoadFacts(document),
      alwaysOn: document.sentTexts.filter { $0.loadClass == .always }.reduce(0) { $0 + tokens.count($1) },
      sent: tokens.sent, paragraphs: SummarizedParagraph.all(in: document, tokens),
      sketch: isSketched ? TextSketch(document) : nil)
  }
}

extension SummarizedParagraph {
  /// In bytes: shorter paragraphs are turns of phrase. Measured on published prompts: paragraphs of a hundred bytes and
  /// more that stand in several files of one repository hold 2.5 % of all tokens.
  static let leastLength = 100

  /// The paragraphs of a file that is a prompt; what examples and forms repeat is meant to be the same.
  static func all(in document: PromptDocument, _ tokens: PromptTokens) -> [SummarizedParagraph] {
    document.blocks.compactMap { block in
      guard block.kind == .paragraph, block.range.length >= leastLength, !block.lines.isEmpty,
        !document.expectsRepetition(at: block.lines.lowerBound)
      else { return nil }
      let text = document.source.bytes(in: block.range)
      return SummarizedParagraph(hash: hash(text), range: block.range, tokens: tokens.count(in: block.range))
    }
  }

  /// The hash of the words: where lines end and how far they are indented is no difference.
  private static func hash(_ text: ArraySlice<UInt8>) -> UInt64 {
    var hash = FNV1a()
    for word in text.split(whereSeparator: { $0 <= 0x20 }) {
      for byte in word { hash.combine(byte) }
      hash.combine(0x20)
    }
    return hash.value
  }
}
