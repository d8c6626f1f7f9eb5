public import TareText

/// What a prompt sends, and how much of its start is the same in every request.
public struct PromptText: Sendable, Hashable {
  /// The text it comes from, front matter included.
  public let source: SourceText
  /// What is sent of it, in the order of the text; each part is counted by itself.
  let parts: [Part]

  /// A stretch of the text that is sent.
  struct Part: Sendable, Hashable {
    /// Where it stands in the text.
    let range: SourceRange
    /// The bytes that are sent, which for a YAML value are the decoded ones.
    let utf8: [UInt8]
    /// The number of bytes from its start that are the same in every request.
    let stableLength: Int
  }

  init(_ source: SourceText, parts: [Part]) {
    self.source = source
    self.parts = parts
  }

  /// A text that is sent as it stands and whose first `stableLength` bytes are the same in every request; all of them
  /// when none is given.
  public init(_ source: SourceText, stableLength: Int? = nil) {
    let length = min(max(stableLength ?? source.utf8.count, 0), source.utf8.count)
    self.init(source, parts: [Part(range: source.range, utf8: source.utf8, stableLength: length)])
  }

  /// All that is sent.
  var sentBytes: [UInt8] { parts.flatMap(\.utf8) }

  /// Whether there is text, other than a byte order mark, that is not sent.
  var hasUnsentText: Bool {
    parts.reduce(0) { $0 + $1.range.length } < source.utf8.count - source.byteOrderMarkLength
  }

  /// Where in the text the byte at `index` of ``sentBytes`` stands; behind the last of them, where they end. What stands
  /// in a decoded value has the place of the value.
  func offset(ofSentByte index: Int) -> Int {
    var index = index
    for part in parts {
      if index < part.utf8.count { return part.range.start + (part.isVerbatim ? index : 0) }
      index -= part.utf8.count
    }
    return parts.last?.range.end ?? source.utf8.count
  }
}

extension PromptText.Part {
  /// The start that is the same in every request.
  var stableBytes: ArraySlice<UInt8> { utf8[..<stableLength] }
  /// Whether no request changes it.
  var isAllStable: Bool { stableLength == utf8.count }
  /// Whether the text has these bytes as they are sent.
  fileprivate var isVerbatim: Bool { range.length == utf8.count }
}
