public import TareTokens

/// Finds the composition of a text that comes in parts, at memory that does not depend on its length.
///
/// A text is looked at in stretches of ``stretch`` bytes, each cut behind its last line feed, so that it is no matter how
/// the parts came. What only the whole would show, such as a fence that is open across a cut, is not seen; JSON that
/// begins in the first stretch goes on for as long as stretches have its marks.
public struct CompositionCounter: Sendable {
  /// The most bytes that are looked at together: what is kept of a text, and what its JSON is parsed in.
  public static let stretch = 1 << 20

  private let tokenizer: Tokenizer
  private let stretch: Int
  private var buffer: [UInt8] = []
  private var composition = TextComposition()
  /// Whether all so far is JSON; `nil` before the first stretch.
  private var isJSON: Bool?
  /// How the first stretch of JSON is laid out, which is how the others are.
  private var layout: TextKind?

  /// A counter that has seen nothing.
  public init(_ tokenizer: Tokenizer) {
    self.init(tokenizer, stretch: Self.stretch)
  }

  init(_ tokenizer: Tokenizer, stretch: Int) {
    self.tokenizer = tokenizer
    self.stretch = stretch
  }

  /// Takes in the next part of the text.
  public mutating func append(_ utf8: ArraySlice<UInt8>) {
    var rest = utf8
    while buffer.count + rest.count > stretch {
      let taken = stretch - buffer.count
      buffer += rest.prefix(taken)
      rest = rest.dropFirst(taken)
      takeStretch()
    }
    buffer += rest
  }

  /// The composition of all that was taken in.
  ///
  /// - Complexity: O(*n*) in bytes.
  public consuming func finish() -> TextComposition {
    add(buffer[...], isWhole: isJSON == nil)
    return composition
  }

  private mutating func takeStretch() {
    let end = buffer.lastIndex(of: 0x0A).map { $0 + 1 } ?? buffer.count - cutScalarLength
    if isJSON == nil { isJSON = TextClassifier().beginsAsJSON(buffer[...]) }
    add(buffer[..<end], isWhole: false)
    buffer.removeFirst(end)
  }

  /// The bytes at the end that begin a scalar; those that are none are left where they are.
  private var cutScalarLength: Int {
    let start = buffer.suffix(3).lastIndex { $0 & 0xC0 != 0x80 } ?? buffer.endIndex
    return start < buffer.endIndex && buffer[start] >= 0xC0 ? buffer.endIndex - start : 0
  }

  private mutating func add(_ utf8: ArraySlice<UInt8>, isWhole: Bool) {
    let kind = isWhole || isJSON != true ? nil : TextClassifier().kindOfJSON(utf8)
    if let kind {
      layout = layout ?? kind
      composition[layout ?? kind] += tokenizer.count(utf8)
    } else {
      for part in TextClassifier().parts(of: utf8) {
        let start = utf8.startIndex + part.range.lowerBound
        composition[part.kind] += tokenizer.count(utf8[start..<(start + part.range.count)])
      }
    }
  }
}
