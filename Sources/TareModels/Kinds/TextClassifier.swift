import TareJSON

/// Says of each stretch of a text what kind it is, by facts that are cheap to come by: code fences, whether it parses as
/// JSON, the shares of scripts, digits and brackets, and the function words of languages.
///
/// The same text gives the same parts. A fence, a blank line and the end of front matter end a part; prose that gives no
/// sign of its language has that of the prose before it, and English where there is none.
public struct TextClassifier: Sendable {
  /// A classifier; it has no settings.
  public init() {}

  /// The parts of a text, side by side and in order; none for an empty one.
  ///
  /// - Complexity: O(*n*) in bytes.
  public func parts(of utf8: ArraySlice<UInt8>) -> [TextPart] {
    guard !utf8.isEmpty else { return [] }
    let range = 0..<utf8.count
    if let kind = wholeJSON(utf8) { return [TextPart(range: range, kind: kind)] }
    var parts: [TextPart] = []
    var prose = TextKind.english
    for block in TextBlocks(utf8) {
      let kind = kind(of: block, in: utf8, afterProse: &prose)
      let start = block.range.lowerBound - utf8.startIndex
      let end = block.range.upperBound - utf8.startIndex
      if let last = parts.last, last.kind == kind {
        parts[parts.count - 1] = TextPart(range: last.range.lowerBound..<end, kind: kind)
      } else {
        parts.append(TextPart(range: start..<end, kind: kind))
      }
    }
    return parts
  }

  private func kind(of block: TextBlocks.Block, in utf8: ArraySlice<UInt8>, afterProse prose: inout TextKind)
    -> TextKind
  {
    let bytes = utf8[block.range]
    switch block.frame {
    case .frontMatter: return .yaml
    case .fence(let language):
      return language == "json" ? .json : ["yaml", "yml"].contains(language) ? .yaml : .code
    case .none: break
    }
    if let kind = wholeJSON(bytes) { return kind }
    return BlockClassifier(bytes).kind(afterProse: &prose)
  }

  /// The kind of `utf8` where all of it is one JSON object or array that is not mostly prose in strings.
  private func wholeJSON(_ utf8: ArraySlice<UInt8>) -> TextKind? {
    guard let first = utf8.first(where: { !isBlank($0) }), let last = utf8.last(where: { !isBlank($0) }),
      (first == UInt8(ascii: "{") && last == UInt8(ascii: "}"))
        || (first == UInt8(ascii: "[") && last == UInt8(ascii: "]")),
      (try? JSONDocument(parsing: Array(utf8))) != nil
    else { return nil }
    return kindOfJSON(utf8)
  }

  /// Whether a text that may be cut off begins as a JSON object or array does, with what may stand behind the bracket.
  func beginsAsJSON(_ utf8: ArraySlice<UInt8>) -> Bool {
    let visible = utf8.lazy.filter { !isBlank($0) }.prefix(2)
    guard let first = visible.first, let second = visible.dropFirst().first else { return false }
    switch first {
    case UInt8(ascii: "{"): return second == UInt8(ascii: "\"")
    case UInt8(ascii: "["): return "\"{[-tfn".utf8.contains(second) || isDigit(second)
    default: return false
    }
  }

  /// How JSON that has enough of its marks is laid out; `nil` where it is mostly prose in strings.
  func kindOfJSON(_ utf8: ArraySlice<UInt8>) -> TextKind? {
    // Payloads of chats are prose in braces: below one mark in twelve bytes the prose decides.
    guard utf8.count(where: isJSONMark) * 12 >= utf8.count else { return nil }
    return utf8.count { $0 == 0x0A } > 2 ? .json : .minifiedJSON
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

private func isJSONMark(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\""),
    UInt8(ascii: ":"), UInt8(ascii: ","):
    true
  default: false
  }
}
