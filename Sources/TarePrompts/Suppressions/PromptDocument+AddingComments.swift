public import TareText

extension PromptDocument {
  /// The edit that writes a comment at the end of line `index` which lets `rules` be there, or `nil` for a format whose
  /// comments are sent, or that has none.
  ///
  /// Nothing stands between the line and the comment where a blank would be sent. Whether the line has a place for it,
  /// as inside of a scalar in YAML, is for the caller to see.
  ///
  /// - Parameters:
  ///   - rules: Codes and names.
  ///   - reason: One line of text in which no comment ends.
  public func comment(lettingBe rules: [String], because reason: String?, atEndOfLine index: Int) -> Edit? {
    guard let notation = unsentNotation else { return nil }
    let end = source.lineContentRange(index).end
    let words = (["tare:ignore \(rules.joined(separator: ", "))"] + (reason.map { ["-- \($0)"] } ?? []))
      .joined(separator: " ")
    let opening = String(decoding: notation.opening, as: UTF8.self)
    let closing = notation.closing.map { " " + String(decoding: $0, as: UTF8.self) } ?? ""
    let blank = holdsValues ? "  " : ""
    return Edit(SourceRange(end, end), replacement: Array("\(blank)\(opening) \(words)\(closing)".utf8))
  }

  /// The edit that writes a comment of Markdown, which is sent, on a line of its own above line `index`; `nil` where
  /// such a comment is none.
  ///
  /// - Parameter rules: Codes and names.
  public func comment(lettingBe rules: [String], aboveLine index: Int) -> Edit? {
    let line = source.lineContentRange(index)
    guard !holdsValues, line.start >= bodyRange.start, !isCode(line.start) else { return nil }
    let margin = source.bytes(in: line).prefix { $0 == 0x20 || $0 == 0x09 }
    let ending = index > 0 ? source.bytes(in: SourceRange(source.lineContentRange(index - 1).end, line.start)) : [0x0A]
    let comment = Array("<!-- tare:ignore \(rules.joined(separator: ", ")) -->".utf8)
    return Edit(SourceRange(line.start, line.start), replacement: Array(margin) + comment + Array(ending))
  }

  /// How comments are written that are not sent; `nil` where there are none.
  private var unsentNotation: CommentNotation? {
    if holdsValues { return format.structureComments.first }
    return language.comments.first { $0.opening.count == 2 || $0.opening.starts(with: "{{!--".utf8) }
  }
}
