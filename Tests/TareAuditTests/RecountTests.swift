import TareText
import TareTokens
import TestMaterial
import Testing

@testable import TareAudit

struct RecountTests {
  /// Texts whose pieces meet in every way that a pre-tokenizer joins or splits.
  private static let pieces = [
    "a", "Word", " ", "  ", "\n", "\r\n", "\n\n", "\t", "/", "//", "!", "...", "1", "2024", "é", "日本", "\u{A0}",
    "\u{3000}",
    "'s", "\u{2028}", "|", "---", "x\u{301}", "👩‍👩‍👧", "\u{85}",
  ]

  /// One that has tokens with a newline in the middle.
  private static let joining = Result {
    try InstalledBytes.encoding("joining", family: nil, and: ["\n\n", "\na", "|\n", "1\n", "1\na"])
  }

  @Test(arguments: 1...400)
  func `counting around the edits gives what counting everything gives`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = (0..<(5 + generator.below(60))).map { _ in Self.pieces[generator.below(Self.pieces.count)] }
    let source = SourceText(text.joined())
    var offset = 0
    var edits: [Edit] = []
    for piece in text {
      let range = SourceRange(offset, offset + piece.utf8.count)
      if generator.below(8) == 0 {
        edits.append(.replace(range, with: Self.pieces[generator.below(Self.pieces.count)]))
      }
      offset = range.end
    }
    let after = try source.applying(edits)
    let whole = DecodedText(verbatim: source.range, of: source.utf8)
    let joining = try Self.joining.get()
    for encodings in [Encoding.inUse, [joining], Encoding.inUse + [joining]] {
      let tokenizers = encodings.map { Tokenizer($0) }
      let expected = tokenizers.map { $0.count(source.utf8[...]) - $0.count(after.utf8[...]) }
      #expect(Recount([whole], tokenizers).savings(of: edits) == expected)
    }
  }

  @Test func `an edit in a long text is counted in its own lines only`() {
    let source = SourceText(String(repeating: "A line of text.\n", count: 1_000))
    let text = DecodedText(verbatim: source.range, of: source.utf8)
    let recount = Recount([text], [Tokenizer(.o200kBase)])
    #expect(recount.cost(of: [.delete(SourceRange(8_002, 8_006))]) == 16)
  }
}
