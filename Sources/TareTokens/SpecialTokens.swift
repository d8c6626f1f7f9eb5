/// A token that stands for a control mark, such as the end of a document.
public struct SpecialToken: Sendable, Hashable {
  /// How the mark is written, such as `<|endoftext|>`.
  public let text: String
  /// Its id, outside the ids of ordinary tokens.
  public let id: TokenID

  /// A mark and its id.
  public init(text: String, id: TokenID) {
    self.text = text
    self.id = id
  }
}

/// What becomes of a special token's name that stands in a text.
public enum SpecialTokenPolicy: Sendable, Hashable {
  /// It is text like any other. This is the default everywhere: providers encode what users write as text, and a
  /// control mark forged by a user would be both a wrong bill and an injection.
  case text
  /// It becomes the control token, as in a template that was written with them on purpose.
  case control
}

/// Finds the names of special tokens in a text, leftmost first and the longest of those that begin together.
///
/// An encoding may have a thousand names: they lie in one tree and are compared together.
struct SpecialTokenSearch {
  /// A place in the names: where each next byte leads, and the token whose name ends here.
  private struct Node {
    var next: [UInt8: Int] = [:]
    var id: TokenID?
  }

  private var nodes = [Node()]

  init(_ tokens: [SpecialToken]) {
    for token in tokens { insert(token) }
  }

  private mutating func insert(_ token: SpecialToken) {
    var node = 0
    for byte in token.text.utf8 {
      if let next = nodes[node].next[byte] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].next[byte] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    nodes[node].id = token.id
  }

  /// The first name at or behind `start`.
  ///
  /// - Complexity: O(*n*) in bytes, times the length of the longest name for a text of their beginnings.
  func next(_ text: TextCursor, from start: Int) -> (range: Range<Int>, id: TokenID)? {
    var offset = start
    while offset < text.end {
      if let found = longestName(text, offset) { return (offset..<found.end, found.id) }
      offset += 1
    }
    return nil
  }

  private func longestName(_ text: TextCursor, _ start: Int) -> (end: Int, id: TokenID)? {
    var found: (end: Int, id: TokenID)?
    var node = 0
    var offset = start
    while offset < text.end, let next = nodes[node].next[text.byte(offset)] {
      offset += 1
      node = next
      if let id = nodes[node].id { found = (offset, id) }
    }
    return found
  }
}
