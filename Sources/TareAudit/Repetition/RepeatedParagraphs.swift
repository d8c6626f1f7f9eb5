import TarePrompts
import TareText

/// Paragraphs of a prompt that stand in it twice, word for word or but for a word or two.
///
/// Marks, blanks and line ends between words are no difference. What comes near and is meant has a form of its own:
/// worked examples, criteria and the parameters of tools say nearly the same side by side, and more than twice.
struct RepeatedParagraphs {
  /// A paragraph and the earlier one it repeats.
  struct Repetition {
    let paragraph: Paragraph
    let original: Paragraph
    let isExact: Bool
  }

  /// A paragraph that is long enough to be compared.
  struct Paragraph {
    let block: PromptBlock
    let words: [ArraySlice<UInt8>]
    /// Its number among all paragraphs.
    let number: Int
    /// The line of the heading above it, and how many paragraphs stand between the two.
    let section: Int
    let place: Int
    /// Whether it stands in a list.
    let isItem: Bool
    /// Whether it stands where texts repeat themselves on purpose.
    let isShown: Bool
  }

  /// In words: shorter ones are left to ``RepeatedSentences``. A choice, about two lines.
  private static let leastWords = 20
  /// In bytes: the words of a longer one would take more memory than the file.
  private static let longestParagraph = 1 << 17
  /// In words: from here on no frame explains that a paragraph stands there again.
  private static let frameWords = 40
  /// In words, for paragraphs that differ, and in paragraphs, for items of lists: of the pairs in published prompts that
  /// differ in a word or two nearly all are parallel items for two parties, layers or tables, side by side.
  private static let leastNearWords = 25
  private static let leastNearDistance = 6
  private static let mostDifferences = 2

  private(set) var found: [Repetition] = []
  /// How many paragraphs each section has.
  private var counts: [Int: Int] = [:]

  /// The repetitions outside of `passages`, which are reported as passages, in order.
  init(_ document: PromptDocument, outside passages: [Range<Int>]) {
    let paragraphs = Self.paragraphs(of: document, &counts)
    found = (exact(paragraphs, document) + near(paragraphs, document))
      .filter { repetition in !passages.contains { $0.overlaps(repetition.paragraph.block.lines) } }
      .sorted { $0.paragraph.number < $1.paragraph.number }
  }

  private static func paragraphs(of document: PromptDocument, _ counts: inout [Int: Int]) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var (section, number) = (-1, 0)
    let blocks = document.linesInBlocks
    for block in document.blocks {
      if case .heading = block.kind { section = block.lines.lowerBound }
      guard block.kind == .paragraph else { continue }
      number += 1
      counts[section, default: 0] += 1
      guard block.range.length <= longestParagraph,
        !RepeatedPassages.isDrawn(document.source.bytes(in: block.range))
      else { continue }
      let words = WordSequence(document.source.bytes(in: block.range)).words
      guard words.count >= leastWords, !blocks.contains(block.range.start) else { continue }
      paragraphs.append(
        Paragraph(
          block: block, words: words, number: number, section: section, place: counts[section] ?? 0,
          isItem: block.depth > 0, isShown: document.expectsRepetition(at: block.lines.lowerBound)))
    }
    return paragraphs
  }

  // MARK: Word for word

  private func exact(_ paragraphs: [Paragraph], _ document: PromptDocument) -> [Repetition] {
    Dictionary(grouping: paragraphs, by: \.words).values.flatMap { same -> [Repetition] in
      guard same.count > 1, !same.allSatisfy(\.isShown), !isFrame(same, document) else { return [] }
      return same.dropFirst().map { Repetition(paragraph: $0, original: same[0], isExact: true) }
    }
  }

  /// Whether the paragraphs are a frame that a prompt puts around its parts.
  private func isFrame(_ same: [Paragraph], _ document: PromptDocument) -> Bool {
    if same[0].words.count >= Self.frameWords { return false }
    if same.count > 2 || same[0].isItem && document.isLabelled(same[0].block) { return true }
    let (first, second) = (same[0], same[1])
    return first.section != second.section && first.place == second.place
      && counts[first.section] == counts[second.section]
  }

  // MARK: But for a word or two

  private func near(_ paragraphs: [Paragraph], _ document: PromptDocument) -> [Repetition] {
    var places: [Stretch: [Int]] = [:]
    var partners: [Int: [Int]] = [:]
    for (index, paragraph) in paragraphs.enumerated() where paragraph.words.count >= Self.leastNearWords {
      for stretch in Stretch.all(of: paragraph.words) {
        for other in (places[stretch] ?? []) where partners[index]?.contains(other) != true {
          guard Self.isNear(paragraphs[other].words, paragraph.words) else { continue }
          partners[index, default: []].append(other)
          partners[other, default: []].append(index)
        }
        // What begins as dozens of others do is part of a form.
        if places[stretch, default: []].count < 4 { places[stretch, default: []].append(index) }
      }
    }
    return partners.compactMap { index, others in
      guard others.count == 1, let other = others.first, other < index, partners[other]?.count == 1 else { return nil }
      let pair = Repetition(paragraph: paragraphs[index], original: paragraphs[other], isExact: false)
      return isParallel(pair, document) ? nil : pair
    }
  }

  /// Whether two paragraphs that differ in a word or two are meant to: examples, and items side by side.
  private func isParallel(_ pair: Repetition, _ document: PromptDocument) -> Bool {
    let both = [pair.paragraph, pair.original]
    return both.allSatisfy(\.isShown) || both.contains { document.zones.isLabelled($0.block.lines.lowerBound) }
      || both.contains { $0.isItem && document.isLabelled($0.block) }
      || both.contains(where: \.isItem) && pair.paragraph.number - pair.original.number < Self.leastNearDistance
  }

  /// Eight words of a paragraph: of three such stretches a word or two that differ leave one as it is.
  private struct Stretch: Hashable {
    let words: ArraySlice<ArraySlice<UInt8>>

    static func all(of words: [ArraySlice<UInt8>]) -> [Stretch] {
      [words.prefix(8), words[8..<16], words.suffix(8)].map(Stretch.init)
    }
  }

  /// Whether a word or two differ and none of them turns the meaning: a number or a "not" would.
  private static func isNear(_ first: [ArraySlice<UInt8>], _ second: [ArraySlice<UInt8>]) -> Bool {
    guard first != second, abs(first.count - second.count) <= mostDifferences else { return false }
    if first.count == second.count {
      let differences = zip(first, second).filter { $0 != $1 }
      if differences.count <= mostDifferences {
        return !differences.contains { changesMeaning($0.0) || changesMeaning($0.1) }
      }
    }
    let start = zip(first, second).prefix { $0 == $1 }.count
    let most = min(first.count, second.count) - start
    let end = min(most, zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count)
    let rest = [first[start..<(first.count - end)], second[start..<(second.count - end)]]
    return rest.allSatisfy { $0.count <= mostDifferences && !$0.contains(where: changesMeaning) }
  }
}

extension PromptDocument {
  /// Whether the paragraph begins with a name and a colon, as parameters, criteria and steps do.
  fileprivate func isLabelled(_ block: PromptBlock) -> Bool {
    let marks = Array(" \t>-*+#`_".utf8)
    let start = source.bytes(in: block.range).drop { marks.contains($0) }.prefix(40)
    return start.contains(UInt8(ascii: ":"))
  }
}
