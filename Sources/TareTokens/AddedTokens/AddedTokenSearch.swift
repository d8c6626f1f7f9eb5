/// Finds added tokens in a text as Hugging Face's tokenizers do: leftmost first, the longest of those that begin
/// together, and no further look into one that was found.
///
/// ```
/// names      <s>  <t>  <table>            in the order of their bytes, behind each other
/// text       … a < b <table> …
///                ▲   ▲ two bytes that some name begins with: only there the names are compared
/// ```
/// An encoding may have thousands of names; none is looked at before its first two bytes are there.
struct AddedTokenSearch: Sendable {
  /// A token that was found, with the white space that it takes.
  struct Match: Sendable, Hashable {
    let range: Range<Int>
    let id: TokenID
  }

  /// A name: where it stands among the bytes of all, and what it means to find it.
  private struct Name: Sendable {
    let start: Int
    let count: Int
    let id: TokenID
    let options: AddedToken.Options
    /// Whether finding it only keeps others from being found there.
    let isPassedOver: Bool
  }

  private var bytes: [UInt8] = []
  private var names: [Name] = []
  /// A bit for each two bytes that a name begins with.
  private var beginnings = [UInt64](repeating: 0, count: 1 << 10)
  /// The most bytes a name has.
  private(set) var longest = 0
  /// Whether a space of the text stands for U+2581, which is no white space.
  private let spaceIsMark: Bool

  /// A search for `tokens`, which are written as given with each.
  ///
  /// - Parameter passedOver: Tokens that stay text, and keep others from being found in them.
  init(
    _ tokens: [(name: [UInt8], token: AddedToken)], passedOver: [(name: [UInt8], token: AddedToken)] = [],
    spaceIsMark: Bool = false
  ) {
    self.spaceIsMark = spaceIsMark
    let all = tokens.map { ($0.name, $0.token, false) } + passedOver.map { ($0.name, $0.token, true) }
    // Of two that are written alike the first counts.
    let sorted = all.enumerated().sorted {
      $0.element.0 == $1.element.0 ? $0.offset < $1.offset : $0.element.0.lexicographicallyPrecedes($1.element.0)
    }
    for (_, (name, token, isPassedOver)) in sorted {
      if let last = names.last, bytes[last.start...].elementsEqual(name) { continue }
      names.append(
        Name(start: bytes.count, count: name.count, id: token.id, options: token.options, isPassedOver: isPassedOver))
      bytes += name
      longest = max(longest, name.count)
      noteBeginning(name)
    }
  }

  private mutating func noteBeginning(_ name: [UInt8]) {
    guard let first = name.first else { return }
    for second in name.count > 1 ? name[1]...name[1] : 0...255 {
      let pair = Int(first) << 8 | Int(second)
      beginnings[pair >> 6] |= 1 &<< UInt64(pair & 63)
    }
  }

  /// The first token at or behind `start`, which is where the last one that was found ends.
  ///
  /// - Parameter textStart: Where the text begins that the tokens are looked for in; what stands before is none of it.
  /// - Complexity: O(*n*) in bytes, and O(longest name · log of their number) where the beginning of one stands.
  func next(_ text: TextCursor, from start: Int, textStart: Int = 0) -> Match? {
    var place = start
    while place < text.end {
      guard mayBegin(text, place), let name = longestName(text, place) else {
        place += 1
        continue
      }
      let end = place + name.count
      if !name.isPassedOver, !name.options.contains(.wholeWord) || isWholeWord(text, place..<end, textStart) {
        return Match(range: range(of: name, place..<end, in: text, notBefore: start), id: name.id)
      }
      place = end
    }
    return nil
  }

  /// Whether one of the names could begin in `other`, before its end, and so be missed where `other` is passed over;
  /// one that is `other` and more is found in its place.
  ///
  /// - Complexity: O(*m*² · log of the number of names) for *m* bytes.
  func mayBegin(inside other: [UInt8]) -> Bool {
    other.indices.contains { start in
      let (name, isOpen) = names(upTo: other.count - start) { other[start + $0] }
      return name != nil || (isOpen && start > 0)
    }
  }

  // MARK: Names

  @inline(__always)
  private func mayBegin(_ text: TextCursor, _ place: Int) -> Bool {
    guard place + 1 < text.end else { return true }
    let pair = Int(text.byte(place)) << 8 | Int(text.byte(place + 1))
    return beginnings[pair >> 6] & 1 &<< UInt64(pair & 63) != 0
  }

  /// The longest name that stands at `start`.
  private func longestName(_ text: TextCursor, _ start: Int) -> Name? {
    names(upTo: text.end - start) { text.byte(start + $0) }.longest
  }

  /// The longest name that `count` bytes begin with, and whether some name begins with all of them and goes on. The
  /// names that begin with the bytes seen so far are a range of the sorted ones, which becomes narrower with each byte.
  @inline(__always)
  private func names(upTo count: Int, _ byte: (Int) -> UInt8) -> (longest: Name?, isOpen: Bool) {
    var longest: Name?
    var range = names.startIndex..<names.endIndex
    var depth = 0
    while !range.isEmpty, depth < count {
      let byte = byte(depth)
      range = first(in: range, at: depth) { $0 >= byte }..<first(in: range, at: depth) { $0 > byte }
      depth += 1
      guard let shortest = range.first, names[shortest].count == depth else { continue }
      longest = names[shortest]
      range = (shortest + 1)..<range.upperBound
    }
    return (longest, !range.isEmpty)
  }

  /// The first name in a range whose byte at `depth` is as `isBehind` says.
  private func first(in range: Range<Int>, at depth: Int, _ isBehind: (UInt8) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(bytes[names[middle].start + depth]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  // MARK: Surroundings

  private func range(of name: Name, _ found: Range<Int>, in text: TextCursor, notBefore floor: Int) -> Range<Int> {
    var (start, end) = (found.lowerBound, found.upperBound)
    while name.options.contains(.takesSpaceBefore), start > floor {
      let previous = text.scalarStart(before: start)
      guard previous >= floor, isWhiteSpace(text, previous) else { break }
      start = previous
    }
    while name.options.contains(.takesSpaceBehind), end < text.end, isWhiteSpace(text, end) {
      end += text.scalar(end).length
    }
    return start..<end
  }

  private func isWhiteSpace(_ text: TextCursor, _ place: Int) -> Bool {
    text.classBit(place) & ScalarClass.whiteSpace != 0 && !(spaceIsMark && text.byte(place) == 0x20)
  }

  private func isWholeWord(_ text: TextCursor, _ range: Range<Int>, _ textStart: Int) -> Bool {
    let word = ScalarSet.wordCharacters
    if range.lowerBound > textStart {
      let before = text.scalarStart(before: range.lowerBound)
      if word.contains(text.scalarValue(before, range.lowerBound).value) { return false }
    }
    return range.upperBound == text.end || !word.contains(text.scalarValue(range.upperBound, text.end).value)
  }
}

extension ScalarSet {
  /// `\w` as Unicode Technical Standard 18 has it: letters, marks, decimal and letter numbers, connectors, the two
  /// joiners, and the letters in circles and squares, which are alphabetic symbols.
  static let wordCharacters: ScalarSet = {
    let letters: [ClosedRange<UInt32>] = [
      0x200C...0x200D, 0x24B6...0x24E9, 0x1F130...0x1F149, 0x1F150...0x1F169, 0x1F170...0x1F189,
    ]
    return ["L", "M", "Nd", "Nl", "Pc"].reduce(ScalarSet(letters)) { set, name in
      GeneralCategory.scalars(named: name).map(set.union) ?? set
    }
  }()
}
