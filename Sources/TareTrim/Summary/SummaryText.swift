/// A summary as it may stand in a note: plain lines that cannot be taken for the note's own first line.
enum SummaryText {
  /// - Returns: `nil` where nothing is left.
  /// - Complexity: O(*n*) in bytes.
  static func cleaned(_ text: String) -> String? {
    let lines = plainLines(of: text).filter { !$0.isEmpty && !NoteOpening.begins($0) }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// The lines without blanks around them, however they end, and without what is not seen or turns the direction of
  /// what is: a reader of the note could not know of it.
  private static func plainLines(of text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029:
        lines.append(line)
        line = ""
      case 0x09, 0x20:
        if !line.isEmpty { line += " " }
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: break
      default: if !scalar.properties.isNoncharacterCodePoint { line.unicodeScalars.append(scalar) }
      }
    }
    return (lines + [line]).map { String($0.trimmingBlanksAtEnd) }
  }
}

extension String {
  fileprivate var trimmingBlanksAtEnd: Substring {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
