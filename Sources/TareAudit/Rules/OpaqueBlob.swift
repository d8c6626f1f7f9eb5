public import TarePrompts
import TareText

/// Flags base64 and hexadecimal data in a prompt.
public struct OpaqueBlob: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "FMT013", name: "opaque-blob",
    summary: "A prompt holds at least 50 tokens of base64 or hexadecimal data.",
    rationale: """
      Vocabularies have no words for such data: a token holds two or three characters of it, and a model reads an image \
      or a key from it no better than a person. Send pictures as pictures, and of a sample only its beginning.
      """,
    evidence: """
      November 2026, 2,049 published prompts: base64 in 0.05 % of the files, hexadecimal in 0.6 %, UUIDs in 0.8 %; \
      mostly samples, and short ones. Below 50 tokens nothing is said. None in 213 other prompts (2026-11-21); of 50 \
      put into them, some wrapped, some in the alphabet of addresses, all are found.
      """,
    severity: .warning,
    triggering: [
      .init(
        "Logo: data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg=="
      )
    ],
    silent: [
      "Commit 3f786850e387550fdab836ed7e6dc881de23001b is the last good one.",
      "thisIsAVeryLongIdentifierThatSomebodyWroteInOnePieceAndThatGoesOnAndOnUntilNobodyKnowsWhereItBegan01",
      "See src/components/warehouse/ledger/entries/DoubleEntryBookkeepingForMovementsBetweenBinsOfTheSameHouse2.",
    ])

  /// The fewest tokens worth a line.
  private static let leastTokens = 50

  /// A rule without settings.
  public init() {}

  /// Reports each blob; lines that follow each other are one. One hash alone names what it is the hash of.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    var blobs: [SourceRange] = []
    var open: SourceRange?
    for line in document.lines where line.kind != .frontMatter && line.kind != .notSent {
      for run in OpaqueRuns(document.source.bytes(in: line.range)).found {
        // One blob is wrapped in lines; text between two of them makes them two.
        if let last = open, onlyBlanks(document.source.utf8[last.end..<run.start]) {
          open = SourceRange(last.start, run.end)
        } else {
          open.map { blobs.append($0) }
          open = run
        }
      }
    }
    open.map { blobs.append($0) }
    if blobs.count == 1, blobs.allSatisfy({ OpaqueRuns.isHash(document.source.bytes(in: $0)) }) { return }
    for blob in blobs { finish(blob, tokens, report) }
  }

  private func finish(_ range: SourceRange, _ tokens: PromptTokens, _ report: (Finding) -> Void) {
    let count = tokens.count(in: range)
    guard count >= Self.leastTokens else { return }
    report(Finding(Self.page, .blob(bytes: range.length), at: range, cost: .held(count)))
  }

  private func onlyBlanks(_ text: ArraySlice<UInt8>) -> Bool { text.allSatisfy { $0 <= 0x20 } }
}

extension Finding.Message {
  fileprivate static func blob(bytes: Int) -> Self { "\(bytes.grouped) characters of encoded data" }
}
