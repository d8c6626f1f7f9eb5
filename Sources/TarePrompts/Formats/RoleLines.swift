import TareText

/// The lines that open a message in prompty and promptflow: `system:`, `# user:`, `assistant[name="x"]:`.
///
/// The expression is that of microsoft/prompty, spec/: `^\s*#?\s*(system|user|assistant)(\[...\])?\s*:\s*$` without
/// regard to case; promptflow has `function` and `tool` too.
struct RoleLines {
  /// The lines, in order.
  private(set) var marks: [RoleMark] = []
  /// Whether nothing but white space stands in front of the first.
  private(set) var opensText = false

  init(_ source: SourceText, in body: SourceRange) {
    guard !body.isEmpty else { return }
    var isBlank = true
    for line in source.lineIndex(at: body.start)..<source.lineCount {
      let content = source.lineContentRange(line)
      let range = SourceRange(min(max(content.start, body.start), content.end), content.end)
      let text = source.bytes(in: range)
      if let role = Self.role(text) {
        if isBlank { opensText = true }
        marks.append(RoleMark(range: SourceRange(range.start, source.lineRange(line).end), role: role))
      }
      if !text.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { isBlank = false }
    }
  }

  private static func role(_ line: ArraySlice<UInt8>) -> PromptRole? {
    // No role line is longer than a name with its attributes.
    guard line.count < 512, let last = line.last(where: { $0 != 0x20 && $0 != 0x09 }), last == UInt8(ascii: ":") else {
      return nil
    }
    var text = withoutBlanks(line)
    if text.first == UInt8(ascii: "#") { text = withoutBlanks(text.dropFirst()) }
    let name = text.prefix(while: isNameStart)
    var rest = withoutBlanks(text.dropFirst(name.count))
    if rest.first == UInt8(ascii: "["), let close = rest.lastIndex(of: UInt8(ascii: "]")) {
      rest = withoutBlanks(rest[(close + 1)...])
    }
    let known = ["system", "user", "assistant", "developer", "function", "tool"]
    let word = String(decoding: name, as: UTF8.self).lowercased()
    guard rest.first == UInt8(ascii: ":"), withoutBlanks(rest.dropFirst()).isEmpty, known.contains(word) else {
      return nil
    }
    return PromptRole(name: word)
  }

  private static func withoutBlanks(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.drop { $0 == 0x20 || $0 == 0x09 }
  }
}
