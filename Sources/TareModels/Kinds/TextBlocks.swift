/// The blocks of a text: front matter, fenced code, and paragraphs, each with the blank lines behind it.
struct TextBlocks: Sequence, IteratorProtocol {
  /// Lines that belong together.
  struct Block {
    /// Where they stand, as indices of the text.
    let range: Range<Int>
    /// What stands around them.
    let frame: Frame
  }

  /// What says of a block what it is.
  enum Frame: Equatable {
    case none
    /// YAML between two lines of three hyphens at the start.
    case frontMatter
    /// Code between fences, with the first word of the opening one in lower case.
    case fence(String)
  }

  private let utf8: ArraySlice<UInt8>
  private var start: Int

  init(_ utf8: ArraySlice<UInt8>) {
    self.utf8 = utf8
    start = utf8.startIndex
  }

  mutating func next() -> Block? {
    guard start < utf8.endIndex else { return nil }
    let first = start
    if first == utf8.startIndex, let end = endOfFrontMatter() { return block(from: first, to: end, .frontMatter) }
    if let open = openFence(at: first) {
      return block(from: first, to: endOfFence(open.mark, from: endOfLine(first)), .fence(open.language))
    }
    var end = endOfLine(first)
    var isBlank = isBlankLine(first..<end)
    while end < utf8.endIndex, openFence(at: end) == nil {
      let next = endOfLine(end)
      let nextIsBlank = isBlankLine(end..<next)
      // A paragraph ends with the blank lines behind it; a megabyte on one line is one paragraph all the same.
      if isBlank, !nextIsBlank { break }
      isBlank = nextIsBlank
      end = next
    }
    return block(from: first, to: end, .none)
  }

  private mutating func block(from first: Int, to end: Int, _ frame: Frame) -> Block {
    start = end
    return Block(range: first..<end, frame: frame)
  }

  /// The index behind the line feed of the line at `index`.
  private func endOfLine(_ index: Int) -> Int {
    utf8[index...].firstIndex(of: 0x0A).map { $0 + 1 } ?? utf8.endIndex
  }

  private func isBlankLine(_ range: Range<Int>) -> Bool {
    utf8[range].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  private func endOfFrontMatter() -> Int? {
    var line = endOfLine(start)
    guard trimmed(start..<line) == Array("---".utf8)[...] else { return nil }
    let limit = Swift.min(utf8.endIndex, start + Self.frontMatterLimit)
    while line < limit {
      let end = endOfLine(line)
      if trimmed(line..<end) == Array("---".utf8)[...] { return end }
      line = end
    }
    return nil
  }

  /// Front matter is looked for no further than this.
  private static let frontMatterLimit = 65_536

  private func openFence(at index: Int) -> (mark: ArraySlice<UInt8>, language: String)? {
    guard index < utf8.endIndex else { return nil }
    let line = trimmed(index..<Swift.min(endOfLine(index), index + 128))
    guard let first = line.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else { return nil }
    let mark = line.prefix { $0 == first }
    guard mark.count >= 3 else { return nil }
    let word = line.dropFirst(mark.count).drop { $0 == 0x20 }.prefix { $0 != 0x20 && $0 != UInt8(ascii: "`") }
    return (mark, String(decoding: word, as: UTF8.self).lowercased())
  }

  /// The index behind the line that closes the fence, or the end of the text.
  private func endOfFence(_ mark: ArraySlice<UInt8>, from index: Int) -> Int {
    var line = index
    while line < utf8.endIndex {
      let end = endOfLine(line)
      let text = trimmed(line..<end)
      if text.count >= mark.count, text.allSatisfy({ $0 == mark.first }) { return end }
      line = end
    }
    return utf8.endIndex
  }

  private func trimmed(_ range: Range<Int>) -> ArraySlice<UInt8> {
    let line = utf8[range].drop { $0 == 0x20 || $0 == 0x09 }
    let blanks = line.reversed().prefix { $0 == 0x20 || (0x09...0x0D).contains($0) }.count
    return line.dropLast(blanks)
  }
}
