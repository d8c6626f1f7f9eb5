public import TarePrompts
import TareText

/// Flags sentences of which another one says all and more.
public struct SubsetInstruction: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "DUP005", name: "subset-instruction",
    summary: "A sentence stands in the prompt again with more words in front of it or behind it.",
    rationale: """
      Somebody made a rule more precise and left the old one in place. The longer one says both, unless the shorter was \
      meant to hold everywhere.
      """,
    evidence: """
      November 2026: 6 of 14 such pairs in published prompts were waste; of pairs in which a number or a "not" differs, \
      none of 8, and those are left out. The rule is off.
      """,
    severity: .info, isOnByDefault: false,
    triggering: [
      .init(
        "Quote the paragraph of the handbook that you rely on.\n\nBe kind.\n\nQuote the paragraph of the handbook that you rely on, with its title."
      )
    ],
    silent: [
      "Quote the paragraph of the handbook that you rely on.\n\nNever quote the paragraph of the handbook that you rely on."
    ])

  /// In words.
  private static let leastWords = 8
  /// How much longer the other may be: half as long again.
  private static let mostLength = 150

  /// A rule without settings.
  public init() {}

  /// Reports each shorter sentence.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard !document.hasBranches else { return }
    let sentences = RepeatedSentences.sentences(of: document).compactMap { sentence(at: $0, document) }
    var places: [ArraySlice<ArraySlice<UInt8>>: [Int]] = [:]
    for (index, sentence) in sentences.enumerated() {
      let words = sentence.words.words
      for start in 0...(words.count - Self.leastWords) {
        places[words[start..<(start + Self.leastWords)], default: []].append(index)
      }
    }
    for (index, sentence) in sentences.enumerated() {
      // A sentence that begins as dozens do is part of a form.
      let candidates = (places[sentence.words.words.prefix(Self.leastWords)] ?? []).prefix(16)
      guard let longer = candidates.first(where: { $0 != index && isWhole(sentence, in: sentences[$0]) }) else {
        continue
      }
      let line = document.name(ofLine: document.source.lineIndex(at: sentences[longer].range.start))
      report(
        Finding(Self.page, .subset(line), at: sentence.range, cost: .held(tokens.count(in: sentence.range))))
    }
  }

  private struct Sentence {
    let range: SourceRange
    let words: WordSequence
  }

  private func sentence(at range: SourceRange, _ document: PromptDocument) -> Sentence? {
    let line = document.lines[document.source.lineIndex(at: range.start)]
    let words = WordSequence(document.source.bytes(in: range))
    guard line.kind == .prose, words.words.count >= Self.leastWords, !document.expectsRepetition(at: line.index),
      !document.zones.isLabelled(line.index)
    else { return nil }
    return Sentence(range: range, words: words)
  }

  /// Whether all words of a sentence stand side by side in a longer one, of which no further word turns the meaning.
  private func isWhole(_ short: Sentence, in long: Sentence) -> Bool {
    let (short, long) = (short.words.words, long.words.words)
    guard long.count > short.count, long.count * 100 <= short.count * Self.mostLength else { return false }
    guard let start = (0...(long.count - short.count)).first(where: { long[$0...].starts(with: short) }) else {
      return false
    }
    return !(long[..<start] + long[(start + short.count)...]).contains(where: changesMeaning)
  }
}

extension Finding.Message {
  fileprivate static func subset(_ line: String) -> Self { "\(line) says this and more" }
}
