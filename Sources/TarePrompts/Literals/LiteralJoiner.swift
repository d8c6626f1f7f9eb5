import TareText

/// Joins the literals of a program that stand side by side, since they are one text.
struct LiteralJoiner {
  private(set) var values: [PromptValue] = []
  private var decoded = DecodedText()
  private var range: SourceRange?
  private var language = TemplateLanguage.any
  private var isDedented = false

  /// Whether a literal that follows now belongs to the one before it.
  var isOpen: Bool { range != nil }

  /// Adds a literal to the text that is open, or opens one. A text that is formatted in part is a template as a whole.
  mutating func join(
    _ literal: SourceRange, _ language: TemplateLanguage, isDedented: Bool, decode: (inout DecodedText) -> Void
  ) {
    if let first = range {
      range = SourceRange(first.start, literal.end)
      if language != .any { self.language = language }
    } else {
      (range, self.language, self.isDedented) = (literal, language, isDedented)
    }
    decode(&decoded)
  }

  /// The text that is open ends here.
  mutating func finish() {
    guard let whole = range else { return }
    let text = isDedented ? decoded.dedented : decoded
    values.append(PromptValue(range: whole, decoded: text, notation: .literal, language: language))
    (decoded, range) = (DecodedText(), nil)
  }
}
