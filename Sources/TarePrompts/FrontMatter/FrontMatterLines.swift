import TareText

/// The lines of front matter as the YAML parser is given them: file patterns such as `globs: **/*.ts, {a,b}/*.md` are quoted,
/// because they are what people write and what editors accept, and to YAML they are broken aliases and mappings.
///
/// Lines keep their numbers.
struct FrontMatterLines {
  /// One line.
  struct Line {
    let index: Int
    let text: String
    /// Whether the value of the line was put in quotes here, so that nothing in it means anything to YAML.
    let isQuoted: Bool
  }

  let lines: [Line]

  /// Keys whose values are file patterns: Cursor's, GitHub Copilot's and Claude Code's.
  private static let patternKeys = ["globs:", "applyTo:", "paths:"]

  init(_ source: SourceText, lines contentLines: Range<Int>) {
    var isPatternList = false
    lines = contentLines.map { index in
      let text = source.string(in: source.lineContentRange(index))
      let key = Self.patternKeys.first { text.hasPrefix($0) }
      if key != nil || !Self.continuesList(text) { isPatternList = key != nil }
      let lead = key?.utf8.count ?? (isPatternList ? Self.itemMark(text) : nil)
      let quoted = lead.flatMap { Self.quoted(text, behind: $0) }
      return Line(index: index, text: quoted ?? text, isQuoted: quoted != nil)
    }
  }

  /// Whether a list that a key opened may go on after the line: blank lines, comments, items and what is indented.
  private static func continuesList(_ line: String) -> Bool {
    line.utf8.first.map { " \t-#".utf8.contains($0) } ?? true
  }

  /// The bytes up to the mark of a list item and with it, or `nil` where none opens.
  private static func itemMark(_ line: String) -> Int? {
    let blanks = line.utf8.prefix { $0 == 0x20 }.count
    return line.utf8.dropFirst(blanks).starts(with: "- ".utf8) ? blanks + 1 : nil
  }

  /// The line with the value that begins behind `lead` bytes in quotes, or `nil` where YAML takes it as it is.
  private static func quoted(_ line: String, behind lead: Int) -> String? {
    let value = line.utf8.dropFirst(lead).drop { $0 == 0x20 }
    guard isBrokenPattern(value) else { return nil }
    let escaped = value.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }.joined(separator: "''")
    return "\(String(decoding: line.utf8.prefix(lead), as: UTF8.self)) '\(escaped)'"
  }

  /// Whether a pattern opens with what YAML reads as an alias, a tag or, with stars inside, as a collection.
  private static func isBrokenPattern(_ value: Substring.UTF8View) -> Bool {
    switch value.first {
    case UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "@"): true
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      value.contains(UInt8(ascii: "*")) && !value.contains { "'\"".utf8.contains($0) }
    default: false
    }
  }
}
