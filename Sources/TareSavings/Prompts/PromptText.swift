import TareAudit
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
    /// The text that is sent, which for a value of a file is the decoded one.
    let decoded: DecodedText
    /// The number of bytes from its start that are the same in every request.
    let stableLength: Int
    /// The sections it is made of, each with where it ends.
    let cuts: [CutText.Cut]

    /// The bytes that are sent.
    var utf8: [UInt8] { decoded.utf8 }
  }

  /// Whether the text is a program, of which only what is sent matters.
  let isProgram: Bool

  init(_ source: SourceText, parts: [Part], isProgram: Bool = false) {
    (self.source, self.parts, self.isProgram) = (source, parts, isProgram)
  }

  /// A text that is sent as it stands and whose first `stableLength` bytes are the same in every request; all of them
  /// when none is given.
  public init(_ source: SourceText, stableLength: Int? = nil) {
    let length = min(max(stableLength ?? source.utf8.count, 0), source.utf8.count)
    self.init(
      source,
      parts: [
        Part(
          range: source.range, decoded: DecodedText(verbatim: source.range, of: source.utf8), stableLength: length,
          cuts: [CutText.Cut(part: FilePart(.opening, "", line: 1, level: 7), end: source.utf8.count)])
      ])
  }

  /// All that is sent.
  var sentBytes: [UInt8] { parts.flatMap(\.utf8) }

  /// Whether there is text, other than a byte order mark, that is not sent.
  var hasUnsentText: Bool {
    parts.reduce(0) { $0 + $1.range.length } < source.utf8.count - source.byteOrderMarkLength
  }

  /// Where in the text the byte at `index` of ``sentBytes`` stands; behind the last of them, where they end. What an
  /// escape stands for has its place.
  func offset(ofSentByte index: Int) -> Int {
    var index = index
    for part in parts {
      if index < part.utf8.count { return part.decoded.sourceRange(of: SourceRange(index, index)).start }
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
}
