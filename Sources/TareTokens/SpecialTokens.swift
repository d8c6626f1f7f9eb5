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
struct SpecialTokenSearch {
  private let names: [(bytes: [UInt8], id: TokenID)]

  init(_ tokens: [SpecialToken]) {
    names = tokens.map { (Array($0.text.utf8), $0.id) }.sorted { $0.bytes.count > $1.bytes.count }
  }

  /// The first name at or behind `start`.
  ///
  /// - Complexity: O(*n*) in bytes for names that begin with a rare byte pair.
  func next(_ text: TextCursor, from start: Int) -> (range: Range<Int>, id: TokenID)? {
    var offset = start
    while offset < text.end {
      for name in names where matches(text, offset, name.bytes) {
        return (offset..<(offset + name.bytes.count), name.id)
      }
      offset += 1
    }
    return nil
  }

  private func matches(_ text: TextCursor, _ offset: Int, _ name: [UInt8]) -> Bool {
    guard offset + name.count <= text.end else { return false }
    for index in name.indices where text.byte(offset + index) != name[index] { return false }
    return true
  }
}
