import TareText

/// The line of a finding with a caret below, as compilers show it.
struct SourceExcerpt {
  /// Three lines: a bar, the line, the carets.
  let lines: [String]

  /// Longer lines are cut around the caret.
  private static let width = 100
  /// How much of a cut line is shown in front of the caret.
  private static let lead = 20

  init(_ range: SourceRange, in source: SourceText) {
    let location = source.location(of: range.start)
    let line = location.line - 1
    let content = source.lineContentRange(line)
    let start = line == 0 ? min(source.byteOrderMarkLength, content.end) : content.start
    let before = Array(Self.printable(source.string(in: SourceRange(start, min(max(range.start, start), content.end)))))
    let behind = Array(
      Self.printable(source.string(in: SourceRange(min(max(range.start, start), content.end), content.end))))
    let isCut = before.count + behind.count > Self.width
    let lead = isCut ? before.suffix(Self.lead) : before[...]
    let front = lead.count < before.count ? "…" : ""
    let rest = behind.prefix(Self.width - lead.count)
    let text = front + String(lead) + String(rest) + (rest.count < behind.count ? "…" : "")
    let marked = Self.printable(
      source.string(in: SourceRange(range.start, min(range.end, max(content.end, range.start)))))
    let carets = String(repeating: "^", count: max(1, min(marked.count, rest.count)))
    let gutter = String(repeating: " ", count: "\(location.line)".count)
    lines = [
      "\(gutter) |", "\(location.line) | \(text)",
      "\(gutter) | \(String(repeating: " ", count: lead.count + front.count))\(carets)",
    ]
  }

  /// The text with U+FFFD for what is unfit to be shown, so that columns stay where they are.
  static func printable(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      shown.append(scalar == "\t" ? " " : scalar.isUnfitToShow ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }
}
