import TarePrompts
import TareText
import TareUnicode

/// Sentences of running text that stand in a prompt twice, word for word.
///
/// A sentence may be wrapped over lines, so paragraphs are split and not lines; blanks between words, and the marks of
/// lists and quotations in front of them, are no difference.
struct RepeatedSentences {
  /// A sentence and where it stands.
  struct Sentence {
    let range: SourceRange
    let line: Int
    /// The section it stands in, as a heading's line, and how many paragraphs stand in front of it there.
    let section: Int
    let paragraph: Int
    /// Whether it is all there is in its paragraph.
    let isWhole: Bool
  }

  /// In words: shorter sentences are turns of phrase. Measured on published prompts: of 20 repeated sentences of ten
  /// words or more, outside of code and of the documentation of tools, 16 were waste.
  private static let leastWords = 10

  /// In bytes: what is longer is no sentence, and its words would take more memory than the file.
  private static let longestSentence = 1 << 14

  private let document: PromptDocument
  /// Every sentence under its words, in the order of the text.
  private var places: [[ArraySlice<UInt8>]: [Sentence]] = [:]
  /// How many paragraphs each section has.
  private var counts: [Int: Int] = [:]
  /// The number of each section among all.
  private var numbers: [Int: Int] = [:]

  /// The sentences outside of `passages`, which are reported as passages.
  init(_ document: PromptDocument, outside passages: [Range<Int>]) {
    self.document = document
    var sentences = Self.sentences(of: document)[...]
    var passages = passages[...]
    let blocks = document.linesInBlocks
    var section = -1
    var paragraph = 0
    for block in document.blocks {
      if case .heading = block.kind {
        (section, paragraph) = (block.lines.lowerBound, 0)
        numbers[section] = numbers.count
      }
      guard block.kind == .paragraph else { continue }
      paragraph += 1
      counts[section] = paragraph
      while let first = passages.first, first.upperBound <= block.lines.lowerBound { passages.removeFirst() }
      let isPassage = passages.first?.overlaps(block.lines) ?? false
      let own = sentences.drop { $0.start < block.range.start }.prefix { $0.start < block.range.end }
      sentences = sentences[own.endIndex...]
      // The number of an item ends with a full stop and is no sentence.
      let isWhole = own.count { $0.length > Self.longestSentence || words(in: $0).count > 1 } == 1
      if !isPassage {
        for range in own where !blocks.contains(range.start) { add(range, section, paragraph, isWhole: isWhole) }
      }
    }
  }

  /// The later of two places of a sentence, with the earlier, in the order of the text.
  ///
  /// Places in three sections are a frame that a prompt puts around its parts, and so are two inside longer items of
  /// one section or at the same place of two sections of the same build: criteria of a rubric, forms for several
  /// answers.
  var found: [(sentence: Sentence, original: Sentence)] {
    places.values.lazy.filter { $0.count > 1 }.compactMap { all in
      let places = all.filter { !document.isShown($0.line) && !document.zones.isLabelled($0.line) }
      guard let pair = zip(places, places.dropFirst()).first(where: { !isFrame($0, $1, of: places.count) }) else {
        return nil
      }
      // What a form says again is its own business; what is said inside and outside of one is said twice.
      if places.allSatisfy({ document.expectsRepetition(at: $0.line) }) { return nil }
      return (pair.1, pair.0)
    }.sorted { $0.sentence.range < $1.sentence.range }
  }

  private func isFrame(_ first: Sentence, _ second: Sentence, of count: Int) -> Bool {
    if first.section == second.section {
      return first.paragraph != second.paragraph && !first.isWhole && !second.isWhole
    }
    return count > 2
      || first.paragraph == second.paragraph && counts[first.section] == counts[second.section]
        && areAlike(first.section, second.section)
  }

  /// Whether two sections are of one build: they have one title, or stand side by side. What frames some parts of a prompt
  /// and not those between them is no frame.
  private func areAlike(_ first: Int, _ second: Int) -> Bool {
    guard let one = numbers[first], let other = numbers[second] else { return false }
    return other - one == 1
      || document.source.bytes(in: document.lines[first].range)
        == document.source.bytes(in: document.lines[second].range)
  }

  /// All sentences of the body; to paragraphs, the ends of their lines are blanks.
  static func sentences(of document: PromptDocument) -> [SourceRange] {
    guard let boundaries = try? SentenceBoundaries() else { return [] }
    let body = document.bodyRange
    var text = Array(document.source.bytes(in: body))
    for block in document.blocks where block.kind == .paragraph {
      for offset in block.range.start..<block.range.end where text[offset - body.start] < 0x20 {
        text[offset - body.start] = 0x20
      }
    }
    return boundaries.sentences(in: text.span).map {
      SourceRange(body.start + $0.lowerBound, body.start + $0.upperBound)
    }
  }

  private mutating func add(_ range: SourceRange, _ section: Int, _ paragraph: Int, isWhole: Bool) {
    guard range.length <= Self.longestSentence else { return }
    let words = words(in: range)
    guard words.count >= Self.leastWords, words.last?.last != UInt8(ascii: ":"), !touchesCode(range) else { return }
    let line = document.source.lineIndex(at: range.start)
    places[words, default: []].append(
      Sentence(range: range, line: line, section: section, paragraph: paragraph, isWhole: isWhole))
  }

  /// What blanks part, without the marks of lists and quotations.
  private func words(in range: SourceRange) -> [ArraySlice<UInt8>] {
    document.source.bytes(in: range).split { $0 <= 0x20 }.filter { !isMark($0) }
  }

  /// A full stop in code ends no sentence, so a stretch that code begins or ends is none.
  private func touchesCode(_ range: SourceRange) -> Bool {
    document.source.utf8[range.start..<range.end].indices.contains { document.isCode($0) }
  }

  /// Whether a word is only the mark of a list or a quotation.
  private func isMark(_ word: ArraySlice<UInt8>) -> Bool {
    word.count <= 4 && word.allSatisfy { "->*+.)#".utf8.contains($0) || $0.isASCIIDigit }
      && word.contains { !$0.isASCIIDigit }
  }
}
