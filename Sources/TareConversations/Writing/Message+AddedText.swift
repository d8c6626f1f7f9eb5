import TareJSON
public import TareText

extension Message {
  /// The edits that put a text into a message of the user, as a block of its own: before what is said, or behind the
  /// tool results where there are any, which providers want first. `nil` where a message cannot have blocks of text.
  ///
  /// Where roles have to take turns, a note goes into the message that it would otherwise stand before. It costs
  /// ``MessageCounter/textTokens(_:)``. Of a message whose content is a string, these edits and those of
  /// ``edits(adding:)`` make different arrays: they do not go together.
  public func edits(addingText text: String) -> [Edit]? {
    guard role == .user, let textType, let content else { return nil }
    let block = textBlock(of: textType, quoted(text))
    if content.kind == .string {
      guard content.range.length > 2 else { return [.replace(content.range, with: "[\(block)]")] }
      let own = textBlock(of: textType, "")
      return [
        .insert("[\(block),\(own.dropLast())", at: content.range.start), .insert("}]", at: content.range.end),
      ]
    }
    let blocks = content.elements
    guard let first = blocks.first, let last = blocks.last else {
      return content.kind == .array ? [.insert(block, at: content.range.start + 1)] : nil
    }
    return [results.isEmpty ? .insert("\(block),", at: first.range.start) : .insert(",\(block)", at: last.range.end)]
  }

  /// A block with `json` as its text.
  private func textBlock(of type: String, _ json: String) -> String {
    type.isEmpty ? #"{"text":\#(json)}"# : #"{"type":"\#(type)","text":\#(json)}"#
  }

  private func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    appendQuoted(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Edit {
  /// Puts a text between two bytes.
  static func insert(_ text: String, at offset: Int) -> Edit { .replace(SourceRange(offset, offset), with: text) }
}
