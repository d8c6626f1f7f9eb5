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

  /// How comments are written that are not sent; `nil` where there are none.
  private var unsentNotation: CommentNotation? {
    if holdsValues { return format.structureComments.first }
    return language.comments.first { $0.opening.count == 2 || $0.opening.starts(with: "{{!--".utf8) }
  }
}
